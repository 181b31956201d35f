import { queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { callList } from './call-list.ts'
import { MASTER_DATA } from './query-policy.ts'

export const parkQueries = {
  list: () =>
    queryOptions({ queryKey: ['parks'], queryFn: ({ signal }) => callList('parks', { signal }), ...MASTER_DATA }),
  detail: (parkId: string) =>
    queryOptions({
      queryKey: ['parks', parkId],
      queryFn: ({ signal }) => call('park', { params: { parkId }, signal }),
      ...MASTER_DATA,
    }),
}
