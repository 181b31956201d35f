import type { Tenant } from '../../contract/resources.ts'
import type { ParkIndex } from '../network/park-index.ts'

export interface MeteredTenants {
  /** Tenants that run, and those of them without a water meter. */
  running: number
  unmetered: readonly Tenant[]
  /** Tenants that still build, of which nothing is asked. */
  building: number
}

/**
 * Tenants that run and have a plot on which no water meter stands: what they draw is in the loss, not in their use. Who
 * still builds has neither people nor a water contract and is not counted.
 */
export function meteredTenants(index: Pick<ParkIndex, 'assets' | 'tenants'>): MeteredTenants {
  const metered = new Set<string | null>(
    index.assets.filter(({ kind }) => kind === 'water-meter').map(({ plotId }) => plotId),
  )
  const running = index.tenants.filter(
    ({ headcount, contractedWaterM3PerDay }) => headcount !== null || contractedWaterM3PerDay !== null,
  )
  return {
    running: running.length,
    unmetered: running.filter(({ plotIds }) => !plotIds.some((plotId) => metered.has(plotId))),
    building: index.tenants.length - running.length,
  }
}
