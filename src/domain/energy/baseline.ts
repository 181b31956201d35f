import { medianOf, quantileOf } from '../statistics/summary.ts'
import { enough, notEnough, ratioOf, type Outcome } from '../statistics/outcome.ts'

/** One day of use with what the baseline sorts days by. */
export interface DayUse {
  /** `YYYY-MM-DD` in the park's zone. */
  date: string
  /** Days of one type are compared with each other: workday, Saturday, Sunday or holiday. */
  dayType: string
  /** Use in the unit of the figure; null when under 80 % of it was metered. */
  use: number | null
}

export interface Baseline {
  /** Median day of the type, with the band that holds the middle 80 % of its days. */
  median: number
  low: number
  high: number
  days: number
}

/** A baseline needs this many complete days of its type. */
export const MIN_BASELINE_DAYS = 5

/**
 * Energy baseline of a day type in a reference period: median, 10 % and 90 % quantile of its complete days.
 * The idea of a baseline by relevant variable is ISO 50001's; the choice of the median is ours. Confidence low.
 * Errors: `too-few-samples` under five complete days.
 */
export function baselineOf(days: readonly DayUse[], dayType: string): Outcome<Baseline> {
  const uses: number[] = []
  for (const day of days) {
    if (day.dayType === dayType && day.use !== null && Number.isFinite(day.use)) uses.push(day.use)
  }
  if (uses.length < MIN_BASELINE_DAYS) {
    return notEnough('too-few-samples', { contributing: uses.length, expected: MIN_BASELINE_DAYS })
  }
  return enough({ median: medianOf(uses), low: quantileOf(uses, 0.1), high: quantileOf(uses, 0.9), days: uses.length })
}

export interface BaselineComparison {
  /** use − median, in the unit of the use. */
  difference: number
  /** (use / median − 1) × 100. */
  changePercent: number
  place: 'below' | 'within' | 'above'
}

/** A day against its baseline. Errors: those of the baseline, `no-data`, `zero-denominator` for a baseline of zero. */
export function compareWithBaseline(use: number | null, baseline: Outcome<Baseline>): Outcome<BaselineComparison> {
  if (!baseline.ok) return baseline
  const ratio = ratioOf(use, baseline.value.median)
  if (!ratio.ok) return ratio
  const { low, high } = baseline.value
  const value = ratio.value * baseline.value.median
  return enough({
    difference: value - baseline.value.median,
    changePercent: (ratio.value - 1) * 100,
    place: value < low ? 'below' : value > high ? 'above' : 'within',
  })
}

/**
 * Intensity: use per unit of what it serves (kWh per hectare, per employee, per tonne of product, per m²).
 * Errors: `no-data`, `zero-denominator`, `negative-denominator`: a plot without product has no intensity.
 */
export function intensityOf(use: number | null, servedAmount: number | null): Outcome<number> {
  return ratioOf(use, servedAmount)
}
