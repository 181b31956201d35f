import { REPLAY_HEADER } from '../../../src/contract/endpoint-parts.ts'
import { verifyChain } from '../../../src/domain/alarms/journal.ts'
import { type HttpProbe, posting } from './http-probe.ts'
import { type Report, expectThat } from './report.ts'

/** Session, roles, alarms, definitions, commands and journal. */
export async function checkAlarms(report: Report, probe: HttpProbe, parkId: string): Promise<void> {
  const base = `/parks/${parkId}`
  await report.check('session: without a token whoever asks is a viewer', async () => {
    const { role, permissions } = await probe.get('session', '/session')
    expectThat(role === 'viewer', 'session', `role: "${role}" without a token`)
    expectThat(permissions.length === 0, 'session', 'permissions: a viewer has some')
  })
  await report.check('session: an unknown token is a 401', () =>
    probe.refused('session', '/session', 401, { headers: { authorization: 'Bearer no-such-token' } }),
  )
  const list = await report.check('alarms: condition refresh', async () => {
    const answer = await probe.get('alarms', `${base}/alarms?retain=true&limit=1000`)
    const odd = answer.items.find(({ retain }) => !retain)
    expectThat(odd === undefined, 'alarms', `items: "${odd?.id ?? ''}" is not retained`)
    return answer
  })
  await report.check('alarms: as they stood a minute ago, and not before they are kept', async () => {
    const { time } = await probe.get('server', '/server')
    const at = new Date(Date.parse(time) - 60_000).toISOString()
    const answer = await probe.get('alarms', `${base}/alarms?retain=true&limit=1000&at=${at}`)
    expectThat(Date.parse(answer.asOf) === Date.parse(at), 'alarms', `asOf: asked for ${at}, got ${answer.asOf}`)
    const late = answer.items.find((alarm) => Date.parse(alarm.receiveTime) > Date.parse(at))
    expectThat(late === undefined, 'alarms', `items: "${late?.id ?? ''}" changed after the instant asked for`)
    await probe.refused('alarms', `${base}/alarms?at=1990-01-01T00:00:00Z`, 404, {}, 'at')
  })
  const definitions = await report.check('alarm-definitions: list', () =>
    probe.get('alarmDefinitions', `${base}/alarm-definitions`),
  )
  await report.check('alarms: every alarm has its definition', async () => {
    const known = new Set(definitions?.items.map(({ id }) => id))
    const odd = list?.items.find(({ definitionId }) => !known.has(definitionId))
    expectThat(odd === undefined, 'alarms', `definitionId: "${odd?.definitionId ?? ''}" is no definition`)
  })
  await report.check('alarm-journal: chained by hash', async () => {
    const { items } = await probe.get('alarmJournal', `${base}/alarm-journal?order=asc&limit=1000`)
    const fault = verifyChain(items)
    expectThat(fault === null, 'alarm-journal', `items: ${fault?.fault ?? ''} at seq ${fault?.seq ?? ''}`)
  })
  for (const method of ['PATCH', 'DELETE']) {
    await report.check(`alarm-journal: ${method} is a 405`, () =>
      probe.refused('alarmJournal', `${base}/alarm-journal`, 405, { method }),
    )
  }
  const refused: readonly [string, string, number, string?][] = [
    ['alarms', '/parks/no-such-park/alarms', 404],
    ['alarm', `${base}/alarms/no-such-alarm.nowhere`, 404],
    ['alarms', `${base}/alarms?retain=maybe`, 400, 'retain'],
    ['alarmJournal', `${base}/alarm-journal?cursor=nonsense`, 400, 'cursor'],
    ['alarmJournal', `${base}/alarm-journal?from=noon`, 400, 'from'],
  ]
  for (const [name, path, status, field] of refused) {
    await report.check(`${name}: ${status} for ${path}`, () => probe.refused(name, path, status, {}, field))
  }
  const id = list?.items[0]?.id ?? 'gateway-lost.nowhere'
  await report.check('alarm command: without a role it is a 403', () =>
    probe.refused('alarmCommand', `${base}/alarms/${id}/addComment`, 403, posting({ idempotencyKey: 'conformance-1' })),
  )
  await report.check('alarm command: from a client that replays it is a 409', async () => {
    const headers = { 'content-type': 'application/json', [REPLAY_HEADER]: '2026-01-01T00:00:00Z' }
    const replaying = { ...posting({ idempotencyKey: 'conformance-2' }), headers }
    const { type } = await probe.refused('alarmCommand', `${base}/alarms/${id}/addComment`, 409, replaying)
    expectThat(type.endsWith('replay-read-only'), 'alarmCommand', `type: "${type}"`)
  })
  await report.check('alarm command: a body without a key is a 400 naming it', () =>
    probe.refused('alarmCommand', `${base}/alarms/${id}/addComment`, 400, posting({}), 'idempotencyKey'),
  )
}
