import type { ParkAlarms } from '../alarms/park-alarms.ts'
import { notFound } from '../problem-error.ts'
import { type Service, serving } from '../serve.ts'
import { ALARM_ENDPOINTS } from '../../src/contract/alarm-endpoints.ts'
import type { WorldHost } from '../world-host.ts'
import { pastInstant } from './as-of.ts'
import { pageOf } from './paging.ts'

/** The alarms of a park as they are now. */
async function alarmsNow(host: WorldHost, parkId: string): Promise<ParkAlarms & { nowMs: number }> {
  const alarms = await host.alarms(parkId)
  const nowMs = host.nowMs()
  alarms.catchUp(nowMs)
  return { ...alarms, nowMs }
}

const serve = serving(ALARM_ENDPOINTS)

/** Session, alarms, definitions, commands and journal. */
export const ALARM_SERVICES: readonly Service[] = [
  serve('session', async ({ host, callerOf }) => host.sessions.infoOf(await callerOf())),
  serve('demoRole', async ({ host, body }) => ({
    token: host.sessions.open(body.role),
    role: body.role,
    expires: null,
  })),
  serve('alarms', async ({ host, params, query }) => {
    const { board, nowMs, keptFromMs } = await alarmsNow(host, params.parkId)
    const atMs = pastInstant(host, query.at, keptFromMs)
    const onlyRetained = query.retain === 'true'
    const keptFrom = new Date(keptFromMs).toISOString()
    if (atMs !== null) {
      const { alarms, ...picture } = board.pictureAt(atMs, onlyRetained)
      return { ...pageOf(alarms, query), asOf: new Date(atMs).toISOString(), ...picture, keptFrom }
    }
    return {
      ...pageOf(board.list(nowMs, onlyRetained), query),
      asOf: new Date(nowMs).toISOString(),
      rev: board.rev,
      journalSeq: board.journal.lastSeq,
      flood: board.flood(),
      keptFrom,
    }
  }),
  serve('alarm', async ({ host, params, query }) => {
    const { board, nowMs, keptFromMs } = await alarmsNow(host, params.parkId)
    const atMs = pastInstant(host, query.at, keptFromMs)
    const instance = board.instance(params.alarmId)
    if (!instance) throw notFound('alarm', params.alarmId)
    return atMs === null ? board.view(instance, nowMs) : board.viewAt(instance, atMs)
  }),
  serve('alarmDefinitions', async ({ host, params, query }) =>
    pageOf((await host.alarms(params.parkId)).definitions, query),
  ),
  serve('alarmCommand', async ({ host, params, body, callerOf }) => {
    const caller = await callerOf()
    const { commands, nowMs } = await alarmsNow(host, params.parkId)
    return commands.run({ alarmId: params.alarmId, method: params.method, body, caller, nowMs })
  }),
  serve('alarmJournal', async ({ host, params, query }) => {
    const { board } = await alarmsNow(host, params.parkId)
    return board.journal.page(query)
  }),
]
