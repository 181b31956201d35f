import type { Network, NetworkEdgeFeature, NetworkNodeFeature } from '../../contract/collections.ts'

/** What of an edge the graph needs; features of the contract fit. */
export interface SupplyEdge {
  id: string
  properties: Pick<NetworkEdgeFeature['properties'], 'network' | 'from' | 'to' | 'role' | 'assetId'>
}

/** What of a node the graph needs. */
export interface SupplyNode {
  id: string
  properties: Pick<NetworkNodeFeature['properties'], 'network' | 'kind' | 'assetId' | 'plotId'>
}

/** What stands out of service (assets, and pieces of pipe or cable by edge id), and which normally open ties are closed. */
export interface SwitchState {
  readonly out: ReadonlySet<string>
  readonly closedTies: ReadonlySet<string>
}

export const NORMAL_STATE: SwitchState = { out: new Set(), closedTies: new Set() }

/** One network's piece of pipe or cable between two numbered nodes, as a walk away from the source meets it. */
export interface GraphEdge {
  readonly index: number
  readonly near: number
  readonly far: number
  /** Passable towards the source's side as well: everything under pressure or voltage, but no gravity sewer. */
  readonly isTwoWay: boolean
  readonly isTie: boolean
  /** The part of the edge that is switched: the tie itself. Cable sections of a feeder are not. */
  readonly assetId: string | null
}

/** The networks of a park as numbers. Built once per park; nothing in it changes afterwards. */
export interface NetworkGraph {
  readonly nodes: readonly SupplyNode[]
  readonly edges: readonly SupplyEdge[]
  readonly numberOf: ReadonlyMap<string, number>
  readonly links: readonly GraphEdge[]
  /** Links that touch a node. */
  readonly linksAt: readonly (readonly GraphEdge[])[]
  /** Nodes that give (grid, plant) or take everything in (treatment plant, outfall). */
  readonly sources: readonly number[]
  /** Nodes at which an asset stands, by asset id; one asset may stand in several networks. */
  readonly nodesOfAsset: ReadonlyMap<string, readonly number[]>
  /** Links that are an asset: the open piece of a ring switch or boundary valve. */
  readonly linksOfAsset: ReadonlyMap<string, readonly GraphEdge[]>
  /** Link of each edge that has both its ends. */
  readonly linkOfEdge: ReadonlyMap<string, GraphEdge>
}

/** Networks that collect: consumers stand upstream, the plant downstream. */
const COLLECTING: ReadonlySet<Network> = new Set<Network>(['sewer', 'storm', 'waste-route'])

/**
 * Builds the graph. Supply is seen from its source: a walk starts at the grid or the waterworks and goes on along every
 * closed edge in either direction, because voltage and pressure have no preferred one; in sewers and storm drains it
 * starts at the end that takes everything in and goes against the flow. A substation joins 110 kV and 22 kV. Edges to
 * nodes that are not there are left out; cycles and pieces without a source are fine.
 */
export function buildNetworkGraph(nodes: readonly SupplyNode[], edges: readonly SupplyEdge[]): NetworkGraph {
  const numberOf = new Map(nodes.map(({ id }, number) => [id, number]))
  const links: GraphEdge[] = []
  edges.forEach(({ properties }, index) => {
    const { network, from, to, role, assetId } = properties
    const isCollecting = COLLECTING.has(network)
    const near = numberOf.get(isCollecting ? to : from)
    const far = numberOf.get(isCollecting ? from : to)
    if (near === undefined || far === undefined) return
    const isTie = role === 'open'
    links.push({ index, near, far, isTwoWay: !isCollecting, isTie, assetId: isTie ? assetId : null })
  })
  const sources = sourcesOf(nodes, links)
  joinVoltages(nodes, sources, links)
  const linksAt: GraphEdge[][] = nodes.map(() => [])
  const linksOfAsset = new Map<string, GraphEdge[]>()
  for (const link of links) {
    linksAt[link.near]?.push(link)
    if (link.isTwoWay && link.far !== link.near) linksAt[link.far]?.push(link)
    if (link.assetId !== null) linksOfAsset.set(link.assetId, [...(linksOfAsset.get(link.assetId) ?? []), link])
  }
  const linkOfEdge = new Map(
    links.flatMap((link): [string, GraphEdge][] => {
      const edge = edges[link.index]
      return edge ? [[edge.id, link]] : []
    }),
  )
  const nodesOfAsset = placesOf(nodes)
  return { nodes, edges, numberOf, links, linksAt, sources: [...sources], nodesOfAsset, linksOfAsset, linkOfEdge }
}

