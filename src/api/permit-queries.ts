import { queryOptions } from '@tanstack/react-query'
import { callList } from './call-list.ts'
import { MASTER_DATA } from './query-policy.ts'

export const permitQueries = {
  /** Permits of a park's outfalls that keep the contract; the others are counted in data health. */
  list: (parkId: string) =>
    queryOptions({
      queryKey: ['parks', parkId, 'permits'],
      queryFn: ({ signal }) => callList('permits', { params: { parkId }, signal }),
      structuralSharing: false,
      ...MASTER_DATA,
    }),
}
