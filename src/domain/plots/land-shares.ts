import type { Fact } from '../../contract/primitives.ts'

/** Published facts of the plan by use of land; rented factories stand on industrial land too. */
const FACTS = [
  ['green', ['land-green']],
  ['traffic', ['land-roads']],
  ['technical', ['land-technical']],
  ['social', ['land-services']],
  ['industry', ['land-factories', 'land-rental']],
] as const
export type SharedUse = (typeof FACTS)[number][0]

/**
 * Share of the park's area by use, per cent, as the park published its plan; a use without a published figure is left
 * out. Source: the park's facts, each with its own.
 */
export function landSharesOf(facts: readonly Fact[], areaHa: number): ReadonlyMap<SharedUse, number> {
  const shares = new Map<SharedUse, number>()
  for (const [use, keys] of FACTS) {
    const published = keys.flatMap((key) => facts.find((fact) => fact.key === key)?.value ?? [])
    const areas = published.filter((value) => typeof value === 'number')
    if (areas.length === 0 || !(areaHa > 0)) continue
    shares.set(use, (areas.reduce((sum, area) => sum + area, 0) / areaHa) * 100)
  }
  return shares
}
