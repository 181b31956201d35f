import { centroid, distance, moved, nearestOnLine, sliceLine, unitTowards } from '../geometry.ts'
import type { GroundPlan, NetworkPlan, SitePlan, Vec } from '../types.ts'
import type { Consumer } from '../assets/consumers.ts'
import { buildLaneGraph, nearestJunction, type LaneEdge, type LaneGraph } from './lane-graph.ts'
import { NetworkDraft, type EdgeAttributes } from './network-draft.ts'
import { partitionInto, type TreePart } from './partition-tree.ts'
import { farEnd, growForest, pathToRoot, pointsFrom, type Forest } from './shortest-paths.ts'
import { cutsOf, placeTaps, tapNode, tapsOn, type Tap } from './taps.ts'
import { addTie, freePlace, numbered } from './ties.ts'

export interface GridSubstation {
  assetId: string
  site: SitePlan
  /** Place of the 22 kV busbar. */
  bus: Vec
  feederNumbers: readonly string[]
}

export interface GridFeeder {
  assetId: string
  number: string
  substationId: string
  loadKw: number
  lengthM: number
}

export interface PowerGrid {
  plan: NetworkPlan
  feeders: GridFeeder[]
  /** Normally open switches and the feeders at their two ends; both are the same where a feeder closes on itself. */
  switches: { assetId: string; feederId: string; otherFeederId: string }[]
  /** Feeder of every consumer at 22 kV, by its key. */
  feederOf: Map<string, string>
}

const NOMINAL_KV = 22

interface Spread {
  forest: Forest
  loads: number[]
  /** Place of the open point on every edge outside the forest. */
  openAt: Map<LaneEdge, number>
}

/** Forest from both substations with the second one handicapped, and what each node carries. */
function spread(graph: LaneGraph, roots: readonly number[], taps: readonly Tap[], handicapM: number): Spread {
  const forest = growForest(
    graph,
    roots.map((node, i) => ({ node, offset: i === 0 ? 0 : handicapM })),
    (edge) => edge.lengthM,
  )
  const loads = graph.nodes.map(() => 0)
  const openAt = new Map<LaneEdge, number>()
  const isRoot = (node: number): boolean => roots.includes(node)
  for (const edge of graph.edges) {
    const own = tapsOn(taps, edge)
    const far = farEnd(forest, edge)
    if (far === null) {
      const tie = ((forest.cost[edge.b] ?? 0) + edge.lengthM - (forest.cost[edge.a] ?? 0)) / 2
      // A substation's own junction feeds through its feeders only.
      const wished = isRoot(edge.a) ? 8 : isRoot(edge.b) ? edge.lengthM - 8 : tie
      openAt.set(
        edge,
        freePlace(
          edge.lengthM,
          own.map((tap) => tap.at),
          wished,
        ),
      )
    }
    for (const tap of own) {
      const node =
        far ?? (tap.at < (openAt.get(edge) ?? 0) && !isRoot(edge.a) ? edge.a : isRoot(edge.b) ? edge.a : edge.b)
      loads[node] = (loads[node] ?? 0) + tap.consumer.powerKw
    }
  }
  return { forest, loads, openAt }
}

/** Handicap that shares the load evenly between the two substations. */
function balanced(graph: LaneGraph, roots: readonly number[], taps: readonly Tap[]): Spread {
  let low = -1500
  let high = 1500
  for (let i = 0; i < 14; i++) {
    const middle = (low + high) / 2
    const { forest, loads } = spread(graph, roots, taps, middle)
    const first = loads.reduce((sum, load, node) => (forest.root[node] === 0 ? sum + load : sum), 0)
    const total = loads.reduce((sum, load) => sum + load, 0)
    if (first > total / 2) high = middle
    else low = middle
  }
  return spread(graph, roots, taps, (low + high) / 2)
}

class GridBuilder {
  readonly draft = new NetworkDraft('power-22', 'pw')
  readonly feeders: GridFeeder[] = []
  readonly switches: PowerGrid['switches'] = []
  readonly feederOf = new Map<string, string>()
  private readonly owner = new Map<number, GridFeeder>()
  private readonly graph: LaneGraph
  private readonly taps: readonly Tap[]
  private readonly spread: Spread

  constructor(graph: LaneGraph, taps: readonly Tap[], state: Spread) {
    this.graph = graph
    this.taps = taps
    this.spread = state
  }

