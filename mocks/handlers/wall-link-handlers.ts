import { problem } from '../../src/contract/problem.ts'
import { ProblemError } from '../problem-error.ts'
import { type Service, serve } from '../serve.ts'
import { requirePermission } from '../session.ts'
import type { WorldHost } from '../world-host.ts'
import { pageOf } from './paging.ts'

/** Links of walls. */
export const WALL_LINK_SERVICES: readonly Service[] = [
  serve('wallLinks', async ({ host, params, query }) => {
    await host.files(params.parkId).park()
    return pageOf(host.wallLinks.list(params.parkId), query)
  }),
  serve('makeWallLink', async ({ host, params, body, callerOf }) => {
    const caller = await callerOf()
    requirePermission(caller, 'wall.link')
    await host.files(params.parkId).park()
    return host.wallLinks.make(params.parkId, body, caller.role, host.nowMs())
  }),
  serve('revokeWallLink', async ({ host, params, callerOf }) => {
    requirePermission(await callerOf(), 'wall.link')
    return host.wallLinks.revoke(params.parkId, params.linkId, host.nowMs())
  }),
]

/** A wall link reads, and takes tickets for the live channel. Throws for anything else, and for a link that is no more. */
export function guardWallLink(
  host: WorldHost,
  authorization: string | null,
  service: { name: string; method: string },
): void {
  if (host.wallLinks.linkOf(authorization) === null) return
  if (service.method === 'GET' || service.name === 'liveTicket') return
  throw new ProblemError(problem('forbidden', 403, 'Not allowed', { detail: 'a wall link only reads', field: 'role' }))
}
