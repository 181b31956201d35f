import type { Network } from '../../contract/collections.ts'
import { lostNodes } from './impact.ts'
import { type NetworkGraph, NORMAL_STATE, type Supply, type SwitchState, supplyOf } from './supply-graph.ts'

/** One asset or node on the way to the source. */
export interface UpstreamStep {
  nodeId: string
  assetId: string | null
  /** Edge towards the source; null at the source and between the two voltages of a substation. */
  edgeId: string | null
}

/** The way up and the way down from something, as what a map draws. */
export interface NetworkTrace {
  /** From what was asked about up to its sources; a step that several ways share stands once. */
  upstream: readonly UpstreamStep[]
  /** Edges on the way to the source. */
  upEdgeIds: ReadonlySet<string>
  /** Edges behind it that lose their supply (or their drain) if it fails, the failed edge itself among them. */
  downEdgeIds: ReadonlySet<string>
  /** Whether anything supplies it at all. */
  isSupplied: boolean
}

/** Nodes at which the way up begins: where the assets stand, or the end of an edge from which it is supplied. */
function startsOf(graph: NetworkGraph, supply: Supply, id: string): readonly number[] {
  const link = graph.linkOfEdge.get(id)
  if (link) return [supply.via[link.near] === link ? link.far : link.near]
  const nodes = graph.nodesOfAsset.get(id)
  return nodes ?? (graph.linksOfAsset.get(id) ?? []).map(({ near }) => near)
}

/** Steps from a node to its source, the node first. */
function stepsUp(graph: NetworkGraph, supply: Supply, start: number): UpstreamStep[] {
  const steps: UpstreamStep[] = []
  for (let at: number | null = start; at !== null;) {
    const node = graph.nodes[at]
    if (!node) break
    const link: Supply['via'][number] = supply.via[at] ?? null
    const edgeId = link === null ? null : (graph.edges[link.index]?.id ?? null)
    steps.push({ nodeId: node.id, assetId: node.properties.assetId, edgeId })
    at = link === null ? null : link.near === at ? link.far : link.near
  }
  return steps
}

/**
 * Traces up and down from assets and edges that fail together. Up: the shortest way to the source in the state, from
 * each place where they stand and are supplied. Down: every closed edge whose both ends are lost with them
 * (`lostNodes`).
 */
export function traceOf(
  graph: NetworkGraph,
  failed: readonly string[],
  state: SwitchState = NORMAL_STATE,
): NetworkTrace {
  const supply = supplyOf(graph, state)
  const upstream = new Map<string, UpstreamStep>()
  for (const start of failed.flatMap((id) => startsOf(graph, supply, id))) {
    if (supply.isServed[start] !== 1) continue
    for (const step of stepsUp(graph, supply, start)) upstream.set(step.nodeId, step)
  }
  const lost = new Set(lostNodes(graph, failed, state))
  const downEdgeIds = new Set(failed.filter((id) => graph.linkOfEdge.has(id)))
  for (const { index, near, far, isTie } of graph.links) {
    const edge = graph.edges[index]
    if (edge && !isTie && lost.has(near) && lost.has(far)) downEdgeIds.add(edge.id)
  }
  const upEdgeIds = new Set<string>()
  for (const { edgeId } of upstream.values()) if (edgeId !== null && !downEdgeIds.has(edgeId)) upEdgeIds.add(edgeId)
  return { upstream: [...upstream.values()], upEdgeIds, downEdgeIds, isSupplied: upstream.size > 0 }
}

/**
 * Upstream trace: the shortest way (by number of edges) from where an asset stands to its source, the asset first.
 * In a closed ring there are others; the trace names one. Empty when nothing supplies the asset in this state.
 *
 * @param network which of its networks, where an asset stands in several; the first that supplies it unless given
 */
export function upstreamOf(
  graph: NetworkGraph,
  assetId: string,
  state: SwitchState = NORMAL_STATE,
  network: Network | null = null,
): UpstreamStep[] {
  const supply = supplyOf(graph, state)
  const start = (graph.nodesOfAsset.get(assetId) ?? []).find(
    (node) => supply.isServed[node] === 1 && (network === null || graph.nodes[node]?.properties.network === network),
  )
  return start === undefined ? [] : stepsUp(graph, supply, start)
}

/**
 * Mains that meters hang on: from each, the first piece towards its source (or, in a sewer, towards the plant) that
 * is not its own service pipe. Meters without supply have none.
 */
export function mainsOf(graph: NetworkGraph, network: Network, meterIds: readonly string[]): readonly string[] {
  const found = meterIds.flatMap((id) => {
    const way = upstreamOf(graph, id, NORMAL_STATE, network)
    const main = way.find(({ edgeId }) => edgeId !== null && roleOf(graph, edgeId) !== 'service')
    return main?.edgeId ?? []
  })
  return [...new Set(found)]
}

function roleOf(graph: NetworkGraph, edgeId: string): string | null {
  const link = graph.linkOfEdge.get(edgeId)
  return link === undefined ? null : (graph.edges[link.index]?.properties.role ?? null)
}
