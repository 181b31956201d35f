import type { Priority } from '../../contract/alarm-definitions.ts'
import type { Alarm, JournalEntry } from '../../contract/alarms.ts'
import { markOf, tabOf, type MarkKind } from './alarm-list.ts'

/** An alarm of a point at the instant at which it came. */
export interface Activation {
  id: string
  alarmId: string
  atMs: number
  priority: Priority
  /** How the alarm stands now if this is its last activation; `returned` for one that is over. */
  state: MarkKind
}

type Line = Pick<JournalEntry, 'alarmId' | 'event' | 'time' | 'priority' | 'annunciated'>

/**
 * Alarms of one point in [fromMs, toMs), in order: what the journal holds, and what stands now, which the journal that
 * was asked for a while ago may not hold yet. Alarms that were hidden when they came called nobody and are left out.
 */
export function activationsOf(
  pointId: string,
  entries: readonly Line[],
  standing: readonly Alarm[],
  fromMs: number,
  toMs: number,
): readonly Activation[] {
  const own = new Map(standing.filter((alarm) => alarm.pointId === pointId).map((alarm) => [String(alarm.id), alarm]))
  const isOwn = (alarmId: string): boolean => own.has(alarmId) || alarmId.endsWith(`.${pointId}`)
  const found = new Map<string, Activation>()
  const add = (alarmId: string, time: string, priority: Priority): void => {
    const atMs = Date.parse(time)
    if (!(atMs >= fromMs && atMs < toMs)) return
    const alarm = own.get(alarmId)
    const isLast = alarm?.activeTime != null && Date.parse(alarm.activeTime) === atMs
    const id = `${alarmId} ${atMs}`
    found.set(id, { id, alarmId, atMs, priority, state: alarm && isLast ? markOf(alarm) : 'returned' })
  }
  for (const { alarmId, event, time, priority, annunciated } of entries) {
    if (event === 'ACTIVATED' && annunciated && isOwn(alarmId)) add(alarmId, time, priority)
  }
  for (const alarm of own.values()) {
    if (alarm.activeTime !== null && tabOf(alarm) === 'open') add(alarm.id, alarm.activeTime, alarm.priority)
  }
  return [...found.values()].toSorted((a, b) => a.atMs - b.atMs)
}
