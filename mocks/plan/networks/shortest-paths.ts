import type { LaneEdge, LaneGraph } from './lane-graph.ts'

export interface ForestLink {
  /** Next node towards the root. */
  node: number
  edge: LaneEdge
}

/** Shortest paths from every reachable node to the nearest root. */
export interface Forest {
  cost: number[]
  parent: (ForestLink | null)[]
  /** Index into the list of roots; -1 where no root can be reached. */
  root: number[]
  /** Nodes in the order of their cost, roots first. */
  order: number[]
}

export interface ForestRoot {
  node: number
  /** Handicap of this root in the unit of the cost. */
  offset: number
}

/** Cost of going from a node away from the root to the next one. */
type StepCost = (edge: LaneEdge, from: number, to: number) => number

function adjacencyOf(graph: LaneGraph): Map<number, { to: number; edge: LaneEdge }[]> {
  const adjacency = new Map<number, { to: number; edge: LaneEdge }[]>()
  const add = (from: number, to: number, edge: LaneEdge): void => {
    const list = adjacency.get(from) ?? []
    list.push({ to, edge })
    adjacency.set(from, list)
  }
  for (const edge of graph.edges) {
    add(edge.a, edge.b, edge)
    add(edge.b, edge.a, edge)
  }
  return adjacency
}

function cheapest(cost: readonly number[], done: ReadonlySet<number>): number {
  let best = -1
  let bestCost = Number.POSITIVE_INFINITY
  for (const [node, value] of cost.entries()) {
    if (value < bestCost && !done.has(node)) {
      best = node
      bestCost = value
    }
  }
  return best
}

/** Dijkstra from several roots. The graph has some hundred nodes: a plain scan is fast enough and has no ties to break. */
export function growForest(graph: LaneGraph, roots: readonly ForestRoot[], stepCost: StepCost): Forest {
  const adjacency = adjacencyOf(graph)
  const cost = graph.nodes.map(() => Number.POSITIVE_INFINITY)
  const parent = graph.nodes.map((): ForestLink | null => null)
  const root = graph.nodes.map(() => -1)
  const order: number[] = []
  const done = new Set<number>()
  for (const [index, { node, offset }] of roots.entries()) {
    cost[node] = offset
    root[node] = index
  }
  for (let node = cheapest(cost, done); node >= 0; node = cheapest(cost, done)) {
    done.add(node)
    order.push(node)
    for (const { to, edge } of adjacency.get(node) ?? []) {
      const reached = (cost[node] ?? 0) + stepCost(edge, node, to)
      if (reached >= (cost[to] ?? Number.POSITIVE_INFINITY) - 1e-6) continue
      cost[to] = reached
      parent[to] = { node, edge }
      root[to] = root[node] ?? -1
    }
  }
  return { cost, parent, root, order }
}

/** End of a tree edge that lies farther from the root; `null` for an edge outside the forest. */
export function farEnd(forest: Forest, edge: LaneEdge): number | null {
  if (forest.parent[edge.b]?.edge === edge) return edge.b
  if (forest.parent[edge.a]?.edge === edge) return edge.a
  return null
}

/** Nodes and edges from a node to its root, the node first. */
export function pathToRoot(forest: Forest, from: number): { nodes: number[]; edges: LaneEdge[] } {
  const nodes = [from]
  const edges: LaneEdge[] = []
  for (let link = forest.parent[from] ?? null; link !== null; link = forest.parent[link.node] ?? null) {
    nodes.push(link.node)
    edges.push(link.edge)
  }
  return { nodes, edges }
}

/** Points of an edge in the direction from a node. */
export function pointsFrom(edge: LaneEdge, node: number): LaneEdge['points'] {
  return node === edge.a ? edge.points : edge.points.toReversed()
}
