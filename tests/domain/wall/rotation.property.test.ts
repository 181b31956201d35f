import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  HOLD_MS,
  JUMP_MS,
  progressOf,
  rotate,
  sceneOf,
  startRotation,
  upcomingOf,
  type Rotation,
  type RotationEvent,
  type WallAlarm,
} from '../../../src/domain/wall/rotation.ts'
import { SCENE_IDS, SCENE_TIMINGS } from '../../../src/domain/wall/scenes.data.ts'

const MIN = 60_000
const start = (): Rotation => startRotation(SCENE_TIMINGS, 'overview', 0, false)
const p1: WallAlarm = { id: 'a', rank: 1, isUnacked: true, ageMs: 0, scene: 'energy' }
const p2: WallAlarm = { id: 'b', rank: 2, isUnacked: true, ageMs: 0, scene: 'wastewater' }
const tick = (state: Rotation, nowMs: number, alarms: readonly WallAlarm[] = []): Rotation =>
  rotate(state, { type: 'tick', nowMs, alarms })
/** Ticks once a second up to a time. */
function run(state: Rotation, toMs: number, alarms: readonly WallAlarm[] = []): Rotation {
  let next = state
  for (let ms = state.lastMs + 1000; ms <= toMs; ms += 1000) next = tick(next, ms, alarms)
  return next
}

describe('rotation of scenes', () => {
  it('gives each scene its own dwell and comes round', () => {
    let state = start()
    const seen: string[] = []
    const roundMs = SCENE_TIMINGS.reduce((sum, { dwellMs }) => sum + dwellMs, 0)
    for (let ms = 1000; ms <= roundMs; ms += 1000) {
      const scene = sceneOf(state)
      if (scene !== seen.at(-1)) seen.push(scene ?? '')
      state = tick(state, ms)
    }
    expect(seen).toEqual([...SCENE_IDS])
    expect(sceneOf(state)).toBe('overview')
  })

  it('says how far a scene is and what comes next', () => {
    const state = tick(start(), 45_000)
    expect(progressOf(state)).toBeCloseTo(0.5, 9)
    expect(upcomingOf(state)).toBe('energy')
  })

  it('steps by hand in both directions and holds', () => {
    let state = rotate(start(), { type: 'step', nowMs: 0, by: -1 })
    expect(sceneOf(state)).toBe('portfolio')
    state = rotate(state, { type: 'step', nowMs: 0, by: 1 })
    state = rotate(state, { type: 'hold', nowMs: 0 })
    expect(sceneOf(run(state, 20 * MIN))).toBe('overview')
    expect(sceneOf(tick(run(state, HOLD_MS), HOLD_MS + 90_000))).toBe('energy')
  })
})

describe('jumps', () => {
  it('shows a new P1 with the next tick and goes back where it was once it is acknowledged', () => {
    let state = tick(run(start(), 30_000), 31_000, [p1])
    expect(sceneOf(state)).toBe('energy')
    expect(state.jump?.alarmId).toBe('a')
    state = run(state, 3 * MIN, [p1])
    expect(sceneOf(state)).toBe('energy')
    state = tick(state, 3 * MIN + 1000, [{ ...p1, isUnacked: false }])
    expect(sceneOf(state)).toBe('overview')
    expect(state.shownMs).toBe(31_000)
  })

  it('goes back after five minutes and does not jump to the same alarm again', () => {
    let state = tick(start(), 1000, [p1])
    state = run(state, 1000 + JUMP_MS - 1000, [{ ...p1, ageMs: JUMP_MS - 1000 }])
    expect(sceneOf(state)).toBe('energy')
    state = run(state, 1000 + JUMP_MS, [p1])
    expect(sceneOf(state)).toBe('overview')
    expect(run(state, 20 * MIN, [p1]).jump).toBeNull()
  })

  it('gives way to something more urgent only, and shows the other one after it', () => {
    let state = tick(start(), 1000, [p2])
    state = tick(state, 2000, [p2, p1])
    expect(sceneOf(state)).toBe('energy')
    state = tick(state, 3000, [p2, p1, { ...p1, id: 'c', scene: 'water' }])
    expect(sceneOf(state)).toBe('energy')
    state = tick(state, 4000, [p2, { ...p1, id: 'c', scene: 'water' }])
    expect(sceneOf(state)).toBe('water')
  })

  it('does not jump for P3, for what is acknowledged, nor for what stood when the wall began', () => {
    const others: WallAlarm[] = [
      { ...p1, rank: 3 },
      { ...p1, id: 'd', isUnacked: false },
      { ...p1, id: 'e', ageMs: JUMP_MS },
    ]
    expect(tick(start(), 1000, others).jump).toBeNull()
  })

  it('waits while the presenter holds, and jumps when the hold ends', () => {
    let state = rotate(start(), { type: 'hold', nowMs: 0 })
    state = tick(state, 1000, [p1])
    expect(sceneOf(state)).toBe('overview')
    state = rotate(state, { type: 'hold', nowMs: 2000 })
    expect(sceneOf(tick(state, 3000, [p1]))).toBe('energy')
  })
})

