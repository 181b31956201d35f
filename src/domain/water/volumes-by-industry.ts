import type { Industry } from '../../contract/collections.ts'
import type { BalanceTerm } from '../balance/balance-term.ts'
import type { ParkIndex } from '../network/park-index.ts'
import { isContributing } from '../quality/total.ts'

/** Metered volumes (m³) by the industry of the tenant on the meter's plot, largest first; null: a plot without a tenant. */
export function volumesByIndustry(
  index: Pick<ParkIndex, 'tenants' | 'assetById' | 'pointById'>,
  terms: readonly BalanceTerm[],
): readonly { industry: Industry | null; m3: number }[] {
  const industryOf = new Map(
    index.tenants.flatMap(({ plotIds, industry }) => plotIds.map((plotId) => [plotId, industry] as const)),
  )
  const volumes = new Map<Industry | null, number>()
  for (const { id, reading } of terms) {
    if (!isContributing(reading)) continue
    const plotId = index.assetById.get(index.pointById.get(id)?.assetId ?? '')?.plotId
    const industry = (plotId == null ? undefined : industryOf.get(plotId)) ?? null
    volumes.set(industry, (volumes.get(industry) ?? 0) + reading.value)
  }
  return [...volumes].map(([industry, m3]) => ({ industry, m3 })).toSorted((a, b) => b.m3 - a.m3)
}
