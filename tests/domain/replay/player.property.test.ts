import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  KEPT_MS,
  LOW_FRAMES,
  type PlayerEffect,
  type PlayerEvent,
  type PlayerState,
  SPEEDS,
  WINDOW_FRAMES,
  frameStepMs,
  idlePlayer,
  replayStartMs,
  stepPlayer,
} from '../../../src/domain/replay/player.ts'

const NOW_MS = Date.UTC(2026, 10, 20, 3, 10)

const lineOf = fc.record({
  type: fc.oneof(fc.constantFrom('seek', 'pause', 'speed', 'state-failed', 'frames-failed'), {
    weight: 5,
    arbitrary: fc.constantFrom('play', 'tick', 'state-arrived', 'frames-arrived'),
  }),
  /** Some instants lie in the future, some before what is kept. */
  backMs: fc.integer({ min: -7_200_000, max: 90_000_000 }),
  long: fc.integer({ min: 0, max: 30 }).map((n) => n === 0),
  speed: fc.constantFrom(...SPEEDS),
  /** Some answers are those of an older question. */
  late: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  frames: fc.nat(WINDOW_FRAMES),
  why: fc.constantFrom('future', 'not-kept', 'failed'),
})
type Line = typeof lineOf extends fc.Arbitrary<infer L> ? L : never

function eventOf(line: Line, state: PlayerState): PlayerEvent {
  switch (line.type) {
    case 'seek':
      return { type: 'seek', atMs: NOW_MS - (line.long ? KEPT_MS + 5000 : line.backMs) }
    case 'speed':
      return { type: 'speed', speed: line.speed }
    case 'state-arrived':
      return { type: 'state-arrived', ask: line.late ? 0 : (state.seekAsk ?? 0) }
    case 'state-failed':
      return { type: 'state-failed', ask: line.late ? 0 : (state.seekAsk ?? 0), why: line.why }
    case 'frames-arrived': {
      const toMs = state.readyToMs + line.frames * frameStepMs(state.speed)
      return { type: 'frames-arrived', ask: line.late ? 0 : (state.windowAsk ?? 0), toMs }
    }
    case 'frames-failed':
      return { type: 'frames-failed', ask: line.late ? 0 : (state.windowAsk ?? 0) }
    case 'play':
    case 'pause':
    case 'tick':
      break
  }
  return { type: line.type }
}

/** Watches what the player does; what must not happen is noted. */
class Witness {
  readonly problems: string[] = []
  readonly #asked = new Set<number>()
  #shownMs: number | null = null

  note(before: PlayerState, event: PlayerEvent, after: PlayerState, effects: readonly PlayerEffect[]): void {
    for (const effect of effects) this.#carryOut(before, event, after, effect)
    const stepMs = frameStepMs(after.speed)
    this.#check(after.phase !== 'ready' || after.atMs === this.#shownMs, 'ready without its picture')
    this.#check(after.atMs % 1000 === 0, 'not a whole second')
    this.#check(after.readyToMs >= after.atMs && (after.readyToMs - after.atMs) % stepMs === 0, 'frames off the grid')
    this.#check((after.phase === 'faulty') === (after.fault !== null), 'a fault without its word')
    this.#check(after.phase !== 'faulty' || !after.playing, 'plays nothing')
    this.#check(after.seekAsk === null || after.phase === 'seeking', 'seeks by the way')
    this.#check(!after.playing || !effects.some(({ type }) => type === 'go-live'), 'plays after its end')
  }

  #carryOut(before: PlayerState, event: PlayerEvent, after: PlayerState, effect: PlayerEffect): void {
    switch (effect.type) {
      case 'ask-state':
        this.#ask(effect.ask, after)
        return
      case 'ask-frames':
        this.#ask(effect.ask, after)
        this.#check(before.windowAsk === null || event.type !== 'tick', 'asked twice at once')
        this.#check(effect.fromMs === after.readyToMs, 'a hole between windows')
        this.#check(effect.fromMs + (effect.count - 1) * effect.stepMs <= NOW_MS, 'asked for the future')
        return
      case 'show-state':
        this.#check(event.type === 'state-arrived' && event.ask === before.seekAsk, 'showed an old state')
        this.#shownMs = effect.atMs
        return
      case 'show-frame':
        // The frame after the one on screen, and one that has arrived: none is left out, none shown twice.
        this.#check(event.type === 'tick' && this.#shownMs === before.atMs, 'a frame out of turn')
        this.#check(effect.atMs === before.atMs + frameStepMs(before.speed), 'a frame left out')
        this.#check(effect.atMs <= before.readyToMs, 'a frame that is not here')
        this.#shownMs = effect.atMs
        return
      case 'drop-frames':
      case 'show-nothing':
      case 'go-live':
    }
  }

  #ask(ask: number, after: PlayerState): void {
    this.#check(!this.#asked.has(ask) && ask === after.lastAsk, 'a number used twice')
    this.#asked.add(ask)
  }

  #check(holds: boolean, problem: string): void {
    if (!holds) this.problems.push(problem)
  }
}

