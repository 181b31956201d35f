import { moved, pointAlong, sliceLine, unitTowards } from '../geometry.ts'
import type { GroundPlan, NetworkPlan, SitePlan, Vec } from '../types.ts'
import type { Consumer } from '../assets/consumers.ts'
import { buildLaneGraph, nearestJunction, type LaneEdge, type LaneGraph } from './lane-graph.ts'
import { NetworkDraft, type Cut } from './network-draft.ts'
import { partitionForest } from './partition-tree.ts'
import { farEnd, growForest, pointsFrom, type Forest } from './shortest-paths.ts'
import { addService, cutsOf, placeTaps, tapsOn, type Tap } from './taps.ts'
import { addTie, freePlace, numbered } from './ties.ts'

export interface WaterDistrict {
  assetId: string
  /** District upstream; `null` directly behind the plant. */
  parentId: string | null
  demandM3PerDay: number
  pipesM: number
}

export interface WaterMains {
  plan: NetworkPlan
  districts: WaterDistrict[]
  loggers: { assetId: string; districtId: string; distanceM: number; elevationM: number }[]
  valves: { assetId: string }[]
  hydrants: { assetId: string; districtId: string | null }[]
  tanks: string[]
  pumps: string[]
  districtOf: Map<string, string>
}

interface WaterPlant {
  site: SitePlan
  assetId: string
  districtM3PerDay: number
  tankSpots: readonly Vec[]
  pumpSpot: Vec
}

const PUMPS = 4
/** A part with less demand than this stays in the district that feeds it. */
const LEAST_M3_PER_DAY = 250
/** Peak hour over mean, and m³/h that a pipe of 1 mm² carries at about 1.2 m/s. */
const PEAK = 1.8
const DIAMETERS = [150, 200, 250, 300, 400, 500, 600, 700, 800, 900, 1000]

function diameterFor(m3PerDay: number): number {
  const needed = (m3PerDay / 24) * PEAK
  return DIAMETERS.find((dn) => dn * dn * 0.0034 > needed) ?? 1000
}

interface Loads {
  /** Demand that each node of the tree takes for itself. */
  own: number[]
  /** With everything downstream. */
  through: number[]
}

function loadsOf(graph: LaneGraph, forest: Forest, taps: readonly Tap[], root: number): Loads {
  const own = graph.nodes.map(() => 0)
  for (const tap of taps) {
    const { edge } = tap
    const near = tap.at < edge.lengthM / 2 ? edge.a : edge.b
    const node = farEnd(forest, edge) ?? (near === root ? (near === edge.a ? edge.b : edge.a) : near)
    own[node] = (own[node] ?? 0) + tap.consumer.waterM3PerDay
  }
  const through = [...own]
  for (const node of forest.order.toReversed()) {
    const link = forest.parent[node]
    if (link) through[link.node] = (through[link.node] ?? 0) + (through[node] ?? 0)
  }
  return { own, through }
}

class MainsBuilder {
  readonly draft = new NetworkDraft('water', 'wa')
  readonly districts: WaterDistrict[] = []
  readonly valves: WaterMains['valves'] = []
  readonly hydrants: WaterMains['hydrants'] = []
  readonly districtOf = new Map<string, string>()
  /** District of every junction; junctions before the first district meter have none. */
  readonly owner = new Map<number, WaterDistrict>()
  private readonly graph: LaneGraph
  private readonly taps: readonly Tap[]
  private readonly forest: Forest
  private readonly loads: Loads

  constructor(graph: LaneGraph, taps: readonly Tap[], forest: Forest, loads: Loads) {
    this.graph = graph
    this.taps = taps
    this.forest = forest
    this.loads = loads
  }

  junction(node: number): string {
    return this.draft.node(`n${node}`, 'junction', this.graph.nodes[node] ?? [0, 0])
  }

  /** Districts are connected parts of the tree; a district meter stands where water enters each of them. */
  addDistricts(capM3PerDay: number): void {
    const parts = partitionForest(this.forest, this.loads.own, capM3PerDay)
    for (const part of parts) {
      const above = this.owner.get(this.forest.parent[part.head]?.node ?? -1)
      let district = above
      if (part.load >= LEAST_M3_PER_DAY || above === undefined) {
        const assetId = numbered('dma', this.districts.length + 1)
        district = { assetId, parentId: above?.assetId ?? null, demandM3PerDay: 0, pipesM: 0 }
        this.districts.push(district)
      }
      if (district === undefined) continue
      district.demandM3PerDay += part.load
      for (const node of part.nodes) this.owner.set(node, district)
    }
  }

