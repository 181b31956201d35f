import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QualityName } from '../../../src/contract/quality.ts'
import { shareOfLimit } from '../../../src/domain/water/compliance.ts'
import { averageOf, recordStateOf, type AnalyserRecord } from '../../../src/domain/water/day-average.ts'
import { excursions } from '../../../src/domain/water/excursions.ts'
import { dayAverages, dayBucketMs, invalidSpans, RECORD_MS, recordsOf } from '../../../src/domain/water/records.ts'
import { at, DAY_MS, HOUR_MS, ZONE } from '../reference-files.ts'
import { valueOf } from '../statistics/value-of.ts'

const day = at('2026-11-18T00:00:00')
const series = (rows: readonly [mean: number | null, count: number, expected: number, worst?: QualityName][]) => ({
  mean: rows.map(([mean]) => mean),
  count: rows.map(([, count]) => count),
  expected: rows.map(([, , expected]) => expected),
  worstQuality: rows.map(([, , , worst]) => worst ?? ('Good' as const)),
})
const statesOf = (records: readonly AnalyserRecord[]) =>
  records.map(({ quality, value }) => recordStateOf(quality, value))

describe('records of five minutes', () => {
  it('are valid where at least 80 % of the samples were', () => {
    const records = recordsOf(
      series([
        [40, 1, 1],
        [null, 0, 1, 'UncertainSensorCalibration'],
        [30, 8, 10],
        [30, 7, 10, 'BadSensorFailure'],
        [null, 0, 1],
      ]),
      day,
      RECORD_MS,
    )
    expect(statesOf(records)).toEqual(['ok', 'calibrating', 'ok', 'device-error', 'no-signal'])
  })

  it('are none where nothing was due', () => {
    expect(recordsOf(series([[null, 0, 0]]), day, RECORD_MS)).toEqual([])
  })

  it('count once whatever the period of the instrument', () => {
    const fast = recordsOf(series(Array.from({ length: 12 }, () => [31, 10, 10] as const)), day, RECORD_MS)
    expect(valueOf(averageOf(fast, day, day + HOUR_MS, 12)).coverage).toEqual({ contributing: 12, expected: 12 })
  })

  it('join to spans by state', () => {
    const records = recordsOf(
      series([
        [40, 1, 1],
        [null, 0, 1, 'UncertainSensorCalibration'],
        [null, 0, 1, 'UncertainSensorCalibration'],
        [null, 0, 1, 'BadDeviceFailure'],
        [41, 1, 1],
      ]),
      day,
      RECORD_MS,
    )
    expect(invalidSpans(records, RECORD_MS)).toEqual([
      { state: 'calibrating', fromMs: day + RECORD_MS, toMs: day + 3 * RECORD_MS },
      { state: 'device-error', fromMs: day + 3 * RECORD_MS, toMs: day + 4 * RECORD_MS },
    ])
  })
})

describe('day averages', () => {
  it('begin on the midnights of the park and keep each day’s own coverage', () => {
    const hours = series(
      Array.from({ length: 49 }, (_, k) =>
        k < 24 ? ([40, 12, 12] as const) : k < 30 ? ([null, 0, 12] as const) : ([50, 12, 12] as const),
      ),
    )
    const days = dayAverages(hours, day, HOUR_MS, 3, day + 2 * DAY_MS + HOUR_MS, ZONE)
    expect(days.map(({ fromMs }) => fromMs)).toEqual([day, day + DAY_MS, day + 2 * DAY_MS])
    const [whole, gappy, today] = days.map(({ average }) => average)
    expect(whole).toMatchObject({ ok: true, value: { average: 40, coverage: { contributing: 288, expected: 288 } } })
    expect(gappy).toMatchObject({ ok: false, reason: 'low-coverage' })
    expect(today).toMatchObject({ ok: true, value: { average: 50 } })
  })

  it('take buckets whose edges fall on midnight', () => {
    expect(dayBucketMs(day, ZONE)).toBe(HOUR_MS)
    expect(dayBucketMs(day, 'Asia/Kolkata')).toBe(HOUR_MS / 2)
    expect(dayBucketMs(day, 'Asia/Kathmandu')).toBe(HOUR_MS / 4)
  })
})

describe('internal limit', () => {
  const limit = { min: null, max: 50 }
  const run = (values: readonly (number | 'calibrating')[]) =>
    excursions(
      values.map((value, k): AnalyserRecord => ({
        timeMs: day + k * RECORD_MS,
        value: value === 'calibrating' ? 99 : value,
        quality: value === 'calibrating' ? 'UncertainSensorCalibration' : 'Good',
      })),
      limit,
      RECORD_MS,
    )

  it('is an alarm after 15 minutes outside, not before', () => {
    expect(run([49, 51, 52, 49])).toEqual([
      { fromMs: day + RECORD_MS, toMs: day + 3 * RECORD_MS, alarmMs: null, worst: 52, isOpen: false },
    ])
    expect(run([49, 51, 58, 52])).toEqual([
      { fromMs: day + RECORD_MS, toMs: day + 4 * RECORD_MS, alarmMs: day + 4 * RECORD_MS, worst: 58, isOpen: true },
    ])
  })

  it('stands on the bound without breaking it', () => {
    expect(run([50, 50, 50, 50])).toEqual([])
  })

  it('is neither left nor kept by a calibration', () => {
    expect(run([51, 51, 'calibrating', 51])).toMatchObject([{ fromMs: day, alarmMs: day + 4 * RECORD_MS }])
    expect(run(['calibrating', 'calibrating', 'calibrating', 'calibrating'])).toEqual([])
  })

  it('counts no time twice', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant('calibrating' as const))
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        const found = run(values)
        for (const [k, one] of found.entries()) {
          expect(one.worst).toBeGreaterThan(50)
          expect(one.fromMs).toBeLessThan(one.toMs)
          expect(one.fromMs).toBeGreaterThanOrEqual(found[k - 1]?.toMs ?? day)
        }
      }),
    )
  })
})

describe('share of a limit', () => {
  it.each([
    [30, null, 60, 0.5],
    [66, null, 60, 1.1],
    [7.5, 6, 9, 0],
    [9, 6, 9, 1],
    [5.25, 6, 9, 1.5],
    [3, 1.5, null, 0.5],
  ])('%d of %s to %s is %d', (value, min, max, share) => {
    expect(shareOfLimit(value, { min, max })).toBeCloseTo(share, 9)
  })

  it('has no scale without bounds, between equal ones and for what is no number', () => {
    expect(shareOfLimit(3, { min: null, max: null })).toBeNull()
    expect(shareOfLimit(3, { min: 5, max: 5 })).toBeNull()
    expect(shareOfLimit(3, { min: null, max: 0 })).toBeNull()
    expect(shareOfLimit(Number.NaN, { min: null, max: 60 })).toBeNull()
  })
})
