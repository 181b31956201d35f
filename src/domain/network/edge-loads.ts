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
  /** 1 where nothing is metered behind because nothing draws there: an open tie, or the stub that leads to it. */
  readonly isIdle: Uint8Array
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
 * how a ring shares its load is not metered. Cycles end the walk and count each meter once. A 110 kV line goes
 * on into the 22 kV network of the substation at its end.
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
  const graph = graphOf(edges, nodes, consumerPoints, indexOfPoint)
  const starts = new Uint32Array(edges.length + 1)
  const isIdle = new Uint8Array(edges.length)
  const rows: number[] = []
  const walk = new MeterWalk(graph)
  edges.forEach(({ properties }, e) => {
    const own = graph.ownMeter[e] ?? -1
    const isMetered = graph.meteredNetworks.has(properties.network)
    if (own >= 0) rows.push(own)
    else if (isMetered && isPassable(properties.role)) walk.collect(e, rows)
    starts[e + 1] = rows.length
    if (rows.length === starts[e] && isMetered && properties.role !== 'loop') isIdle[e] = 1
  })
  return { edgeIds: edges.map(({ id }) => id), starts, points: Uint32Array.from(rows), isIdle }
}

/** The networks as numbers: nodes are numbered, and edges hang on the node through which a walk enters them. */
interface Graph {
  /** Node at the far end of each edge. */
  readonly far: Int32Array
  /** Edges to go on with, by node. */
  readonly onward: readonly (readonly number[])[]
  readonly meterAt: Int32Array
  readonly ownMeter: Int32Array
  readonly isService: Uint8Array
  readonly meteredNetworks: ReadonlySet<Network>
}

function graphOf(
  edges: readonly LoadEdge[],
  nodes: readonly LoadNode[],
  consumerPoints: ReadonlyMap<string, number>,
  indexOfPoint: (pointId: string) => number,
): Graph {
  const numbers = new Map<string, number>()
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size
    numbers.set(id, number)
    return number
  }
  const far = Int32Array.from(edges, (edge) => numberOf(farNode(edge)))
  const near = Int32Array.from(edges, (edge) => numberOf(nearNode(edge)))
  const ownMeter = Int32Array.from(edges, ({ properties: { role, meterPointId } }) =>
    meterPointId === null || role === 'open' ? -1 : indexOfPoint(meterPointId),
  )
  const onward: number[][] = Array.from({ length: numbers.size }, () => [])
  edges.forEach(({ properties }, e) => {
    if (isPassable(properties.role)) onward[near[e] ?? 0]?.push(e)
  })
  const meterAt = new Int32Array(numbers.size).fill(-1)
  for (const { id, properties } of nodes) {
    const number = numbers.get(id)
    const point = properties.assetId === null ? undefined : consumerPoints.get(properties.assetId)
    if (number !== undefined && point !== undefined) meterAt[number] = point
  }
  const isBridged = bridgeVoltages(edges, nodes, numbers, onward)
  const meteredNetworks = new Set<Network>(isBridged ? ['power-110'] : [])
  edges.forEach(({ properties }, e) => {
    if ((ownMeter[e] ?? -1) >= 0 || (meterAt[far[e] ?? 0] ?? -1) >= 0) meteredNetworks.add(properties.network)
  })
  const isService = Uint8Array.from(edges, ({ properties }) => (properties.role === 'service' ? 1 : 0))
  return { far, onward, meterAt, ownMeter, isService, meteredNetworks }
}

