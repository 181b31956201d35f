import { queryOptions } from '@tanstack/react-query'
import { callList } from './call-list.ts'
import { FRESH_DATA } from './query-policy.ts'

export const agendaQueries = {
  /** What is next due in a park, asked again every minute. */
  list: (parkId: string) =>
    queryOptions({
      queryKey: ['parks', parkId, 'agenda'],
      queryFn: ({ signal }) => callList('agenda', { params: { parkId }, signal }),
      refetchInterval: 60_000,
      ...FRESH_DATA,
    }),
}
