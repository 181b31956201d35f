import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { Network, NetworkEdgeFeature, NetworkNodeFeature } from '../../contract/collections.ts'
import type { PointKind } from '../../contract/point-kinds.ts'
import { FRESHNESS_BYTE } from '../quality/freshness.ts'
import { MIN_COVERAGE } from '../quality/total.ts'

/** What of an edge the index needs; features of the contract fit. */
export interface LoadEdge {
  id: string
  properties: Pick<NetworkEdgeFeature['properties'], 'network' | 'from' | 'to' | 'role' | 'meterPointId'>
}

export interface LoadNode {
  id: string
  properties: Pick<NetworkNodeFeature['properties'], 'assetId'>
}

/**
 * Which meters lie behind each edge, as compressed rows: the meters of edge e are
 * `points[starts[e]]` up to but not including `points[starts[e + 1]]`, each a point index.
 */
export interface EdgeLoadIndex {
  readonly edgeIds: readonly string[]
  readonly starts: Uint32Array
  readonly points: Uint32Array
}

/** Kind of point that tells what a consumer draws or gives. */
export const CONSUMER_METERS = {
  'electricity-meter': 'active-power',
  'hv-connection': 'active-power',
  'water-meter': 'flow',
  'sewer-meter': 'flow',
  'reclaimed-meter': 'flow',
} as const satisfies Partial<Record<AssetKind, PointKind>>

/** Networks that collect: consumers stand upstream, the plant downstream. */
const COLLECTING: ReadonlySet<Network> = new Set<Network>(['sewer', 'storm', 'waste-route'])

/** Load point index of every consumer asset, by asset id. */
export function consumerPointsOf(
  assets: readonly { id: string; kind: AssetKind }[],
  points: readonly { assetId: string; kind: PointKind }[],
): Map<string, number> {
  const wanted = new Map<string, PointKind>()
  for (const asset of assets) {
    const kind = (CONSUMER_METERS as Partial<Record<AssetKind, PointKind>>)[asset.kind]
    if (kind !== undefined) wanted.set(asset.id, kind)
  }
  const found = new Map<string, number>()
  points.forEach((point, index) => {
    if (wanted.get(point.assetId) === point.kind && !found.has(point.assetId)) found.set(point.assetId, index)
  })
  return found
}

/**
 * Builds the index once per park. An edge with a meter of its own reads that meter. Any other carries what
 * is metered behind it, seen along its direction: downstream where the network supplies, upstream where it
 * collects. Normally open ties carry nothing and are not passed. Loop edges are not passed either, because
 * how a ring shares its load is not metered. Cycles end the walk and count each meter once.
 *
 * @param consumerPoints load point of each consumer asset (see `consumerPointsOf`)
 * @param indexOfPoint index of a point id, -1 when unknown
 */
export function buildEdgeLoadIndex(
  edges: readonly LoadEdge[],
  nodes: readonly LoadNode[],
  consumerPoints: ReadonlyMap<string, number>,
  indexOfPoint: (pointId: string) => number,
): EdgeLoadIndex {
  const meterAtNode = new Map<string, number>()
  for (const { id, properties } of nodes) {
    const point = properties.assetId === null ? undefined : consumerPoints.get(properties.assetId)
    if (point !== undefined) meterAtNode.set(id, point)
  }
  const ownMeter = edges.map(({ properties }) => {
    const index = properties.meterPointId === null ? -1 : indexOfPoint(properties.meterPointId)
    return properties.role === 'open' ? -1 : index
  })
  const behind = edgesByNearNode(edges)
  const starts = new Uint32Array(edges.length + 1)
  const rows: number[] = []
  edges.forEach((edge, e) => {
    const own = ownMeter[e] ?? -1
    if (own >= 0) rows.push(own)
    else if (edge.properties.role !== 'open' && edge.properties.role !== 'loop') {
      rows.push(...metersBehind(edge, edges, behind, ownMeter, meterAtNode))
    }
    starts[e + 1] = rows.length
  })
  return { edgeIds: edges.map(({ id }) => id), starts, points: Uint32Array.from(rows) }
}

/** Passable edges by network and the node through which the walk enters them. */
function edgesByNearNode(edges: readonly LoadEdge[]): Map<string, number[]> {
  const byNode = new Map<string, number[]>()
  edges.forEach((edge, e) => {
    const { network, role } = edge.properties
    if (role === 'open' || role === 'loop') return
    const key = `${network} ${nearNode(edge)}`
    const list = byNode.get(key)
    if (list === undefined) byNode.set(key, [e])
    else list.push(e)
  })
  return byNode
}

function metersBehind(
  first: LoadEdge,
  edges: readonly LoadEdge[],
  behind: ReadonlyMap<string, readonly number[]>,
  ownMeter: readonly number[],
  meterAtNode: ReadonlyMap<string, number>,
): Set<number> {
  const found = new Set<number>()
  const { network } = first.properties
  const seen = new Set<string>()
  const queue = [farNode(first)]
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    const meter = meterAtNode.get(node)
    if (meter !== undefined) found.add(meter)
    for (const e of behind.get(`${network} ${node}`) ?? []) {
      const edge = edges[e]
      if (edge === undefined) continue
      const own = ownMeter[e] ?? -1
      // A consumer's own connection stands for the consumer; a meter within the network is only a reading
      // of the same flow, so the walk goes on behind it.
      if (own >= 0 && edge.properties.role === 'service') found.add(own)
      else queue.push(farNode(edge))
    }
  }
  return found
}

function nearNode({ properties }: LoadEdge): string {
  return COLLECTING.has(properties.network) ? properties.to : properties.from
}

function farNode({ properties }: LoadEdge): string {
  return COLLECTING.has(properties.network) ? properties.from : properties.to
}

/**
 * Load of every edge in the unit of its meters (kW or m³/h); NaN where no meter lies behind it or under
 * 80 % of them can be counted. Held stale values count, lost and bad ones do not.
 */
export function computeEdgeLoads(
  index: EdgeLoadIndex,
  readings: { values: Float64Array; freshness: Uint8Array },
  out: Float32Array,
): void {
  const { starts, points } = index
  const { values, freshness } = readings
  const edgeCount = starts.length - 1
  let at = 0
  for (let e = 0; e < edgeCount; e++) {
    const end = starts[e + 1] as number
    const members = end - at
    let sum = 0
    let counted = 0
    for (; at < end; at++) {
      const point = points[at] as number
      const value = values[point] as number
      if ((freshness[point] as number) > FRESHNESS_BYTE.stale || value - value !== 0) continue
      sum += value
      counted += 1
    }
    out[e] = counted > 0 && counted >= MIN_COVERAGE * members ? sum : Number.NaN
  }
}

/** Worst freshness byte among the meters behind each edge; `waiting` where there is none. */
export function computeEdgeFreshness(index: EdgeLoadIndex, freshness: Uint8Array, out: Uint8Array): void {
  const { starts, points } = index
  const edgeCount = starts.length - 1
  let at = 0
  for (let e = 0; e < edgeCount; e++) {
    const end = starts[e + 1] as number
    let worst = at === end ? FRESHNESS_BYTE.waiting : 0
    for (; at < end; at++) {
      const byte = freshness[points[at] as number] as number
      if (byte > worst) worst = byte
    }
    out[e] = worst
  }
}
