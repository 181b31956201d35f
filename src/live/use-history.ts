import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { HistoryRange } from '../api/call-history.ts'
import { historyQueries } from '../api/history-queries.ts'
import type { History, HistorySeries } from '../contract/readings.ts'
import { useConnection, useGapVersion } from './hooks.ts'
import { useAsOf } from './replay-context.tsx'

/** In a replay, running buckets are asked for anew once a minute of it. */
const PAGE_STEP_MS = 60_000
const NONE: ReadonlyMap<string, HistorySeries> = new Map()

export interface HistoryView {
  /** Null until the first answer; the answer before stays while the next one is on its way. */
  history: History | null
  byId: ReadonlyMap<string, HistorySeries>
  isLoading: boolean
  /** Null while there is something to show, even if a later question failed; for `useErrorText`. */
  error: unknown
  retry: () => void
}

/**
 * Buckets of some points for a page. Waits for the live channel, by whose clock ranges are chosen, and asks again when
 * a gap in the live stream was closed. An empty list of points asks nothing and is not loading.
 */
export function useHistory(parkId: string, range: HistoryRange): HistoryView {
  const gap = useGapVersion(parkId)
  const connected = useConnection().state !== 'connecting'
  const atMs = useAsOf(PAGE_STEP_MS)
  const options = historyQueries.readings(parkId, { ...range, atMs: range.atMs ?? atMs })
  const asks = range.points.length > 0
  const query = useQuery({
    ...options,
    queryKey: [...options.queryKey, gap],
    enabled: connected && asks,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 120_000,
  })
  const { data, error, refetch } = query
  const byId = useMemo(() => (data ? new Map(data.series.map((series) => [series.pointId, series])) : NONE), [data])
  const isLoading = asks && data === undefined && error === null
  const shownError = data === undefined ? error : null
  return useMemo(
    () => ({ history: data ?? null, byId, isLoading, error: shownError, retry: () => void refetch() }),
    [data, byId, isLoading, shownError, refetch],
  )
}
