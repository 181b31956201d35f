import { type QueryClient, mutationOptions, queryOptions } from '@tanstack/react-query'
import { parkIdSchema } from '../contract/primitives.ts'
import { LINK_REVOKED, PROBLEM_BASE } from '../contract/problem.ts'
import type { MadeWallLink, WallLink } from '../contract/wall-links.ts'
import { newIdempotencyKey } from './alarm-commands.ts'
import { call } from './call.ts'
import { callList } from './call-list.ts'
import { HttpError } from './errors.ts'
import { FRESH_DATA } from './query-policy.ts'

const keyOf = (parkId: string) => ['parks', parkId, 'wall-links'] as const

export const wallLinkQueries = {
  list: (parkId: string) =>
    queryOptions({
      queryKey: keyOf(parkId),
      queryFn: ({ signal }) => callList('wallLinks', { params: { parkId: parkIdSchema.parse(parkId) }, signal }),
      ...FRESH_DATA,
    }),
}

export const wallLinkMutations = {
  make: (client: QueryClient, parkId: string) =>
    mutationOptions({
      mutationKey: [...keyOf(parkId), 'make'],
      mutationFn: (wish: { name: string; profile: string }): Promise<MadeWallLink> =>
        call('makeWallLink', {
          params: { parkId: parkIdSchema.parse(parkId) },
          body: { ...wish, idempotencyKey: newIdempotencyKey() },
        }),
      onSuccess: () => client.invalidateQueries({ queryKey: keyOf(parkId) }),
      retry: false,
    }),
  revoke: (client: QueryClient, parkId: string) =>
    mutationOptions({
      mutationKey: [...keyOf(parkId), 'revoke'],
      mutationFn: (linkId: string): Promise<WallLink> =>
        call('revokeWallLink', { params: { parkId: parkIdSchema.parse(parkId), linkId } }),
      onSuccess: () => client.invalidateQueries({ queryKey: keyOf(parkId) }),
      retry: false,
    }),
}

/** Why the server refuses a wall link's token; null for any other error. */
export function refusalOfLink(error: unknown): 'revoked' | 'unknown' | null {
  if (!(error instanceof HttpError) || error.status !== 401) return null
  return error.problem?.type === PROBLEM_BASE + LINK_REVOKED ? 'revoked' : 'unknown'
}
