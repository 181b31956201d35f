import type { RoadClass } from '../../../src/contract/collections.ts'
import { dot, lineLength, nearestOnLine, pointAlong, unitTowards } from '../geometry.ts'
import type { GroundPlan, RoadEdge, Vec } from '../types.ts'

export type LaneNetwork = 'power-22' | 'fibre' | 'reclaimed' | 'water' | 'storm' | 'sewer'

/** Lateral place inside the road reserve: 1 = north and east side, -1 = south and west; metres from its edge inwards. */
const LANES: Readonly<Record<LaneNetwork, { side: 1 | -1; insetM: number }>> = {
  'power-22': { side: 1, insetM: 1.8 },
  fibre: { side: 1, insetM: 3.4 },
  reclaimed: { side: 1, insetM: 5.2 },
  water: { side: -1, insetM: 2 },
  storm: { side: -1, insetM: 4 },
  sewer: { side: -1, insetM: 6.2 },
}

export interface LaneEdge {
  id: number
  roadId: string
  cls: RoadClass
  a: number
  b: number
  points: Vec[]
  lengthM: number
}

/** The road graph moved into one network's lane; node indices are those of the road graph. */
export interface LaneGraph {
  network: LaneNetwork
  nodes: readonly Vec[]
  edges: readonly LaneEdge[]
}

interface Oriented {
  edge: RoadEdge
  e1: Vec
  e2: Vec
  /** Runs along e1 rather than along e2. */
  lengthwise: boolean
}

function orient(ground: GroundPlan, edge: RoadEdge): Oriented {
  const { e1, e2 } = ground.frameAt(pointAlong(edge.points, edge.lengthM / 2).p)
  const chord = unitTowards(edge.points[0] ?? [0, 0], edge.points.at(-1) ?? [0, 0])
  return { edge, e1, e2, lengthwise: Math.abs(dot(chord, e1)) > Math.abs(dot(chord, e2)) }
}

function meanDirection(directions: readonly Vec[]): Vec {
  return unitTowards(
    [0, 0],
    directions.reduce<Vec>((sum, d) => [sum[0] + d[0], sum[1] + d[1]], [0, 0]),
  )
}

/** A junction moves by the lanes of its widest road in each direction, in the mean frame of its roads. */
function laneNode(p: Vec, incident: readonly Oriented[], side: number, insetM: number): Vec {
  const reach = (roads: readonly Oriented[]): number =>
    roads.length > 0 ? Math.max(...roads.map((road) => road.edge.widthM / 2)) - insetM : 0
  const du = reach(incident.filter((road) => !road.lengthwise))
  const dv = reach(incident.filter((road) => road.lengthwise))
  const e1 = meanDirection(incident.map((road) => road.e1))
  const e2 = meanDirection(incident.map((road) => road.e2))
  return [p[0] + side * (e1[0] * du + e2[0] * dv), p[1] + side * (e1[1] * du + e2[1] * dv)]
}

function lanePoints(road: Oriented, start: Vec, end: Vec, side: number, insetM: number): Vec[] {
  const { edge, e1, e2, lengthwise } = road
  const shift = edge.widthM / 2 - insetM
  const reference = lengthwise ? e2 : e1
  const inner = edge.points.slice(1, -1).map((p, i): Vec => {
    const t = unitTowards(edge.points[i] ?? p, edge.points[i + 2] ?? p)
    const normal: Vec = [-t[1], t[0]]
    const sign = dot(normal, reference) < 0 ? -side : side
    return [p[0] + normal[0] * shift * sign, p[1] + normal[1] * shift * sign]
  })
  return [start, ...inner, end]
}

/** Builds the lane graph of a network: every road edge except those that end on the national road. */
export function buildLaneGraph(ground: GroundPlan, network: LaneNetwork): LaneGraph {
  const { side, insetM } = LANES[network]
  const roads = ground.edges
    .filter((edge) => ground.nodes[edge.a]?.external !== true && ground.nodes[edge.b]?.external !== true)
    .map((edge) => orient(ground, edge))
  const nodes = ground.nodes.map((node, index) => {
    const incident = roads.filter(({ edge }) => edge.a === index || edge.b === index)
    return incident.length > 0 ? laneNode(node.p, incident, side, insetM) : node.p
  })
  const edges = roads.map((road): LaneEdge => {
    const { edge } = road
    const points = lanePoints(road, nodes[edge.a] ?? [0, 0], nodes[edge.b] ?? [0, 0], side, insetM)
    return {
      id: edge.id,
      roadId: edge.roadId,
      cls: edge.cls,
      a: edge.a,
      b: edge.b,
      points,
      lengthM: lineLength(points),
    }
  })
  return { network, nodes, edges }
}

export interface LaneSpot {
  edge: LaneEdge
  p: Vec
  /** Distance along the edge from its node a, m. */
  at: number
  distanceM: number
}

/** Nearest place of the lane graph to a point. Throws for a graph without edges. */
export function nearestSpot(graph: LaneGraph, p: Vec): LaneSpot {
  let best: LaneSpot | null = null
  for (const edge of graph.edges) {
    const spot = nearestOnLine(edge.points, p)
    if (best === null || spot.distance < best.distanceM) {
      best = { edge, p: spot.p, at: spot.at, distanceM: spot.distance }
    }
  }
  if (best === null) throw new Error(`network ${graph.network}: the road graph has no edges`)
  return best
}

/** Junction nearest to a point by way of its nearest road. */
export function nearestJunction(graph: LaneGraph, p: Vec): number {
  const spot = nearestSpot(graph, p)
  return spot.at < spot.edge.lengthM / 2 ? spot.edge.a : spot.edge.b
}
