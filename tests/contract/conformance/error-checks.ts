import { type HttpProbe, posting } from './http-probe.ts'
import type { Report } from './report.ts'

const NO_PARK = 'no-such-park'

/** Errors are problem documents with the right status; a wrong parameter is named. */
export async function checkErrors(report: Report, probe: HttpProbe, parkId: string, pointId: string): Promise<void> {
  const base = `/parks/${parkId}`
  const missing = [
    ['park', ''],
    ['assets', '/assets'],
    ['points', '/points'],
    ['tenants', '/tenants'],
    ['agenda', '/agenda'],
    ['snapshot', '/snapshot'],
    ['collections', '/collections'],
    ['items', '/collections/plots/items'],
  ] as const
  for (const [name, path] of missing) {
    await report.check(`${name}: unknown park is a 404`, () => probe.refused(name, `/parks/${NO_PARK}${path}`, 404))
  }
  const range = 'from=2026-01-01T00:00:00Z&to=2026-01-01T01:00:00Z'
  const refused: readonly [string, string, number, string?][] = [
    ['asset', `${base}/assets/no-such-asset`, 404],
    ['catalogue', '/catalogues/no-such-catalogue', 404],
    ['items', `${base}/collections/no-such-collection/items`, 404],
    ['parks', '/parks?limit=0', 400, 'limit'],
    ['points', `${base}/points?limit=many`, 400, 'limit'],
    ['assets', `${base}/assets?cursor=%F0%9F%92%A5`, 400, 'cursor'],
    ['items', `${base}/collections/plots/items?offset=-1`, 400, 'offset'],
    ['items', `${base}/collections/plots/items?bbox=1,2,3`, 400, 'bbox'],
    ['snapshot', `${base}/snapshot?at=yesterday`, 400, 'at'],
    ['agenda', `${base}/agenda?from=noon`, 400, 'from'],
    ['readings', `${base}/readings?points=${pointId}&${range}`, 400, 'step'],
    ['readings', `${base}/readings?points=${pointId}&${range}&step=1`, 400, 'step'],
    ['readings', `${base}/readings?${range}&step=60000`, 400, 'points'],
    ['readings', `${base}/readings?points=${pointId}&from=x&to=2026-01-01T01:00:00Z&step=60000`, 400, 'from'],
    ['readings', `${base}/readings?points=no-such-point.flow&${range}&step=60000`, 404],
  ]
  for (const [name, path, status, field] of refused) {
    const title = `${name}: ${status}${field === undefined ? '' : ` naming "${field}"`} for ${path.slice(0, 70)}`
    await report.check(title, () => probe.refused(name, path, status, {}, field))
  }
  await report.check('liveTicket: a body without a park is a 400 naming it', () =>
    probe.refused('liveTicket', '/live/tickets', 400, posting({}), 'parkId'),
  )
  await report.check('liveTicket: unknown park is a 404', () =>
    probe.refused('liveTicket', '/live/tickets', 404, posting({ parkId: NO_PARK })),
  )
  await report.check('unknown path is a 404', () => probe.refused('path', '/no/such/path', 404))
}
