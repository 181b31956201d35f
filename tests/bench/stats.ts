/** Median of the finite numbers; NaN when there is none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.filter((value) => Number.isFinite(value)).toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const high = sorted[Math.floor(middle)] ?? Number.NaN
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** Theil–Sen slope of y over x (median of all pairwise slopes): one late collection does not bend it. */
export function slopeOf(samples: readonly { x: number; y: number }[]): number {
  return medianOf(samples.flatMap((a, index) => samples.slice(index + 1).map((b) => (b.y - a.y) / (b.x - a.x))))
}
