import { queryOptions } from '@tanstack/react-query'
import { callList } from './call-list.ts'
import { MASTER_DATA } from './query-policy.ts'

export const tourQueries = {
  /** Tours of a park that keep the contract; the others are counted in data health. */
  list: (parkId: string) =>
    queryOptions({
      queryKey: ['parks', parkId, 'tours'],
      queryFn: ({ signal }) => callList('tours', { params: { parkId }, signal }),
      structuralSharing: false,
      ...MASTER_DATA,
    }),
}
