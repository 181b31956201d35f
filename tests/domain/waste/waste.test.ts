import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LegalClock } from '../../../src/contract/reference.ts'
import { forecastFull } from '../../../src/domain/waste/container-forecast.ts'
import { reviewExchange } from '../../../src/domain/waste/exchanges.ts'
import { FILL_RULES, type FillSample } from '../../../src/domain/waste/fill-cycles.ts'
import { readLegalClock } from '../../../src/domain/waste/legal-clocks.ts'
import {
  diversionOf,
  diversionPercent,
  hazardousTrigger,
  type WasteRecord,
  wasteByStream,
} from '../../../src/domain/waste/waste-streams.ts'
import { at, DAY_MS, HOUR_MS, norms } from '../reference-files.ts'
import { valueOf } from '../statistics/value-of.ts'

function clock(id: LegalClock['id']): LegalClock {
  const found = norms.legalClocks.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const dayBefore = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)
const now = at('2026-11-18T12:00:00')

const reached = (month: number, year: number) =>
  valueOf(hazardousTrigger(month, year, norms.hazardousPermitTrigger)).isReached

/** Hourly levels that end now. */
const levels = (list: (number | null)[]): FillSample[] =>
  list.map((percent, i) => ({ timeMs: now - (list.length - 1 - i) * HOUR_MS, percent }))

describe('legal clocks', () => {
  it.each([
    ['hazardous-lot', 299, 'within'],
    ['hazardous-lot', 300, 'warning'],
    ['hazardous-lot', 364, 'warning'],
    ['hazardous-lot', 365, 'due'],
    ['hazardous-lot', 366, 'exceeded'],
    ['hazardous-manifest', 149, 'within'],
    ['hazardous-manifest', 150, 'warning'],
    ['hazardous-manifest', 183, 'due'],
    ['hazardous-manifest', 184, 'exceeded'],
  ] as const)('%s of %s days is %s', (id, days, state) => {
    // Over 29 February as well.
    for (const today of ['2026-11-22', '2028-03-01', '2027-01-01']) {
      const reading = valueOf(readLegalClock(clock(id), dayBefore(today, days), today))
      expect(reading).toMatchObject({ ageDays: days, state, daysLeft: clock(id).limitDays - days })
    }
  })

  it('names the last lawful day and refuses what is no date', () => {
    expect(valueOf(readLegalClock(clock('hazardous-lot'), '2027-03-01', '2027-03-02')).lastDay).toBe('2028-02-29')
    for (const from of [null, '', '2026-02-30', '18/11/2026', '2026-13-01']) {
      expect(readLegalClock(clock('hazardous-lot'), from, '2026-11-22')).toMatchObject({ ok: false, reason: 'no-data' })
    }
    expect(valueOf(readLegalClock(clock('hazardous-lot'), '2026-11-23', '2026-11-22'))).toMatchObject({
      ageDays: -1,
      state: 'within',
    })
  })
})

describe('streams', () => {
  const records: WasteRecord[] = [
    { stream: 'recyclable', route: 'recycled', massT: 6, atMs: now },
    { stream: 'domestic', route: 'landfilled', massT: 3, atMs: now + 1 },
    { stream: 'domestic', route: 'energy-recovery', massT: 1, atMs: now + 2 },
    { stream: 'sludge', route: 'reused', massT: 100, atMs: now + HOUR_MS },
  ]

  it('are summed by kind in the period, with the diverted share', () => {
    const totals = wasteByStream(records, now, now + HOUR_MS)
    expect(totals.get('domestic')).toEqual({ massT: 4, divertedT: 0, records: 2, unweighed: 0 })
    expect(totals.has('sludge')).toBe(false)
    expect(valueOf(diversionOf(totals))).toBe(60)
  })

  it('say when loads were not weighed, and when nothing was generated', () => {
    const bad = { stream: 'domestic', route: 'landfilled', atMs: now } as const
    const totals = wasteByStream([...records, { ...bad, massT: null }, { ...bad, massT: -2 }], now, now + HOUR_MS)
    expect(totals.get('domestic')).toMatchObject({ massT: 4, unweighed: 2 })
    expect(diversionOf(totals)).toEqual({
      ok: false,
      reason: 'low-coverage',
      coverage: { contributing: 3, expected: 5 },
    })
    expect(diversionOf(new Map())).toMatchObject({ reason: 'no-data' })
    expect(diversionPercent(0, 0)).toMatchObject({ reason: 'zero-denominator' })
  })

  it('need a permit from 100 kg a month or 1,200 kg a year', () => {
    expect([reached(99.9, 1199.9), reached(100, 100), reached(0, 1200)]).toEqual([false, true, true])
    expect(hazardousTrigger(null, 5, norms.hazardousPermitTrigger)).toMatchObject({ reason: 'no-data' })
  })
})

