import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWithBenchmark, meetsNorm } from '../../../src/domain/statistics/benchmark.ts'
import { meanByWeekHour, sumByDay } from '../../../src/domain/statistics/calendar-groups.ts'
import { energyOfPower, sliceSeries, sumSeries } from '../../../src/domain/statistics/interval-series.ts'
import {
  coverageGap,
  enough,
  finiteOutcome,
  notEnough,
  ratioOf,
  valueOrNull,
} from '../../../src/domain/statistics/outcome.ts'
import { isValidOn, recordOn } from '../../../src/domain/statistics/validity.ts'
import { at, DAY_MS, HOUR_MS, norms, ZONE } from '../reference-files.ts'
import { valueOf } from './value-of.ts'

const monday = at('2026-11-16T00:00:00')
const hourly = (values: (number | null)[], fromMs = monday) => ({ fromMs, stepMs: HOUR_MS, values })

const land = (green: number) => compareWithBenchmark(ratioOf(green + 10 + 1 + 4, 100, 100), '>=', 25).state
const firms = (count: number) => compareWithBenchmark(ratioOf(count, 20, 100), '>=', 20).state
const norm = (id: string) => {
  const found = norms.norms.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const record = (validFrom: string | null, validTo: string | null) => ({ validFrom, validTo })

describe('outcome', () => {
  it('tells nothing from zero from backwards', () => {
    expect(valueOf(ratioOf(1, 4, 100))).toBe(25)
    expect(ratioOf(1, 0)).toMatchObject({ ok: false, reason: 'zero-denominator' })
    expect(ratioOf(1, -2)).toMatchObject({ reason: 'negative-denominator' })
    expect(ratioOf(null, 2)).toMatchObject({ reason: 'no-data' })
    expect(ratioOf(Number.NaN, 2)).toMatchObject({ reason: 'not-finite' })
    expect([valueOrNull(enough(3)), valueOrNull(notEnough('no-data'))]).toEqual([3, null])
    expect(finiteOutcome(undefined)).toMatchObject({ reason: 'no-data' })
    expect(coverageGap(8, 10)).toBeNull()
    expect(coverageGap(7, 10)).toMatchObject({ reason: 'low-coverage', coverage: { contributing: 7, expected: 10 } })
    expect(coverageGap(0, 0)).toMatchObject({ reason: 'no-data' })
  })

  it('is never NaN', () => {
    fc.assert(
      fc.property(fc.option(fc.double()), fc.option(fc.double()), (a, b) => {
        const ratio = ratioOf(a, b, 100)
        expect(!ratio.ok || Number.isFinite(ratio.value)).toBe(true)
      }),
    )
  })
})

describe('benchmarks', () => {
  it('land: 25 % meets, 24.9 % does not', () => {
    expect([land(10), land(9.9)]).toEqual(['meets', 'does-not-meet'])
  })

  it('firms: 4 of 20 meets 20 %, 3 of 20 does not', () => {
    expect([firms(4), firms(3)]).toEqual(['meets', 'does-not-meet'])
  })

  it('are never met without data or without a benchmark', () => {
    expect(compareWithBenchmark(ratioOf(0, 0, 100), '>=', 20)).toMatchObject({
      state: 'not-enough-data',
      reason: 'zero-denominator',
    })
    expect(compareWithBenchmark(enough(5), '<=', null)).toMatchObject({ state: 'not-enough-data', reason: 'no-target' })
  })

  it('forgive rounding noise only', () => {
    expect(compareWithBenchmark(enough(0.1 + 0.2), '<=', 0.3).state).toBe('meets')
    expect(compareWithBenchmark(enough(0.1 + 0.2), '>', 0.3).state).toBe('does-not-meet')
    expect(compareWithBenchmark(enough(50), '<', 50).state).toBe('does-not-meet')
    expect(compareWithBenchmark(enough(100), '=', 100).state).toBe('meets')
  })

  it('read planning norms: 15 % of water may be lost', () => {
    expect(valueOf(meetsNorm(enough(15), norm('N-LEAK')))).toBe(true)
    expect(valueOf(meetsNorm(enough(15.1), norm('N-LEAK')))).toBe(false)
    expect(valueOf(meetsNorm(enough(46), norm('N-WAT33')))).toBe(false)
    expect(meetsNorm(enough(1), norm('N-POW'))).toMatchObject({ ok: false, reason: 'no-limit' })
    expect(meetsNorm(notEnough('low-coverage'), norm('N-LEAK'))).toMatchObject({ reason: 'low-coverage' })
  })
})

describe('groups by the park calendar', () => {
  it('sum days, with no sum under 80 % of the hours', () => {
    const values = [...Array.from({ length: 24 }, () => 2), ...Array.from({ length: 18 }, () => 1), null, null]
    expect(sumByDay(hourly(values), ZONE)).toEqual([
      { date: '2026-11-16', fromMs: monday, sum: 48, coverage: { contributing: 24, expected: 24 } },
      { date: '2026-11-17', fromMs: monday + DAY_MS, sum: null, coverage: { contributing: 18, expected: 24 } },
    ])
    expect(sumByDay(hourly([]), ZONE)).toEqual([])
  })

  it('know leap days and days that the clock makes shorter', () => {
    const february = sumByDay(
      hourly(
        Array.from({ length: 72 }, () => 1),
        at('2028-02-28T00:00:00'),
      ),
      ZONE,
    )
    expect(february.map(({ date, sum }) => [date, sum])).toEqual([
      ['2028-02-28', 24],
      ['2028-02-29', 24],
      ['2028-03-01', 24],
    ])
    const spring = sumByDay(
      hourly(
        Array.from({ length: 47 }, () => 1),
        Date.parse('2026-03-28T23:00:00Z'),
      ),
      'Europe/Berlin',
    )
    expect(spring.map(({ sum }) => sum)).toEqual([23, 24])
  })

  it('average by weekday and hour, in the park’s zone', () => {
    const cells = meanByWeekHour(hourly([1, 2, null], at('2026-11-22T23:00:00')), ZONE)
    expect(cells[6]?.[23]).toBe(1)
    expect(cells[0]?.[0]).toBe(2)
    expect(cells[0]?.[1]).toBeNull()
  })

  it('average by the hour that the clock shows on the day it changes', () => {
    const cells = meanByWeekHour(hourly([1, 2, 3, 4], Date.parse('2026-03-28T23:00:00Z')), 'Europe/Berlin')
    expect(cells[6]?.slice(0, 5)).toEqual([1, 2, null, 3, 4])
  })

  it('lose nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 200 }),
        fc.integer({ min: 0, max: 40 }),
        (values, late) => {
          const series = hourly(values, monday + late * HOUR_MS)
          const counted = sumByDay(series, ZONE).reduce((sum, { coverage }) => sum + coverage.contributing, 0)
          expect(counted).toBe(values.length)
          const half = monday + 20 * HOUR_MS
          const parts = [
            sliceSeries(series, series.fromMs, half),
            sliceSeries(series, Math.max(half, series.fromMs), Infinity),
          ]
          expect(parts.reduce((sum, part) => sum + sumSeries(part).sum, 0)).toBe(sumSeries(series).sum)
        },
      ),
    )
    expect(energyOfPower({ fromMs: 0, stepMs: HOUR_MS / 4, values: [100, null] }).values).toEqual([25, null])
  })
})

describe('dated records', () => {
  it('hold from the first day up to but not including the last', () => {
    const year = record('2026-01-01', '2027-01-01')
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((date) => isValidOn(year, date))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isValidOn(record(null, null), '1900-01-01')).toBe(true)
  })

  it('give the one that began last', () => {
    const [old, present] = [record(null, null), record('2026-06-26', null)]
    expect(recordOn([present, old], '2026-11-22')).toBe(present)
    expect(recordOn([present, old], '2026-06-25')).toBe(old)
    expect(recordOn([present], '2026-06-25')).toBeNull()
  })
})
