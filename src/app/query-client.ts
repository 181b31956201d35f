import { QueryClient } from '@tanstack/react-query'
import { assetQueries } from '../api/asset-queries.ts'
import { parkQueries } from '../api/park-queries.ts'
import { pointQueries } from '../api/point-queries.ts'
import { tenantQueries } from '../api/tenant-queries.ts'
import type { ParkId } from '../contract/primitives.ts'
import type { Config } from './config.ts'
import { parkInHash } from './hash.ts'
import { askForTicketAhead, snapshotAhead } from './ticket-ahead.ts'

/** The cache of one page. The connection has its own way to tell that it is back: focus and `online` bring nothing. */
export function createQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false, networkMode: 'always' } } })
}

/** Park that the hash asks for, of those that this page knows; the first one where it names none. */
export function parkOfHash(hash: string, config: Config): ParkId | null {
  if (hash.length <= 2) return config.defaultPark ?? config.parks[0] ?? null
  const named = parkInHash(hash)
  return config.parks.find((id) => id === named) ?? null
}

/** Park whose answers can be asked for before anybody draws: none where people have to sign in first. */
function parkAhead(hash: string, config: Config): ParkId | null {
  return config.oidc === null ? parkOfHash(hash, config) : null
}

/**
 * Asks for the snapshot of the park, which takes more than one question, while the code of the screen and its texts are
 * still on their way. Resolves when its first lines have been said. `isNear`: the server is this very machine.
 */
export function askForTalkAhead(hash: string, config: Config, liveBaseUrl: string, isNear = false): Promise<void> {
  const parkId = parkAhead(hash, config)
  return parkId === null ? Promise.resolve() : askForTicketAhead(parkId, liveBaseUrl, isNear)
}

/** Asks for the lists that every screen of the park needs. The parts that use them find them under way. */
export function askForListsAhead(client: QueryClient, hash: string, config: Config): void {
  const parkId = parkAhead(hash, config)
  if (parkId === null) return
  void client.prefetchQuery(parkQueries.detail(parkId))
  void client.prefetchQuery(pointQueries.list(parkId, snapshotAhead))
  void client.prefetchQuery(assetQueries.list(parkId))
  void client.prefetchQuery(tenantQueries.list(parkId))
}
