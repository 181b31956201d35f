import { queryOptions } from '@tanstack/react-query'
import type { Aggregates } from '../domain/scorecard/scorecard-types.ts'
import { effluentRange, yearAggregates, type YearPlan, yearRange } from '../domain/scorecard/year-aggregates.ts'
import { callHistory } from './call-history.ts'
import { MASTER_DATA } from './query-policy.ts'

export const aggregateQueries = {
  /** Sums of the twelve months before a day, from buckets of the server. `todayStartMs`: start of the park's day. */
  year: (parkId: string, plan: YearPlan, todayStartMs: number) =>
    queryOptions({
      queryKey: ['parks', parkId, 'year-aggregates', todayStartMs],
      queryFn: ({ signal }) => readYear(parkId, plan, todayStartMs, signal),
      ...MASTER_DATA,
      // A day has another key: yesterday's sums are not kept for ever.
      gcTime: MASTER_DATA.staleTime,
    }),
}

async function readYear(
  parkId: string,
  plan: YearPlan,
  todayStartMs: number,
  signal: AbortSignal,
): Promise<Aggregates> {
  const registers = [...new Set(Object.values(plan.registers).flat())]
  const effluent = plan.effluent.map(({ id }) => id)
  const read = async (points: readonly string[], range: ReturnType<typeof yearRange>) =>
    points.length === 0 ? [] : (await callHistory(parkId, { points, ...range }, signal)).series
  const [year, days] = await Promise.all([
    read(registers, yearRange(todayStartMs)),
    read(effluent, effluentRange(todayStartMs)),
  ])
  return yearAggregates(plan, year, days)
}
