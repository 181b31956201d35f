import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Ladder,
  type LadderEffect,
  type LadderEvent,
  QUIET_MIN_AGE_MS,
  RELOAD_WINDOW_MS,
  startLadder,
  stepLadder,
  waitingFor,
} from '../../../src/domain/recovery/ladder.ts'

const MINUTE = 60_000

/** A ladder with a clock of its own. */
function climb(reloads: Ladder['reloads'] = [], openedMs = 0) {
  let ladder = startLadder(openedMs, reloads)
  const done: LadderEffect[] = []
  const say = (nowMs: number, event: LadderEvent): readonly LadderEffect[] => {
    const { state, effects } = stepLadder(ladder, event, nowMs)
    ladder = state
    done.push(...effects)
    return effects
  }
  return {
    say,
    done,
    waits: (nowMs: number) => waitingFor(ladder, nowMs),
    get ladder() {
      return ladder
    },
  }
}

describe('recovery ladder', () => {
  it('reloads for missing code once the server has answered, and not before', () => {
    const page = climb()
    page.say(0, { type: 'wish', cause: 'new-version' })
    expect(page.say(0, { type: 'tick' })).toEqual([{ type: 'probe', probe: 1 }])
    expect(page.say(500, { type: 'probe-failed', probe: 1 })).toEqual([])
    expect(page.waits(500)).toBe('server')
    expect(page.say(4000, { type: 'tick' })).toEqual([])
    expect(page.say(5500, { type: 'tick' })).toEqual([{ type: 'probe', probe: 2 }])
    // The answer of the first probe, late.
    expect(page.say(5600, { type: 'probe-ok', probe: 1, newVersion: true })).toEqual([])
    expect(page.say(5700, { type: 'probe-ok', probe: 2, newVersion: true })).toEqual([
      { type: 'reload', reload: { cause: 'new-version', atMs: 5700 } },
    ])
  })

  it('reloads for a part that did not come though the server has no other version: the browser would not ask again', () => {
    const page = climb()
    page.say(0, { type: 'wish', cause: 'new-version' })
    page.say(0, { type: 'wish', cause: 'missing-part' })
    page.say(0, { type: 'wish', cause: 'new-version' })
    page.say(0, { type: 'tick' })
    expect(page.say(1, { type: 'probe-ok', probe: 1, newVersion: false })).toEqual([
      { type: 'reload', reload: { cause: 'missing-part', atMs: 1 } },
    ])
  })

  it('does not reload for a newer version when the server has none', () => {
    const page = climb()
    page.say(0, { type: 'wish', cause: 'new-version' })
    page.say(0, { type: 'tick' })
    expect(page.say(1, { type: 'probe-ok', probe: 1, newVersion: false })).toEqual([])
    expect(page.ladder.wish).toBeNull()
  })

  it('never takes a form away, not even when it is opened while the server answers', () => {
    const page = climb()
    page.say(0, { type: 'wish', cause: 'new-version' })
    page.say(0, { type: 'tick' })
    page.say(1, { type: 'conditions', unsaved: true })
    expect(page.say(2, { type: 'probe-ok', probe: 1, newVersion: true })).toEqual([])
    expect(page.waits(2)).toBe('input')
    expect(page.say(10 * MINUTE, { type: 'tick' })).toEqual([])
    page.say(10 * MINUTE, { type: 'conditions', unsaved: false })
    expect(page.say(10 * MINUTE, { type: 'tick' })).toEqual([{ type: 'probe', probe: 2 }])
  })

  it('keeps to one reload in a window across pages', () => {
    const page = climb([{ cause: 'new-version', atMs: 0 }], 2000)
    page.say(3000, { type: 'wish', cause: 'new-version' })
    expect(page.say(3000, { type: 'tick' })).toEqual([])
    expect(page.waits(3000)).toBe('window')
    expect(page.say(RELOAD_WINDOW_MS, { type: 'tick' })).toEqual([{ type: 'probe', probe: 1 }])
  })

  it('leaves a page that somebody sits in front of alone', () => {
    for (const cause of ['frozen', 'crash', 'map-lost', 'quiet-hour'] as const) {
      const page = climb()
      page.say(0, { type: 'wish', cause })
      expect(page.ladder.wish).toBeNull()
      page.say(0, { type: 'conditions', unattended: true })
      page.say(0, { type: 'wish', cause })
      expect(page.ladder.wish?.cause).toBe(cause)
      page.say(1, { type: 'conditions', unattended: false })
      expect(page.ladder.wish).toBeNull()
    }
  })

  it('reloads an old wall in the quiet hour, waits for the acknowledgement, and gives up with the hour', () => {
    const wall = climb()
    wall.say(0, { type: 'conditions', unattended: true, quiet: true, unacknowledged: true })
    expect(wall.say(QUIET_MIN_AGE_MS - 1, { type: 'tick' })).toEqual([])
    expect(wall.ladder.wish).toBeNull()
    expect(wall.say(QUIET_MIN_AGE_MS, { type: 'tick' })).toEqual([])
    expect(wall.waits(QUIET_MIN_AGE_MS)).toBe('alarms')
    wall.say(QUIET_MIN_AGE_MS + 1, { type: 'conditions', unacknowledged: false })
    expect(wall.say(QUIET_MIN_AGE_MS + 2, { type: 'tick' })).toEqual([{ type: 'probe', probe: 1 }])
    wall.say(QUIET_MIN_AGE_MS + 3, { type: 'conditions', quiet: false })
    expect(wall.say(QUIET_MIN_AGE_MS + 4, { type: 'probe-ok', probe: 1, newVersion: false })).toEqual([])
  })

  it('a clock that is set back holds nothing up', () => {
    const page = climb([{ cause: 'new-version', atMs: 9_000_000 }], 0)
    page.say(1000, { type: 'wish', cause: 'new-version' })
    expect(page.say(1000, { type: 'tick' })).toEqual([{ type: 'probe', probe: 1 }])
    page.say(8_000_000, { type: 'probe-failed', probe: 1 })
    expect(page.say(2000, { type: 'tick' })).toEqual([{ type: 'probe', probe: 2 }])
  })
})

