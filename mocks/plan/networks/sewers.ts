import { distance, moved, nearestOnLine, unitTowards } from '../geometry.ts'
import type { GroundPlan, NetworkPlan, SitePlan, Vec } from '../types.ts'
import type { Consumer } from '../assets/consumers.ts'
import { buildLaneGraph, nearestJunction, type LaneEdge, type LaneGraph } from './lane-graph.ts'
import { NetworkDraft, type EdgeAttributes } from './network-draft.ts'
import { farEnd, growForest, pathToRoot, pointsFrom, type Forest } from './shortest-paths.ts'
import { splitEdges } from './split-edges.ts'
import { addService, cutsOf, placeTaps, tapsOn, type Tap } from './taps.ts'
import { numbered } from './ties.ts'

export interface Sewers {
  plan: NetworkPlan
  liftStations: { assetId: string; parentId: string; m3PerDay: number }[]
  gauges: { assetId: string; parentId: string; m3PerDay: number; diameterMm: number }[]
  /** What a consumer drains to first: a lift station or the plant. */
  drainsTo: Map<string, string>
  slopePercent: number
}

/** The central plant: where sewage enters it, and where the treated water leaves it for the stream. */
interface SewerPlant {
  site: SitePlan
  assetId: string
  outfallId: string
  inlet: Vec
  outlet: Vec
}

/** Gravity sewers fall by this much; deeper than the limit a lift station raises the trench again. */
const SLOPE = 0.0022
const COVER_M = 1.6
const DEEPEST_M = 6.2
const LIFTED_M = 1.8
const LIFT_FROM_M3_PER_DAY = 300
const GAUGES = 10
const DIAMETERS = [300, 400, 500, 600, 800, 1000, 1200]

function diameterFor(m3PerDay: number): number {
  return DIAMETERS.find((dn) => dn * dn * 0.0019 > (m3PerDay / 24) * 1.8) ?? 1200
}

function ownLoads(graph: LaneGraph, forest: Forest, taps: readonly Tap[]): number[] {
  const loads = graph.nodes.map(() => 0)
  for (const { edge, at, consumer } of taps) {
    const node = farEnd(forest, edge) ?? (at < edge.lengthM / 2 ? edge.a : edge.b)
    loads[node] = (loads[node] ?? 0) + consumer.dischargeM3PerDay
  }
  return loads
}

interface Hydraulics {
  through: number[]
  /** Junctions whose outgoing pipe is a force main. */
  lifts: number[]
}

/** Follows inverts down the tree and puts a lift station where the trench gets too deep. */
function followInverts(ground: GroundPlan, graph: LaneGraph, forest: Forest, own: readonly number[]): Hydraulics {
  const level = graph.nodes.map((p) => ground.elevation(p))
  const invert = level.map((z) => z - COVER_M)
  const through = [...own]
  const lifts: number[] = []
  for (const node of forest.order.toReversed()) {
    const link = forest.parent[node]
    if (!link) continue
    const load = through[node] ?? 0
    through[link.node] = (through[link.node] ?? 0) + load
    let out = invert[node] ?? 0
    if ((level[node] ?? 0) - out > DEEPEST_M && load > LIFT_FROM_M3_PER_DAY) {
      lifts.push(node)
      out = (level[node] ?? 0) - LIFTED_M
    }
    invert[link.node] = Math.min(invert[link.node] ?? 0, out - link.edge.lengthM * SLOPE)
  }
  return { through, lifts: lifts.toSorted((a, b) => a - b) }
}

class SewerBuilder {
  readonly draft = new NetworkDraft('sewer', 'se')
  readonly drainsTo = new Map<string, string>()
  readonly liftIds: Map<number, string>
  private readonly graph: LaneGraph
  private readonly taps: readonly Tap[]
  private readonly forest: Forest
  private readonly hydraulics: Hydraulics
  private readonly plantId: string

  constructor(graph: LaneGraph, taps: readonly Tap[], forest: Forest, hydraulics: Hydraulics, plantId: string) {
    this.graph = graph
    this.taps = taps
    this.forest = forest
    this.hydraulics = hydraulics
    this.plantId = plantId
    this.liftIds = new Map(hydraulics.lifts.map((node, i) => [node, `ls-${i + 1}`]))
  }

  manhole(node: number): string {
    const p = this.graph.nodes[node] ?? [0, 0]
    const assetId = this.liftIds.get(node)
    if (assetId !== undefined) return this.draft.node(`n${node}`, 'lift-station', p, { assetId })
    return this.draft.node(`n${node}`, 'manhole', p)
  }

  /** First lift station on the way from a junction (itself included), else the plant. */
  receiver(node: number): string {
    const lift = pathToRoot(this.forest, node).nodes.find((step) => this.liftIds.has(step))
    return lift === undefined ? this.plantId : (this.liftIds.get(lift) ?? this.plantId)
  }

  /** The next receiver below a lift station. */
  below(node: number): string {
    const next = this.forest.parent[node]?.node
    return next === undefined ? this.plantId : this.receiver(next)
  }

  private attributes(node: number, edge: LaneEdge, m3PerDay: number): EdgeAttributes {
    return { role: 'main', group: this.receiver(node), nominal: diameterFor(m3PerDay), roadId: edge.roadId }
  }