describe('container', () => {
  it('is full when the line reaches the level', () => {
    const forecast = valueOf(forecastFull(levels([30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40]), now))
    expect(forecast).toMatchObject({ percentPerDay: 24, percentNow: 40, emptiedAtMs: null, method: 'theil-sen' })
    expect(forecast.fullAtMs).toBeCloseTo(now + 45 * HOUR_MS, -1)
    expect(forecast.earliestMs).toBeCloseTo(forecast.fullAtMs, -1)
  })

  it('starts after the last emptying and is not bent by a wild reading', () => {
    const forecast = valueOf(forecastFull(levels([80, 82, 84, 5, 7, 9, 11, 99, 15, 17, 19, null, 23]), now))
    expect(forecast.emptiedAtMs).not.toBeNull()
    expect(forecast.percentPerDay).toBeCloseTo(48, 0)
  })

  it('gives no time when it does not fill or has too few readings', () => {
    expect(forecastFull(levels([50, 50, 49, 49, 48, 48, 47]), now)).toMatchObject({ ok: false, reason: 'not-filling' })
    expect(forecastFull(levels([50, 50, 50, 50, 50, 50]), now)).toMatchObject({ ok: false, reason: 'not-filling' })
    expect(forecastFull(levels([80, 3, 4]), now)).toMatchObject({ ok: false, reason: 'too-few-samples' })
    expect(forecastFull([], now)).toMatchObject({ ok: false, reason: 'too-few-samples' })
  })

  it('keeps its band in order and is never NaN', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { maxLength: 40 }), (list) => {
        const forecast = forecastFull(levels(list), now, { ...FILL_RULES, emptiedBy: 101 })
        if (!forecast.ok) return
        const { earliestMs, fullAtMs, latestMs } = forecast.value
        expect(Number.isFinite(fullAtMs)).toBe(true)
        expect(earliestMs).toBeLessThanOrEqual(fullAtMs)
        expect(latestMs ?? Infinity).toBeGreaterThanOrEqual(fullAtMs)
      }),
    )
  })
})

describe('exchange', () => {
  const contract = { id: 'steam', unit: 't', amountPerYear: 3652.5, fromMs: now, toMs: null }

  it('is judged by the share of the year in which it held', () => {
    const review = valueOf(
      reviewExchange(contract, [9, 9, null, 9, 9, 9, 9, 9, 9, 9], now - 5 * DAY_MS, now + 10 * DAY_MS),
    )
    expect(review.contracted).toBeCloseTo(100, 9)
    expect(review).toMatchObject({ actual: 81, coverage: { contributing: 9, expected: 10 } })
    expect(review.fulfilmentPercent).toBeCloseTo(81, 9)
    expect(review.difference).toBeCloseTo(-19, 9)
  })

  it('has no verdict without a contract, without measurements, before it began', () => {
    const end = now + DAY_MS
    expect(reviewExchange({ ...contract, amountPerYear: null }, [1], now, end)).toMatchObject({ reason: 'no-target' })
    expect(reviewExchange({ ...contract, amountPerYear: 0 }, [1], now, end)).toMatchObject({
      reason: 'zero-denominator',
    })
    expect(reviewExchange(contract, [1, null], now, end)).toMatchObject({ reason: 'low-coverage' })
    expect(reviewExchange(contract, [null], now, end)).toMatchObject({ reason: 'no-data' })
    expect(reviewExchange(contract, [1], now - DAY_MS, now)).toMatchObject({ reason: 'no-target' })
  })
})
