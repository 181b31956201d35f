import type { Alarm } from '../../src/contract/alarms.ts'
import { REGISTERS } from '../../src/contract/registers.ts'
import type { StandingMatter } from '../../src/domain/shift/draft-items.ts'
import type { ParkHost } from '../park-host.ts'
import { notFound } from '../problem-error.ts'
import { type Service, serving } from '../serve.ts'
import { SHIFT_ENDPOINTS } from '../../src/contract/shift-endpoints.ts'
import { requirePermission } from '../session.ts'
import { recordsOf } from '../registers/stores.ts'
import { validRows } from '../registers/valid-rows.ts'
import { openComplaints } from '../shift/seed-desk.ts'
import { type DeskState, ShiftDesk } from '../shift/shift-desk.ts'
import type { WorldHost } from '../world-host.ts'
import { acceptedAt, logAt } from '../shift/past-desk.ts'
import { pastInstant } from './as-of.ts'
import { pageOf } from './paging.ts'

/** Desks live as long as their park does. */
const desks = new WeakMap<ParkHost, ShiftDesk>()

async function openDesk(host: WorldHost, parkId: string) {
  const park = await host.park(parkId)
  const nowMs = host.nowMs()
  const known = desks.get(park)
  if (known) return { park, desk: known, nowMs }
  const complaints = await complaintsAt(host, park, nowMs)
  // Somebody else may have opened it meanwhile.
  const desk = desks.get(park) ?? new ShiftDesk(park, host.seed, nowMs, complaints)
  desks.set(park, desk)
  return { park, desk, nowMs }
}

/** Complaints of the register that stood open at an instant. */
async function complaintsAt(host: WorldHost, park: ParkHost, atMs: number): Promise<StandingMatter[]> {
  const { id, timeZone } = park.model.park
  const rows = await recordsOf(host, id).registers.rows('grievances')
  return openComplaints(validRows(REGISTERS.grievances.schema, rows), timeZone, atMs)
}

/** The desk with the alarms of the park, which take a moment when a park has just opened. */
async function openDeskWithAlarms(host: WorldHost, parkId: string) {
  const parkAlarms = await host.alarms(parkId)
  const opened = await openDesk(host, parkId)
  parkAlarms.catchUp(opened.nowMs)
  return { ...opened, alarms: parkAlarms.board.list(opened.nowMs, true) }
}

async function stateOf(host: WorldHost, park: ParkHost, nowMs: number, alarms: readonly Alarm[]): Promise<DeskState> {
  return { alarms, complaints: await complaintsAt(host, park, nowMs), read: (index) => park.reported(index) }
}

/** Permits and handover as they were at an instant; alarms that are not kept any more are left out. */
async function openPastDesk(host: WorldHost, parkId: string, atMs: number) {
  const { board, keptFromMs } = await host.alarms(parkId)
  const { park, desk } = await openDesk(host, parkId)
  return { park, desk, alarms: atMs < keptFromMs ? [] : board.pictureAt(atMs, true).alarms }
}

const serve = serving(SHIFT_ENDPOINTS)

/** Operator log, work permits and handovers. */
export const SHIFT_SERVICES: readonly Service[] = [
  serve('log', async ({ host, params, query }) => {
    const { desk } = await openDesk(host, params.parkId)
    const atMs = pastInstant(host, query.at)
    return pageOf((atMs === null ? desk.log : logAt(desk.log, atMs)).toReversed(), query)
  }),
  serve('writeLog', async ({ host, params, body, callerOf }) => {
    const caller = await callerOf()
    requirePermission(caller, 'log.write')
    const { desk, nowMs } = await openDesk(host, params.parkId)
    return desk.write(body, caller.role, nowMs)
  }),
  serve('workPermits', async ({ host, params, query }) => {
    const atMs = pastInstant(host, query.at)
    if (atMs !== null) {
      const past = await openPastDesk(host, params.parkId, atMs)
      return pageOf(past.desk.permits(atMs, past.alarms), query)
    }
    const { desk, nowMs, alarms } = await openDeskWithAlarms(host, params.parkId)
    return pageOf(desk.permits(nowMs, alarms), query)
  }),
  serve('handover', async ({ host, params, query }) => {
    const atMs = pastInstant(host, query.at)
    if (atMs !== null) {
      const past = await openPastDesk(host, params.parkId, atMs)
      const complaints = await complaintsAt(host, past.park, atMs)
      const read = (index: number) => past.park.reportedAt(index, atMs)
      return past.desk.draftAt(atMs, { alarms: past.alarms, complaints, read })
    }
    const { park, desk, nowMs, alarms } = await openDeskWithAlarms(host, params.parkId)
    return desk.current(nowMs, await stateOf(host, park, nowMs, alarms))
  }),
  serve('handovers', async ({ host, params, query }) => {
    const { desk } = await openDesk(host, params.parkId)
    const atMs = pastInstant(host, query.at)
    return pageOf(atMs === null ? desk.accepted : acceptedAt(desk.accepted, atMs), query)
  }),
  serve('handoverStep', async ({ host, params, body, callerOf }) => {
    const caller = await callerOf()
    requirePermission(caller, 'handover.sign')
    const { park, desk, nowMs, alarms } = await openDeskWithAlarms(host, params.parkId)
    const current = desk.current(nowMs, await stateOf(host, park, nowMs, alarms))
    const known = current.id === params.handoverId || desk.accepted.some(({ id }) => id === params.handoverId)
    if (!known) throw notFound('handover', params.handoverId)
    const asked = current.id === params.handoverId ? current : desk.accepted.find(({ id }) => id === params.handoverId)
    return desk.step(asked ?? current, params.method, body, caller.role, nowMs)
  }),
]
