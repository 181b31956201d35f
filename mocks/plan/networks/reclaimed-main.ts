import { sliceLine } from '../geometry.ts'
import type { GroundPlan, NetworkPlan, SitePlan, Vec } from '../types.ts'
import type { Consumer } from '../assets/consumers.ts'
import { buildLaneGraph, nearestJunction, type LaneEdge, type LaneGraph } from './lane-graph.ts'
import { NetworkDraft } from './network-draft.ts'
import { growForest, pathToRoot, pointsFrom, type Forest } from './shortest-paths.ts'
import { addService, cutsOf, placeTaps, tapNode, tapsOn, type Tap } from './taps.ts'

const NOMINAL_MM = 300

/** End of a tap's edge that lies nearer to the plant, along the forest. */
function nearEnd(forest: Forest, tap: Tap): number {
  const { edge, at } = tap
  const viaA = (forest.cost[edge.a] ?? 0) + at
  const viaB = (forest.cost[edge.b] ?? 0) + edge.lengthM - at
  return viaA <= viaB ? edge.a : edge.b
}

/** Edges on the way to all users, each with the node through which water enters. */
function usedEdges(forest: Forest, taps: readonly Tap[]): Map<LaneEdge, number> {
  const used = new Map<LaneEdge, number>()
  for (const tap of taps) {
    const path = pathToRoot(forest, nearEnd(forest, tap))
    for (const [i, edge] of path.edges.entries()) used.set(edge, path.nodes[i + 1] ?? edge.a)
  }
  return used
}

function addEnd(draft: NetworkDraft, graph: LaneGraph, forest: Forest, edge: LaneEdge, taps: readonly Tap[]): void {
  const first = taps[0]
  if (first === undefined) return
  const node = nearEnd(forest, first)
  const forward = node === edge.a
  const ordered = taps.toSorted((x, y) => (forward ? x.at - y.at : y.at - x.at))
  const last = ordered.at(-1) ?? first
  const line = forward ? sliceLine(edge.points, 0, last.at) : sliceLine(edge.points, last.at, edge.lengthM).toReversed()
  const cuts = cutsOf(draft, ordered.slice(0, -1), forward ? 0 : edge.lengthM, forward)
  const from = draft.node(`n${node}`, 'junction', graph.nodes[node] ?? [0, 0])
  draft.sections(from, tapNode(draft, last), line, cuts, { role: 'main', nominal: 200, roadId: edge.roadId })
}

/** Reclaimed-water main: the union of shortest ways from the plant to its users. */
export function buildReclaimedMain(
  ground: GroundPlan,
  users: readonly Consumer[],
  plant: SitePlan,
  unit: { assetId: string; at: Vec },
): NetworkPlan {
  const graph = buildLaneGraph(ground, 'reclaimed')
  const taps = placeTaps(graph, users)
  const root = nearestJunction(graph, plant.centre)
  const forest = growForest(graph, [{ node: root, offset: 0 }], (edge) => edge.lengthM)
  const draft = new NetworkDraft('reclaimed', 're')
  const station = draft.node(unit.assetId, 'reclaimed-station', unit.at, { assetId: unit.assetId })
  const junction = (node: number): string => draft.node(`n${node}`, 'junction', graph.nodes[node] ?? [0, 0])
  draft.edge(station, junction(root), [], { role: 'main', nominal: 400, meterPointId: `${unit.assetId}.flow` })
  const used = usedEdges(forest, taps)
  for (const [edge, from] of used) {
    const forward = from === edge.a
    const cuts = cutsOf(draft, tapsOn(taps, edge), forward ? 0 : edge.lengthM, forward)
    const to = forward ? edge.b : edge.a
    draft.sections(junction(from), junction(to), pointsFrom(edge, from), cuts, {
      role: 'main',
      nominal: NOMINAL_MM,
      roadId: edge.roadId,
    })
  }
  const ends = new Set(taps.map((tap) => tap.edge).filter((edge) => !used.has(edge)))
  for (const edge of ends) addEnd(draft, graph, forest, edge, tapsOn(taps, edge))
  for (const tap of taps) {
    const assetId = `rm-${tap.consumer.key}`
    addService(draft, tap, { kind: 'reclaimed-meter', assetId }, false, {
      nominal: 150,
      meterPointId: `${assetId}.flow`,
    })
  }
  return draft.plan
}
