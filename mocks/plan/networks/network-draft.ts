import type { Network, NetworkNodeFeature } from '../../../src/contract/collections.ts'
import { lineLength, sliceLine } from '../geometry.ts'
import type { NetworkPlan, Vec } from '../types.ts'

export type NodeKind = NetworkNodeFeature['properties']['kind']
type PlanEdge = NetworkPlan['edges'][number]

/** What a section carries besides its ends. */
export type EdgeAttributes = Pick<PlanEdge, 'role'> &
  Partial<Pick<PlanEdge, 'group' | 'assetId' | 'nominal' | 'meterPointId' | 'roadId'>>

export interface Cut {
  /** Distance along the line, m. */
  at: number
  nodeId: string
}

const EMPTY = { group: null, assetId: null, nominal: null, meterPointId: null, roadId: null }

/** Collects nodes and edges of one network under stable ids. */
export class NetworkDraft {
  readonly plan: NetworkPlan = { nodes: [], edges: [] }
  private readonly places = new Map<string, Vec>()
  private readonly network: Network
  private readonly prefix: string

  constructor(network: Network, prefix: string) {
    this.network = network
    this.prefix = prefix
  }

  /** Adds a node, or returns the id of the one that the key already names. */
  node(key: string, kind: NodeKind, p: Vec, of: { assetId?: string; plotId?: string | null } = {}): string {
    const id = `${this.prefix}.${key}`
    if (!this.places.has(id)) {
      this.places.set(id, p)
      this.plan.nodes.push({
        id,
        network: this.network,
        kind,
        p,
        assetId: of.assetId ?? null,
        plotId: of.plotId ?? null,
      })
    }
    return id
  }

  /** Gives a node that exists an asset of its own (a logger on a junction, a lift station in a manhole). */
  equip(id: string, kind: NodeKind, assetId: string): void {
    const node = this.plan.nodes.find((candidate) => candidate.id === id)
    if (node === undefined) throw new Error(`network ${this.network}: no node ${id} to equip with ${assetId}`)
    node.kind = kind
    node.assetId = assetId
  }

  place(id: string): Vec {
    const p = this.places.get(id)
    if (p === undefined) throw new Error(`network ${this.network}: no node ${id}`)
    return p
  }

  /** Adds an edge; `points` may leave out the ends, which are those of the nodes. */
  edge(from: string, to: string, inner: readonly Vec[], attributes: EdgeAttributes): void {
    this.plan.edges.push({
      ...EMPTY,
      ...attributes,
      id: `${this.prefix}${this.plan.edges.length + 1}`,
      network: this.network,
      from,
      to,
      points: [this.place(from), ...inner, this.place(to)],
    })
  }

  /** Adds a line as sections between its cuts. */
  sections(from: string, to: string, line: readonly Vec[], cuts: readonly Cut[], attributes: EdgeAttributes): void {
    let lastId = from
    let lastAt = 0
    for (const cut of cuts.toSorted((a, b) => a.at - b.at)) {
      this.edge(lastId, cut.nodeId, sliceLine(line, lastAt, cut.at).slice(1, -1), attributes)
      lastId = cut.nodeId
      lastAt = cut.at
    }
    this.edge(lastId, to, sliceLine(line, lastAt, lineLength(line)).slice(1, -1), attributes)
  }
}

/** Joins the plans of all networks. */
export function joinPlans(plans: readonly NetworkPlan[]): NetworkPlan {
  return { nodes: plans.flatMap((plan) => plan.nodes), edges: plans.flatMap((plan) => plan.edges) }
}
