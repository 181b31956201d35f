import { type Service, serving } from '../serve.ts'
import { WALL_LINK_ENDPOINTS } from '../../src/contract/wall-links.ts'
import { requirePermission } from '../session.ts'
import { pageOf } from './paging.ts'

const serve = serving(WALL_LINK_ENDPOINTS)

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
