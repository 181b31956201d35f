import { MIN_COVERAGE } from '../quality/total.ts'
import { addDaysMs, dayStartMs, isoDateOf, zonedParts } from '../time/park-zone.ts'
import { intervalStartMs, seriesEndMs, valueAt, type IntervalSeries } from './interval-series.ts'
import type { Coverage } from './outcome.ts'

const HOUR_MS = 3_600_000

/** One calendar day of the park. */
export interface DayGroup {
  /** `YYYY-MM-DD` in the park's zone. */
  date: string
  fromMs: number
  /** Sum of the day's intervals; null under 80 % of the intervals that the day should have. */
  sum: number | null
  coverage: Coverage
}

/**
 * Sums of an interval series by day of the park's calendar. An interval belongs to the day in which it begins. Days
 * at the ends that are not wholly in the series lack intervals and have no sum for it.
 */
export function sumByDay(series: IntervalSeries, zone: string): DayGroup[] {
  const groups: DayGroup[] = []
  const endMs = seriesEndMs(series)
  let k = 0
  for (let fromMs = dayStartMs(series.fromMs, zone); fromMs < endMs && series.values.length > 0;) {
    const toMs = addDaysMs(fromMs, 1, zone)
    let sum = 0
    let contributing = 0
    for (; k < series.values.length && intervalStartMs(series, k) < toMs; k++) {
      const value = valueAt(series, k)
      if (value === null) continue
      sum += value
      contributing += 1
    }
    const expected = Math.round((toMs - fromMs) / series.stepMs)
    const isCovered = contributing > 0 && contributing >= MIN_COVERAGE * expected
    groups.push({
      date: isoDateOf(fromMs, zone),
      fromMs,
      sum: isCovered ? sum : null,
      coverage: { contributing, expected },
    })
    fromMs = toMs
  }
  return groups
}

/**
 * Means by hour of the day and weekday in the park's zone, for the heat map of hour by weekday: row 0 is Monday,
 * column 0 is midnight to one. Cells without a value are null, not zero.
 */
export function meanByWeekHour(series: IntervalSeries, zone: string): (number | null)[][] {
  const sums = new Float64Array(7 * 24)
  const counts = new Uint32Array(7 * 24)
  let day = { fromMs: 0, toMs: -Infinity, weekday: 1 }
  for (let k = 0; k < series.values.length; k++) {
    const value = valueAt(series, k)
    if (value === null) continue
    const atMs = intervalStartMs(series, k)
    if (atMs >= day.toMs) day = dayAt(atMs, zone)
    const cell = (day.weekday - 1) * 24 + hourIn(day, atMs, zone)
    sums[cell] = (sums[cell] ?? 0) + value
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return Array.from({ length: 7 }, (_row, row) =>
    Array.from({ length: 24 }, (_cell, hour) => {
      const count = counts[row * 24 + hour] ?? 0
      return count > 0 ? (sums[row * 24 + hour] ?? 0) / count : null
    }),
  )
}

interface Day {
  fromMs: number
  toMs: number
  weekday: number
}

function dayAt(ms: number, zone: string): Day {
  return { fromMs: dayStartMs(ms, zone), toMs: addDaysMs(ms, 1, zone), weekday: zonedParts(ms, zone).weekday }
}

/** Hour that the clock shows. Only days on which the clock changes need the calendar, which is slow. */
function hourIn(day: Day, ms: number, zone: string): number {
  if (day.toMs - day.fromMs !== 24 * HOUR_MS) return zonedParts(ms, zone).hour
  return Math.floor((ms - day.fromMs) / HOUR_MS)
}