function placesOf(nodes: readonly SupplyNode[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  nodes.forEach(({ properties: { assetId } }, number) => {
    if (assetId !== null) found.set(assetId, [...(found.get(assetId) ?? []), number])
  })
  return found
}

/** Kinds at which a network begins, or ends where it collects. */
const SOURCE_KINDS: Readonly<Record<Network, readonly SupplyNode['properties']['kind'][]>> = {
  'power-110': ['source'],
  'power-22': ['substation'],
  water: ['water-plant'],
  sewer: ['outfall'],
  storm: ['storm-outlet'],
  reclaimed: ['reclaimed-station'],
  fibre: [],
  'waste-route': ['transfer-station'],
}

/** Where a network has no node of such a kind, it begins at the nodes that no edge leads to. */
function sourcesOf(nodes: readonly SupplyNode[], links: readonly GraphEdge[]): Set<number> {
  const fed = new Set(links.map(({ far }) => far))
  const named = new Set<Network>()
  const sources = new Set<number>()
  nodes.forEach(({ properties: { network, kind } }, number) => {
    if (!SOURCE_KINDS[network].includes(kind)) return
    named.add(network)
    sources.add(number)
  })
  nodes.forEach(({ properties: { network } }, number) => {
    if (!named.has(network) && !fed.has(number)) sources.add(number)
  })
  return sources
}

/** A 22 kV bus is fed by the 110 kV node of the same substation and is no source of its own then. */
function joinVoltages(nodes: readonly SupplyNode[], sources: Set<number>, links: GraphEdge[]): void {
  const highOf = new Map<string, number>()
  nodes.forEach(({ properties: { network, assetId } }, number) => {
    if (network === 'power-110' && assetId !== null) highOf.set(assetId, number)
  })
  nodes.forEach(({ properties: { network, assetId } }, far) => {
    const near = assetId === null || network !== 'power-22' ? undefined : highOf.get(assetId)
    if (near === undefined) return
    sources.delete(far)
    // It never feeds back: 22 kV ties between two substations do not carry the 110 kV grid.
    links.push({ index: -1, near, far, isTwoWay: false, isTie: false, assetId: null })
  })
}

/** A walk away from the sources. */
export interface Supply {
  /** 1 where a node is reached. */
  readonly isServed: Uint8Array
  /** Link by which a node was first reached; null at a source and where it was not reached. */
  readonly via: readonly (GraphEdge | null)[]
  /** Reached nodes, nearest first by number of edges. */
  readonly order: readonly number[]
}

/**
 * Which nodes are supplied in a state of the switches, and by which shortest way. An asset that is out takes its nodes
 * and its tie with it, an edge itself; ties are open unless they are named as closed.
 *
 * @param from where the walk begins; the sources of the park unless given
 */
export function supplyOf(graph: NetworkGraph, state: SwitchState, from: readonly number[] = graph.sources): Supply {
  const isOut = new Uint8Array(graph.nodes.length)
  const brokenLinks = new Set<GraphEdge>()
  for (const id of state.out) {
    for (const node of graph.nodesOfAsset.get(id) ?? []) isOut[node] = 1
    const broken = graph.linkOfEdge.get(id)
    if (broken) brokenLinks.add(broken)
  }
  const isServed = new Uint8Array(graph.nodes.length)
  const via: (GraphEdge | null)[] = graph.nodes.map(() => null)
  const order: number[] = []
  for (const node of from) {
    if (isServed[node] === 1 || isOut[node] === 1) continue
    isServed[node] = 1
    order.push(node)
  }
  for (let at = 0; at < order.length; at++) {
    const node = order[at] ?? 0
    for (const link of graph.linksAt[node] ?? []) {
      const next = link.near === node ? link.far : link.near
      if (isServed[next] === 1 || isOut[next] === 1 || brokenLinks.has(link) || !isClosed(link, state)) continue
      isServed[next] = 1
      via[next] = link
      order.push(next)
    }
  }
  return { isServed, via, order }
}

/** Whether a link carries anything in a state: all but ties do; a tie does where it is closed and not out of service. */
export function isClosed({ isTie, assetId }: GraphEdge, { out, closedTies }: SwitchState): boolean {
  if (assetId !== null && out.has(assetId)) return false
  return !isTie || (assetId !== null && closedTies.has(assetId))
}
