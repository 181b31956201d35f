import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { aggregateQueries } from '../api/aggregate-queries.ts'
import { referenceQueries } from '../api/reference-queries.ts'
import { criteriaQueries, registerQueries } from '../api/register-queries.ts'
import type { CriteriaSet } from '../contract/reference-criteria.ts'
import type { ScorecardHistory } from '../contract/scorecard.ts'
import type { ParkIndex } from '../domain/network/park-index.ts'
import { evaluateSet, type SetResult } from '../domain/scorecard/evaluate.ts'
import {
  type Aggregates,
  type IndicatorResult,
  type ScorecardInput,
  type ScorecardSettings,
} from '../domain/scorecard/scorecard-types.ts'
import { pointsByKind, yearPlan } from '../domain/scorecard/year-aggregates.ts'
import { dayStartMs, isoDateOf } from '../domain/time/park-zone.ts'
import { useConnection, useServerNow } from './hooks.ts'

/** Without meters every sum is unknown: what needs them reads "not enough data", never a pass. */
const NO_METERS: Aggregates = {
  'grid-import': { value: null, coverage: 0, pointIds: [] },
  'tenant-energy': { value: null, coverage: 0, pointIds: [] },
  solar: { value: null, coverage: 0, pointIds: [] },
  'water-supplied': { value: null, coverage: 0, pointIds: [] },
  'wastewater-in': { value: null, coverage: 0, pointIds: [] },
  'wastewater-out': { value: null, coverage: 0, pointIds: [] },
  'wastewater-compliant': { value: null, coverage: 0, pointIds: [] },
  reused: { value: null, coverage: 0, pointIds: [] },
}

export interface Scorecard {
  sets: readonly SetResult[]
  input: ScorecardInput
  history: ScorecardHistory | null
  /** Why the meters' sums are missing; null while they are there. */
  metersError: unknown
  retryMeters: () => void
}

export interface ScorecardView {
  scorecard: Scorecard | null
  /** What is asked; known before what answers it. */
  criteria: readonly CriteriaSet[] | null
  error: unknown
  retry: () => void
}

/** Every criteria set over the registers, the facts and a year of meters of one park. */
export function useScorecard(index: ParkIndex, settings: ScorecardSettings): ScorecardView {
  const { park } = index
  const today = dayStartMs(useServerNow(60_000), park.timeZone)
  const connected = useConnection().state !== 'connecting'
  const criteria = useQuery(criteriaQueries.list())
  // What is asked comes first: the answers take twenty questions, and a screen shows the list while they are on their way.
  const isListed = !criteria.isPending
  const registers = useQuery({ ...registerQueries.all(park.id), enabled: isListed })
  const factors = useQuery(referenceQueries.gridFactors())
  const history = useQuery({ ...registerQueries.history(park.id), enabled: isListed })
  const plan = useMemo(() => yearPlan(index.assets, index.points), [index])
  const year = useQuery({ ...aggregateQueries.year(park.id, plan, today), enabled: connected && isListed })
  const byKind = useMemo(() => pointsByKind(index.points), [index])
  const aggregates = year.data ?? (year.isError ? NO_METERS : null)
  const input = useMemo<ScorecardInput | null>(
    () =>
      registers.data === undefined || factors.data === undefined || aggregates === null
        ? null
        : {
            registers: registers.data,
            aggregates,
            facts: park.facts,
            pointsByKind: byKind,
            gridFactors: factors.data,
            today: isoDateOf(today, park.timeZone),
            settings,
          },
    [registers.data, factors.data, aggregates, park, byKind, today, settings],
  )
  const sets = useMemo(
    () => (input === null ? null : (criteria.data ?? null)?.map((set) => evaluateSet(set, input))) ?? null,
    [criteria.data, input],
  )
  const failed = [criteria, registers, factors].find(({ isError }) => isError)
  return {
    scorecard:
      sets === null || input === null
        ? null
        : {
            sets,
            input,
            history: history.data ?? null,
            metersError: year.isError ? year.error : null,
            retryMeters: () => void year.refetch(),
          },
    criteria: criteria.data ?? null,
    error: failed?.error ?? null,
    retry: () => {
      for (const query of [criteria, registers, factors]) if (query.isError) void query.refetch()
    },
  }
}

/** A criterion's result in whatever set it belongs to. */
export function resultOf(sets: readonly SetResult[], criterionId: string | null): IndicatorResult | null {
  for (const { results } of sets) {
    const found = results.find(({ criterion }) => criterion.id === criterionId)
    if (found !== undefined) return found
  }
  return null
}
