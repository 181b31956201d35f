import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { Tenant } from '../../contract/resources.ts'
import type { ParkIndex } from '../network/park-index.ts'

export const METERED_STREAMS = ['energy', 'water', 'wastewater'] as const
export type MeteredStream = (typeof METERED_STREAMS)[number]

const METER: Readonly<Record<MeteredStream, AssetKind>> = {
  energy: 'electricity-meter',
  water: 'water-meter',
  wastewater: 'sewer-meter',
}
const CONTRACTED: Readonly<Record<MeteredStream, (tenant: Tenant) => number | null>> = {
  energy: ({ contractedPowerKw }) => contractedPowerKw,
  water: ({ contractedWaterM3PerDay }) => contractedWaterM3PerDay,
  wastewater: ({ contractedWastewaterM3PerDay }) => contractedWastewaterM3PerDay,
}

/** How much of what tenants may draw nobody measures. Shares of the contracted quantity, 0 to 1. */
export interface Metering {
  stream: MeteredStream
  /** Tenants with a contract for the stream, of those that run. */
  tenants: number
  /** Of them, those on whose plots no meter stands, and those none of whose meters sends a usable value. */
  without: readonly Tenant[]
  silent: readonly Tenant[]
  unmeteredShare: number | null
  silentShare: number | null
}

/**
 * Unmetered share of a stream: contracted quantity of tenants without a meter / contracted quantity of all that have a
 * contract. A tenant who still builds has none and is not counted. Null where nobody has a contract.
 *
 * @param isHeard whether a meter (by asset id) sends a usable value now
 */
export function meteringOf(
  index: Pick<ParkIndex, 'assets' | 'tenants'>,
  stream: MeteredStream,
  isHeard: (assetId: string) => boolean,
): Metering {
  const metersOf = new Map<string, string[]>()
  for (const { id, kind, plotId } of index.assets) {
    if (kind === METER[stream] && plotId !== null) metersOf.set(plotId, [...(metersOf.get(plotId) ?? []), id])
  }
  const contracted = CONTRACTED[stream]
  const tenants = index.tenants.filter((tenant) => (contracted(tenant) ?? 0) > 0)
  const meters = (tenant: Tenant): string[] => tenant.plotIds.flatMap((plotId) => metersOf.get(plotId) ?? [])
  const without = tenants.filter((tenant) => meters(tenant).length === 0)
  const silent = tenants.filter((tenant) => {
    const own = meters(tenant)
    return own.length > 0 && !own.some((id) => isHeard(id))
  })
  const sum = (some: readonly Tenant[]): number => some.reduce((total, tenant) => total + (contracted(tenant) ?? 0), 0)
  const all = sum(tenants)
  const shareOf = (some: readonly Tenant[]): number | null => (all > 0 ? sum(some) / all : null)
  return {
    stream,
    tenants: tenants.length,
    without,
    silent,
    unmeteredShare: shareOf(without),
    silentShare: shareOf(silent),
  }
}
