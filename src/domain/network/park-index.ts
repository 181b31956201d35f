import type { Asset, Park, Point, Tenant } from '../../contract/resources.ts'
import { groupBy } from '../../lib/group-by.ts'

/** The park's lists with the look-ups that every screen needs. */
export interface ParkIndex {
  readonly park: Park
  readonly assets: readonly Asset[]
  readonly points: readonly Point[]
  readonly tenants: readonly Tenant[]
  readonly assetById: ReadonlyMap<string, Asset>
  readonly pointById: ReadonlyMap<string, Point>
  readonly tenantById: ReadonlyMap<string, Tenant>
  readonly pointsByAsset: ReadonlyMap<string, readonly Point[]>
  readonly pointsByGateway: ReadonlyMap<string, readonly Point[]>
  readonly pointsByKind: ReadonlyMap<string, readonly Point[]>
  readonly childrenOf: ReadonlyMap<string, readonly Asset[]>
  readonly assetsByPlace: ReadonlyMap<string, readonly Asset[]>
}

/** Builds the look-ups once per park. */
export function indexPark(
  park: Park,
  assets: readonly Asset[],
  points: readonly Point[],
  tenants: readonly Tenant[],
): ParkIndex {
  return {
    park,
    assets,
    points,
    tenants,
    assetById: new Map(assets.map((asset) => [asset.id, asset])),
    pointById: new Map(points.map((point) => [point.id, point])),
    tenantById: new Map(tenants.map((tenant) => [tenant.id, tenant])),
    pointsByAsset: groupBy(points, (point) => point.assetId),
    pointsByGateway: groupBy(points, (point) => point.gatewayId),
    pointsByKind: groupBy(points, (point) => point.kind),
    childrenOf: groupBy(assets, (asset) => asset.parentId),
    assetsByPlace: groupBy(assets, (asset) => asset.plotId ?? asset.siteId),
  }
}

export interface Neighbours {
  /** From the direct supplier up to the source. Stops where the data would go in circles. */
  upstream: readonly Asset[]
  /** Directly supplied assets. */
  downstream: readonly Asset[]
}

/** Who supplies an asset and whom it supplies, by the supply tree of `parentId`. */
export function neighboursOf(index: ParkIndex, assetId: string): Neighbours {
  const upstream: Asset[] = []
  const seen = new Set([assetId])
  let parentId: string | null = index.assetById.get(assetId)?.parentId ?? null
  while (parentId !== null && !seen.has(parentId)) {
    seen.add(parentId)
    const parent = index.assetById.get(parentId)
    if (!parent) break
    upstream.push(parent)
    parentId = parent.parentId
  }
  return { upstream, downstream: index.childrenOf.get(assetId) ?? [] }
}
