import type { QueryClient } from '@tanstack/react-query'
import { geometryQueries } from '../../api/geometry-queries.ts'
import { CORE_COLLECTIONS } from './collection-loader.ts'

/** Asks for what the first frame of the map shows while the code of the map is still on its way. */
export function prefetchCore(client: QueryClient, parkId: string): void {
  for (const id of ['boundary', ...CORE_COLLECTIONS] as const) {
    void client.prefetchQuery(geometryQueries.collection(parkId, id))
  }
}
