/**
 * Plain statistics of numbers that are known to be finite and at least one; an empty list gives NaN, so callers check
 * first and answer "not enough data".
 */

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Standard deviation of a sample (divisor n − 1); NaN under two values. */
export function sampleDeviation(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

/**
 * Quantile with straight lines between the ordered values (definition 7 of Hyndman and Fan, The American
 * Statistician 50 (1996) 361). Confidence: high.
 *
 * @param share 0 to 1
 */
export function quantileOf(values: readonly number[], share: number): number {
  return quantileOfSorted(
    values.toSorted((a, b) => a - b),
    share,
  )
}

/** As `quantileOf` for values that are in order already. */
export function quantileOfSorted(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, share))
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? Number.NaN
  // Equal ends are kept as they are: interpolating could leave a rounding remainder.
  return low === high ? low : low + (high - low) * (at - Math.floor(at))
}

export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5)
}