  /** Cables of different feeders lie side by side in the trench. */
  private cableNode(feeder: GridFeeder, node: number): string {
    const beside = this.feeders.indexOf(feeder) % 8
    const p = this.graph.nodes[node] ?? [0, 0]
    return this.draft.node(`${feeder.number}-${node}`, 'junction', [p[0] - 0.35 * beside, p[1] - 0.35 * beside])
  }

  private attributes(feeder: GridFeeder, edge: LaneEdge | null): EdgeAttributes {
    const roadId = edge === null ? null : edge.roadId
    return { role: 'main', group: feeder.assetId, assetId: feeder.assetId, nominal: NOMINAL_KV, roadId }
  }

  private section(
    feeder: GridFeeder,
    from: string,
    to: string,
    edge: LaneEdge,
    line: Vec[],
    cuts: Tap[],
    start: number,
    forward: boolean,
  ): void {
    this.draft.sections(from, to, line, cutsOf(this.draft, cuts, start, forward), this.attributes(feeder, edge))
    for (const tap of cuts) this.feederOf.set(tap.consumer.key, feeder.assetId)
  }

  /** One feeder: breaker at the fence, express cable to the head of its part, then the part as a tree. */
  addFeeder(station: GridSubstation, number: string, part: TreePart, index: number): void {
    const { forest } = this.spread
    const feeder: GridFeeder = {
      assetId: `f-${number}`,
      number,
      substationId: station.assetId,
      loadKw: part.load,
      lengthM: 0,
    }
    this.feeders.push(feeder)
    const link = forest.parent[part.head]
    if (!link) return
    const express = pathToRoot(forest, link.node)
    const rootNode = express.nodes.at(-1) ?? link.node
    const bus = this.draft.node(station.assetId, 'substation', station.bus, { assetId: station.assetId })
    this.draft.edge(bus, this.breakerNode(station, feeder, rootNode, index), [], this.attributes(feeder, null))
    let from = this.breakerNode(station, feeder, rootNode, index)
    const measured = { ...this.attributes(feeder, null), meterPointId: `${feeder.assetId}.active-power` }
    this.draft.edge(from, this.cableNode(feeder, rootNode), [], measured)
    from = this.cableNode(feeder, rootNode)
    for (let i = express.edges.length - 1; i >= 0; i--) {
      const edge = express.edges[i]
      const to = express.nodes[i]
      const start = express.nodes[i + 1]
      if (edge === undefined || to === undefined || start === undefined) continue
      const next = this.cableNode(feeder, to)
      this.draft.edge(from, next, pointsFrom(edge, start).slice(1, -1), { ...measured, roadId: edge.roadId })
      feeder.lengthM += edge.lengthM
      from = next
    }
    for (const node of part.nodes) this.addBranch(feeder, node)
  }

  private breakerNode(station: GridSubstation, feeder: GridFeeder, rootNode: number, index: number): string {
    const { ring, centre } = station.site
    const first = ring[0] ?? centre
    const fence = nearestOnLine([...ring, first], this.graph.nodes[rootNode] ?? centre).p
    const inward = unitTowards(fence, centre)
    const spot = moved(moved(fence, inward, 10), [-inward[1], inward[0]], (index - 3.5) * 3)
    return this.draft.node(feeder.assetId, 'feeder', spot, { assetId: feeder.assetId })
  }

  private addBranch(feeder: GridFeeder, node: number): void {
    this.owner.set(node, feeder)
    const link = this.spread.forest.parent[node]
    if (!link) return
    const { edge } = link
    const forward = link.node === edge.a
    const line = pointsFrom(edge, link.node)
    const from = this.cableNode(feeder, link.node)
    this.section(
      feeder,
      from,
      this.cableNode(feeder, node),
      edge,
      line,
      tapsOn(this.taps, edge),
      forward ? 0 : edge.lengthM,
      forward,
    )
    feeder.lengthM += edge.lengthM
  }

  /** Edges outside the forest: half to each side with a switch between, or a stub where one side is not cabled. */
  addRings(): void {
    for (const [edge, at] of this.spread.openAt) {
      const own = tapsOn(this.taps, edge)
      const first = this.owner.get(edge.a)
      const second = this.owner.get(edge.b)
      if (first && second) this.addRing(edge, at, first, second, own)
      else if (first && own.length > 0) this.addStub(edge, first, edge.a, own)
      else if (second && own.length > 0) this.addStub(edge, second, edge.b, own)
    }
  }

