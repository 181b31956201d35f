import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDayTypes } from '../../../src/domain/forecast/day-types.ts'
import { forecastLoad } from '../../../src/domain/forecast/load-forecast.ts'
import { at, DAY_MS, holidays, HOUR_MS, ZONE } from '../reference-files.ts'
import { valueOf } from '../statistics/value-of.ts'

const dayTypeOf = makeDayTypes(holidays, ZONE)
/** 60 days that end before Thursday 19 November 2026. */
const DAYS = 60
const target = at('2026-11-19T00:00:00')
const from = target - DAYS * DAY_MS

/** Load of an hour: a weekly shape, Sundays low. */
function loadAt(ms: number, level: number = 1): number {
  const hour = ((ms - from) / HOUR_MS) % 24
  const shape = 1000 + 400 * Math.sin(((hour - 6) / 24) * 2 * Math.PI)
  return shape * (dayTypeOf(ms) === 'sun' ? 0.4 : 1) * level
}
const hours = Array.from({ length: DAYS * 24 }, (_, k) => from + k * HOUR_MS)
const historyOf = (values: readonly (number | null)[]) => ({ fromMs: from, stepMs: HOUR_MS, values })
const plain = historyOf(hours.map((ms) => loadAt(ms)))

/** A fixed noise of up to ±10 %, the same at each run. */
const noise = (k: number): number => 1 + 0.1 * Math.sin(k * 12.9898 + Math.sin(k * 78.233) * 437.5)

describe('day types', () => {
  it('are the weekday in the park, and Sunday on holidays', () => {
    expect(dayTypeOf(at('2026-11-19T00:00:00'))).toBe('thu')
    expect(dayTypeOf(at('2026-11-22T23:59:59'))).toBe('sun')
    expect(dayTypeOf(at('2026-09-02T12:00:00'))).toBe('sun')
    expect(dayTypeOf(at('2026-02-17T12:00:00'))).toBe('sun')
  })
})

describe('day-ahead forecast', () => {
  it('repeats a load that repeats itself, without error', () => {
    const forecast = valueOf(forecastLoad(plain, target, ZONE, dayTypeOf))
    expect(forecast.method).toBe('same-day-mean')
    expect(forecast.expected.fromMs).toBe(target)
    expect(forecast.expected.values).toHaveLength(24)
    forecast.expected.values.forEach((value, hour) => {
      expect(value).toBeCloseTo(loadAt(target + hour * HOUR_MS), 6)
    })
    expect(forecast.error).toMatchObject({ days: 14 })
    expect(valueOf(forecast.error.wapePercent)).toBeCloseTo(0, 6)
    expect(forecast.likeDaysMs.map(dayTypeOf)).toEqual(['thu', 'thu', 'thu', 'thu'])
  })

  it('does not look at what comes later', () => {
    const later = historyOf([...plain.values, ...Array.from({ length: 48 }, () => 9e9)])
    expect(forecastLoad(later, target, ZONE, dayTypeOf)).toEqual(forecastLoad(plain, target, ZONE, dayTypeOf))
  })

  it('forecasts a holiday from Sundays', () => {
    const day = at('2026-09-02T00:00:00')
    const start = day - DAYS * DAY_MS
    const values = Array.from({ length: DAYS * 24 }, (_, k) => (dayTypeOf(start + k * HOUR_MS) === 'sun' ? 300 : 900))
    const forecast = valueOf(forecastLoad({ fromMs: start, stepMs: HOUR_MS, values }, day, ZONE, dayTypeOf))
    expect(forecast.expected.values[12]).toBeCloseTo(300, 6)
  })

  it('says its error, and its band holds most of what comes', () => {
    const all = Array.from({ length: (DAYS + 28) * 24 }, (_, k) => loadAt(from + k * HOUR_MS) * noise(k))
    let inside = 0
    for (let day = 0; day < 28; day++) {
      const forecast = valueOf(
        forecastLoad(historyOf(all.slice(0, (DAYS + day) * 24)), target + day * DAY_MS, ZONE, dayTypeOf),
      )
      const wape = valueOf(forecast.error.wapePercent)
      expect(wape).toBeGreaterThan(3)
      expect(wape).toBeLessThan(12)
      for (let hour = 0; hour < 24; hour++) {
        const was = all[(DAYS + day) * 24 + hour] ?? Number.NaN
        if (was >= (forecast.low.values[hour] ?? Infinity) && was <= (forecast.high.values[hour] ?? -Infinity))
          inside += 1
      }
    }
    expect(inside / (28 * 24)).toBeGreaterThan(0.7)
    expect(inside / (28 * 24)).toBeLessThan(0.9)
  })

  it('follows a rising level part of the way', () => {
    const rising = historyOf(hours.map((ms) => loadAt(ms, 1 + (ms - from) / (DAYS * DAY_MS))))
    const forecast = valueOf(forecastLoad(rising, target, ZONE, dayTypeOf))
    const flat = valueOf(forecastLoad(plain, target, ZONE, dayTypeOf))
    const ratio = (forecast.expected.values[12] ?? 0) / (flat.expected.values[12] ?? 1)
    expect(ratio).toBeGreaterThan(1.75)
    expect(ratio).toBeLessThan(2)
    expect(forecast.error.bias).toBeLessThan(0)
  })

  it('refuses a history that is too short or full of gaps', () => {
    const short = { ...plain, fromMs: target - 12 * DAY_MS, values: plain.values.slice(-12 * 24) }
    expect(forecastLoad(short, target, ZONE, dayTypeOf)).toMatchObject({ ok: false, reason: 'too-few-samples' })
    const holes = historyOf(plain.values.map((value, k) => (k % 3 === 0 ? null : value)))
    expect(forecastLoad(holes, target, ZONE, dayTypeOf)).toMatchObject({ ok: false, reason: 'too-few-samples' })
    expect(forecastLoad(historyOf([]), target, ZONE, dayTypeOf)).toMatchObject({ ok: false })
  })

  it('has no percentage of a load of nothing', () => {
    const forecast = valueOf(forecastLoad(historyOf(hours.map(() => 0)), target, ZONE, dayTypeOf))
    expect(forecast.error.wapePercent).toMatchObject({ ok: false, reason: 'zero-denominator' })
    expect(forecast.expected.values[3]).toBe(0)
  })

  it('keeps its band in order and is never NaN', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: -50, max: 5000 }), { freq: 12 }), { minLength: 200, maxLength: 400 }),
        (seeds) => {
          const values = hours.map((_, k) => seeds[(k * 7) % seeds.length] ?? null)
          const forecast = forecastLoad(historyOf(values), target, ZONE, dayTypeOf)
          if (!forecast.ok) return
          const { expected, low, high } = forecast.value
          expected.values.forEach((value, k) => {
            expect(value === null || Number.isFinite(value)).toBe(true)
            expect(low.values[k] ?? -Infinity).toBeLessThanOrEqual(high.values[k] ?? Infinity)
          })
        },
      ),
      { numRuns: 20 },
    )
  })
})
