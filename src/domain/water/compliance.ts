import type { NotEnoughReason, Outcome } from '../statistics/outcome.ts'
import type { DayAverage, DayProjection } from './day-average.ts'
import type { EffectiveLimit } from './limits.ts'

/** "Not enough data" is a state of its own: it is never a pass. */
export type ComplianceState = 'meets' | 'exceeds' | 'not-enough-data'

export interface ParameterCompliance {
  parameter: string
  state: ComplianceState
  /** Why there is no verdict. */
  reason: NotEnoughReason | null
  average: Outcome<DayAverage>
  limit: Outcome<EffectiveLimit>
  /** Distance to the nearest bound in its unit: positive inside, negative outside; null without a verdict. */
  margin: number | null
  /** average / upper bound × 100; null without an upper bound above zero. */
  percentOfLimit: number | null
}

/**
 * Day average of a parameter against its permit limit; the bounds themselves meet.
 * Source: Decree 08/2022/NĐ-CP Article 97.4đ (24 h average against the highest value allowed), confidence high.
 */
export function parameterCompliance(
  parameter: string,
  average: Outcome<DayAverage>,
  limit: Outcome<EffectiveLimit>,
): ParameterCompliance {
  const open = { parameter, average, limit, margin: null, percentOfLimit: null }
  if (!limit.ok) return { ...open, state: 'not-enough-data', reason: limit.reason }
  if (!average.ok) return { ...open, state: 'not-enough-data', reason: average.reason }
  const value = average.value.average
  const margin = marginOf(value, limit.value)
  if (!Number.isFinite(margin)) return { ...open, state: 'not-enough-data', reason: 'no-limit' }
  const { max } = limit.value
  return {
    ...open,
    state: margin >= 0 ? 'meets' : 'exceeds',
    reason: null,
    margin,
    percentOfLimit: max !== null && max > 0 ? (value / max) * 100 : null,
  }
}

/** Distance to the nearest bound, negative outside; infinite when there is no bound. */
export function marginOf(value: number, limit: Pick<EffectiveLimit, 'min' | 'max'>): number {
  return Math.min(limit.max === null ? Infinity : limit.max - value, limit.min === null ? Infinity : value - limit.min)
}

/**
 * How much of a limit a value uses up: 0 is far from it, 1 stands on it, more is outside. With an upper bound alone it
 * is value / bound; with two, the distance from their middle over half of their width (pH); null where the bounds give
 * no scale.
 */
export function shareOfLimit(value: number, { min, max }: Pick<EffectiveLimit, 'min' | 'max'>): number | null {
  if (!Number.isFinite(value)) return null
  if (min !== null && max !== null) return max > min ? Math.abs(value - (min + max) / 2) / ((max - min) / 2) : null
  if (max !== null) return max > 0 ? value / max : null
  return min !== null && value > 0 ? min / value : null
}

/** Whether the projected day average would break its limit by midnight; null when either is not known. */
export function willExceed(projection: Outcome<DayProjection>, limit: Outcome<EffectiveLimit>): boolean | null {
  if (!projection.ok || !limit.ok) return null
  return marginOf(projection.value.projected, limit.value) < 0
}

export interface OutfallCompliance {
  state: ComplianceState
  parameters: readonly ParameterCompliance[]
  /** Parameters that the permit asks for, and those with a verdict. */
  decided: number
  required: number
}

/**
 * An outfall exceeds when any parameter exceeds; it meets only when every required parameter has a verdict and
 * meets. An empty list is not enough data.
 */
export function outfallCompliance(parameters: readonly ParameterCompliance[]): OutfallCompliance {
  const decided = parameters.filter(({ state }) => state !== 'not-enough-data').length
  const exceeds = parameters.some(({ state }) => state === 'exceeds')
  const isComplete = parameters.length > 0 && decided === parameters.length
  const state: ComplianceState = exceeds ? 'exceeds' : isComplete ? 'meets' : 'not-enough-data'
  return { state, parameters, decided, required: parameters.length }
}
