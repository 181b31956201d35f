import type { HistorySeries } from '../../contract/readings.ts'

/** Columns that figures are worked out from. */
export type BucketSeries = Pick<HistorySeries, 'min' | 'mean' | 'max' | 'last' | 'count' | 'expected'>
export type SeriesById = ReadonlyMap<string, BucketSeries>

const MIN_SHARE = 0.8

function combine(
  series: readonly (BucketSeries | undefined)[],
  buckets: number,
  fold: (into: number, value: number) => number,
  start: number,
): Float64Array {
  const result = new Float64Array(buckets).fill(Number.NaN)
  for (let k = 0; k < buckets; k++) {
    let total = start
    let known = 0
    for (const one of series) {
      const mean = one?.mean[k] ?? null
      if (mean === null) continue
      total = fold(total, mean)
      known += 1
    }
    if (known > 0 && known >= MIN_SHARE * series.length) result[k] = total
  }
  return result
}

/** Sum of mean values by bucket; NaN where under 80 % of the inputs have one. */
export function sumBuckets(series: readonly (BucketSeries | undefined)[], buckets: number): Float64Array {
  return combine(series, buckets, (a, b) => a + b, 0)
}

/** Lowest mean value by bucket; NaN where under 80 % of the inputs have one. */
export function minBuckets(series: readonly (BucketSeries | undefined)[], buckets: number): Float64Array {
  return combine(series, buckets, Math.min, Infinity)
}

/** First reading of a register in a series, or null: the lowest of the first bucket that has any. */
export function firstOf(series: BucketSeries | undefined): number | null {
  return series?.min.find((value) => value !== null) ?? null
}

/** Growth of a register; null when an end is missing, or when it ran backwards (replacement, roll-over). */
export function registerGrowth(start: number | null, end: number | null): number | null {
  if (start === null || end === null || !Number.isFinite(start) || !Number.isFinite(end)) return null
  return end >= start ? end - start : null
}

export interface DayMean {
  /** Null when there is no valid record. */
  mean: number | null
  valid: number
  expected: number
}

/** Average of valid records of some series from a bucket on: Σ mean × count / Σ count. */
export function validMean(series: readonly (BucketSeries | undefined)[], fromBucket: number): DayMean {
  let weighted = 0
  let valid = 0
  let expected = 0
  for (const one of series) {
    if (!one) continue
    for (let k = Math.max(0, fromBucket); k < one.mean.length; k++) {
      const mean = one.mean[k] ?? null
      const count = one.count[k] ?? 0
      expected += one.expected[k] ?? 0
      if (mean === null) continue
      weighted += mean * count
      valid += count
    }
  }
  return { mean: valid > 0 ? weighted / valid : null, valid, expected }
}
