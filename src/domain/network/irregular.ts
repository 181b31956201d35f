import type { Network } from '../../contract/collections.ts'
import {
  type GraphEdge,
  type NetworkGraph,
  NORMAL_STATE,
  type SwitchState,
  isClosed,
  supplyOf,
} from './supply-graph.ts'

/** Something in the networks that a plan would not show: a piece without a source, or a ring that is closed. */
export interface Irregularity {
  kind: 'island' | 'loop'
  network: Network
  /** Members, sorted. */
  nodeIds: readonly string[]
  assetIds: readonly string[]
  /** The edge that closes a loop; null for an island. */
  edgeId: string | null
}

/** Networks that run open: a closed ring in them is a mistake of the data or of a switch. Water mains are meshed. */
const RADIAL: ReadonlySet<Network> = new Set<Network>(['power-22', 'sewer'])

/** Finds the root of a node, and shortens the way for the next time. */
function rootOf(parent: Int32Array, node: number): number {
  let root = node
  while (parent[root] !== root) root = parent[root] ?? root
  for (let at = node; at !== root;) {
    const next = parent[at] ?? root
    parent[at] = root
    at = next
  }
  return root
}

/**
 * Islands: nodes that nothing supplies (or drains) in a state, by connected piece. Loops: in networks that should be
 * radial, each closed edge that joins two nodes which are joined already, with the nodes on that ring. A walk (`supplyOf`) ends in either case; this says which they are.
 */
export function irregularitiesOf(graph: NetworkGraph, state: SwitchState = NORMAL_STATE): Irregularity[] {
  const supply = supplyOf(graph, state)
  const parent = Int32Array.from(graph.nodes, (_, node) => node)
  const found: Irregularity[] = []
  for (const link of graph.links) {
    const edge = graph.edges[link.index]
    if (!edge || !isClosed(link, state) || state.out.has(edge.id)) continue
    const near = rootOf(parent, link.near)
    const far = rootOf(parent, link.far)
    if (near !== far) parent[near] = far
    else if (RADIAL.has(edge.properties.network)) {
      found.push(described(graph, 'loop', edge.properties.network, ringOf(graph, state, link), edge.id))
    }
  }
  const pieces = new Map<number, number[]>()
  graph.nodes.forEach((_, node) => {
    if (supply.isServed[node] === 1) return
    const root = rootOf(parent, node)
    pieces.set(root, [...(pieces.get(root) ?? []), node])
  })
  for (const members of pieces.values()) {
    const network = graph.nodes[members[0] ?? -1]?.properties.network
    if (network) found.push(described(graph, 'island', network, members, null))
  }
  return found
}

function described(
  graph: NetworkGraph,
  kind: Irregularity['kind'],
  network: Network,
  members: readonly number[],
  edgeId: string | null,
): Irregularity {
  const nodes = members.flatMap((node) => graph.nodes[node] ?? [])
  const assetIds = [...new Set(nodes.flatMap(({ properties }) => properties.assetId ?? []))].toSorted()
  return { kind, network, nodeIds: nodes.map(({ id }) => id).toSorted(), assetIds, edgeId }
}

/** Nodes of the shortest ring that an edge closes: the other way from one of its ends to the other. */
function ringOf(graph: NetworkGraph, state: SwitchState, closing: GraphEdge): number[] {
  const cameFrom = new Map<number, number>([[closing.near, closing.near]])
  const queue = [closing.near]
  for (let node = queue.shift(); node !== undefined && !cameFrom.has(closing.far); node = queue.shift()) {
    for (const link of graph.links) {
      if (link === closing || (link.near !== node && link.far !== node)) continue
      const next = link.near === node ? link.far : link.near
      const edge = graph.edges[link.index]
      if (cameFrom.has(next) || !edge || !isClosed(link, state) || state.out.has(edge.id)) continue
      cameFrom.set(next, node)
      queue.push(next)
    }
  }
  const ring: number[] = []
  let at: number | undefined = closing.far
  while (at !== undefined && !ring.includes(at)) {
    ring.push(at)
    at = cameFrom.get(at)
  }
  return ring
}
