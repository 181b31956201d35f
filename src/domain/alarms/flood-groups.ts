import type { Priority } from '../../contract/alarm-definitions.ts'
import type { Alarm } from '../../contract/alarms.ts'
import { compareAlarms } from './alarm-list.ts'

/** Alarms of one plant part, folded for a flood. */
export interface FloodGroup {
  /** Plant part as the server names it, or the source where it names none. */
  key: string
  /** What came first and probably caused the rest; the most urgent where the server does not say. */
  first: Alarm
  /** P1 and P2: never folded. */
  shown: readonly Alarm[]
  /** P3 and P4, which are only counted until somebody opens the group. */
  folded: readonly Alarm[]
  counts: Readonly<Record<Priority, number>>
}

/** Groups of a flood, the one with the most urgent alarm first. The order within a group is that of the list. */
export function floodGroups(ordered: readonly Alarm[]): FloodGroup[] {
  const members = new Map<string, Alarm[]>()
  for (const alarm of ordered) {
    const key = alarm.firstInGroup ?? alarm.sourceNode
    const known = members.get(key)
    if (known) known.push(alarm)
    else members.set(key, [alarm])
  }
  return [...members]
    .map(([key, alarms]) => groupOf(key, alarms))
    .toSorted((a, b) => compareAlarms(a.most, b.most))
    .map(({ group }) => group)
}

function isUrgent(alarm: Alarm): boolean {
  return alarm.priority === 'P1' || alarm.priority === 'P2'
}

function groupOf(key: string, alarms: readonly Alarm[]): { group: FloodGroup; most: Alarm } {
  const counts = { P1: 0, P2: 0, P3: 0, P4: 0 }
  for (const alarm of alarms) counts[alarm.priority] += 1
  const most = alarms.reduce((a, b) => (compareAlarms(a, b) <= 0 ? a : b))
  const group: FloodGroup = {
    key,
    first: alarms.find((alarm) => alarm.firstInGroupFlag) ?? most,
    shown: alarms.filter((alarm) => isUrgent(alarm)),
    folded: alarms.filter((alarm) => !isUrgent(alarm)),
    counts,
  }
  return { group, most }
}
