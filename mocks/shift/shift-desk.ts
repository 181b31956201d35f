import type { Alarm } from '../../src/contract/alarms.ts'
import { problem } from '../../src/contract/problem.ts'
import type { Role } from '../../src/contract/session.ts'
import {
  type Handover,
  type HandoverCommand,
  type HandoverMethod,
  type LogEntry,
  type NewLogEntry,
  type WorkPermit,
} from '../../src/contract/shift.ts'
import { HANDOVER_EVENT, LOG_EVENT } from '../../src/contract/shift-events.ts'
import { type StandingMatter, draftItems } from '../../src/domain/shift/draft-items.ts'
import { draftHandover, stepHandover } from '../../src/domain/shift/handover.ts'
import { appendEntry } from '../../src/domain/shift/log.ts'
import { SHIFT_HOURS, nextShift, previousShift, shiftAt } from '../../src/domain/shift/shifts.ts'
import type { ParkHost } from '../park-host.ts'
import { ProblemError, badParameter } from '../problem-error.ts'
import type { Sample } from '../sim/world.ts'
import { parkState } from './park-state.ts'
import { acceptedAt, logAt } from './past-desk.ts'
import { type DeskPark, permitsAt, seedLog, standingMatters } from './seed-desk.ts'

const MAX_KEYS = 2000
const SHIFT_MS = (24 * 3_600_000) / SHIFT_HOURS.length

/** What a handover is drafted from, beside the desk's own papers. */
export interface DeskState {
  alarms: readonly Alarm[]
  /** Open complaints of the register. */
  complaints: readonly StandingMatter[]
  read: (index: number) => Sample
}

/** Handovers that a matter has been through by an instant. */
function shiftsSince({ since }: { since: string }, atMs: number): number {
  return Math.max(0, Math.floor((atMs - Date.parse(since)) / SHIFT_MS))
}

/** The operators' desk of one park: log, permits and handovers. What is written lasts as long as the server runs. */
export class ShiftDesk {
  readonly #park: ParkHost
  readonly #desk: DeskPark
  readonly #answers = new Map<string, unknown>()
  #log: readonly LogEntry[]
  #accepted: readonly Handover[]
  #current: Handover | null = null

  /** @param complaints those of the register, for the handover by which the running shift began */
  constructor(park: ParkHost, seed: number, nowMs: number, complaints: readonly StandingMatter[]) {
    this.#park = park
    this.#desk = { assets: park.model.assets, zone: park.model.park.timeZone, seed }
    this.#log = seedLog(this.#desk, nowMs)
    this.#accepted = [this.#seededHandover(nowMs, complaints)]
  }

  get log(): readonly LogEntry[] {
    return this.#log
  }

  /** Accepted handovers, newest first. */
  get accepted(): readonly Handover[] {
    return this.#accepted
  }

  permits(nowMs: number, alarms: readonly Alarm[]): WorkPermit[] {
    const off = alarms.filter((alarm) => alarm.outOfServiceState.value || alarm.shelvingState.state !== 'Unshelved')
    const alarmsOf = (permit: WorkPermit): string[] =>
      off
        .filter(
          (alarm) =>
            alarm.assetId === permit.assetId ||
            alarm.outOfServiceState.workOrder === permit.number ||
            alarm.shelvingState.reason?.includes(permit.number),
        )
        .map(({ id }) => id)
    return permitsAt(this.#desk, nowMs).map((permit) => Object.assign(permit, { alarmIds: alarmsOf(permit) }))
  }

  /** Adds an entry; the same key again gives the first answer again. */
  write(input: NewLogEntry, author: Role, nowMs: number): LogEntry {
    return this.#once(input.idempotencyKey, 'log', () => {
      const result = appendEntry(this.#log, input, { author, nowMs, id: `log-${this.#log.length + 1}` })
      if (!result.ok) throw badParameter(result.field, result.detail)
      this.#log = result.log
      this.#park.emitEvent(LOG_EVENT, { entry: result.entry })
      return result.entry
    })
  }