  addTreeEdges(): void {
    for (const node of this.forest.order) {
      const link = this.forest.parent[node]
      const district = this.owner.get(node)
      if (!link || !district) continue
      const { edge } = link
      const forward = link.node === edge.a
      const own = tapsOn(this.taps, edge)
      const cuts = cutsOf(this.draft, own, forward ? 0 : edge.lengthM, forward)
      const line = pointsFrom(edge, link.node)
      const first = Math.min(edge.lengthM, ...cuts.map((cut) => cut.at))
      if (this.owner.get(link.node) !== district) cuts.push(this.meterCut(district, line, Math.min(14, first / 2)))
      const hydrant = this.hydrantCut(edge, line, cuts, district)
      if (hydrant) cuts.push(hydrant)
      const nominal = diameterFor(this.loads.through[node] ?? 0)
      this.draft.sections(this.junction(link.node), this.junction(node), line, cuts, {
        role: 'main',
        group: district.assetId,
        nominal,
        roadId: edge.roadId,
      })
      this.belongs(district, own, edge.lengthM)
    }
  }

  private belongs(district: WaterDistrict, taps: readonly Tap[], lengthM: number): void {
    district.pipesM += lengthM
    for (const tap of taps) this.districtOf.set(tap.consumer.key, district.assetId)
  }

  private meterCut(district: WaterDistrict, line: LaneEdge['points'], at: number): Cut {
    const nodeId = this.draft.node(district.assetId, 'district-meter', pointAlong(line, at).p, {
      assetId: district.assetId,
    })
    return { at, nodeId }
  }

  private hydrantCut(
    edge: LaneEdge,
    line: LaneEdge['points'],
    cuts: readonly Cut[],
    district: WaterDistrict,
  ): Cut | null {
    if (edge.lengthM < 90) return null
    const at = freePlace(
      edge.lengthM,
      cuts.map((cut) => cut.at),
      edge.lengthM / 2,
    )
    const assetId = numbered('hy', this.hydrants.length + 1)
    this.hydrants.push({ assetId, districtId: district.assetId })
    return { at, nodeId: this.draft.node(assetId, 'hydrant', pointAlong(line, at).p, { assetId }) }
  }

  /** Edges outside the tree: a loop inside one district, a closed boundary valve between two. */
  addLoops(): void {
    for (const edge of this.graph.edges) {
      if (farEnd(this.forest, edge) !== null) continue
      const a = this.owner.get(edge.a) ?? this.owner.get(edge.b)
      const b = this.owner.get(edge.b) ?? a
      if (!a || !b) continue
      const own = tapsOn(this.taps, edge)
      if (a === b && this.owner.has(edge.a) && this.owner.has(edge.b)) this.addLoop(edge, a, own)
      else this.addValve(edge, a, b, own)
    }
  }

  private addLoop(edge: LaneEdge, district: WaterDistrict, own: readonly Tap[]): void {
    const attributes = { role: 'loop', group: district.assetId, nominal: 150, roadId: edge.roadId } as const
    const cuts = cutsOf(this.draft, own, 0, true)
    const hydrant = this.hydrantCut(edge, edge.points, cuts, district)
    if (hydrant) cuts.push(hydrant)
    this.draft.sections(this.junction(edge.a), this.junction(edge.b), edge.points, cuts, attributes)
    this.belongs(district, own, edge.lengthM)
  }

  private addValve(edge: LaneEdge, a: WaterDistrict, b: WaterDistrict, own: readonly Tap[]): void {
    const assetId = numbered('bv', this.valves.length + 1)
    const places = own.map((tap) => tap.at)
    const wished = this.owner.has(edge.a) ? (this.owner.has(edge.b) ? edge.lengthM / 2 : edge.lengthM - 6) : 6
    const at = freePlace(edge.lengthM, places, wished)
    this.valves.push({ assetId })
    const [near, far] = addTie(this.draft, edge, at, { kind: 'boundary-valve', assetId, nominal: 150 })
    const before = own.filter((tap) => tap.at < at)
    const after = own.filter((tap) => tap.at >= at)
    const attributes = { role: 'main', nominal: 150, roadId: edge.roadId } as const
    const lineA = sliceLine(edge.points, 0, at - 1)
    const lineB = sliceLine(edge.points, at + 1, edge.lengthM).toReversed()
    this.draft.sections(this.junction(edge.a), near, lineA, cutsOf(this.draft, before, 0, true), {
      ...attributes,
      group: a.assetId,
    })
    this.draft.sections(this.junction(edge.b), far, lineB, cutsOf(this.draft, after, edge.lengthM, false), {
      ...attributes,
      group: b.assetId,
    })
    this.belongs(a, before, at)
    this.belongs(b, after, edge.lengthM - at)
  }

