import {
  baselineOf,
  compareWithBaseline,
  type Baseline,
  type BaselineComparison,
  type DayUse,
} from '../energy/baseline.ts'
import type { DayTypeOf } from '../forecast/day-types.ts'
import { sumByDay } from '../statistics/calendar-groups.ts'
import type { IntervalSeries } from '../statistics/interval-series.ts'
import type { Outcome } from '../statistics/outcome.ts'
import { addDaysMs, isoDateOf } from '../time/park-zone.ts'

/** Days that a factory spends alike: working days, Saturdays, and Sundays with public holidays. */
export type WorkType = 'workday' | 'saturday' | 'sunday'

/** Days of history that hold five of every type, with the day that is compared. */
export const BASELINE_DAYS = 36

export function workTypeOf(dayTypeOf: DayTypeOf, ms: number): WorkType {
  const type = dayTypeOf(ms)
  if (type === 'sat') return 'saturday'
  return type === 'sun' ? 'sunday' : 'workday'
}

export interface OwnBaseline {
  type: WorkType
  baseline: Outcome<Baseline>
  comparison: Outcome<BaselineComparison>
}

/**
 * A day of use against the days of its own type before it. The day itself is not in its baseline.
 *
 * @param use kWh or m³ by interval, over the days before and the day itself
 * @param dayMs start of the day that is compared, in the park's zone
 */
export function againstOwnBaseline(
  use: IntervalSeries,
  dayMs: number,
  zone: string,
  dayTypeOf: DayTypeOf,
): OwnBaseline {
  const type = workTypeOf(dayTypeOf, dayMs)
  const date = isoDateOf(dayMs, zone)
  const days = sumByDay(use, zone)
  const before: DayUse[] = days
    .filter(({ fromMs }) => fromMs < dayMs)
    .map((day) => ({ date: day.date, dayType: workTypeOf(dayTypeOf, day.fromMs), use: day.sum }))
  const baseline = baselineOf(before, type)
  const own = days.find((day) => day.date === date)
  return { type, baseline, comparison: compareWithBaseline(own?.sum ?? null, baseline) }
}

export interface ComparedDays {
  /** Today so far, yesterday whole, the same weekday a week ago whole, and that day up to the same time. */
  today: number | null
  yesterday: number | null
  weekBefore: number | null
  weekBeforeSoFar: number | null
}

/** Sums of the days that a manager compares; a day under 80 % coverage has none. */
export function comparedDays(use: IntervalSeries, midnightMs: number, nowMs: number, zone: string): ComparedDays {
  const days = sumByDay(use, zone)
  const sumOf = (fromMs: number): number | null => days.find((day) => day.fromMs === fromMs)?.sum ?? null
  const weekMs = addDaysMs(midnightMs, -7, zone)
  return {
    today: sumBetween(use, midnightMs, nowMs),
    yesterday: sumOf(addDaysMs(midnightMs, -1, zone)),
    weekBefore: sumOf(weekMs),
    weekBeforeSoFar: sumBetween(use, weekMs, weekMs + (nowMs - midnightMs)),
  }
}

function sumBetween(use: IntervalSeries, fromMs: number, toMs: number): number | null {
  let sum = 0
  let known = 0
  let due = 0
  for (let k = 0; k < use.values.length; k++) {
    const atMs = use.fromMs + k * use.stepMs
    if (atMs < fromMs || atMs + use.stepMs > toMs) continue
    due += 1
    const value = use.values[k] ?? null
    if (value === null || !Number.isFinite(value)) continue
    sum += value
    known += 1
  }
  return known > 0 && known >= 0.8 * due ? sum : null
}
