import { CONTRACT_VERSION, parkIdSchema } from '../../src/contract/primitives.ts'
import type { ParkSummary } from '../../src/contract/resources.ts'
import { HOLD_LAST_VALUE_S } from '../hold-policy.ts'
import { notFound } from '../problem-error.ts'
import { type Service, serving } from '../serve.ts'
import { PARK_ENDPOINTS } from '../../src/contract/park-endpoints.ts'
import type { WorldHost } from '../world-host.ts'
import { catalogueOf } from './catalogues.ts'
import { pageOf } from './paging.ts'

async function summaryOf(host: WorldHost, parkId: string): Promise<ParkSummary> {
  const park = await host.files(parkId).park()
  const { id, name, province, operator, centre, areaHa, timeZone, dataMode } = park
  return { id, name, province, operator, centre, areaHa, timeZone, dataMode }
}

const serve = serving(PARK_ENDPOINTS)

/** Server, parks, assets, points, tenants, catalogues. */
export const PARK_SERVICES: readonly Service[] = [
  serve('server', async ({ host }) => ({
    contract: CONTRACT_VERSION,
    name: 'Parkscope simulated park',
    time: new Date(host.nowMs()).toISOString(),
    dataMode: 'simulated',
    holdLastValueS: HOLD_LAST_VALUE_S,
  })),
  serve('parks', async ({ host, query }) => {
    const page = pageOf(host.parkIds, query)
    return { ...page, items: await Promise.all(page.items.map((id) => summaryOf(host, id))) }
  }),
  serve('park', async ({ host, params }) => host.files(params.parkId).park()),
  serve('assets', async ({ host, params, query }) => pageOf((await host.files(params.parkId).core()).assets, query)),
  serve('asset', async ({ host, params }) => {
    const { assets } = await host.files(params.parkId).core()
    const asset = assets.find((candidate) => candidate.id === params.assetId)
    if (!asset) throw notFound('asset', params.assetId)
    return asset
  }),
  serve('points', async ({ host, params, query }) => pageOf((await host.files(params.parkId).core()).points, query)),
  serve('tenants', async ({ host, params, query }) => pageOf((await host.files(params.parkId).core()).tenants, query)),
  serve('catalogue', async ({ params }) => catalogueOf(params.catalogueId)),
  serve('liveTicket', ({ host, body, wallLinkId }) => {
    const { ticket, expiresMs } = host.issueTicket(parkIdSchema.parse(body.parkId), wallLinkId)
    return Promise.resolve({ ticket, expires: new Date(expiresMs).toISOString() })
  }),
]
