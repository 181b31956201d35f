import type { NetworkEdgeFeature, NetworkNodeFeature } from '../../../src/contract/collections.ts'

/** One network as plain adjacency; edges whose ends are unknown are left out. */
export interface NetworkGraph {
  nodes: ReadonlyMap<string, NetworkNodeFeature>
  edges: readonly NetworkEdgeFeature[]
}

/** Nodes that can be reached from some nodes over edges that a filter lets through. */
export function reachable(
  graph: NetworkGraph,
  from: readonly string[],
  passable: (edge: NetworkEdgeFeature) => boolean,
  directed: 'both' | 'upstream' = 'both',
): Set<string> {
  const next = new Map<string, string[]>()
  const link = (a: string, b: string): void => {
    const list = next.get(a) ?? []
    list.push(b)
    next.set(a, list)
  }
  for (const edge of graph.edges) {
    if (!passable(edge)) continue
    link(edge.properties.to, edge.properties.from)
    if (directed === 'both') link(edge.properties.from, edge.properties.to)
  }
  const seen = new Set(from)
  const queue = [...from]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const other of next.get(id) ?? []) {
      if (seen.has(other)) continue
      seen.add(other)
      queue.push(other)
    }
  }
  return seen
}

/** Connected parts, each as its node ids, the largest first. */
export function components(graph: NetworkGraph): string[][] {
  const left = new Set(graph.nodes.keys())
  const parts: string[][] = []
  while (left.size > 0) {
    const [start] = left
    if (start === undefined) break
    const part = [...reachable(graph, [start], () => true)].filter((id) => left.has(id))
    for (const id of part) left.delete(id)
    parts.push(part)
  }
  return parts.toSorted((a, b) => b.length - a.length)
}

/** An edge that closes a ring among those a filter lets through; `null` for a forest. */
export function ringEdge(
  graph: NetworkGraph,
  passable: (edge: NetworkEdgeFeature) => boolean,
): NetworkEdgeFeature | null {
  const parent = new Map<string, string>()
  const rootOf = (id: string): string => {
    let at = id
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  for (const edge of graph.edges) {
    if (!passable(edge)) continue
    const a = rootOf(edge.properties.from)
    const b = rootOf(edge.properties.to)
    if (a === b) return edge
    parent.set(a, b)
  }
  return null
}
