import type { RegisterSet } from '../../contract/registers.ts'
import type { IndicatorResult } from './scorecard-types.ts'

type Action = RegisterSet['actions'][number]

export interface CriterionPlan {
  criterionId: string
  open: readonly Action[]
  /** Effects of the open actions together, in the unit of the gap. */
  effect: number
  /** Day on which the open actions close the gap; null: they do not. */
  closesOn: string | null
}

/** Open actions of a criterion by their due day, and whether and when they close its gap. */
export function planOf(result: IndicatorResult, actions: readonly Action[]): CriterionPlan {
  const open = actions
    .filter(({ criterionId, state }) => criterionId === result.criterion.id && state === 'open')
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
  let effect = 0
  let closesOn: string | null = null
  for (const action of open) {
    effect += action.effectAmount ?? 0
    if (closesOn === null && result.gap !== null && effect >= result.gap.missing) closesOn = action.due
  }
  return { criterionId: result.criterion.id, open, effect, closesOn }
}

/** Day on which the whole set would be met by its own plan; null when a criterion has no plan that closes it. */
export function earliestByPlan(results: readonly IndicatorResult[], actions: readonly Action[]): string | null {
  let last: string | null = null
  for (const result of results) {
    if (result.meets === true) continue
    const { closesOn } = planOf(result, actions)
    if (closesOn === null) return null
    if (last === null || closesOn > last) last = closesOn
  }
  return last
}

/** Criteria that do not meet, those first that a plan closes soonest, then the nearest to their benchmark. */
export function largestGaps(results: readonly IndicatorResult[], actions: readonly Action[]): CriterionPlan[] {
  return results
    .filter(({ meets }) => meets === false)
    .map((result) => ({ plan: planOf(result, actions), points: result.gap?.points ?? Infinity }))
    .toSorted((a, b) => order(a.plan.closesOn, b.plan.closesOn) || a.points - b.points)
    .map(({ plan }) => plan)
}

function order(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a < b ? -1 : 1
}
