import { intervalStartMs, valueAt, type IntervalSeries } from '../statistics/interval-series.ts'
import { enough, notEnough, type Outcome } from '../statistics/outcome.ts'
import type { LoadForecast } from '../forecast/load-forecast.ts'
import { highestOf } from './register-history.ts'

export interface DayPeak {
  kw: number
  /** Start of the half hour. */
  atMs: number
  /** Whether it has happened: then the forecast for the rest of the day stays below it. */
  isPast: boolean
  /** 90 % bound of the forecast's own peak, kW; null where the day is over. */
  highKw: number | null
}

/**
 * Peak demand of a day that is under way: the higher of what was measured and what is forecast for the rest.
 * Errors: those of the forecast; `no-data` when neither has a value.
 */
export function dayPeak(
  demandKw: IntervalSeries,
  forecast: Outcome<LoadForecast>,
  dayMs: number,
  nextDayMs: number,
  nowMs: number,
): Outcome<DayPeak> {
  if (!forecast.ok) return forecast
  const past = highestOf(demandKw, dayMs, Math.min(nowMs, nextDayMs))
  const { expected, high } = forecast.value
  const running = nowMs - ((nowMs - expected.fromMs) % expected.stepMs)
  const ahead = highestOf(expected, Math.max(dayMs, running), nextDayMs)
  const highKw = ahead === null ? null : valueAt(high, Math.round((ahead.atMs - high.fromMs) / high.stepMs))
  if (past !== null && (ahead === null || past.value >= ahead.value)) {
    return enough({ kw: past.value, atMs: past.atMs, isPast: true, highKw })
  }
  return ahead === null ? notEnough('no-data') : enough({ kw: ahead.value, atMs: ahead.atMs, isPast: false, highKw })
}

/** Part of a forecast from an instant on; earlier intervals are gaps. */
export function fromInstant(series: IntervalSeries, ms: number): IntervalSeries {
  return {
    ...series,
    values: series.values.map((_, k) => (intervalStartMs(series, k) + series.stepMs <= ms ? null : valueAt(series, k))),
  }
}
