/**
 * Values of equal intervals, as a history column has them: value k belongs to
 * [fromMs + k·stepMs, fromMs + (k + 1)·stepMs). `null` is a gap.
 */
export interface IntervalSeries {
  fromMs: number
  stepMs: number
  values: readonly (number | null)[]
}

/** Value of interval k, or null for a gap, for what is not finite and outside of the series. */
export function valueAt(series: IntervalSeries, k: number): number | null {
  const value = series.values[k] ?? null
  return value !== null && Number.isFinite(value) ? value : null
}

/** Start of interval k, epoch milliseconds. */
export function intervalStartMs(series: IntervalSeries, k: number): number {
  return series.fromMs + k * series.stepMs
}

/** End of the series, epoch milliseconds. */
export function seriesEndMs(series: IntervalSeries): number {
  return intervalStartMs(series, series.values.length)
}

/** Intervals that lie wholly inside [fromMs, toMs), clipped to the series. */
export function sliceSeries(series: IntervalSeries, fromMs: number, toMs: number): IntervalSeries {
  const first = Math.max(0, Math.ceil((fromMs - series.fromMs) / series.stepMs))
  const last = Math.min(series.values.length, Math.floor((toMs - series.fromMs) / series.stepMs))
  return {
    fromMs: intervalStartMs(series, first),
    stepMs: series.stepMs,
    values: last > first ? series.values.slice(first, last) : [],
  }
}

export interface SeriesSum {
  sum: number
  /** Intervals with a value, and intervals. */
  contributing: number
  expected: number
}

/** Sum over the intervals that have a value, with how many have. */
export function sumSeries(series: IntervalSeries): SeriesSum {
  let sum = 0
  let contributing = 0
  for (let k = 0; k < series.values.length; k++) {
    const value = valueAt(series, k)
    if (value === null) continue
    sum += value
    contributing += 1
  }
  return { sum, contributing, expected: series.values.length }
}

/** Energy of each interval in kWh from its mean power in kW: kWh = kW × h. Gaps stay gaps. */
export function energyOfPower(meanPowerKw: IntervalSeries): IntervalSeries {
  const hours = meanPowerKw.stepMs / 3_600_000
  return { ...meanPowerKw, values: meanPowerKw.values.map((_, k) => scaled(valueAt(meanPowerKw, k), hours)) }
}

function scaled(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor
}
