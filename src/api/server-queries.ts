import { queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { FRESH_DATA } from './query-policy.ts'

export const serverQueries = {
  /** Who is speaking, in which contract version, at what server time. */
  info: () =>
    queryOptions({ queryKey: ['server'], queryFn: ({ signal }) => call('server', { signal }), ...FRESH_DATA }),
}
