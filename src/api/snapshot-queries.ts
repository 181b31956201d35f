import { queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { asOf } from './past.ts'
import { FRESH_DATA, PAST_DATA } from './query-policy.ts'

export const snapshotQueries = {
  /** State of a park now, or at an instant of the past, for pages that hold no live channel to it. */
  latest: (parkId: string, atMs: number | null = null) =>
    queryOptions({
      queryKey: ['parks', parkId, 'snapshot', ...(atMs === null ? [] : [atMs])],
      queryFn: ({ signal }) => call('snapshot', { params: { parkId }, query: asOf(atMs), signal }),
      structuralSharing: false,
      ...(atMs === null ? { ...FRESH_DATA, staleTime: 0 } : PAST_DATA),
    }),
}
