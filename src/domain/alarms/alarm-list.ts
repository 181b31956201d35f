import { type Priority, PRIORITIES } from '../../contract/alarm-definitions.ts'
import type { Alarm } from '../../contract/alarms.ts'
import type { Stream } from '../../contract/asset-kinds.ts'

export const ALARM_TABS = ['open', 'shelved', 'suppressed', 'out'] as const
export type AlarmTab = (typeof ALARM_TABS)[number]

/** What the list can be narrowed to besides priority and stream. */
export const ALARM_STATES = ['unacknowledged', 'acknowledged', 'returned', 'latched', 'stale', 'chattering'] as const
export type AlarmStateFilter = (typeof ALARM_STATES)[number]

/** How the mark of an alarm is drawn. */
export type MarkKind = 'unacknowledged' | 'acknowledged' | 'returned'

/** List on which an alarm stands. A mode that hides it wins: out of service, then suppressed, then shelved. */
export function tabOf(alarm: Alarm): AlarmTab {
  if (alarm.outOfServiceState.value) return 'out'
  if (alarm.suppressedState.value) return 'suppressed'
  return alarm.shelvingState.state === 'Unshelved' ? 'open' : 'shelved'
}

/** Id of the definition that an alarm's id begins with. */
export function definitionOf(alarmId: string): string {
  const end = alarmId.indexOf('.')
  return end < 0 ? alarmId : alarmId.slice(0, end)
}

/** Whether somebody has to acknowledge it now. */
export function isUnacked(alarm: Alarm): boolean {
  return !alarm.ackedState && tabOf(alarm) === 'open'
}

/** Brackets for "not acknowledged", an outline for "returned by itself", plain for the rest. */
export function markOf(alarm: Alarm): MarkKind {
  if (alarm.ackedState) return 'acknowledged'
  return alarm.stateName === 'RTN_UNACK' ? 'returned' : 'unacknowledged'
}

const RANK: Readonly<Record<Priority, number>> = { P1: 1, P2: 2, P3: 3, P4: 4 }

/** Number on the mark: 1 to 4. */
export function rankOf(priority: Priority): 1 | 2 | 3 | 4 {
  return priority === 'P1' ? 1 : priority === 'P2' ? 2 : priority === 'P3' ? 3 : 4
}

/** Epoch milliseconds since when it stands; its last change where it never was active. */
export function sinceMs(alarm: Alarm): number {
  return Date.parse(alarm.activeTime ?? alarm.time)
}

/** Unacknowledged first, then priority, then newest; ids settle what is left, so that the order is total. */
export function compareAlarms(a: Alarm, b: Alarm): number {
  return (
    Number(a.ackedState) - Number(b.ackedState) ||
    RANK[a.priority] - RANK[b.priority] ||
    compareText(b.activeTime ?? b.time, a.activeTime ?? a.time) ||
    compareText(a.id, b.id)
  )
}

/** Instants of the contract are all UTC text of one form: they sort as text. */
function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Lists that were put in order before: strip, console and map ask for the same one. */
const lists = new WeakMap<readonly Alarm[], Map<AlarmTab, readonly Alarm[]>>()

/**
 * Alarms of a list in its order.
 *
 * @param alarms a picture: an array that nobody changes any more
 */
export function listOf(alarms: readonly Alarm[], tab: AlarmTab): readonly Alarm[] {
  const known = lists.get(alarms) ?? new Map<AlarmTab, readonly Alarm[]>()
  lists.set(alarms, known)
  const found = known.get(tab) ?? alarms.filter((alarm) => tabOf(alarm) === tab).toSorted(compareAlarms)
  known.set(tab, found)
  return found
}

export interface AlarmFilter {
  priorities: readonly Priority[]
  streams: readonly Stream[]
  states: readonly AlarmStateFilter[]
  /** Already folded: lower case, without accents. */
  text: string
}

function hasState(alarm: Alarm, state: AlarmStateFilter): boolean {
  switch (state) {
    case 'unacknowledged':
      return !alarm.ackedState
    case 'acknowledged':
      return alarm.ackedState
    case 'returned':
      return alarm.stateName === 'RTN_UNACK'
    case 'latched':
      return alarm.latchedState
    case 'stale':
      return alarm.stale
    case 'chattering':
      break
  }
  return isChattering(alarm)
}