const causes = fc.constantFrom('new-version', 'missing-part', 'frozen', 'crash', 'map-lost', 'quiet-hour')
const conditions = fc.record({
  type: fc.constant('conditions' as const),
  unsaved: fc.boolean(),
  unattended: fc.boolean(),
  unacknowledged: fc.boolean(),
  quiet: fc.boolean(),
})
const events = fc.oneof(
  fc.record({ type: fc.constant('wish' as const), cause: causes }),
  conditions,
  fc.constant({ type: 'tick' as const }),
  fc.record({
    type: fc.constant('probe-ok' as const),
    probe: fc.integer({ min: 0, max: 8 }),
    newVersion: fc.boolean(),
  }),
  fc.record({ type: fc.constant('probe-failed' as const), probe: fc.integer({ min: 0, max: 8 }) }),
)

/** What is wrong with an effect, in words. */
function faultsOf(effect: LadderEffect, event: LadderEvent, before: Ladder, sinceReloadMs: number): string[] {
  const { unsaved, unattended, unacknowledged } = before.conditions
  const wanted = effect.type === 'probe' ? 'tick' : 'probe-ok'
  const faults = [event.type !== wanted && `${effect.type} on ${event.type}`, unsaved && 'over input']
  if (effect.type === 'reload') {
    const { cause } = effect.reload
    faults.push(before.phase !== 'probing' && 'without an answer')
    faults.push(sinceReloadMs < RELOAD_WINDOW_MS && 'twice in a window')
    faults.push(cause !== 'new-version' && cause !== 'missing-part' && !unattended && 'somebody is there')
    faults.push(cause === 'quiet-hour' && unacknowledged && 'over an alarm')
  }
  return faults.filter((fault) => typeof fault === 'string')
}

it('under any events: one reload a window, only after an answer, never over input, never a page with somebody there', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(events, fc.integer({ min: 0, max: 4 * MINUTE })), { maxLength: 120 }), (script) => {
      let ladder = startLadder(0, [])
      let nowMs = 0
      let lastReloadMs = -Infinity
      const broken: string[] = []
      for (const [event, pauseMs] of script) {
        nowMs += pauseMs
        const before = ladder
        const { state, effects } = stepLadder(ladder, event, nowMs)
        ladder = state
        broken.push(...effects.flatMap((effect) => faultsOf(effect, event, before, nowMs - lastReloadMs)))
        if (effects.length > 1) broken.push('two effects at once')
        if (effects.some(({ type }) => type === 'reload')) lastReloadMs = nowMs
      }
      expect(broken).toEqual([])
      // A page that wants a reload and may have it gets its probe within the longest pause.
      ladder = { ...ladder, conditions: { unsaved: false, unattended: true, unacknowledged: false, quiet: true } }
      const late = stepLadder(ladder, { type: 'tick' }, nowMs + RELOAD_WINDOW_MS + MINUTE)
      expect(late.effects[0]?.type === 'probe' || ladder.wish === null || ladder.phase === 'probing').toBe(true)
    }),
    { numRuns: 500 },
  )
})
