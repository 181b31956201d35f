import type { PlotFeature } from '../../contract/collections.ts'
import type { Tenant } from '../../contract/resources.ts'
import type { ParkIndex } from '../network/park-index.ts'
import { medianOf } from '../statistics/summary.ts'
import { SERVICES, type Service } from './headroom.ts'
import type { PlotConnections } from './connections.ts'

/** What is promised behind one piece of equipment, kW or m³/d. */
export interface Commitment {
  contracted: number
  /** Part of it that no contract says: reserved for tenants whose contract is not on record. */
  estimated: number
  /** Tenants of that kind. */
  estimatedFor: number
}

export type Commitments = Readonly<Record<Service, ReadonlyMap<string, Commitment>>>

const METER_KINDS = {
  power: ['electricity-meter', 'hv-connection'],
  water: ['water-meter'],
  wastewater: ['sewer-meter'],
} as const satisfies Record<Service, readonly string[]>

/** Fewer contracts of an industry than this say nothing about the next one. */
const LEAST_CONTRACTS = 3

export function contractOf(tenant: Tenant, service: Service): number | null {
  if (service === 'power') return tenant.contractedPowerKw
  return service === 'water' ? tenant.contractedWaterM3PerDay : tenant.contractedWastewaterM3PerDay
}

/** Median contract per hectare of the tenants of an industry, of all tenants where it has under three; else null. */
function densityOf(
  tenants: readonly Tenant[],
  areaOf: (tenant: Tenant) => number,
  service: Service,
): (industry: Tenant['industry']) => number | null {
  const all: number[] = []
  const byIndustry = new Map<Tenant['industry'], number[]>()
  for (const tenant of tenants) {
    const contract = contractOf(tenant, service)
    const areaHa = areaOf(tenant)
    if (contract === null || !(areaHa > 0)) continue
    all.push(contract / areaHa)
    byIndustry.set(tenant.industry, [...(byIndustry.get(tenant.industry) ?? []), contract / areaHa])
  }
  return (industry) => {
    const own = byIndustry.get(industry) ?? []
    const values = own.length >= LEAST_CONTRACTS ? own : all
    return values.length >= LEAST_CONTRACTS ? medianOf(values) : null
  }
}

/**
 * What is contracted behind every piece of equipment: each tenant's contract, shared among its plots by their area and
 * added to all that supplies their meters. A let plot whose tenant has no contract on record (not yet running) is
 * reserved at the median contract per hectare of its industry, at the main next to it: left out, the room that it will
 * need would be sold twice. The park's own sites have no contract; they count by what is measured.
 *
 * @param connectionsOf nearest mains of a plot without meters
 */
export function commitmentsOf(
  index: ParkIndex,
  plots: readonly PlotFeature[],
  connectionsOf: (plot: PlotFeature) => PlotConnections,
): Commitments {
  const plotById = new Map(plots.map((plot) => [plot.id, plot]))
  const areaOf = (tenant: Tenant): number =>
    tenant.plotIds.reduce((sum, id) => sum + (plotById.get(id)?.properties.areaHa ?? 0), 0)
  const commit = (service: Service): ReadonlyMap<string, Commitment> => {
    const found = new Map<string, Commitment>()
    const density = densityOf(index.tenants, areaOf, service)
    const add = (assetId: string, amount: number, isEstimated: boolean): void => {
      const seen = new Set<string>()
      for (
        let id: string | null = assetId;
        id !== null && !seen.has(id);
        id = index.assetById.get(id)?.parentId ?? null
      ) {
        seen.add(id)
        const held = found.get(id) ?? { contracted: 0, estimated: 0, estimatedFor: 0 }
        held.contracted += amount
        if (isEstimated) {
          held.estimated += amount
          held.estimatedFor += 1
        }
        found.set(id, held)
      }
    }
    for (const tenant of index.tenants) {
      const contract = contractOf(tenant, service)
      const perHa = contract === null ? density(tenant.industry) : null
      const whole = areaOf(tenant)
      for (const plotId of tenant.plotIds) {
        const plot = plotById.get(plotId)
        if (!plot) continue
        const share = whole > 0 ? plot.properties.areaHa / whole : 1 / tenant.plotIds.length
        const amount = contract === null ? (perHa ?? Number.NaN) * plot.properties.areaHa : contract * share
        add(connectedTo(index, plot, service, connectionsOf), amount, contract === null)
      }
    }
    return found
  }
  const [power, water, wastewater] = SERVICES.map(commit)
  return { power: power ?? new Map(), water: water ?? new Map(), wastewater: wastewater ?? new Map() }
}

/** Supplier of a plot's own meter; the nearest main where it has none. */
function connectedTo(
  index: ParkIndex,
  plot: PlotFeature,
  service: Service,
  connectionsOf: (plot: PlotFeature) => PlotConnections,
): string {
  const kinds: readonly string[] = METER_KINDS[service]
  const meter = (index.assetsByPlace.get(plot.id) ?? []).find(
    (asset) => kinds.includes(asset.kind) && asset.plotId === plot.id,
  )
  if (meter) return meter.id
  return connectionsOf(plot)[service]?.assetId ?? ''
}
