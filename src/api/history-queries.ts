import { queryOptions } from '@tanstack/react-query'
import pLimit from 'p-limit'
import { type HistoryRange, callHistory } from './call-history.ts'
import { WINDOW_DATA } from './query-policy.ts'

/**
 * History may take its time at the server. Where pages come by plain http a browser opens six connections to a host and
 * no more: two stay for what people wait for.
 */
const AT_ONCE = 4
const limit = pLimit(AT_ONCE)

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
      queryFn: ({ signal }) =>
        limit(() => {
          // Nobody may want it any more when its turn comes.
          signal.throwIfAborted()
          return callHistory(parkId, { points, fromMs, toMs, stepMs, atMs }, signal)
        }),
      structuralSharing: false,
      ...WINDOW_DATA,
    })
  },
}
