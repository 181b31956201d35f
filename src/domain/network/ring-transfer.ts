import { lostNodes } from './impact.ts'
import { carriedBy, sumOfMeters } from './carried.ts'
import { type NetworkGraph, NORMAL_STATE, type SwitchState } from './supply-graph.ts'
import type { Outcome } from '../statistics/outcome.ts'

/** What the feeders draw and what they may. */
export interface FeederData {
  /** Power of a consumer's meter by asset id, kW; null where it was not measured. */
  readonly powerOf: (assetId: string) => number | null
  /** Meters of consumers: assets whose power adds up to a feeder's load. */
  readonly isMeter: (assetId: string) => boolean
  readonly isFeeder: (assetId: string) => boolean
  /** Rating of a feeder, kW; null where none is known. */
  readonly ratingOf: (feederId: string) => number | null
}

export interface FeederLoad {
  feederId: string
  /** Sum of the meters behind it, kW; not enough data under 80 % of them. */
  before: Outcome<number>
  after: Outcome<number>
  ratingKw: number | null
  /** after / rating; null without a rating or a load. */
  share: number | null
}

/** Closing one tie while the failed asset stays out. */
export interface TransferOption {
  tieId: string
  /** Feeder that takes over. */
  feederId: string
  /** Meters that have power again, and those that stay without; sorted. */
  restoredIds: readonly string[]
  leftIds: readonly string[]
  /** Every feeder whose load changes. */
  feeders: readonly FeederLoad[]
  /** No feeder beyond its rating. Null when a load or a rating is not known: never a yes. */
  isWithinRating: boolean | null
}

/**
 * Open-ring transfer: for a failure in the 22 kV network, each normally open tie that would bring power back, with the
 * load that every feeder then carries. A feeder's load is the sum of the meters that it supplies; losses are not in it.
 * Most meters restored first, then the lower share of the rating. Empty where no tie reaches what was lost.
 *
 * @param failedIds what fails: a feeder, a substation, a distribution transformer, a piece of cable
 */
export function transferOptions(
  graph: NetworkGraph,
  data: FeederData,
  failedIds: readonly string[],
  state: SwitchState = NORMAL_STATE,
): TransferOption[] {
  const lost = new Set(lostNodes(graph, failedIds, state))
  const failed: SwitchState = { out: new Set([...state.out, ...failedIds]), closedTies: state.closedTies }
  const before = feederMeters(graph, data, state)
  const out = new Set(meterIds(graph, data, lost))
  const options: TransferOption[] = []
  for (const [tieId, links] of graph.linksOfAsset) {
    const reaches = links.some(({ near, far }) => lost.has(near) !== lost.has(far))
    if (!reaches || failed.closedTies.has(tieId) || failed.out.has(tieId)) continue
    const closed: SwitchState = { out: failed.out, closedTies: new Set([...failed.closedTies, tieId]) }
    const option = optionOf(graph, data, { tieId, closed, before, out })
    if (option) options.push(option)
  }
  return options.toSorted(
    (a, b) =>
      b.restoredIds.length - a.restoredIds.length ||
      highestShare(a) - highestShare(b) ||
      a.tieId.localeCompare(b.tieId, 'en'),
  )
}

interface Trial {
  tieId: string
  closed: SwitchState
  before: ReadonlyMap<string, readonly string[]>
  out: ReadonlySet<string>
}

function optionOf(graph: NetworkGraph, data: FeederData, { tieId, closed, before, out }: Trial): TransferOption | null {
  const after = feederMeters(graph, data, closed)
  const restoredIds = [...after.values()].flat().filter((id) => out.has(id))
  const restored = new Set(restoredIds)
  const taker = [...after].find(([, meters]) => meters.some((id) => restored.has(id)))?.[0]
  if (taker === undefined) return null
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  const feeders = ids
    .filter((id) => !isSame(before.get(id) ?? [], after.get(id) ?? []))
    .map((id) => loadOf(data, id, before.get(id) ?? [], after.get(id) ?? []))
  const shares = feeders.map(({ share }) => share)
  const isOver = shares.some((share) => share !== null && share > 1)
  return {
    tieId,
    feederId: taker,
    restoredIds: restoredIds.toSorted(),
    leftIds: [...out].filter((id) => !restored.has(id)).toSorted(),
    feeders,
    isWithinRating: isOver ? false : shares.includes(null) ? null : true,
  }
}

function loadOf(data: FeederData, feederId: string, before: readonly string[], after: readonly string[]): FeederLoad {
  const load = sumOfMeters(data.powerOf, after)
  const ratingKw = data.ratingOf(feederId)
  const share = load.ok && ratingKw !== null && ratingKw > 0 ? load.value / ratingKw : null
  return { feederId, before: sumOfMeters(data.powerOf, before), after: load, ratingKw, share }
}

/** Meters that each feeder supplies in a state: those whose way to the source passes the feeder. */
function feederMeters(
  graph: NetworkGraph,
  data: FeederData,
  state: SwitchState,
): ReadonlyMap<string, readonly string[]> {
  return carriedBy(graph, state, data.isMeter, data.isFeeder)
}

function meterIds(graph: NetworkGraph, data: FeederData, nodes: ReadonlySet<number>): string[] {
  return [...nodes].flatMap((node) => {
    const assetId = graph.nodes[node]?.properties.assetId ?? null
    return assetId !== null && data.isMeter(assetId) ? [assetId] : []
  })
}

const highestShare = ({ feeders }: TransferOption): number => Math.max(0, ...feeders.map(({ share }) => share ?? 0))

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  const members = new Set(a)
  return b.every((id) => members.has(id))
}
