/** A limit with its deadband, in the unit of the value. */
export interface LimitSpec {
  type: 'high' | 'low'
  limit: number
  /** How far the value has to come back within the limit before the condition ends. */
  deadband: number
}

/**
 * Whether a value is beyond its limit, given whether it was before: it goes beyond at once, and comes back only
 * when it is a deadband within. A value on its limit is within it.
 */
export function isBeyond(value: number, spec: LimitSpec, was: boolean): boolean {
  const excess = spec.type === 'high' ? value - spec.limit : spec.limit - value
  return was ? excess > -spec.deadband : excess > 0
}