  /** Clear-water tanks and pumps between the plant and the first junction. */
  addPlant(place: WaterPlant, root: number): { tanks: string[]; pumps: string[] } {
    const { site, assetId, pumpSpot } = place
    const out = unitTowards(pumpSpot, this.graph.nodes[root] ?? pumpSpot)
    const side: typeof out = [-out[1], out[0]]
    const nominal = 1000
    const plant = this.draft.node(assetId, 'water-plant', site.centre, { assetId })
    const tanks = ['wt-1', 'wt-2']
    const pumps = Array.from({ length: PUMPS }, (_, i) => `pu-${i + 1}`)
    const header = this.draft.node('suction', 'junction', moved(pumpSpot, out, -9))
    for (const [i, tank] of tanks.entries()) {
      const spot = place.tankSpots[i] ?? moved(site.centre, side, i === 0 ? -22 : 22)
      const node = this.draft.node(tank, 'water-tank', spot, { assetId: tank })
      this.draft.edge(plant, node, [], { role: 'main', nominal })
      this.draft.edge(node, header, [], { role: 'main', nominal })
    }
    const outlet = this.draft.node('outlet', 'junction', moved(pumpSpot, out, 9))
    for (const [i, pump] of pumps.entries()) {
      const node = this.draft.node(pump, 'pump', moved(pumpSpot, side, (i - 1.5) * 5), {
        assetId: pump,
      })
      this.draft.edge(header, node, [], { role: 'main', nominal: 500, assetId: pump, meterPointId: `${pump}.flow` })
      this.draft.edge(node, outlet, [], { role: 'main', nominal: 500, assetId: pump, meterPointId: `${pump}.flow` })
    }
    this.draft.edge(outlet, this.junction(root), [], { role: 'main', nominal, meterPointId: `${assetId}.flow` })
    return { tanks, pumps }
  }

  addServices(): void {
    for (const tap of this.taps) {
      const { key } = tap.consumer
      addService(this.draft, tap, { kind: 'water-meter', assetId: `wm-${key}` }, false, {
        group: this.districtOf.get(key) ?? null,
        nominal: tap.consumer.waterM3PerDay > 400 ? 200 : 100,
        meterPointId: `wm-${key}.flow`,
      })
    }
  }
}

/** A logger at the junction of each district that lies farthest from the plant: where pressure is lowest. */
function addLoggers(
  builder: MainsBuilder,
  ground: GroundPlan,
  graph: LaneGraph,
  forest: Forest,
): WaterMains['loggers'] {
  return builder.districts.flatMap((district, i) => {
    const nodes = [...builder.owner].filter(([, owner]) => owner === district).map(([node]) => node)
    const farthest = nodes.toSorted((a, b) => (forest.cost[b] ?? 0) - (forest.cost[a] ?? 0))[0]
    if (farthest === undefined) return []
    const assetId = numbered('pl', i + 1)
    builder.draft.equip(builder.junction(farthest), 'pressure-logger', assetId)
    const p = graph.nodes[farthest] ?? [0, 0]
    return [
      { assetId, districtId: district.assetId, distanceM: forest.cost[farthest] ?? 0, elevationM: ground.elevation(p) },
    ]
  })
}

/** Looped water mains fed by one plant, in metered districts closed off from each other by boundary valves. */
export function buildWaterMains(ground: GroundPlan, consumers: readonly Consumer[], plant: WaterPlant): WaterMains {
  const graph = buildLaneGraph(ground, 'water')
  const taps = placeTaps(
    graph,
    consumers.filter((consumer) => consumer.waterM3PerDay > 0),
  )
  const root = nearestJunction(graph, plant.site.centre)
  const preference = { axis: 0.7, arterial: 0.8, collector: 1.1, service: 1.2, national: 3 }
  const forest = growForest(graph, [{ node: root, offset: 0 }], (edge) => edge.lengthM * preference[edge.cls])
  const builder = new MainsBuilder(graph, taps, forest, loadsOf(graph, forest, taps, root))
  builder.addDistricts(plant.districtM3PerDay)
  builder.addTreeEdges()
  builder.addLoops()
  builder.addServices()
  const { tanks, pumps } = builder.addPlant(plant, root)
  const loggers = addLoggers(builder, ground, graph, forest)
  const lost = taps.find((tap) => !builder.districtOf.has(tap.consumer.key))
  if (lost) throw new Error(`water mains: ${lost.consumer.key} lies in no district`)
  const { districts, valves, hydrants, districtOf } = builder
  return { plan: builder.draft.plan, districts, loggers, valves, hydrants, tanks, pumps, districtOf }
}
