import { queryOptions } from '@tanstack/react-query'
import { callList } from './call-list.ts'
import { FRESH_DATA } from './query-policy.ts'

export const agendaQueries = {
  /** What is next due in a park, asked again every minute; or what was next due at an instant of the past. */
  list: (parkId: string, atMs: number | null = null) =>
    queryOptions({
      queryKey: ['parks', parkId, 'agenda', ...(atMs === null ? [] : [atMs])],
      queryFn: ({ signal }) =>
        callList('agenda', {
          params: { parkId },
          query: atMs === null ? {} : { from: new Date(atMs).toISOString() },
          signal,
        }),
      refetchInterval: atMs === null ? 60_000 : false,
      ...FRESH_DATA,
    }),
}