/** Lets a walk along 110 kV go on at the 22 kV bus of the same substation; says whether there is one. */
function bridgeVoltages(
  edges: readonly LoadEdge[],
  nodes: readonly LoadNode[],
  numbers: ReadonlyMap<string, number>,
  onward: readonly number[][],
): boolean {
  const highNodes = new Set<string>()
  for (const { properties } of edges) {
    if (properties.network === 'power-110') highNodes.add(properties.from).add(properties.to)
  }
  const highOfAsset = new Map<string, string>()
  for (const { id, properties } of nodes) {
    if (properties.assetId !== null && highNodes.has(id)) highOfAsset.set(properties.assetId, id)
  }
  let isBridged = false
  for (const { id, properties } of nodes) {
    const high = properties.assetId === null ? undefined : highOfAsset.get(properties.assetId)
    if (high === undefined || highNodes.has(id)) continue
    isBridged = true
    const more = onward[numbers.get(id) ?? -1] ?? []
    onward[numbers.get(high) ?? -1]?.push(...more)
  }
  return isBridged
}

/** Walks away from an edge and collects the meters that it meets; reuses its buffers between walks. */
class MeterWalk {
  readonly #graph: Graph
  readonly #seenNode: Uint32Array
  readonly #seenPoint = new Set<number>()
  readonly #queue: number[] = []
  #round = 0

  constructor(graph: Graph) {
    this.#graph = graph
    this.#seenNode = new Uint32Array(graph.onward.length)
  }

  /** Appends the meters behind edge `first`, each once. */
  collect(first: number, into: number[]): void {
    const { far, onward, meterAt, ownMeter, isService } = this.#graph
    this.#round += 1
    this.#seenPoint.clear()
    this.#queue.push(far[first] ?? 0)
    for (let node = this.#queue.pop(); node !== undefined; node = this.#queue.pop()) {
      if (this.#seenNode[node] === this.#round) continue
      this.#seenNode[node] = this.#round
      this.#take(meterAt[node] ?? -1, into)
      for (const e of onward[node] ?? []) {
        const own = ownMeter[e] ?? -1
        // A consumer's own connection stands for the consumer; a meter within the network is only a reading
        // of the same flow, so the walk goes on behind it.
        if (own >= 0 && isService[e] === 1) this.#take(own, into)
        else this.#queue.push(far[e] ?? 0)
      }
    }
  }

  #take(point: number, into: number[]): void {
    if (point < 0 || this.#seenPoint.has(point)) return
    this.#seenPoint.add(point)
    into.push(point)
  }
}

function isPassable(role: LoadEdge['properties']['role']): boolean {
  return role !== 'open' && role !== 'loop'
}

function nearNode({ properties }: LoadEdge): string {
  return COLLECTING.has(properties.network) ? properties.to : properties.from
}

function farNode({ properties }: LoadEdge): string {
  return COLLECTING.has(properties.network) ? properties.from : properties.to
}

/**
 * Load of every edge in the unit of its meters (kW or m³/h); 0 where nothing draws behind it, NaN where it is not
 * metered or under 80 % of the meters can be counted. Held stale values count, lost and bad ones do not.
 */
export function computeEdgeLoads(
  index: EdgeLoadIndex,
  readings: { values: Float64Array; freshness: Uint8Array },
  out: Float32Array,
): void {
  const { starts, points, isIdle } = index
  const { values, freshness } = readings
  const edgeCount = starts.length - 1
  let at = 0
  for (let e = 0; e < edgeCount; e++) {
    const end = starts[e + 1] as number
    const members = end - at
    if (members === 0) {
      out[e] = isIdle[e] === 1 ? 0 : Number.NaN
      continue
    }
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

/** Worst freshness byte among the meters behind each edge; `waiting` where it is not metered, `live` where idle. */
export function computeEdgeFreshness(index: EdgeLoadIndex, freshness: Uint8Array, out: Uint8Array): void {
  const { starts, points, isIdle } = index
  const edgeCount = starts.length - 1
  let at = 0
  for (let e = 0; e < edgeCount; e++) {
    const end = starts[e + 1] as number
    let worst: number = at === end && isIdle[e] === 0 ? FRESHNESS_BYTE.waiting : FRESHNESS_BYTE.live
    for (; at < end; at++) {
      const byte = freshness[points[at] as number] as number
      if (byte > worst) worst = byte
    }
    out[e] = worst
  }
}