  /** The handover that is being prepared or waits to be accepted; drafted anew while it is a draft. */
  current(nowMs: number, state: DeskState): Handover {
    if (this.#current?.state === 'open') return this.#current
    const outgoing = shiftAt(nowMs, this.#desk.zone)
    const before = this.#current?.outgoing.id === outgoing.id ? this.#current : null
    const items = this.#itemsAt(nowMs, this.#log, state)
    this.#current = draftHandover(items, this.#context(nowMs, this.#accepted[0]), before)
    return this.#current
  }

  /** What a handover would have said at an instant of the past. */
  draftAt(atMs: number, state: DeskState): Handover {
    const items = this.#itemsAt(atMs, logAt(this.#log, atMs), state)
    return draftHandover(items, this.#context(atMs, acceptedAt(this.#accepted, atMs)[0]), null)
  }

  #itemsAt(nowMs: number, log: readonly LogEntry[], { alarms, complaints, read }: DeskState) {
    return draftItems({
      nowMs,
      alarms,
      permits: this.permits(nowMs, alarms),
      log,
      standing: [...standingMatters(this.#desk, nowMs), ...complaints],
      weatherSinceMs: nowMs,
      ...parkState(this.#park, read),
    })
  }

  /** One step of the current handover. Throws 409 with the handover as it is, or 400 naming the field. */
  step(current: Handover, method: HandoverMethod, command: HandoverCommand, role: Role, nowMs: number): Handover {
    return this.#once(command.idempotencyKey, `handover ${method}`, () => {
      const result = stepHandover(current, method, command, { role, nowMs })
      if (!result.ok) {
        if (result.kind === 'invalid') throw badParameter(result.field, result.detail)
        throw new ProblemError({
          ...problem('conflict', 409, 'Not in this state', { detail: result.detail, field: result.field }),
          current,
        })
      }
      const { handover } = result
      if (handover.state === 'accepted') {
        this.#accepted = [handover, ...this.#accepted]
        this.#current = null
      } else this.#current = handover
      this.#park.emitEvent(HANDOVER_EVENT, { id: handover.id, state: handover.state, rev: handover.rev })
      return handover
    })
  }

  #context(nowMs: number, last: Handover | undefined) {
    const { zone } = this.#desk
    const outgoing = shiftAt(nowMs, zone)
    return { outgoing, incoming: nextShift(outgoing, zone), nowMs, last: last ?? null, simulated: true }
  }

  /** The handover by which the running shift began, in the simulated past. */
  #seededHandover(nowMs: number, complaints: readonly StandingMatter[]): Handover {
    const { zone } = this.#desk
    const incoming = shiftAt(nowMs, zone)
    const outgoing = previousShift(incoming, zone)
    const atMs = Date.parse(incoming.from)
    const items = draftItems({
      nowMs: atMs,
      alarms: [],
      permits: permitsAt(this.#desk, atMs),
      log: [],
      nearLimits: [],
      equipmentOut: [],
      lineUps: [],
      lostSources: [],
      rainMmH: null,
      weatherSinceMs: atMs,
      standing: [...standingMatters(this.#desk, atMs), ...complaints].filter(({ sinceMs }) => sinceMs < atMs),
    })
    const drafted = draftHandover(items, { outgoing, incoming, nowMs: atMs, last: null, simulated: true }, null)
    const at = new Date(atMs).toISOString()
    return {
      ...drafted,
      state: 'accepted',
      items: drafted.items.map((item) => Object.assign(item, { seen: item.flagged, shifts: shiftsSince(item, atMs) })),
      signOffs: { outgoing: { role: 'shift-lead', at }, incoming: { role: 'shift-lead', at } },
    }
  }

  #once<T>(key: string, purpose: string, work: () => T): T {
    const name = `${purpose} ${key}`
    // What was stored under a purpose is what that purpose answers.
    if (this.#answers.has(name)) return this.#answers.get(name) as T
    const answer = work()
    const [oldest] = this.#answers.keys()
    if (this.#answers.size >= MAX_KEYS && oldest !== undefined) this.#answers.delete(oldest)
    this.#answers.set(name, answer)
    return answer
  }
}
