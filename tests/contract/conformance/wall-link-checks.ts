import { WALL_TOKEN_PREFIX } from '../../../src/contract/wall-links.ts'
import type { HttpProbe } from './http-probe.ts'
import { posting } from './http-probe.ts'
import type { Report } from './report.ts'

/** Links of walls: the list holds no token, making one takes a role, and a token that nobody signed opens nothing. */
export async function checkWallLinks(report: Report, probe: HttpProbe, parkId: string): Promise<void> {
  const path = `/parks/${parkId}/wall-links`
  await report.check('wall-links: list', () => probe.get('wallLinks', path))
  await report.check('wall-links: 404 for a park that is not there', () =>
    probe.refused('wallLinks', '/parks/no-such-park/wall-links', 404),
  )
  await report.check('wall-links: 403 for who may not make one', () =>
    probe.refused(
      'makeWallLink',
      path,
      403,
      posting({ name: 'Conformance', profile: '4k-55-4m', idempotencyKey: 'conformance-wall' }),
    ),
  )
  await report.check('wall-links: 401 for a token that was not made here', () =>
    probe.refused('session', '/session', 401, { headers: { authorization: `Bearer ${WALL_TOKEN_PREFIX}00.00` } }),
  )
}
