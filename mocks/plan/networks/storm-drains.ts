import { centroid, distance, nearestOnLine } from '../geometry.ts'
import type { GroundPlan, NetworkPlan, Vec } from '../types.ts'
import type { Consumer } from '../assets/consumers.ts'
import { buildLaneGraph, nearestJunction, type LaneGraph } from './lane-graph.ts'
import { NetworkDraft } from './network-draft.ts'
import { farEnd, growForest, pointsFrom, type Forest } from './shortest-paths.ts'
import { splitEdges } from './split-edges.ts'
import { addService, cutsOf, placeTaps, tapsOn, type Tap } from './taps.ts'
import { numbered } from './ties.ts'

export interface StormPond {
  assetId: string
  at: Vec
  areaM2: number
  catchmentHa: number
}

export interface StormDrains {
  plan: NetworkPlan
  ponds: StormPond[]
}

/** Junctions this near to the stream may let storm water out directly, well apart from each other. */
const OUTLET_REACH_M = 320
const OUTLET_SPACING_M = 450
/** Ponds farther from the stream than this hold water back on the way instead of ending a catchment. */
const POND_REACH_M = 600
const DIAMETERS = [600, 800, 1000, 1200, 1500, 1800, 2000, 2500]

interface Outlet {
  node: number
  /** Ponds in series on the way to the stream, by index; none where the drain ends at the bank. */
  ponds: number[]
}

function diameterFor(hectares: number): number {
  return DIAMETERS.find((dn) => dn * dn * 6.5e-6 > hectares) ?? 3000
}

function isTerminal(ground: GroundPlan, pond: readonly Vec[]): boolean {
  return nearestOnLine(ground.stream, centroid(pond)).distance < POND_REACH_M
}

/** Ponds at the stream take their nearest junction; the stream takes junctions near its bank. */
function findOutlets(ground: GroundPlan, graph: LaneGraph): Outlet[] {
  const outlets: Outlet[] = []
  const used = new Set(graph.edges.flatMap((edge) => [edge.a, edge.b]))
  for (const [index, pond] of ground.ponds.entries()) {
    if (!isTerminal(ground, pond)) continue
    const node = nearestJunction(graph, centroid(pond))
    const known = outlets.find((outlet) => outlet.node === node)
    if (known) known.ponds.push(index)
    else outlets.push({ node, ponds: [index] })
  }
  const near = [...used]
    .map((node) => ({ node, distance: nearestOnLine(ground.stream, graph.nodes[node] ?? [0, 0]).distance }))
    .filter((candidate) => candidate.distance < OUTLET_REACH_M)
    .toSorted((a, b) => a.distance - b.distance)
  for (const { node } of near) {
    const p = graph.nodes[node] ?? [0, 0]
    const apart = outlets.every((outlet) => distance(graph.nodes[outlet.node] ?? p, p) > OUTLET_SPACING_M)
    if (apart) outlets.push({ node, ponds: [] })
  }
  if (outlets.length === 0) outlets.push({ node: nearestJunction(graph, ground.stream[0] ?? [0, 0]), ponds: [] })
  return outlets
}

function hectaresThrough(graph: LaneGraph, forest: Forest, taps: readonly Tap[]): number[] {
  const through = graph.nodes.map(() => 0)
  for (const { edge, at, consumer } of taps) {
    const node = farEnd(forest, edge) ?? (at < edge.lengthM / 2 ? edge.a : edge.b)
    through[node] = (through[node] ?? 0) + consumer.areaHa
  }
  // Roads drain as well: their reserve on both halves of an edge.
  for (const edge of graph.edges) {
    for (const node of [edge.a, edge.b]) through[node] = (through[node] ?? 0) + (edge.lengthM * 15) / 1e4
  }
  for (const node of forest.order.toReversed()) {
    const link = forest.parent[node]
    if (link) through[link.node] = (through[link.node] ?? 0) + (through[node] ?? 0)
  }
  return through
}

class DrainBuilder {
  readonly draft = new NetworkDraft('storm', 'st')
  readonly ponds: StormPond[] = []
  private readonly ground: GroundPlan
  private readonly graph: LaneGraph
  private readonly forest: Forest
  private readonly taps: readonly Tap[]
  private readonly through: readonly number[]

  constructor(ground: GroundPlan, graph: LaneGraph, forest: Forest, taps: readonly Tap[]) {
    this.ground = ground
    this.graph = graph
    this.forest = forest
    this.taps = taps
    this.through = hectaresThrough(graph, forest, taps)
  }

  private manhole(node: number): string {
    return this.draft.node(`n${node}`, 'manhole', this.graph.nodes[node] ?? [0, 0])
  }

