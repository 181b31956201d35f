import type { Asset, Park, Point, Tenant } from '../../contract/resources.ts'

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
  readonly childrenOf: ReadonlyMap<string, readonly Asset[]>
  readonly assetsByPlace: ReadonlyMap<string, readonly Asset[]>
}

function group<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const members = groups.get(key)
    if (members) members.push(item)
    else groups.set(key, [item])
  }
  return groups
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
    pointsByAsset: group(points, (point) => point.assetId),
    childrenOf: group(assets, (asset) => asset.parentId),
    assetsByPlace: group(assets, (asset) => asset.plotId ?? asset.siteId),
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
