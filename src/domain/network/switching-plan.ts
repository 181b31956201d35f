import { type FeederData, type TransferOption, transferOptions } from './ring-transfer.ts'
import { type NetworkGraph, NORMAL_STATE, type SwitchState } from './supply-graph.ts'

/** Ties to close one after the other, and what that leaves. */
export interface SwitchingPlan {
  steps: readonly TransferOption[]
  /** Meters that have power again, and those that stay without, sorted. */
  restoredIds: readonly string[]
  leftIds: readonly string[]
  /** The network after the last step. */
  state: SwitchState
  /** Ties that would bring power back but were left open because a feeder would go beyond its rating. */
  refused: readonly TransferOption[]
}

const MOST_STEPS = 12

/**
 * Which ties to close after a failure: the best one of `transferOptions` that overloads nothing, then the best one of
 * what is left, until nothing more comes back. A step at a time is a rule of thumb and not a search for the optimum;
 * the steps hold together because each is judged with the loads of those before it. An option whose load or rating is
 * not known is not chosen: it is never a yes.
 *
 * @param lostIds meters that the failure takes, to say which stay without
 */
export function switchingPlan(
  graph: NetworkGraph,
  data: FeederData,
  failedIds: readonly string[],
  lostIds: readonly string[],
  state: SwitchState = NORMAL_STATE,
): SwitchingPlan {
  const steps: TransferOption[] = []
  const restored = new Set<string>()
  let now: SwitchState = state
  let options = transferOptions(graph, data, failedIds, now)
  while (steps.length < MOST_STEPS) {
    const next = options.find(({ isWithinRating, restoredIds }) => isWithinRating === true && restoredIds.length > 0)
    if (!next) break
    steps.push(next)
    for (const id of next.restoredIds) restored.add(id)
    now = { out: now.out, closedTies: new Set([...now.closedTies, next.tieId]) }
    options = transferOptions(graph, data, failedIds, now)
  }
  return {
    steps,
    restoredIds: [...restored].toSorted(),
    leftIds: lostIds.filter((id) => !restored.has(id)).toSorted(),
    state: { out: new Set([...state.out, ...failedIds]), closedTies: now.closedTies },
    refused: options.filter(({ restoredIds }) => restoredIds.length > 0),
  }
}
