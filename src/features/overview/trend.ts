function mean(part: Float64Array): number {
  return part.reduce((a, b) => a + b, 0) / part.length
}

/** Direction of the last hour: the last third against the first, at least 3 % of the size to count. */
export function trendOf(values: Float64Array): 'rising' | 'falling' | 'same' | 'unknown' {
  const known = values.filter((value) => Number.isFinite(value))
  if (known.length < 6) return 'unknown'
  const third = Math.floor(known.length / 3)
  const change = mean(known.slice(-third)) - mean(known.slice(0, third))
  const size = Math.max(Math.abs(mean(known)), 1e-9)
  if (Math.abs(change) < 0.03 * size) return 'same'
  return change > 0 ? 'rising' : 'falling'
}