const anyAlarm = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  rank: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4),
  isUnacked: fc.boolean(),
  ageMs: fc.integer({ min: 0, max: 2 * JUMP_MS }),
  scene: fc.constantFrom(...SCENE_IDS),
})
const anyEvent: fc.Arbitrary<RotationEvent> = fc.oneof(
  fc.record({
    type: fc.constant<'tick'>('tick'),
    // Clocks jump both ways.
    nowMs: fc.integer({ min: -MIN, max: 60 * MIN }),
    alarms: fc.uniqueArray(anyAlarm, { selector: ({ id }) => id, maxLength: 4 }),
  }),
  fc.record({ type: fc.constant<'hold'>('hold'), nowMs: fc.integer({ min: 0, max: 60 * MIN }) }),
  fc.record({
    type: fc.constant<'step'>('step'),
    nowMs: fc.integer({ min: 0, max: 60 * MIN }),
    by: fc.constantFrom<1 | -1>(1, -1),
  }),
)

describe('whatever happens', () => {
  it('there is a scene, its progress is a share, and time is shown at most once', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let state = start()
        for (const event of events) {
          state = rotate(state, event)
          expect(sceneOf(state)).not.toBeNull()
          expect(upcomingOf(state)).not.toBeNull()
          expect(progressOf(state)).toBeGreaterThanOrEqual(0)
          expect(progressOf(state)).toBeLessThanOrEqual(1)
          expect(state.at).toBeGreaterThanOrEqual(0)
          expect(state.at).toBeLessThan(SCENE_TIMINGS.length)
          expect((state.jump === null) === (state.jumpScene === null)).toBe(true)
        }
      }),
    )
  })

  it('a jump has an unacknowledged P1 or P2 behind it', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let state = start()
        for (const event of events) {
          state = rotate(state, event)
          if (event.type !== 'tick' || state.jump === null || state.heldSinceMs !== null) continue
          const { alarmId } = state.jump
          expect(event.alarms.some(({ id, isUnacked }) => id === alarmId && isUnacked)).toBe(true)
          expect(state.jump.rank).toBeLessThanOrEqual(2)
        }
      }),
    )
  })

  it('a new P1 is on the wall after one tick unless the wall is held', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), fc.integer({ min: 0, max: JUMP_MS - 1 }), (events, ageMs) => {
        const before = events.reduce(rotate, start())
        const fresh: WallAlarm = { id: 'fresh', rank: 1, isUnacked: true, ageMs, scene: 'waste' }
        const after = tick(before, before.lastMs, [fresh])
        expect(after.heldSinceMs !== null || sceneOf(after) === 'waste').toBe(true)
      }),
    )
  })

  it('the same events give the same wall', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        expect(events.reduce(rotate, start())).toEqual(events.reduce(rotate, start()))
      }),
    )
  })

  it('a wall without scenes shows none', () => {
    const empty = startRotation([], null, 0, false)
    expect(sceneOf(tick(empty, 1000, [p1]))).toBeNull()
  })
})
