import type { AssetKind } from '../../../src/contract/asset-kinds.ts'
import { pointAlong } from '../geometry.ts'
import type { LaneEdge } from './lane-graph.ts'
import type { EdgeAttributes, NetworkDraft } from './network-draft.ts'

/** Half the length of the normally open piece, m. */
const HALF_TIE_M = 1

/** Middle of the free gap between taps that holds a wished place, so that a switch never stands on a tap. */
export function freePlace(lengthM: number, taken: readonly number[], wished: number): number {
  const stops = [0, ...taken.toSorted((a, b) => a - b), lengthM]
  for (let i = 1; i < stops.length; i++) {
    const from = stops[i - 1] ?? 0
    const to = stops[i] ?? lengthM
    if (wished > to) continue
    const room = Math.min(5, (to - from) / 2)
    return Math.max(from + room, Math.min(to - room, wished))
  }
  return lengthM / 2
}

/** Adds the open piece of a ring: a switch or valve with its two terminals. Returns the ids of both. */
export function addTie(
  draft: NetworkDraft,
  edge: LaneEdge,
  at: number,
  tie: { kind: Extract<AssetKind, 'ring-switch' | 'boundary-valve'>; assetId: string; nominal: number },
): [string, string] {
  const near = draft.node(tie.assetId, tie.kind, pointAlong(edge.points, at - HALF_TIE_M).p, { assetId: tie.assetId })
  const far = draft.node(`${tie.assetId}-b`, 'junction', pointAlong(edge.points, at + HALF_TIE_M).p)
  const attributes: EdgeAttributes = { role: 'open', assetId: tie.assetId, nominal: tie.nominal, roadId: edge.roadId }
  draft.edge(near, far, [], attributes)
  return [near, far]
}

export const numbered = (prefix: string, index: number): string => `${prefix}-${String(index).padStart(2, '0')}`