  private catchment(node: number): string {
    return numbered('catchment', (this.forest.root[node] ?? 0) + 1)
  }

  addTrees(): void {
    for (const node of this.forest.order) {
      const link = this.forest.parent[node]
      if (!link) continue
      const { edge } = link
      const forward = node === edge.a
      const cuts = cutsOf(this.draft, tapsOn(this.taps, edge), forward ? 0 : edge.lengthM, forward)
      const nominal = diameterFor(this.through[node] ?? 0)
      const attributes = { role: 'main', group: this.catchment(node), nominal, roadId: edge.roadId } as const
      this.draft.sections(this.manhole(node), this.manhole(link.node), pointsFrom(edge, node), cuts, attributes)
    }
  }

  /** A watershed lies in the middle of every edge outside the trees: each half drains to its own end. */
  addWatersheds(): void {
    splitEdges(this.draft, this.graph, this.forest, this.taps, {
      manhole: (node) => this.manhole(node),
      attributesOf: ({ edge, node, taps }) => ({
        role: 'main',
        group: this.catchment(node),
        nominal: diameterFor(taps.reduce((sum, tap) => sum + tap.consumer.areaHa, 0)),
        roadId: edge.roadId,
      }),
    })
  }

  addServices(): void {
    for (const tap of this.taps) {
      const near = farEnd(this.forest, tap.edge) ?? (tap.at < tap.edge.lengthM / 2 ? tap.edge.a : tap.edge.b)
      addService(this.draft, tap, { kind: 'junction', assetId: null }, true, {
        group: this.catchment(near),
        nominal: 600,
      })
    }
  }

  private addPond(pond: readonly Vec[], catchmentHa: number): string {
    const assetId = numbered('sp', this.ponds.length + 1)
    const at = centroid(pond)
    this.ponds.push({ assetId, at, areaM2: Math.round(ringArea(pond)), catchmentHa: Math.round(catchmentHa) })
    return this.draft.node(assetId, 'storm-pond', at, { assetId })
  }

  /** Ponds inside the park hold water back and give it to the drain of the next street. */
  addRetention(): void {
    for (const pond of this.ground.ponds.filter((candidate) => !isTerminal(this.ground, candidate))) {
      const junction = nearestJunction(this.graph, centroid(pond))
      const node = this.addPond(pond, ringArea(pond) / 1e4)
      this.draft.edge(node, this.manhole(junction), [], { role: 'main', group: this.catchment(junction), nominal: 800 })
    }
  }

  addOutlets(outlets: readonly Outlet[]): void {
    for (const [i, outlet] of outlets.entries()) {
      const group = numbered('catchment', i + 1)
      const nominal = diameterFor(this.through[outlet.node] ?? 0)
      let from = this.manhole(outlet.node)
      for (const index of outlet.ponds) {
        const pond = this.ground.ponds[index]
        if (pond === undefined) continue
        const node = this.addPond(pond, (this.through[outlet.node] ?? 0) / outlet.ponds.length)
        this.draft.edge(from, node, [], { role: 'main', group, nominal })
        from = node
      }
      const mouth = nearestOnLine(this.ground.stream, this.draft.place(from)).p
      const outletNode = this.draft.node(`outlet-${i + 1}`, 'storm-outlet', mouth)
      this.draft.edge(from, outletNode, [], { role: 'outfall', group, nominal })
    }
  }
}

function ringArea(ring: readonly Vec[]): number {
  let sum = 0
  for (const [i, [x, y]] of ring.entries()) {
    const next = ring[(i + 1) % ring.length] ?? [x, y]
    sum += x * next[1] - next[0] * y
  }
  return Math.abs(sum / 2)
}

/** Storm drains: a gravity tree for each catchment, out to the ponds and the stream. */
export function buildStormDrains(ground: GroundPlan, consumers: readonly Consumer[]): StormDrains {
  const graph = buildLaneGraph(ground, 'storm')
  const taps = placeTaps(
    graph,
    consumers.filter((consumer) => consumer.plotId !== null),
  )
  const outlets = findOutlets(ground, graph)
  const level = (node: number): number => ground.elevation(graph.nodes[node] ?? [0, 0])
  const roots = outlets.map((outlet) => ({ node: outlet.node, offset: 0 }))
  const forest = growForest(graph, roots, (edge, from, to) => edge.lengthM + 900 * Math.max(0, level(from) - level(to)))
  const builder = new DrainBuilder(ground, graph, forest, taps)
  builder.addTrees()
  builder.addWatersheds()
  builder.addServices()
  builder.addOutlets(outlets)
  builder.addRetention()
  return { plan: builder.draft.plan, ponds: builder.ponds }
}
