import type { WasteStream } from '../../../src/contract/asset-kinds.ts'
import { lineLength, nearestOnLine, sliceLine } from '../geometry.ts'
import type { GroundPlan, NetworkPlan, RoadEdge, SitePlan, Vec } from '../types.ts'
import type { Consumer } from '../assets/consumers.ts'
import { NetworkDraft } from './network-draft.ts'

export interface RouteSpec {
  vehicleId: string
  stream: WasteStream
  consumers: readonly Consumer[]
}

export interface WasteRoute {
  vehicleId: string
  stream: WasteStream
  line: Vec[]
  lengthM: number
  stops: { key: string; alongM: number }[]
}

interface Spot {
  key: string
  edge: RoadEdge
  at: number
}

interface Way {
  points: Vec[]
  lengthM: number
}

/** Shortest ways on the streets inside the park, between any two places on road edges. */
class StreetMap {
  private readonly edges: readonly RoadEdge[]
  private readonly costs = new Map<number, { cost: number[]; via: (RoadEdge | null)[] }>()
  private readonly size: number

  constructor(ground: GroundPlan) {
    this.size = ground.nodes.length
    this.edges = ground.edges.filter(
      (edge) => ground.nodes[edge.a]?.external !== true && ground.nodes[edge.b]?.external !== true,
    )
  }

  spot(key: string, p: Vec): Spot {
    const spots = this.edges.map((edge) => ({ edge, ...nearestOnLine(edge.points, p) }))
    const best = spots.toSorted((a, b) => a.distance - b.distance)[0]
    if (best === undefined) throw new Error('waste routes: the park has no streets')
    return { key, edge: best.edge, at: best.at }
  }

  /** Tree of shortest ways to one junction. */
  private towards(target: number): { cost: number[]; via: (RoadEdge | null)[] } {
    const known = this.costs.get(target)
    if (known) return known
    const cost = Array.from({ length: this.size }, () => Number.POSITIVE_INFINITY)
    const via = Array.from({ length: this.size }, (): RoadEdge | null => null)
    cost[target] = 0
    for (let changed = true; changed;) {
      changed = false
      for (const edge of this.edges) {
        for (const [from, to] of [
          [edge.a, edge.b],
          [edge.b, edge.a],
        ] as const) {
          const reached = (cost[to] ?? 0) + edge.lengthM
          if (reached >= (cost[from] ?? 0) - 1e-6) continue
          cost[from] = reached
          via[from] = edge
          changed = true
        }
      }
    }
    const tree = { cost, via }
    this.costs.set(target, tree)
    return tree
  }

  private ends(spot: Spot): { node: number; lengthM: number; points: Vec[] }[] {
    const { edge, at } = spot
    return [
      { node: edge.a, lengthM: at, points: sliceLine(edge.points, 0, at).toReversed() },
      { node: edge.b, lengthM: edge.lengthM - at, points: sliceLine(edge.points, at, edge.lengthM) },
    ]
  }

  distanceM(from: Spot, to: Spot): number {
    if (from.edge === to.edge) return Math.abs(from.at - to.at)
    const lengths = this.ends(from).flatMap((start) =>
      this.ends(to).map((end) => start.lengthM + (this.towards(end.node).cost[start.node] ?? 0) + end.lengthM),
    )
    return Math.min(...lengths)
  }

  way(from: Spot, to: Spot): Way {
    if (from.edge === to.edge) {
      const [low, high] = [Math.min(from.at, to.at), Math.max(from.at, to.at)]
      const piece = sliceLine(from.edge.points, low, high)
      return { points: from.at <= to.at ? piece : piece.toReversed(), lengthM: high - low }
    }
    let best: Way | null = null
    for (const start of this.ends(from)) {
      for (const end of this.ends(to)) {
        const middle = this.between(start.node, end.node)
        const points = [...start.points, ...middle, ...end.points.toReversed()]
        const lengthM = lineLength(points)
        if (best === null || lengthM < best.lengthM) best = { points, lengthM }
      }
    }
    return best ?? { points: [], lengthM: 0 }
  }

  private between(from: number, to: number): Vec[] {
    const { via } = this.towards(to)
    const points: Vec[] = []
    for (let node = from; node !== to;) {
      const edge = via[node]
      if (!edge) break
      points.push(...(edge.a === node ? edge.points : edge.points.toReversed()))
      node = edge.a === node ? edge.b : edge.a
    }
    return points
  }
}

/** Order of visits: always the nearest stop not yet served. */
function orderStops(streets: StreetMap, start: Spot, stops: readonly Spot[]): Spot[] {
  const rest = [...stops]
  const order: Spot[] = []
  let here = start
  while (rest.length > 0) {
    const distances = rest.map((stop) => streets.distanceM(here, stop))
    const [next] = rest.splice(distances.indexOf(Math.min(...distances)), 1)
    if (next === undefined) break
    order.push(next)
    here = next
  }
  return order
}

function withoutRepeats(points: readonly Vec[]): Vec[] {
  return points.filter((p, i) => {
    const before = points[i - 1]
    return before === undefined || Math.abs(before[0] - p[0]) + Math.abs(before[1] - p[1]) > 0.05
  })
}

/** Closed collection rounds from the transfer station along the streets, one leg per edge. */
export function buildWasteRoutes(
  ground: GroundPlan,
  station: { site: SitePlan; assetId: string },
  specs: readonly RouteSpec[],
): { plan: NetworkPlan; routes: WasteRoute[] } {
  const streets = new StreetMap(ground)
  const draft = new NetworkDraft('waste-route', 'wr')
  const depot = streets.spot('depot', station.site.centre)
  const yard = draft.node(station.assetId, 'transfer-station', station.site.centre, { assetId: station.assetId })
  const routes = specs.map((spec): WasteRoute => {
    const stops = orderStops(
      streets,
      depot,
      spec.consumers.map((consumer) => streets.spot(consumer.key, consumer.gate)),
    )
    const line: Vec[] = [station.site.centre]
    const served: WasteRoute['stops'] = []
    let from = yard
    for (const [i, stop] of [...stops, depot].entries()) {
      const leg = withoutRepeats(streets.way(stops[i - 1] ?? depot, stop).points)
      const last = stop === depot
      const place = leg.at(-1) ?? station.site.centre
      const plotId = spec.consumers.find((consumer) => consumer.key === stop.key)?.plotId ?? null
      const to = last ? yard : draft.node(`${spec.vehicleId}-${stop.key}`, 'stop', place, { plotId })
      draft.edge(from, to, last ? leg : leg.slice(0, -1), { role: 'main', group: spec.vehicleId })
      line.push(...leg)
      if (!last) served.push({ key: stop.key, alongM: Math.round(lineLength(withoutRepeats(line))) })
      from = to
    }
    const closed = withoutRepeats([...line, station.site.centre])
    return {
      vehicleId: spec.vehicleId,
      stream: spec.stream,
      line: closed,
      lengthM: Math.round(lineLength(closed)),
      stops: served,
    }
  })
  return { plan: draft.plan, routes }
}