/** Three cycles of active and clear in a minute, or more. */
export function isChattering(alarm: Alarm): boolean {
  return alarm.chatteringPerMin >= 3
}

/**
 * Alarms that pass a filter; an empty part of it lets everything pass.
 *
 * @param wordsOf folded text that an alarm is found by
 */
export function filterAlarms(
  alarms: readonly Alarm[],
  filter: AlarmFilter,
  wordsOf: (alarm: Alarm) => string,
): readonly Alarm[] {
  const { priorities, streams, states, text } = filter
  if (priorities.length + streams.length + states.length === 0 && text === '') return alarms
  return alarms.filter(
    (alarm) =>
      (priorities.length === 0 || priorities.includes(alarm.priority)) &&
      (streams.length === 0 || streams.includes(alarm.stream)) &&
      (states.length === 0 || states.some((state) => hasState(alarm, state))) &&
      (text === '' || wordsOf(alarm).includes(text)),
  )
}

export interface PriorityCount {
  /** Open alarms. */
  open: number
  unacked: number
  /** Of those unacknowledged ones, how many have returned by themselves. */
  returned: number
}

/** Open alarms by system and priority. */
export type AlarmCounts = Readonly<Record<Priority, PriorityCount>>

function noCount(): PriorityCount {
  return { open: 0, unacked: 0, returned: 0 }
}

function noCounts(): Record<Priority, PriorityCount> {
  return { P1: noCount(), P2: noCount(), P3: noCount(), P4: noCount() }
}

/** Counts that were made before: strip, heads of lists and navigation ask for the same ones, at every press of a key. */
const counted = new WeakMap<readonly Alarm[], Map<readonly Stream[] | undefined, AlarmCounts>>()

/**
 * Counts of the open alarms of some streams, of all when none is named.
 *
 * @param alarms a picture: an array that nobody changes any more
 */
export function countAlarms(alarms: readonly Alarm[], streams?: readonly Stream[]): AlarmCounts {
  const known = counted.get(alarms) ?? new Map<readonly Stream[] | undefined, AlarmCounts>()
  counted.set(alarms, known)
  const found = known.get(streams) ?? countOf(alarms, streams)
  known.set(streams, found)
  return found
}

function countOf(alarms: readonly Alarm[], streams: readonly Stream[] | undefined): AlarmCounts {
  const counts = noCounts()
  for (const alarm of alarms) {
    if (tabOf(alarm) !== 'open' || (streams && !streams.includes(alarm.stream))) continue
    const count = counts[alarm.priority]
    count.open += 1
    if (alarm.ackedState) continue
    count.unacked += 1
    if (alarm.stateName === 'RTN_UNACK') count.returned += 1
  }
  return counts
}

/** Sum over the priorities. */
export function totalOf(counts: AlarmCounts): PriorityCount {
  return PRIORITIES.reduce(
    (sum, priority) => ({
      open: sum.open + counts[priority].open,
      unacked: sum.unacked + counts[priority].unacked,
      returned: sum.returned + counts[priority].returned,
    }),
    { open: 0, unacked: 0, returned: 0 },
  )
}

/** How the one mark of several alarms of a priority is drawn: the most urgent of them; null for none. */
export function worstMark(count: PriorityCount): MarkKind | null {
  if (count.open === 0) return null
  if (count.unacked > count.returned) return 'unacknowledged'
  return count.returned > 0 && count.open === count.returned ? 'returned' : 'acknowledged'
}

/** The unacknowledged alarm that comes after a given one in the order of the list, round to the first; null for none. */
export function nextUnacked(ordered: readonly Alarm[], afterId: string | null): Alarm | null {
  const waiting = ordered.filter((alarm) => isUnacked(alarm))
  const at = waiting.findIndex((alarm) => alarm.id === afterId)
  return waiting[(at + 1) % Math.max(1, waiting.length)] ?? null
}
