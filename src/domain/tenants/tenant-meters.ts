import type { PointKind } from '../../contract/point-kinds.ts'
import type { Asset, Point } from '../../contract/resources.ts'
import type { ParkIndex } from '../network/park-index.ts'

/** Points of a tenant's boundary meters, by what they measure. */
export interface TenantMeters {
  /** Meters at the boundary, those behind another meter of the same plot left out. */
  assets: readonly Asset[]
  /** kW, kvar, kWh and kV. */
  power: readonly Point[]
  reactive: readonly Point[]
  energy: readonly Point[]
  voltage: readonly Point[]
  /** m³/h and m³. */
  water: readonly Point[]
  waterVolume: readonly Point[]
  discharge: readonly Point[]
  dischargeVolume: readonly Point[]
}

const BOUNDARY: ReadonlySet<Asset['kind']> = new Set<Asset['kind']>([
  'electricity-meter',
  'hv-connection',
  'water-meter',
  'sewer-meter',
])

/**
 * Boundary meters of every tenant, by tenant id. A meter below a 110 kV connection of the same plot would count its
 * customer twice, so only the connection is kept. Reclaimed water is not drinking water and stays out.
 */
export function tenantMetersOf(index: ParkIndex): ReadonlyMap<string, TenantMeters> {
  const assets = new Map<string, Asset[]>()
  for (const asset of index.assets) {
    if (asset.tenantId === null || !BOUNDARY.has(asset.kind)) continue
    const parent = asset.parentId === null ? undefined : index.assetById.get(asset.parentId)
    if (parent?.kind === 'hv-connection' && parent.plotId === asset.plotId) continue
    const list = assets.get(asset.tenantId)
    if (list) list.push(asset)
    else assets.set(asset.tenantId, [asset])
  }
  return new Map(index.tenants.map(({ id }) => [id, metersFrom(index, assets.get(id) ?? [])]))
}

const isElectric = ({ kind }: Asset): boolean => kind === 'electricity-meter' || kind === 'hv-connection'
const isWater = ({ kind }: Asset): boolean => kind === 'water-meter'
const isSewer = ({ kind }: Asset): boolean => kind === 'sewer-meter'

function metersFrom(index: ParkIndex, assets: readonly Asset[]): TenantMeters {
  const pick = (isOf: (asset: Asset) => boolean, kind: PointKind): readonly Point[] =>
    assets
      .filter(isOf)
      .flatMap((asset) => index.pointsByAsset.get(asset.id)?.filter((point) => point.kind === kind) ?? [])
  return {
    assets,
    power: pick(isElectric, 'active-power'),
    reactive: pick(isElectric, 'reactive-power'),
    energy: pick(isElectric, 'energy-import'),
    voltage: pick(isElectric, 'voltage'),
    water: pick(isWater, 'flow'),
    waterVolume: pick(isWater, 'volume'),
    discharge: pick(isSewer, 'flow'),
    dischargeVolume: pick(isSewer, 'volume'),
  }
}

/** Whom a tenant is served by: each supplier once, from the meters up to the source of its network. */
export function suppliersOf(index: ParkIndex, meters: TenantMeters): readonly Asset[] {
  const found = new Map<string, Asset>()
  for (const meter of meters.assets) {
    const seen = new Set<string>()
    for (let id = meter.parentId; id !== null && !seen.has(id);) {
      seen.add(id)
      const asset = index.assetById.get(id)
      if (!asset) break
      found.set(id, asset)
      id = asset.parentId
    }
  }
  return [...found.values()]
}
