import { queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { MASTER_DATA } from './query-policy.ts'

/** Law, tariffs and factors. They change by decree, so they are asked for once. */
export const referenceQueries = {
  tariffs: () =>
    queryOptions({
      queryKey: ['reference', 'tariffs'],
      queryFn: ({ signal }) => call('tariffs', { signal }),
      ...MASTER_DATA,
    }),
  gridFactors: () =>
    queryOptions({
      queryKey: ['reference', 'grid-factors'],
      queryFn: ({ signal }) => call('gridFactors', { signal }),
      ...MASTER_DATA,
    }),
  fuelFactors: () =>
    queryOptions({
      queryKey: ['reference', 'fuel-factors'],
      queryFn: ({ signal }) => call('fuelFactors', { signal }),
      ...MASTER_DATA,
    }),
  limitSets: () =>
    queryOptions({
      queryKey: ['reference', 'limit-sets'],
      queryFn: async ({ signal }) => (await call('limitSets', { signal })).limitSets,
      ...MASTER_DATA,
    }),
  norms: () =>
    queryOptions({
      queryKey: ['reference', 'norms'],
      queryFn: ({ signal }) => call('norms', { signal }),
      ...MASTER_DATA,
    }),
  holidays: () =>
    queryOptions({
      queryKey: ['reference', 'holidays'],
      queryFn: ({ signal }) => call('holidays', { signal }),
      ...MASTER_DATA,
    }),
}
