import { bufferLines, closed, opened, subtract, toRegions, unite, type Region } from './clip.ts'
import { circle, signedArea } from './geometry.ts'
import type { HardLines } from './hard-lines.ts'
import type { PlanParams } from './params.ts'
import { edgesAt, type RoadGraph } from './road-graph.ts'
import type { Ring, RoadEdge, Vec } from './types.ts'

const FILLET_M = 13
const TURNING_HEAD_M = 16
const TURNING_HEAD_RESERVE_M = 22
/** Medians stop this far before the edge of the crossing road. */
const MEDIAN_GAP_M = 16
const MEDIAN_ROUNDING_M = 1.4
const MEDIAN_MIN_M2 = 60
const ROUNDABOUT_RESERVE_M = 16

interface RoadShapes {
  /** Road reserve: what plots must leave free. */
  reserve: Ring[]
  carriageways: Region[]
  medians: Ring[]
  islands: Ring[]
}

interface Roundabout {
  p: Vec
  outerM: number
  islandM: number
}

/** Reserve, carriageway with fillets, medians and roundabout islands of the road graph. */
export function buildRoadShapes(params: PlanParams, graph: RoadGraph, hard: HardLines): RoadShapes {
  const classOf = (edge: RoadEdge) => (edge.cls === 'national' ? params.roadClasses.axis : params.roadClasses[edge.cls])
  const roundabouts = findRoundabouts(params, graph)
  const deadEnds = graph.nodes.filter((node, i) => !node.external && edgesAt(graph, i).length === 1)
  const grouped = (halfWidth: (edge: RoadEdge) => number, ends: 'round' | 'butt'): Ring[] => {
    const halves = [...new Set(graph.edges.map(halfWidth))].filter((half) => half > 0)
    const linesOf = (half: number): Vec[][] =>
      graph.edges.filter((edge) => halfWidth(edge) === half).map((edge) => edge.points)
    return unite(halves.flatMap((half) => bufferLines(linesOf(half), half, ends)))
  }
  const reserve = unite([
    ...grouped((edge) => edge.widthM / 2, 'round'),
    ...roundabouts.map((spot) => circle(spot.p, spot.outerM + ROUNDABOUT_RESERVE_M, 48)),
    ...deadEnds.map((node) => circle(node.p, TURNING_HEAD_RESERVE_M, 32)),
  ])
  const national = params.nationalRoad
  const islands = roundabouts.map((spot) => circle(spot.p, spot.islandM, 40))
  const medians = buildMedians(
    grouped((edge) => classOf(edge).medianHalfM, 'butt'),
    graph,
    roundabouts,
  )
  const nationalMedian = national
    ? subtract(
        bufferLines([hard.nationalRoad], national.medianHalfM),
        graph.nodes.filter((node) => node.external).map((node) => circle(node.p, 34, 20)),
      )
    : []
  const paved = closed(
    unite([
      ...grouped((edge) => classOf(edge).carriagewayHalfM, 'round'),
      ...roundabouts.map((spot) => circle(spot.p, spot.outerM, 48)),
      ...(national ? bufferLines([hard.nationalRoad], national.halfWidthM) : []),
      ...deadEnds.map((node) => circle(node.p, TURNING_HEAD_M, 32)),
    ]),
    FILLET_M,
  )
  const carriageways = toRegions(subtract(paved, [...islands, ...medians, ...nationalMedian]))
  return { reserve, carriageways, medians: [...medians, ...nationalMedian], islands }
}

function findRoundabouts(params: PlanParams, graph: RoadGraph): Roundabout[] {
  return graph.nodes.flatMap((node, i) => {
    const roads = new Set(edgesAt(graph, i).map((edge) => edge.roadId))
    const spec = params.roundabouts.find((candidate) => candidate.at.every((road) => roads.has(road)))
    return spec ? [{ p: node.p, outerM: spec.outerM, islandM: spec.islandM }] : []
  })
}

function buildMedians(strips: readonly Ring[], graph: RoadGraph, roundabouts: readonly Roundabout[]): Ring[] {
  const gaps = graph.nodes.flatMap((node, i) => {
    const meeting = edgesAt(graph, i)
    if (meeting.length < 3 && !node.external) return []
    return [circle(node.p, Math.max(...meeting.map((edge) => edge.widthM / 2)) + MEDIAN_GAP_M, 24)]
  })
  const clear = [...gaps, ...roundabouts.map((spot) => circle(spot.p, spot.outerM + 18, 32))]
  return opened(subtract(strips, clear), MEDIAN_ROUNDING_M).filter((ring) => signedArea(ring) > MEDIAN_MIN_M2)
}
