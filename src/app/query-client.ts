import { QueryClient } from '@tanstack/react-query'
import { assetQueries } from '../api/asset-queries.ts'
import { parkQueries } from '../api/park-queries.ts'
import { pointQueries } from '../api/point-queries.ts'
import { tenantQueries } from '../api/tenant-queries.ts'
import type { ParkId } from '../contract/primitives.ts'
import type { Config } from './config.ts'
import { askForTicketAhead } from './ticket-ahead.ts'

/** The cache of one page. The connection has its own way to tell that it is back: focus and `online` bring nothing. */
export function createQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false, networkMode: 'always' } } })
}

/** Park that the hash asks for, of those that this page knows; the first one where it names none. */
export function parkOfHash(hash: string, config: Config): ParkId | null {
  if (hash.length <= 2) return config.defaultPark ?? config.parks[0] ?? null
  const named = /^#\/([^/?]+)\/[^/?]+/.exec(hash)?.[1]
  return config.parks.find((id) => id === named) ?? null
}

/**
 * Asks for what every screen of the park needs, while the code of the screen and its texts are still on their way. The
 * parts that use it find it under way. Where people have to sign in first there is nothing to ask for yet.
 */
export function askAhead(client: QueryClient, hash: string, config: Config, liveBaseUrl: string): void {
  const parkId = parkOfHash(hash, config)
  if (parkId === null || config.oidc !== null) return
  // The snapshot takes more than one question: the first of them goes first.
  askForTicketAhead(parkId, liveBaseUrl)
  void client.prefetchQuery(parkQueries.detail(parkId))
  void client.prefetchQuery(pointQueries.list(parkId))
  void client.prefetchQuery(assetQueries.list(parkId))
  void client.prefetchQuery(tenantQueries.list(parkId))
}
