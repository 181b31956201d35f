import type { Alarm } from '../../contract/alarms.ts'
import { isUnacked } from './alarm-list.ts'

/** Shortest time between two messages of a region, milliseconds. Source: `hmi.md` 7.4. */
export const ALERT_EVERY_MS = 10_000
export const STATUS_EVERY_MS = 30_000

/** Something to say: how many are new, and the newest of them. */
export interface Announcement {
  count: number
  latest: Alarm
}

export interface AnnouncerState {
  /** Events that were said or wait to be said. */
  readonly known: ReadonlySet<string>
  readonly critical: readonly Alarm[]
  readonly others: readonly Alarm[]
  readonly alertMs: number
  readonly statusMs: number
}

/** Before the first look. What stands already then is on screen and is not news. */
export const NOTHING_SAID: AnnouncerState = {
  known: new Set(),
  critical: [],
  others: [],
  alertMs: Number.NEGATIVE_INFINITY,
  statusMs: Number.NEGATIVE_INFINITY,
}

export interface Said {
  state: AnnouncerState
  alert: Announcement | null
  status: Announcement | null
}

/**
 * What the two live regions say at an instant: P1 at once but never twice within 10 s, P2 and P3 together every 30 s,
 * P4 never. What was acknowledged before its turn is not said any more.
 */
export function announce(state: AnnouncerState, alarms: Iterable<Alarm>, nowMs: number): Said {
  const known = new Set<string>()
  const waiting = new Set<string>()
  const critical: Alarm[] = []
  const others: Alarm[] = []
  const asked = new Set([...state.critical, ...state.others].map(({ eventId }) => eventId))
  for (const alarm of alarms) {
    if (!isUnacked(alarm) || alarm.stateName === 'RTN_UNACK' || alarm.priority === 'P4') continue
    known.add(alarm.eventId)
    if (state.known.has(alarm.eventId) && !asked.has(alarm.eventId)) continue
    waiting.add(alarm.eventId)
    ;(alarm.priority === 'P1' ? critical : others).push(alarm)
  }
  const alert = nowMs - state.alertMs >= ALERT_EVERY_MS ? newest(critical) : null
  const status = nowMs - state.statusMs >= STATUS_EVERY_MS ? newest(others) : null
  return {
    state: {
      known,
      critical: alert ? [] : critical,
      others: status ? [] : others,
      alertMs: alert ? nowMs : state.alertMs,
      statusMs: status ? nowMs : state.statusMs,
    },
    alert,
    status,
  }
}

function newest(alarms: readonly Alarm[]): Announcement | null {
  const [first] = alarms
  if (!first) return null
  const latest = alarms.reduce((a, b) => ((b.activeTime ?? b.time) > (a.activeTime ?? a.time) ? b : a), first)
  return { count: alarms.length, latest }
}
