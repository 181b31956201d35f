import { sliceLine } from '../geometry.ts'
import type { LaneEdge, LaneGraph } from './lane-graph.ts'
import type { EdgeAttributes, NetworkDraft } from './network-draft.ts'
import { farEnd, type Forest } from './shortest-paths.ts'
import { cutsOf, tapNode, tapsOn, type Tap } from './taps.ts'

/** Half of an edge that lies outside the forest: it drains from its middle to one of the edge's junctions. */
export interface HalfEdge {
  edge: LaneEdge
  /** Junction that it drains to. */
  node: number
  /** Its taps, the highest first; at least one. */
  taps: readonly Tap[]
}

/**
 * What falls has its watershed in the middle of every edge outside the forest. Lays each half that has taps, from its
 * highest tap down to its own junction.
 */
export function splitEdges(
  draft: NetworkDraft,
  graph: LaneGraph,
  forest: Forest,
  taps: readonly Tap[],
  { manhole, attributesOf }: { manhole: (node: number) => string; attributesOf: (half: HalfEdge) => EdgeAttributes },
): void {
  for (const edge of graph.edges) {
    if (farEnd(forest, edge) !== null) continue
    const own = tapsOn(taps, edge)
    for (const node of [edge.a, edge.b]) {
      const toA = node === edge.a
      const ordered = own
        .filter((tap) => tap.at < edge.lengthM / 2 === toA)
        .toSorted((x, y) => (toA ? y.at - x.at : x.at - y.at))
      const first = ordered[0]
      if (first === undefined) continue
      const line = toA
        ? sliceLine(edge.points, 0, first.at).toReversed()
        : sliceLine(edge.points, first.at, edge.lengthM)
      const cuts = cutsOf(draft, ordered.slice(1), first.at, !toA)
      const attributes = attributesOf({ edge, node, taps: ordered })
      draft.sections(tapNode(draft, first), manhole(node), line, cuts, attributes)
    }
  }
}
