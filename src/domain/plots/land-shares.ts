import type { Fact } from '../../contract/primitives.ts'

/** Published facts of the plan by use of land. */
const FACTS = [
  ['green', 'land-green'],
  ['traffic', 'land-roads'],
  ['technical', 'land-technical'],
  ['social', 'land-services'],
  ['industry', 'land-factories'],
] as const
export type SharedUse = (typeof FACTS)[number][0]

/**
 * Share of the park's area by use, per cent, as the park published its plan; a use without a published figure is left
 * out. Source: the park's facts, each with its own.
 */
export function landSharesOf(facts: readonly Fact[], areaHa: number): ReadonlyMap<SharedUse, number> {
  const shares = new Map<SharedUse, number>()
  for (const [use, key] of FACTS) {
    const value = facts.find((fact) => fact.key === key)?.value
    if (typeof value === 'number' && areaHa > 0) shares.set(use, (value / areaHa) * 100)
  }
  return shares
}
