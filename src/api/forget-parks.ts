import type { QueryClient } from '@tanstack/react-query'

/**
 * Drops what is kept of parks that are not on screen: plans, points and registers of a park are large, and a wall that
 * goes round all parks for months must not hold them all. The list of parks and their names stay, and so does what is
 * on its way: a page that compares parks waits for it.
 */
export function forgetOtherParks(client: QueryClient, parkId: string): void {
  client.removeQueries({
    type: 'inactive',
    fetchStatus: 'idle',
    predicate: ({ queryKey: [scope, id, ...rest] }) =>
      scope === 'parks' && typeof id === 'string' && id !== parkId && rest.length > 0,
  })
}
