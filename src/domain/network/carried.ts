import { coverageGap, enough, type Outcome } from '../statistics/outcome.ts'
import { type NetworkGraph, type SwitchState, supplyOf } from './supply-graph.ts'

/** One asset or piece of pipe on the way from the source to a node, with those before it. */
interface Passed {
  readonly id: string
  readonly before: Passed | null
}

/**
 * Meters that each asset, and each piece of pipe or cable, carries in a state of the switches: those whose way to the
 * source passes it (or begins at it). In a closed loop a meter counts for the one shortest way (`supplyOf`); how a loop
 * shares its load is not metered. What carries nothing is listed with no meters, what has no supply is not listed.
 *
 * @param isCounted which assets are asked about
 * @param isCountedEdge which pieces of pipe or cable are; none unless given
 */
export function carriedBy(
  graph: NetworkGraph,
  state: SwitchState,
  isMeter: (assetId: string) => boolean,
  isCounted: (assetId: string) => boolean,
  isCountedEdge: (edgeId: string) => boolean = () => false,
): Map<string, string[]> {
  const { via, order } = supplyOf(graph, state)
  const passedAt: (Passed | null)[] = graph.nodes.map(() => null)
  const found = new Map<string, string[]>()
  for (const node of order) {
    const link = via[node] ?? null
    const from = link === null ? -1 : link.near === node ? link.far : link.near
    const piece = link === null ? null : (graph.edges[link.index]?.id ?? null)
    const own = graph.nodes[node]?.properties.assetId ?? null
    let passed = passedAt[from] ?? null
    if (piece !== null && isCountedEdge(piece)) {
      passed = { id: piece, before: passed }
      found.set(piece, [])
    }
    // A substation stands in two networks, one node after the other: it is passed once.
    if (own !== null && own !== passed?.id && isCounted(own)) {
      passed = { id: own, before: passed }
      if (!found.has(own)) found.set(own, [])
    }
    passedAt[node] = passed
    if (own === null || !isMeter(own)) continue
    for (let at = passed; at !== null; at = at.before) found.get(at.id)?.push(own)
  }
  return found
}

/** Sum of the meters that were measured; nothing to meter carries nothing. Errors: `low-coverage` under 80 % of them. */
export function sumOfMeters(valueOf: (meterId: string) => number | null, meters: readonly string[]): Outcome<number> {
  const values = meters.map(valueOf).filter((value) => value !== null && Number.isFinite(value))
  const gap = meters.length === 0 ? null : coverageGap(values.length, meters.length)
  return gap ?? enough(values.reduce<number>((sum, value) => sum + (value ?? 0), 0))
}
