import type { RecpSolution, TenantProfile } from '../../contract/registers.ts'
import { isMeasured } from '../scorecard/firm-indicators.ts'
import { holds } from '../scorecard/firms.ts'

/** ISO certificates in force of each firm that the register knows: 9001, 14001, 50001, 45001. */
export function certificatesByTenant(profiles: readonly TenantProfile[], today: string): ReadonlyMap<string, number> {
  return new Map(
    profiles.map(({ tenantId, iso9001Until, iso14001Until, iso50001Until, iso45001Until }) => [
      tenantId,
      [iso9001Until, iso14001Until, iso50001Until, iso45001Until].filter((until) => holds(until, today)).length,
    ]),
  )
}

/** RECP solutions in operation with a measured saving of each firm that the register knows. */
export function measuredByTenant(
  profiles: readonly TenantProfile[],
  solutions: readonly RecpSolution[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>(profiles.map(({ tenantId }) => [tenantId, 0]))
  for (const row of solutions) {
    const runs = row.stage === 'implemented' || row.stage === 'verified'
    if (runs && isMeasured(row)) counts.set(row.tenantId, (counts.get(row.tenantId) ?? 0) + 1)
  }
  return counts
}
