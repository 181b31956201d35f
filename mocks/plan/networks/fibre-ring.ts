import type { GroundPlan, NetworkPlan, SitePlan } from '../types.ts'
import type { Consumer } from '../assets/consumers.ts'
import { buildLaneGraph, nearestJunction, type LaneEdge, type LaneGraph } from './lane-graph.ts'
import { NetworkDraft } from './network-draft.ts'
import { partitionForest } from './partition-tree.ts'
import { farEnd, growForest, pointsFrom, type Forest } from './shortest-paths.ts'
import { addService, cutsOf, placeTaps, tapNode, tapsOn, type Tap } from './taps.ts'
import { numbered } from './ties.ts'

export interface FibreRing {
  plan: NetworkPlan
  fibreNodes: string[]
  /** Cabinet of a consumer. */
  cabinetOf: Map<string, string>
}

/** Consumers on one cabinet. */
const PER_CABINET = 10

const isBackbone = (edge: LaneEdge): boolean => edge.cls === 'axis' || edge.cls === 'arterial'

function ownerOf(forest: Forest, edge: LaneEdge, at: number): number {
  return farEnd(forest, edge) ?? (at < edge.lengthM / 2 ? edge.a : edge.b)
}

/** Edges outside the tree outside the backbone are laid only as far as consumers need them. */
function addBranch(
  draft: NetworkDraft,
  edge: LaneEdge,
  node: number,
  junction: (node: number) => string,
  taps: readonly Tap[],
  group: string,
): void {
  const forward = node === edge.a
  const ordered = taps.toSorted((x, y) => (forward ? x.at - y.at : y.at - x.at))
  let from = junction(node)
  for (const tap of ordered) {
    const to = tapNode(draft, tap)
    draft.edge(from, to, [], { role: 'main', group, roadId: edge.roadId })
    from = to
  }
}

/** Cabinets at the heads of connected groups of consumers. */
function cabinets(graph: LaneGraph, forest: Forest, taps: readonly Tap[]): Map<number, string> {
  const loads = graph.nodes.map(() => 0)
  for (const tap of taps) {
    const node = ownerOf(forest, tap.edge, tap.at)
    loads[node] = (loads[node] ?? 0) + 1
  }
  const byNode = new Map<number, string>()
  for (const part of partitionForest(forest, loads, PER_CABINET).filter((candidate) => candidate.load > 0)) {
    const assetId = numbered('fn', new Set(byNode.values()).size + 1)
    for (const node of part.nodes) byNode.set(node, assetId)
  }
  return byNode
}

/** Fibre to every consumer: a tree with the rings of the main roads closed, cabinets as active nodes. */
export function buildFibreRing(ground: GroundPlan, consumers: readonly Consumer[], centre: SitePlan): FibreRing {
  const graph = buildLaneGraph(ground, 'fibre')
  const taps = placeTaps(graph, consumers)
  const root = nearestJunction(graph, centre.centre)
  const forest = growForest(graph, [{ node: root, offset: 0 }], (edge) => edge.lengthM * (isBackbone(edge) ? 0.6 : 1))
  const draft = new NetworkDraft('fibre', 'fi')
  const byNode = cabinets(graph, forest, taps)
  const first = [...byNode.values()][0] ?? 'fn-01'
  const cabinetAt = (node: number): string => byNode.get(node) ?? first
  const junction = (node: number): string => draft.node(`n${node}`, 'junction', graph.nodes[node] ?? [0, 0])
  const cabinetOf = new Map<string, string>()
  for (const tap of taps) cabinetOf.set(tap.consumer.key, cabinetAt(ownerOf(forest, tap.edge, tap.at)))
  for (const node of forest.order) {
    const link = forest.parent[node]
    if (!link) continue
    const { edge } = link
    const forward = link.node === edge.a
    const cuts = cutsOf(draft, tapsOn(taps, edge), forward ? 0 : edge.lengthM, forward)
    const attributes = { role: 'main', group: cabinetAt(node), roadId: edge.roadId } as const
    draft.sections(junction(link.node), junction(node), pointsFrom(edge, link.node), cuts, attributes)
  }
  for (const edge of graph.edges.filter((candidate) => farEnd(forest, candidate) === null)) {
    const own = tapsOn(taps, edge)
    if (isBackbone(edge)) {
      const attributes = { role: 'loop', group: cabinetAt(edge.a), roadId: edge.roadId } as const
      draft.sections(junction(edge.a), junction(edge.b), edge.points, cutsOf(draft, own, 0, true), attributes)
      continue
    }
    addBranch(
      draft,
      edge,
      edge.a,
      junction,
      own.filter((tap) => tap.at < edge.lengthM / 2),
      cabinetAt(edge.a),
    )
    addBranch(
      draft,
      edge,
      edge.b,
      junction,
      own.filter((tap) => tap.at >= edge.lengthM / 2),
      cabinetAt(edge.b),
    )
  }
  for (const tap of taps) {
    const group = cabinetOf.get(tap.consumer.key) ?? null
    addService(draft, tap, { kind: 'junction', assetId: null }, false, { group })
  }
  const fibreNodes = [...new Set(byNode.values())]
  for (const assetId of fibreNodes) {
    const head = forest.order.find((node) => byNode.get(node) === assetId)
    if (head !== undefined) draft.equip(junction(head), 'fibre-node', assetId)
  }
  return { plan: draft.plan, fibreNodes, cabinetOf }
}
