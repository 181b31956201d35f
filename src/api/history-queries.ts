import { queryOptions } from '@tanstack/react-query'
import { type HistoryRange, callHistory } from './call-history.ts'
import { WINDOW_DATA } from './query-policy.ts'

export const historyQueries = {
  /**
   * Buckets of some points; `fromMs` and `toMs` are rounded to whole steps so that neighbours share a cache entry,
   * unless the range is anchored: then the last bucket ends at or after `toMs`.
   */
  readings: (parkId: string, range: HistoryRange) => {
    const { points, stepMs } = range
    const originMs = range.anchored === true ? range.fromMs : 0
    const fromMs = originMs + Math.floor((range.fromMs - originMs) / stepMs) * stepMs
    const toMs = originMs + Math.ceil((range.toMs - originMs) / stepMs) * stepMs
    // Only a range that reaches past the instant has anything that must not count.
    const atMs = range.atMs !== undefined && range.atMs !== null && range.atMs < toMs ? range.atMs : null
    return queryOptions({
      queryKey: ['parks', parkId, 'readings', stepMs, fromMs, toMs, points, ...(atMs === null ? [] : [atMs])],
      queryFn: ({ signal }) => callHistory(parkId, { points, fromMs, toMs, stepMs, atMs }, signal),
      structuralSharing: false,
      ...WINDOW_DATA,
    })
  },
}
