import { moved } from '../geometry.ts'
import type { Vec } from '../types.ts'
import type { Consumer } from '../assets/consumers.ts'
import { nearestSpot, type LaneEdge, type LaneGraph, type LaneNetwork } from './lane-graph.ts'
import type { Cut, EdgeAttributes, NetworkDraft } from './network-draft.ts'

/** Services stand side by side at a gate, or their meters would pile up: metres along the front edge. */
const SHIFT_M: Readonly<Record<LaneNetwork, number>> = {
  'power-22': 0,
  fibre: 18,
  reclaimed: 9,
  water: -9,
  storm: -27,
  sewer: -18,
}

/** Free length at both ends of an edge, so that no tap stands in a junction. */
const CLEAR_M = 6

/** Where a consumer joins a network. */
export interface Tap {
  consumer: Consumer
  edge: LaneEdge
  /** Distance along the edge from its node a, m. */
  at: number
  p: Vec
  /** Spot of the meter inside the gate. */
  meter: Vec
}

/** Places one tap per consumer on the nearest road edge. */
export function placeTaps(graph: LaneGraph, consumers: readonly Consumer[]): Tap[] {
  const shiftM = SHIFT_M[graph.network]
  return consumers.map((consumer) => {
    const spot = nearestSpot(graph, moved(consumer.gate, consumer.ex, shiftM))
    const at = Math.max(CLEAR_M, Math.min(spot.edge.lengthM - CLEAR_M, spot.at))
    return { consumer, edge: spot.edge, at, p: spot.p, meter: moved(consumer.meters, consumer.ex, shiftM) }
  })
}

/** Taps on one edge. */
export function tapsOn(taps: readonly Tap[], edge: LaneEdge): Tap[] {
  return taps.filter((tap) => tap.edge === edge)
}

/** Node of a tap on the main. */
export function tapNode(draft: NetworkDraft, tap: Tap): string {
  return draft.node(`t-${tap.consumer.key}`, 'tap', tap.p, { plotId: tap.consumer.plotId })
}

/** Cuts of taps along a line that starts at distance `from` of the edge and runs forward or backward. */
export function cutsOf(draft: NetworkDraft, taps: readonly Tap[], from: number, forward: boolean): Cut[] {
  return taps.map((tap) => ({ at: forward ? tap.at - from : from - tap.at, nodeId: tapNode(draft, tap) }))
}

/** The last metres: from the tap to the consumer's meter, or the other way for what flows out of the plot. */
export function addService(
  draft: NetworkDraft,
  tap: Tap,
  meter: {
    kind: 'electricity-meter' | 'water-meter' | 'sewer-meter' | 'reclaimed-meter' | 'junction'
    assetId: string | null
  },
  outward: boolean,
  attributes: Omit<EdgeAttributes, 'role'>,
): void {
  const { consumer } = tap
  const of = meter.assetId === null ? { plotId: consumer.plotId } : { assetId: meter.assetId, plotId: consumer.plotId }
  const end = draft.node(`m-${consumer.key}`, meter.kind, tap.meter, of)
  const start = tapNode(draft, tap)
  draft.edge(outward ? end : start, outward ? start : end, [], {
    ...attributes,
    role: 'service',
    roadId: tap.edge.roadId,
  })
}
