import { addDaysMs, dayStartMs, isoDateOf, zonedParts } from '../time/park-zone.ts'
import { intervalStartMs, valueAt, type IntervalSeries } from '../statistics/interval-series.ts'

const HOUR_MS = 3_600_000

export interface HourCell {
  fromMs: number
  /** Energy of the hour in kWh; null when it is not wholly known or has not passed. */
  kwh: number | null
  state: 'known' | 'missing' | 'future'
}

export interface WeekdayRow {
  /** 1 Monday to 7 Sunday. */
  weekday: number
  date: string
  isToday: boolean
  hours: readonly HourCell[]
  /** Sum of the known hours in kWh, and how many of those that have passed are known. */
  totalKwh: number
  known: number
  passed: number
}

/**
 * Energy by hour of the last seven days, today included, sorted Monday to Sunday. An hour is known when every interval
 * in it is; hours that have not ended are not missing but to come.
 *
 * @param energyKwh energy by interval, in a step that divides the hour
 */
export function lastWeekHours(energyKwh: IntervalSeries, nowMs: number, zone: string): WeekdayRow[] {
  const perHour = HOUR_MS / energyKwh.stepMs
  const todayMs = dayStartMs(nowMs, zone)
  const rows = [6, 5, 4, 3, 2, 1, 0].map((back): WeekdayRow => {
    const dayMs = addDaysMs(todayMs, -back, zone)
    const endMs = addDaysMs(dayMs, 1, zone)
    const hours: HourCell[] = []
    for (let fromMs = dayMs; fromMs < endMs; fromMs += HOUR_MS) {
      if (fromMs + HOUR_MS > nowMs) {
        hours.push({ fromMs, kwh: null, state: 'future' })
        continue
      }
      const kwh = hourSum(energyKwh, fromMs, perHour)
      hours.push({ fromMs, kwh, state: kwh === null ? 'missing' : 'known' })
    }
    const known = hours.filter(({ state }) => state === 'known')
    return {
      weekday: zonedParts(dayMs, zone).weekday,
      date: isoDateOf(dayMs, zone),
      isToday: back === 0,
      hours,
      totalKwh: known.reduce((sum, { kwh }) => sum + (kwh ?? 0), 0),
      known: known.length,
      passed: hours.filter(({ state }) => state !== 'future').length,
    }
  })
  return rows.toSorted((a, b) => a.weekday - b.weekday)
}

function hourSum(series: IntervalSeries, fromMs: number, perHour: number): number | null {
  const first = Math.round((fromMs - series.fromMs) / series.stepMs)
  if (first < 0 || intervalStartMs(series, first) !== fromMs) return null
  let sum = 0
  for (let k = first; k < first + perHour; k++) {
    const value = valueAt(series, k)
    if (value === null) return null
    sum += value
  }
  return sum
}

/** Class of a value, 0 up to the number of edges: an edge belongs to the class above it. */
export function classOfValue(value: number, edges: readonly number[]): number {
  return edges.filter((edge) => value >= edge).length
}
