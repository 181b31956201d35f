import type { FrameSet } from './frames.ts'
import { distance, isInside, lineLength, nearestOnLine, segmentsOf, sliceLine, splineThrough } from './geometry.ts'
import type { HardLines } from './hard-lines.ts'
import type { PlanParams, RoadSpec } from './params.ts'
import type { RoadEdge, RoadNode, Vec } from './types.ts'

const SNAP_M = 2
const MIN_PIECE_M = 3
const STUB_M = 105
const SPLINE_STEP_M = 30
/** Lines may miss each other by this share of a segment and still cross. */
const CROSSING_SLACK = 0.03

export interface RoadGraph {
  nodes: RoadNode[]
  edges: RoadEdge[]
  /** Full line of each road before it was cut, by road id. */
  lines: ReadonlyMap<string, Vec[]>
}

interface Segment {
  road: string | null
  a: Vec
  b: Vec
}

function isOnSegment(t: number): boolean {
  return t > -CROSSING_SLACK && t < 1 + CROSSING_SLACK
}

function crossing(s: Segment, q: Segment): Vec | null {
  const r: Vec = [s.b[0] - s.a[0], s.b[1] - s.a[1]]
  const w: Vec = [q.b[0] - q.a[0], q.b[1] - q.a[1]]
  const det = r[0] * w[1] - r[1] * w[0]
  if (Math.abs(det) < 1e-6) return null
  const t = ((q.a[0] - s.a[0]) * w[1] - (q.a[1] - s.a[1]) * w[0]) / det
  const u = ((q.a[0] - s.a[0]) * r[1] - (q.a[1] - s.a[1]) * r[0]) / det
  return isOnSegment(t) && isOnSegment(u) ? [s.a[0] + r[0] * t, s.a[1] + r[1] * t] : null
}

/** Cuts the road lines where they cross, snaps the ends together and drops stubs that lead nowhere. */
export function buildRoadGraph(params: PlanParams, frames: FrameSet, hard: HardLines): RoadGraph {
  const lineOf = (road: RoadSpec): Vec[] => {
    const points = road.points.map((place) => frames.resolve(place, hard.growM))
    return road.spline ? splineThrough(points, SPLINE_STEP_M) : points
  }
  const lines = new Map(params.roads.map((road) => [road.id, lineOf(road)]))
  if (lines.size < params.roads.length) throw new Error('plan params: road ids must be unique')
  const segments: Segment[] = [...lines].flatMap(([road, line]) => segmentsOf(line).map(([a, b]) => ({ road, a, b })))
  segments.push(...segmentsOf(hard.nationalRoad).map(([a, b]) => ({ road: null, a, b })))

  const places: Vec[] = []
  const placeAt = (p: Vec): number => {
    const known = places.findIndex((place) => distance(place, p) < SNAP_M)
    return known >= 0 ? known : places.push(p) - 1
  }
  let pieces: Omit<RoadEdge, 'id'>[] = []
  for (const road of params.roads) {
    const line = lines.get(road.id) ?? []
    const cuts = crossingsOf(road.id, segments).map((p) => nearestOnLine(line, p).at)
    const stops = [0, ...cuts, lineLength(line)].toSorted((a, b) => a - b)
    const spaced = stops.filter((stop, i) => i === 0 || stop - (stops[i - 1] ?? 0) > MIN_PIECE_M)
    for (const [i, to] of spaced.entries()) {
      const from = spaced[i - 1]
      if (from === undefined) continue
      const points = sliceLine(line, from, to)
      const [first, last] = [points[0], points.at(-1)]
      if (!first || !last) continue
      const [a, b] = [placeAt(first), placeAt(last)]
      pieces.push({
        roadId: road.id,
        name: road.name,
        cls: road.class,
        widthM: road.widthM,
        a,
        b,
        points,
        lengthM: to - from,
      })
    }
  }
  const onNationalRoad = (p: Vec): boolean => nearestOnLine(hard.nationalRoad, p).distance < 3
  pieces = dropStubs(pieces, (i) => places[i] ?? [0, 0], hard, onNationalRoad)

  // Only nodes that are still used keep a number.
  const numbers = new Map<number, number>()
  const nodes: RoadNode[] = []
  const numberOf = (place: number): number => {
    const known = numbers.get(place)
    if (known !== undefined) return known
    const p = places[place] ?? [0, 0]
    numbers.set(place, nodes.length)
    return nodes.push({ p, external: onNationalRoad(p) }) - 1
  }
  const edges = pieces.map((piece, id): RoadEdge => {
    const points = [...piece.points]
    points[0] = places[piece.a] ?? [0, 0]
    points[points.length - 1] = places[piece.b] ?? [0, 0]
    const ends = { a: numberOf(piece.a), b: numberOf(piece.b) }
    return Object.assign({ id }, piece, ends, { points, lengthM: lineLength(points) })
  })
  return { nodes, edges, lines }
}

function crossingsOf(road: string, segments: readonly Segment[]): Vec[] {
  const others = segments.filter((segment) => segment.road !== road)
  return segments
    .filter((segment) => segment.road === road)
    .flatMap((segment) => others.map((other) => crossing(segment, other)).filter((p) => p !== null))
}

function dropStubs<E extends { a: number; b: number; lengthM: number }>(
  edges: readonly E[],
  placeOf: (index: number) => Vec,
  hard: HardLines,
  onNationalRoad: (p: Vec) => boolean,
): E[] {
  const kept = [...edges]
  for (;;) {
    const degrees = new Map<number, number>()
    for (const edge of kept) {
      for (const end of [edge.a, edge.b]) degrees.set(end, (degrees.get(end) ?? 0) + 1)
    }
    const isStub = (edge: E): boolean => {
      const looseEnd = [edge.a, edge.b].find((end) => degrees.get(end) === 1)
      if (looseEnd === undefined || onNationalRoad(placeOf(looseEnd))) return false
      const outside = [edge.a, edge.b].every((end) => !isInside(hard.boundary, placeOf(end)))
      return edge.lengthM < STUB_M || outside
    }
    const stub = kept.findIndex(isStub)
    if (stub < 0) return kept
    kept.splice(stub, 1)
  }
}

/** Edges that end at a node. */
export function edgesAt(graph: Pick<RoadGraph, 'edges'>, node: number): RoadEdge[] {
  return graph.edges.filter((edge) => edge.a === node || edge.b === node)
}
