import { carriedBy, sumOfMeters } from '../network/carried.ts'
import type { NetworkGraph, SwitchState } from '../network/supply-graph.ts'
import type { Outcome } from '../statistics/outcome.ts'

/** A network with its loads: how the switches stand and what each consumer's meter shows. */
export interface Situation {
  readonly state: SwitchState
  /** Value of a meter, kW or m³/h; null where it was not measured. A meter without supply is never asked. */
  readonly valueOf: (meterId: string) => number | null
}

/** One piece of equipment, as the assets or edges of the networks that it stands for (`failingOf`). */
export interface Stage {
  readonly id: string
  readonly of: readonly string[]
}

export interface StageChange {
  id: string
  before: Outcome<number>
  after: Outcome<number>
  /** Meters behind it, before and after. */
  metersBefore: number
  metersAfter: number
}

/**
 * Load of equipment in two situations: the sum of the meters that it carries in each (`carriedBy`), not enough data
 * under 80 % of them. Losses are not in it, nor what is not metered. A stage that carries nothing has the load 0.
 *
 * @param isMeter meters of one service: sums over several would mix units
 */
export function stageChanges(
  graph: NetworkGraph,
  isMeter: (assetId: string) => boolean,
  stages: readonly Stage[],
  before: Situation,
  after: Situation,
): StageChange[] {
  const asked = new Set(stages.flatMap(({ of }) => of))
  const isAsked = (id: string): boolean => asked.has(id)
  const was = carriedBy(graph, before.state, isMeter, isAsked, isAsked)
  const is = carriedBy(graph, after.state, isMeter, isAsked, isAsked)
  const metersOf = (carried: ReadonlyMap<string, readonly string[]>, { of }: Stage): string[] => [
    ...new Set(of.flatMap((id) => carried.get(id) ?? [])),
  ]
  return stages.map((stage) => {
    const meters = [metersOf(was, stage), metersOf(is, stage)] as const
    return {
      id: stage.id,
      before: sumOfMeters(before.valueOf, meters[0]),
      after: sumOfMeters(after.valueOf, meters[1]),
      metersBefore: meters[0].length,
      metersAfter: meters[1].length,
    }
  })
}

/**
 * A situation in which some meters draw a part of what they drew: share = 0 stops them, 1 changes nothing.
 *
 * @param share what is left of a meter's value, 0 to 1
 */
export function scaled(situation: Situation, share: (meterId: string) => number): Situation {
  return {
    state: situation.state,
    valueOf: (id) => {
      const value = situation.valueOf(id)
      return value === null ? null : value * share(id)
    },
  }
}
