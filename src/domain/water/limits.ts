import type { LimitSet, OutfallPermit } from '../../contract/reference.ts'
import type { PointKind } from '../../contract/point-kinds.ts'
import { enough, notEnough, type Outcome } from '../statistics/outcome.ts'

/** Parameter of the limit sets that a point measures. */
export const PARAMETER_OF_POINT = {
  cod: 'cod',
  tss: 'tss',
  ammonium: 'nh4n',
  ph: 'ph',
  temperature: 'temp',
  'residual-chlorine': 'cl_res',
} as const satisfies Partial<Record<PointKind, string>>

export interface EffectiveLimit {
  parameter: string
  unit: string
  min: number | null
  max: number | null
  /** Kq · Kf where they apply, otherwise 1. */
  factor: number
  code: string
  column: string | null
  confidence: 'high' | 'medium' | 'low' | 'simulated'
}

/**
 * Limit of one parameter at one outfall: Cmax = C · Kq · Kf, except for temperature, colour, pH and coliforms.
 * Source: QCVN 40:2011/BTNMT, confidence medium; QCVN 40:2025 has no factors. The permit decides which set holds.
 * Errors: `no-limit` when the permit's set has no such parameter or its number was not verified;
 * `no-reference-value` when the set needs Kq and Kf and the permit does not give both.
 */
export function effectiveLimit(
  sets: readonly LimitSet[],
  permit: Pick<OutfallPermit, 'limitSetId' | 'kq' | 'kf'>,
  parameter: string,
): Outcome<EffectiveLimit> {
  const set = sets.find(({ id }) => id === permit.limitSetId)
  const value = set?.values[parameter]
  if (!set || !value || (value.min === null && value.max === null)) return notEnough('no-limit')
  const takesFactors = set.usesFactors && !set.factorExempt.includes(parameter)
  if (takesFactors && (permit.kq === null || permit.kf === null)) return notEnough('no-reference-value')
  const factor = takesFactors ? (permit.kq ?? 1) * (permit.kf ?? 1) : 1
  return enough({
    parameter,
    unit: value.unit,
    min: value.min === null ? null : value.min * factor,
    max: value.max === null ? null : value.max * factor,
    factor,
    code: set.code,
    column: set.column,
    confidence: value.confidence,
  })
}

/**
 * The set of a code and column for a discharge flow in m³/d; the flow must lie in its band (above, up to).
 * A set without a band fits any flow.
 */
export function limitSetFor(
  sets: readonly LimitSet[],
  code: string,
  column: string | null,
  flowM3PerDay: number,
): LimitSet | null {
  return (
    sets.find(
      (set) =>
        set.code === code &&
        set.column === column &&
        (set.flowBand === null ||
          (flowM3PerDay > (set.flowBand.moreThan ?? -Infinity) && flowM3PerDay <= (set.flowBand.upTo ?? Infinity))),
    ) ?? null
  )
}