  addTree(): void {
    for (const node of this.forest.order) {
      const link = this.forest.parent[node]
      const load = this.hydraulics.through[node] ?? 0
      if (!link || load <= 0) continue
      const { edge } = link
      const forward = node === edge.a
      const lift = this.liftIds.get(node)
      const base = this.attributes(lift === undefined ? node : link.node, edge, load)
      const attributes: EdgeAttributes =
        lift === undefined
          ? base
          : { ...base, role: 'force', assetId: lift, meterPointId: `${lift}.flow`, nominal: 300 }
      const own = tapsOn(this.taps, edge)
      const cuts = cutsOf(this.draft, own, forward ? 0 : edge.lengthM, forward)
      this.draft.sections(this.manhole(node), this.manhole(link.node), pointsFrom(edge, node), cuts, attributes)
      // Plots along a force main pump into the next gravity sewer.
      for (const tap of own) this.drainsTo.set(tap.consumer.key, this.receiver(lift === undefined ? node : link.node))
    }
  }

  /** Edges outside the tree drain from the middle to both ends. */
  addDeadEnds(): void {
    splitEdges(this.draft, this.graph, this.forest, this.taps, {
      manhole: (node) => this.manhole(node),
      attributesOf: ({ edge, node, taps }) => {
        for (const tap of taps) this.drainsTo.set(tap.consumer.key, this.receiver(node))
        const load = taps.reduce((sum, tap) => sum + tap.consumer.dischargeM3PerDay, 0)
        return this.attributes(node, edge, load)
      },
    })
  }

  addServices(): void {
    for (const tap of this.taps) {
      const { key } = tap.consumer
      addService(this.draft, tap, { kind: 'sewer-meter', assetId: `sm-${key}` }, true, {
        group: this.drainsTo.get(key) ?? null,
        nominal: 250,
        meterPointId: `sm-${key}.flow`,
      })
    }
  }

  addPlant(ground: GroundPlan, plant: SewerPlant, root: number): void {
    const { outfallId, outlet } = plant
    const inlet = this.draft.node(this.plantId, 'wastewater-plant', plant.inlet, { assetId: this.plantId })
    this.draft.edge(this.manhole(root), inlet, [], {
      role: 'main',
      group: this.plantId,
      nominal: 1000,
      meterPointId: `${this.plantId}.flow`,
    })
    const bank = nearestOnLine(ground.stream, outlet).p
    const outfall = this.draft.node(outfallId, 'outfall', moved(bank, unitTowards(bank, outlet), 12), {
      assetId: outfallId,
    })
    this.draft.edge(inlet, outfall, [outlet], {
      role: 'outfall',
      group: this.plantId,
      nominal: 1200,
      assetId: outfallId,
      meterPointId: `${outfallId}.flow`,
    })
  }

  /** Level gauges in the trunk manholes that carry most, well apart. */
  addGauges(): Sewers['gauges'] {
    const { through } = this.hydraulics
    const chosen: number[] = []
    const candidates = this.forest.order
      .filter((node) => this.forest.parent[node] !== null && !this.liftIds.has(node) && (through[node] ?? 0) > 0)
      .toSorted((a, b) => (through[b] ?? 0) - (through[a] ?? 0))
    for (const node of candidates) {
      const p = this.graph.nodes[node] ?? [0, 0]
      if (chosen.length >= GAUGES) break
      if (chosen.every((other) => distance(this.graph.nodes[other] ?? p, p) > 380)) chosen.push(node)
    }
    return chosen.map((node, i) => {
      const assetId = numbered('sg', i + 1)
      this.draft.equip(this.manhole(node), 'sewer-gauge', assetId)
      const m3PerDay = through[node] ?? 0
      return { assetId, parentId: this.receiver(node), m3PerDay, diameterMm: diameterFor(m3PerDay) }
    })
  }
}

/** Gravity sewers: a tree down to the central plant, lift stations where the trench gets too deep. */
export function buildSewers(ground: GroundPlan, consumers: readonly Consumer[], plant: SewerPlant): Sewers {
  const graph = buildLaneGraph(ground, 'sewer')
  const taps = placeTaps(
    graph,
    consumers.filter((consumer) => consumer.dischargeM3PerDay > 0),
  )
  const root = nearestJunction(graph, plant.site.centre)
  const climb = (from: number, to: number): number =>
    Math.max(0, ground.elevation(graph.nodes[from] ?? [0, 0]) - ground.elevation(graph.nodes[to] ?? [0, 0]))
  // Water flows from `to` to `from`: climbing costs 900 m of detour per metre.
  const forest = growForest(
    graph,
    [{ node: root, offset: 0 }],
    (edge, from, to) => edge.lengthM * (edge.cls === 'axis' ? 1.25 : 1) + 900 * climb(from, to),
  )
  const hydraulics = followInverts(ground, graph, forest, ownLoads(graph, forest, taps))
  const builder = new SewerBuilder(graph, taps, forest, hydraulics, plant.assetId)
  builder.addTree()
  builder.addDeadEnds()
  builder.addServices()
  builder.addPlant(ground, plant, root)
  const gauges = builder.addGauges()
  const liftStations = [...builder.liftIds].map(([node, assetId]) => ({
    assetId,
    parentId: builder.below(node),
    m3PerDay: hydraulics.through[node] ?? 0,
  }))
  return { plan: builder.draft.plan, liftStations, gauges, drainsTo: builder.drainsTo, slopePercent: SLOPE * 100 }
}
