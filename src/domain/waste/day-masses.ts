import { registerGrowth } from '../kpi/series.ts'
import { coverageGap, enough, type Outcome } from '../statistics/outcome.ts'

/**
 * Growth of a register by day from its readings at the ends of days: value k is what day k added. A missing end leaves
 * both of its days without a number; a register that ran backwards was replaced, and its day has none either.
 *
 * @param ends reading at the end of each day; the first one only begins the count
 */
export function growthByDay(ends: readonly (number | null)[]): readonly (number | null)[] {
  return ends.slice(1).map((end, k) => registerGrowth(ends[k] ?? null, end))
}

/** Sum of several registers by day; null on a day that any of them lacks. */
export function sumByDay(registers: readonly (readonly (number | null)[])[]): readonly (number | null)[] {
  const days = Math.max(0, ...registers.map((register) => register.length))
  return Array.from({ length: days }, (_, day) => {
    let sum = 0
    for (const register of registers) {
      const value = register[day] ?? null
      if (value === null) return null
      sum += value
    }
    return sum
  })
}

/** Sum of some days. Errors: `no-data`; `low-coverage` under 80 % of the days with a number. */
export function sumOfDays(days: readonly (number | null)[]): Outcome<number> {
  const known = days.filter((value) => value !== null)
  const gap = coverageGap(known.length, days.length)
  return gap ?? enough(known.reduce((sum, value) => sum + value, 0))
}
