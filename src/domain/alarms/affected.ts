import type { Affected } from '../../contract/alarms.ts'
import type { Asset, Point } from '../../contract/resources.ts'
import { failingOf, type ImpactPark, impactOf } from '../network/impact.ts'
import type { NetworkGraph } from '../network/supply-graph.ts'

/** The parts of a park that are asked. */
export interface SupplyGraph {
  readonly assetById: ReadonlyMap<string, Asset>
  readonly childrenOf: ReadonlyMap<string, readonly Asset[]>
  readonly pointsByAsset: ReadonlyMap<string, readonly Point[]>
  /** Points behind a gateway, by its asset id. */
  readonly pointsByGateway: ReadonlyMap<string, readonly Point[]>
  /** The networks, and who stands where; null for a park without them, which is followed by its supply tree. */
  readonly networks: { readonly graph: NetworkGraph; readonly park: ImpactPark } | null
}

/** Kinds whose active power is what their consumer draws. */
const LOADS: ReadonlySet<Asset['kind']> = new Set(['electricity-meter'])

/**
 * What an asset's failure leaves without service: the tenants, how many assets, and the power of the meters among
 * them. It is followed in the networks (`failingOf` and `impactOf`, with all switches in their normal position), as the
 * impact screen does; what has nothing in a network is followed down the supply tree. A gateway affects what it carries
 * the data of. Chains that close on themselves end.
 *
 * @param powerOf power of a point before the alarm, kW; null where it was not measured
 */
export function affectedBy(
  graph: SupplyGraph,
  assetId: string | null,
  powerOf: (point: Point) => number | null,
): Affected {
  const root = assetId === null ? undefined : graph.assetById.get(assetId)
  if (!root) return { tenantIds: [], assets: 0, points: 0, loadKw: null }
  const carried = graph.pointsByGateway.get(root.id)
  if (root.kind === 'gateway' && carried) return carriedBy(graph, carried)
  const points = graph.pointsByAsset.get(root.id)?.length ?? 0
  const { networks } = graph
  const failed = networks === null ? [] : failingOf(networks.graph, graph.childrenOf, root.id)
  if (networks !== null && failed.length > 0) {
    const { tenantIds, assetIds: lost } = impactOf(networks.graph, networks.park, failed)
    const assetIds = [...failed.filter((id) => id !== root.id), ...lost]
    const assets = [root.id, ...assetIds].flatMap((id) => graph.assetById.get(id) ?? [])
    const members = new Set(tenantIds)
    const known = [...new Set(assets.flatMap(({ tenantId }) => tenantId ?? []))].filter((id) => members.has(id))
    return { tenantIds: known.toSorted(), assets: assetIds.length, points, loadKw: loadOf(graph, assets, powerOf) }
  }
  const seen = new Map([[root.id, root]])
  const queue = [root]
  for (let asset = queue.pop(); asset !== undefined; asset = queue.pop()) {
    for (const child of graph.childrenOf.get(asset.id) ?? []) {
      if (seen.has(child.id)) continue
      seen.set(child.id, child)
      queue.push(child)
    }
  }
  const assets = [...seen.values()]
  const tenantIds = [...new Set(assets.flatMap(({ tenantId }) => tenantId ?? []))]
  return { tenantIds: tenantIds.toSorted(), assets: seen.size - 1, points, loadKw: loadOf(graph, assets, powerOf) }
}

/** Power of the meters among some assets, kW; null where none was measured. */
function loadOf(graph: SupplyGraph, assets: readonly Asset[], powerOf: (point: Point) => number | null): number | null {
  let loadKw: number | null = null
  for (const { id, kind } of assets) {
    const power = LOADS.has(kind) ? graph.pointsByAsset.get(id)?.find((point) => point.kind === 'active-power') : null
    const kw = power ? powerOf(power) : null
    if (kw !== null) loadKw = (loadKw ?? 0) + kw
  }
  return loadKw
}

function carriedBy(graph: SupplyGraph, points: readonly Point[]): Affected {
  const assets = new Set(points.map(({ assetId }) => assetId))
  const tenants = new Set<NonNullable<Asset['tenantId']>>()
  for (const id of assets) {
    const tenantId = graph.assetById.get(id)?.tenantId
    if (tenantId) tenants.add(tenantId)
  }
  return { tenantIds: [...tenants].toSorted(), assets: assets.size, points: points.length, loadKw: null }
}
