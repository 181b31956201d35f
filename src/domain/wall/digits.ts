/** Digits that can be read at a glance from afar, and that a row of a wall has room for. */
const MOST_DIGITS = 5

/**
 * Decimals of a figure on a wall: those of its definition as long as all digits are at most five, fewer for larger
 * numbers. 1,092.8 keeps its decimal, 10,928.4 does not. Unit: none. Never fails: what is no number keeps them.
 */
export function wallDecimals(value: number | null, decimals: number): number {
  if (value === null || !Number.isFinite(value)) return decimals
  const whole = Math.max(1, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) + 1)
  return Math.max(0, Math.min(decimals, MOST_DIGITS - whole))
}
