import { valueAt, type IntervalSeries } from '../statistics/interval-series.ts'

/** One past day by slot. */
export interface DayProfile {
  startMs: number
  /** Value of each slot, gaps null. */
  values: readonly (number | null)[]
  /** Mean of the slots that have a value. */
  mean: number
}

/**
 * Slots of a day from a history; null when the day is not wholly in it or under `minShare` of its slots have a value.
 *
 * @param startMs start of the day; must lie on the grid of the history, else there is no profile
 */
export function profileOf(
  history: IntervalSeries,
  startMs: number,
  endMs: number,
  minShare: number,
): DayProfile | null {
  const first = (startMs - history.fromMs) / history.stepMs
  const slots = (endMs - startMs) / history.stepMs
  if (!Number.isInteger(first) || !Number.isInteger(slots) || first < 0) return null
  if (first + slots > history.values.length) return null
  const values = Array.from({ length: slots }, (_, slot) => valueAt(history, first + slot))
  const known = values.filter((value) => value !== null)
  if (known.length === 0 || known.length < minShare * slots) return null
  return { startMs, values, mean: known.reduce((sum, value) => sum + value, 0) / known.length }
}