/** Plays a script from an instant an hour ago; what must not happen comes back as text. */
function play(lines: readonly Line[]): readonly string[] {
  const witness = new Witness()
  let state = idlePlayer()
  const feed = (event: PlayerEvent): void => {
    const before = state
    const next = stepPlayer(before, event, NOW_MS)
    state = next.state
    witness.note(before, event, state, next.effects)
  }
  feed({ type: 'seek', atMs: NOW_MS - 3_600_000 })
  for (const line of lines) feed(eventOf(line, state))
  return witness.problems
}

describe('player of the past', () => {
  it('shows each frame once and in order, asks once at a time, and never for the future, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(lineOf, { maxLength: 120 }), (lines) => {
        expect(play(lines)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it.each(SPEEDS)('plays at %i times without waiting, though each answer takes three seconds', (speed) => {
    let state = stepPlayer(idlePlayer(), { type: 'seek', atMs: NOW_MS - KEPT_MS / 2 }, NOW_MS).state
    const startMs = state.atMs
    const due: { atTick: number; event: PlayerEvent }[] = []
    const shown: number[] = []
    const send = (event: PlayerEvent, tick: number): void => {
      const { state: next, effects } = stepPlayer(state, event, NOW_MS)
      state = next
      for (const effect of effects) {
        if (effect.type === 'show-frame') shown.push(effect.atMs)
        if (effect.type !== 'ask-frames') continue
        const toMs = effect.fromMs + (effect.count - 1) * effect.stepMs
        due.push({ atTick: tick + 3, event: { type: 'frames-arrived', ask: effect.ask, toMs } })
      }
    }
    send({ type: 'state-arrived', ask: state.seekAsk ?? 0 }, 0)
    send({ type: 'speed', speed }, 0)
    send({ type: 'play' }, 0)
    for (let tick = 1; tick <= 600; tick++) {
      for (const { atTick, event } of due) if (atTick === tick) send(event, tick)
      send({ type: 'tick' }, tick)
    }
    // Only the very first answer is waited for.
    expect(state.stalls).toBe(2)
    expect(shown).toEqual(shown.map((_, k) => startMs + (k + 1) * speed * 1000))
    expect(shown).toHaveLength(598)
    expect(LOW_FRAMES).toBeGreaterThan(3)
  })

  it('goes live where the present begins, and at an instant that has not come', () => {
    const opened = stepPlayer(idlePlayer(), { type: 'seek', atMs: NOW_MS - 1500 }, NOW_MS).state
    const ready = stepPlayer(opened, { type: 'state-arrived', ask: opened.seekAsk ?? 0 }, NOW_MS).state
    const playing = stepPlayer(ready, { type: 'play' }, NOW_MS).state
    expect(stepPlayer({ ...playing, speed: 10 }, { type: 'tick' }, NOW_MS).effects).toEqual([
      { type: 'go-live', why: 'caught-up' },
    ])
    expect(stepPlayer(ready, { type: 'seek', atMs: NOW_MS + 1000 }, NOW_MS).effects).toEqual([
      { type: 'go-live', why: 'future' },
    ])
    // While the time is not known nothing is judged: the server is asked.
    expect(stepPlayer(ready, { type: 'seek', atMs: NOW_MS + 1000 }, null).state.phase).toBe('seeking')
    expect(replayStartMs(NOW_MS + 999)).toBe(NOW_MS - 300_000)
  })

  it('shows nothing for an instant that is not kept, and asks again when play is pressed after a failure', () => {
    const old = stepPlayer(idlePlayer(), { type: 'seek', atMs: NOW_MS - KEPT_MS - 1000 }, NOW_MS)
    expect(old.state).toMatchObject({ phase: 'faulty', fault: 'not-kept', playing: false })
    expect(old.effects.map(({ type }) => type)).toEqual(['drop-frames', 'show-nothing'])
    const asked = stepPlayer(idlePlayer(), { type: 'seek', atMs: NOW_MS - 60_000 }, NOW_MS).state
    const failed = stepPlayer(asked, { type: 'state-failed', ask: asked.seekAsk ?? 0, why: 'failed' }, NOW_MS).state
    const again = stepPlayer(failed, { type: 'play' }, NOW_MS)
    expect(again.state).toMatchObject({ phase: 'seeking', playing: true, atMs: NOW_MS - 60_000 })
  })
})
