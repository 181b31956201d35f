import type { Network } from '../../contract/collections.ts'
import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { PointKind } from '../../contract/point-kinds.ts'
import type { Asset } from '../../contract/resources.ts'
import { SERVICES, type Service } from '../plots/headroom.ts'
import type { Impact } from './impact.ts'

/** What measures a service at a consumer, and the networks that bring it (or take it away). */
export const SERVICE_METERS = {
  power: { kind: 'electricity-meter', point: 'active-power', networks: ['power-110', 'power-22'] },
  water: { kind: 'water-meter', point: 'flow', networks: ['water'] },
  wastewater: { kind: 'sewer-meter', point: 'flow', networks: ['sewer'] },
} as const satisfies Record<Service, { kind: AssetKind; point: PointKind; networks: readonly Network[] }>

/** Service that an asset meters at a consumer, or null. */
export function serviceOfMeter(kind: AssetKind): Service | null {
  return SERVICES.find((service) => SERVICE_METERS[service].kind === kind) ?? null
}

/** What one tenant loses. */
export interface TenantImpact {
  tenantId: string
  services: readonly Service[]
  /** Its meters that are cut off, by service. */
  meterIds: Readonly<Record<Service, readonly string[]>>
}

/** Who loses what, by tenant; a tenant that loses only reclaimed water, fibre or a collection route loses no service. */
export function tenantImpacts(
  impact: Pick<Impact, 'lossesOf' | 'assetIds'>,
  failed: readonly string[],
  assetById: ReadonlyMap<string, Pick<Asset, 'id' | 'kind' | 'tenantId'>>,
): TenantImpact[] {
  const metersOf = new Map<string, Record<Service, string[]>>()
  for (const id of new Set([...failed, ...impact.assetIds])) {
    const asset = assetById.get(id)
    const service = asset ? serviceOfMeter(asset.kind) : null
    if (!asset || asset.tenantId === null || service === null) continue
    const meters = metersOf.get(asset.tenantId) ?? { power: [], water: [], wastewater: [] }
    metersOf.set(asset.tenantId, meters)
    meters[service].push(id)
  }
  return [...impact.lossesOf].map(([tenantId, networks]) => ({
    tenantId,
    services: SERVICES.filter((service) =>
      networks.some((network) => (SERVICE_METERS[service].networks as readonly Network[]).includes(network)),
    ),
    meterIds: metersOf.get(tenantId) ?? { power: [], water: [], wastewater: [] },
  }))
}
