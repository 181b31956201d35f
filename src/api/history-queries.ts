import { queryOptions } from '@tanstack/react-query'
import { type HistoryRange, callHistory } from './call-history.ts'
import { FRESH_DATA } from './query-policy.ts'

export const historyQueries = {
  /** Buckets of some points; `fromMs` and `toMs` are rounded to whole steps so that neighbours share a cache entry. */
  readings: (parkId: string, range: HistoryRange) => {
    const { points, stepMs } = range
    const fromMs = Math.floor(range.fromMs / stepMs) * stepMs
    const toMs = Math.ceil(range.toMs / stepMs) * stepMs
    return queryOptions({
      queryKey: ['parks', parkId, 'readings', stepMs, fromMs, toMs, points],
      queryFn: ({ signal }) => callHistory(parkId, { points, fromMs, toMs, stepMs }, signal),
      structuralSharing: false,
      ...FRESH_DATA,
    })
  },
}
