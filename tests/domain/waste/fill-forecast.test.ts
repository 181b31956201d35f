import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastFull, sinceEmptied } from '../../../src/domain/waste/container-forecast.ts'
import { compareDue, judgeContainer, visitMs } from '../../../src/domain/waste/container-due.ts'
import { FILL_RULES, fillCycles, knownFills, type FillSample } from '../../../src/domain/waste/fill-cycles.ts'
import { notEnough } from '../../../src/domain/statistics/outcome.ts'
import { at, HOUR_MS } from '../reference-files.ts'
import { valueOf } from '../statistics/value-of.ts'

const now = at('2026-11-20T10:00:00')
const levels = (list: (number | null)[]): FillSample[] =>
  list.map((percent, i) => ({ timeMs: now - (list.length - 1 - i) * HOUR_MS, percent }))
const cyclesOf = (list: (number | null)[]) => fillCycles(knownFills(levels(list), now))

describe('fill cycles', () => {
  it('begin at every emptying, also of a container that was nearly empty', () => {
    const cycles = cyclesOf([60, 64, 68, 2, 5, 8, 11, 1, 3, 5])
    expect(cycles.map(({ samples }) => samples.length)).toEqual([3, 4, 3])
    expect(cycles[0]?.emptiedAtMs).toBeNull()
    expect(cycles[2]?.emptiedAtMs).toBe(now - 2 * HOUR_MS)
  })

  it('are not cut by a wild reading, by noise or by a gap', () => {
    expect(cyclesOf([50, 52, 54, 3, 58, 60, 62])).toHaveLength(1)
    expect(cyclesOf([50, 47, 51, 48, 52])).toHaveLength(1)
    expect(cyclesOf([50, 52, null, null, null, 60, 62])).toHaveLength(1)
  })

  it('see an emptying behind a gap', () => {
    expect(cyclesOf([70, 72, 74, null, null, 4, 6, 8])).toHaveLength(2)
  })

  it('a container that was never emptied has one cycle without a beginning', () => {
    expect(cyclesOf([10, 12, 14])).toEqual([expect.objectContaining({ emptiedAtMs: null })])
    expect(cyclesOf([])).toEqual([{ emptiedAtMs: null, samples: [] }])
  })

  it('keep every reading once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: -10, max: 120, noNaN: true })), { maxLength: 60 }), (list) => {
        const known = knownFills(levels(list), now)
        expect(fillCycles(known).flatMap(({ samples }) => samples)).toEqual(known)
      }),
    )
  })
})

describe('forecast just after an emptying', () => {
  const rising = [10, 20, 30, 40, 50, 60, 70, 80]

  it('takes the pace of the cycles before, with their slowest and fastest as band', () => {
    const slow = rising.map((percent) => percent / 2)
    const forecast = valueOf(forecastFull(levels([...rising, ...slow, 1, 11]), now))
    expect(forecast).toMatchObject({ method: 'earlier-cycles', samples: 2, percentNow: 11 })
    expect(forecast.percentPerDay).toBeCloseTo(180, 6)
    expect(forecast.earliestMs).toBeCloseTo(now + (74 / 240) * 24 * HOUR_MS, -1)
    expect(forecast.latestMs).toBeCloseTo(now + (74 / 120) * 24 * HOUR_MS, -1)
  })

  it('says not enough data where no cycle before can tell', () => {
    expect(forecastFull(levels([70, 80, 1, 2]), now)).toMatchObject({ ok: false, reason: 'too-few-samples' })
  })

  it('never gives NaN nor a band out of order', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 118 })), { maxLength: 80 }), (list) => {
        const forecast = forecastFull(levels(list), now)
        if (!forecast.ok) return
        const { earliestMs, fullAtMs, latestMs } = forecast.value
        expect(Number.isFinite(fullAtMs) && Number.isFinite(earliestMs)).toBe(true)
        expect(earliestMs).toBeLessThanOrEqual(fullAtMs)
        expect(latestMs ?? Infinity).toBeGreaterThanOrEqual(fullAtMs)
      }),
    )
  })
})

describe('container due', () => {
  const forecast = forecastFull(levels([30, 32, 34, 36, 38, 40]), now)
  const full = valueOf(forecast).fullAtMs
  const judge = (percent: number | null, visit: number | null) =>
    judgeContainer(percent, forecast, visit, now, FILL_RULES.fullPercent)

  it('is judged by the forecast against the visit', () => {
    expect(judge(40, full + 1)).toEqual({ state: 'before-visit', byMs: full })
    expect(judge(40, full)).toEqual({ state: 'in-time', byMs: full })
    expect(judge(40, null)).toEqual({ state: 'no-visit', byMs: full })
  })

  it('is full by its level alone, and unknown without level or forecast', () => {
    expect(judgeContainer(85, notEnough('no-data'), null, now, 85)).toEqual({ state: 'full', byMs: now })
    expect(judge(null, full + 1)).toEqual({ state: 'unknown', byMs: null })
    expect(judgeContainer(84.9, notEnough('not-filling'), full, now, 85)).toEqual({ state: 'unknown', byMs: null })
  })

  it('sorts the soonest first and the unknown last', () => {
    const list = [judge(null, null), judge(40, null), { state: 'full', byMs: now } as const]
    expect(list.toSorted(compareDue).map(({ state }) => state)).toEqual(['full', 'no-visit', 'unknown'])
    expect(compareDue(judge(null, null), judge(null, null))).toBe(0)
  })

  it('counts the visit by the share of the way, or the start where no round was seen', () => {
    const idle = { runningSinceMs: null, nextStartMs: now }
    expect(visitMs({ ...idle, durationMs: 4 * HOUR_MS }, 5000, 20_000, now)).toBe(now + HOUR_MS)
    expect(visitMs({ ...idle, durationMs: null }, 5000, 20_000, now)).toBe(now)
    expect(visitMs({ ...idle, durationMs: HOUR_MS }, 5000, 0, now)).toBe(now)
  })

  it('counts the round under way while the stop lies ahead', () => {
    const times = { runningSinceMs: now - HOUR_MS, nextStartMs: now + 24 * HOUR_MS, durationMs: 4 * HOUR_MS }
    expect(visitMs(times, 10_000, 20_000, now)).toBe(now + HOUR_MS)
    expect(visitMs(times, 4500, 20_000, now)).toBe(now)
    expect(visitMs(times, 1000, 20_000, now)).toBe(now + 24 * HOUR_MS + 0.05 * 4 * HOUR_MS)
  })
})

describe('a forecast that is older than the last emptying', () => {
  const filling = forecastFull(levels([40, 42, 44, 46, 48, 50, 52, 54]), now)

  it('goes on from the level read now at the same pace', () => {
    const { percentPerDay } = valueOf(filling)
    const after = valueOf(sinceEmptied(filling, 1, now + HOUR_MS))
    expect(after.fullAtMs).toBeCloseTo(now + HOUR_MS + (84 / percentPerDay) * 24 * HOUR_MS, -2)
    expect(after.earliestMs).toBeLessThanOrEqual(after.fullAtMs)
    expect(after.method).toBe('earlier-cycles')
  })

  it('stays where the level agrees, is not known, or there is none', () => {
    expect(sinceEmptied(filling, 55, now + HOUR_MS)).toBe(filling)
    expect(sinceEmptied(filling, null, now)).toBe(filling)
    const none = notEnough('not-filling')
    expect(sinceEmptied(none, 3, now)).toBe(none)
  })
})
