import { medianOf } from '../statistics/summary.ts'

const WEEK = 7
/** Fewer like days than these say nothing about what is usual. */
const LEAST_DAYS = 3

/**
 * What a meter usually shows over a day like the one that follows: median of the same weekday of the weeks before. A
 * choice of ours, confidence low. Null with fewer than three such days.
 *
 * @param days amounts of the days before, oldest first, the last one the day before; null where a day is not known
 */
export function usualOnWeekday(days: readonly (number | null)[]): number | null {
  const alike: number[] = []
  for (let k = days.length - WEEK; k >= 0; k -= WEEK) {
    const amount = days[k] ?? null
    if (amount !== null && Number.isFinite(amount)) alike.push(amount)
  }
  return alike.length >= LEAST_DAYS ? medianOf(alike) : null
}