  private addRing(edge: LaneEdge, at: number, first: GridFeeder, second: GridFeeder, own: Tap[]): void {
    const assetId = numbered('rs', this.switches.length + 1)
    this.switches.push({ assetId, feederId: first.assetId, otherFeederId: second.assetId })
    const [near, far] = addTie(this.draft, edge, at, { kind: 'ring-switch', assetId, nominal: NOMINAL_KV })
    const before = own.filter((tap) => tap.at < at)
    const after = own.filter((tap) => tap.at >= at)
    const lineA = sliceLine(edge.points, 0, at - 1)
    const lineB = sliceLine(edge.points, at + 1, edge.lengthM).toReversed()
    this.section(first, this.cableNode(first, edge.a), near, edge, lineA, before, 0, true)
    this.section(second, this.cableNode(second, edge.b), far, edge, lineB, after, edge.lengthM, false)
    first.lengthM += at
    second.lengthM += edge.lengthM - at
  }

  private addStub(edge: LaneEdge, feeder: GridFeeder, node: number, own: Tap[]): void {
    const forward = node === edge.a
    const ordered = own.toSorted((a, b) => (forward ? a.at - b.at : b.at - a.at))
    const last = ordered.at(-1)
    if (last === undefined) return
    const line = forward
      ? sliceLine(edge.points, 0, last.at)
      : sliceLine(edge.points, last.at, edge.lengthM).toReversed()
    const start = forward ? 0 : edge.lengthM
    this.section(
      feeder,
      this.cableNode(feeder, node),
      tapNode(this.draft, last),
      edge,
      line,
      ordered.slice(0, -1),
      start,
      forward,
    )
    this.feederOf.set(last.consumer.key, feeder.assetId)
  }

  addServices(): void {
    for (const tap of this.taps) {
      const { key, plotId, ex } = tap.consumer
      const group = this.feederOf.get(key) ?? null
      const meterPointId = `em-${key}.active-power`
      const transformer = this.draft.node(`dt-${key}`, 'distribution-transformer', tap.meter, {
        assetId: `dt-${key}`,
        plotId,
      })
      const meter = this.draft.node(`m-${key}`, 'electricity-meter', moved(tap.meter, ex, 4), {
        assetId: `em-${key}`,
        plotId,
      })
      const attributes = { role: 'service', group, meterPointId, nominal: NOMINAL_KV, roadId: tap.edge.roadId } as const
      this.draft.edge(tapNode(this.draft, tap), transformer, [], attributes)
      this.draft.edge(transformer, meter, [], { ...attributes, nominal: null, roadId: null, assetId: `dt-${key}` })
    }
  }
}

/**
 * 22 kV grid in open rings: every feeder is a tree from its substation, and every road edge outside the trees
 * is closed by a switch at its normally open point. Throws when a consumer finds no feeder.
 */
export function buildPowerGrid(
  ground: GroundPlan,
  consumers: readonly Consumer[],
  stations: readonly GridSubstation[],
): PowerGrid {
  const graph = buildLaneGraph(ground, 'power-22')
  const taps = placeTaps(
    graph,
    consumers.filter((consumer) => !consumer.hv),
  )
  const roots = stations.map((station) => nearestJunction(graph, station.site.centre))
  const state = balanced(graph, roots, taps)
  const counts = stations.map((station) => station.feederNumbers.length)
  const parts = partitionInto(state.forest, state.loads, counts).filter((part) => part.load > 0)
  const builder = new GridBuilder(graph, taps, state)
  for (const [root, station] of stations.entries()) {
    const own = parts
      .filter((part) => part.root === root)
      .toSorted((a, b) => bearingOf(graph, station, a) - bearingOf(graph, station, b))
    for (const [i, part] of own.entries()) builder.addFeeder(station, station.feederNumbers[i] ?? `${i}`, part, i)
  }
  builder.addRings()
  builder.addServices()
  const lost = taps.find((tap) => !builder.feederOf.has(tap.consumer.key))
  if (lost) throw new Error(`22 kV grid: ${lost.consumer.key} finds no feeder`)
  const { feeders, switches, feederOf } = builder
  return { plan: builder.draft.plan, feeders, switches, feederOf }
}

/** Feeders of a substation are numbered clockwise by where their load lies, then outwards. */
function bearingOf(graph: LaneGraph, station: GridSubstation, part: TreePart): number {
  const middle = centroid(part.nodes.map((node): Vec => graph.nodes[node] ?? [0, 0]))
  const [x, y] = station.site.centre
  return Math.atan2(middle[0] - x, middle[1] - y) + distance(middle, station.site.centre) * 1e-6
}
