import type { ParkTarget } from '../../contract/resources.ts'
import { convertUnit } from '../units/units.ts'
import type { KpiResult } from './evaluate.ts'
import type { KpiDefinition } from './kpi-definitions.data.ts'

/**
 * What a figure is compared with, in its own unit: the target that the park states, or the quarter of an hour a day
 * before, with which the figure's trend begins. Null where neither is known.
 */
export function comparedWith(
  { targetKey, targetWord, unit }: KpiDefinition,
  targets: readonly ParkTarget[],
  { spark }: Pick<KpiResult, 'spark'>,
): number | null {
  const stated = targets.find(({ key }) => key === targetKey)
  if (stated?.value != null) return convertUnit(stated.value, stated.unit, unit)
  const before = targetWord === 'dayBefore' ? spark[0] : undefined
  return before !== undefined && Number.isFinite(before) ? before : null
}

/** End of the bullet's scale: holds the figure and what it is compared with. */
export function bulletEnd({ bulletMax, bulletScale }: KpiDefinition, result: KpiResult, target: number | null): number {
  const { spark } = result
  const value = result.value ?? 0
  const highest = spark.reduce((most, one) => (one > most ? one : most), Math.max(value, target ?? 0))
  const base = { fixed: 1, 'of-target': target ?? result.value ?? 1, 'of-day': highest }[bulletScale]
  return Math.max(base * bulletMax, value * 1.02)
}
