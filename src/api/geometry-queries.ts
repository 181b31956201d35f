import { queryOptions } from '@tanstack/react-query'
import type { CollectionId } from '../contract/collections.ts'
import { callCollection } from './call-collection.ts'
import { MASTER_DATA } from './query-policy.ts'

export const geometryQueries = {
  /** All features of a collection that keep the contract; the others are counted in data health. */
  collection: <C extends CollectionId>(parkId: string, collectionId: C) =>
    queryOptions({
      queryKey: ['parks', parkId, 'collections', collectionId],
      queryFn: ({ signal }) => callCollection(parkId, collectionId, signal),
      // Thousands of vertices: comparing old with new costs more than it could save.
      structuralSharing: false,
      ...MASTER_DATA,
    }),
}
