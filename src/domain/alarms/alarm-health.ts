import type { Priority } from '../../contract/alarm-definitions.ts'
import type { JournalEntry } from '../../contract/alarms.ts'
import { CHATTER_CYCLES } from './chattering.ts'
import { FLOOD_END, FLOOD_START, FLOOD_WINDOW_MS } from './flood.ts'
import { CHATTER_WINDOW_MS } from './step.ts'

/** An activation that ends sooner is fleeting. */
const FLEETING_MS = 5000
const TOP = 10

export interface FloodPeriod {
  fromMs: number
  toMs: number
  /** Annunciated alarms within it. */
  count: number
}

/** Figures of one operator position over a span. Targets and action levels: EEMUA 191 as `hmi.md` 2.5a gives them. */
export interface AlarmHealth {
  annunciated: number
  /** Mean of annunciated alarms in 10 minutes; target 1, action above 2. */
  perTenMinutes: number
  /** The same for a day; target 144, a trend only. */
  perDay: number
  /** Most in any 10 minutes, wherever they begin; above 10 is a flood. */
  mostInTenMinutes: number
  /** Share of 10-minute periods (counted from the start) with more than 10, 0 to 1; target under 0.01. */
  floodShare: number
  floods: readonly FloodPeriod[]
  /** Alarms that called most often, with their number. */
  top: readonly { alarmId: string; count: number }[]
  /** Share of the ten most frequent alarms in all, 0 to 1; target up to 0.05, action above 0.2. Null without alarms. */
  topShare: number | null
  /** Alarms with 3 cycles or more in some 60 s. */
  chattering: readonly string[]
  /** Activations that ended within 5 s. */
  fleeting: number
  /** Share of P1, P2 and P3 among annunciated P1 to P3, 0 to 1; target 0.05, 0.15, 0.8. Null without any. */
  split: Readonly<Record<Exclude<Priority, 'P4'>, number>> | null
  /** Annunciated alarms by priority. */
  counts: Readonly<Record<Priority, number>>
  /** Median time from the call to its acknowledgement, seconds, by priority; null where nothing was acknowledged. */
  medianAckS: Readonly<Record<Priority, number | null>>
  /** Acknowledgements that a median is taken from, by priority. */
  acks: Readonly<Record<Priority, number>>
  /** Shelvings without a reason. */
  shelvedWithoutReason: number
}

/**
 * Alarm figures of a span from its journal. Entries outside the span are left out; the order of entries is that of
 * their numbers, their time is the server's.
 *
 * @param fromMs start of the span, included
 * @param toMs end of the span, not included
 */
export function alarmHealth(entries: readonly JournalEntry[], fromMs: number, toMs: number): AlarmHealth {
  const inside = entries
    .map((entry) => ({ entry, atMs: Date.parse(entry.receiveTime) }))
    .filter(({ atMs }) => atMs >= fromMs && atMs < toMs)
    .toSorted((a, b) => a.entry.seq - b.entry.seq)
  const calls = inside.filter(({ entry }) => entry.annunciated)
  const times = calls.map(({ atMs }) => atMs).toSorted((a, b) => a - b)
  const periods = (toMs - fromMs) / FLOOD_WINDOW_MS
  const counts = countBy(calls.map(({ entry }) => entry.alarmId))
  const top = [...counts]
    .map(([alarmId, count]) => ({ alarmId, count }))
    .toSorted((a, b) => b.count - a.count || a.alarmId.localeCompare(b.alarmId, 'en'))
    .slice(0, TOP)
  const topCount = top.reduce((sum, { count }) => sum + count, 0)
  const cycles = cyclesOf(inside)
  const byPriority = countBy(calls.map(({ entry }) => entry.priority))
  const callsOf = (priority: Priority): number => byPriority.get(priority) ?? 0
  const { P1, P2, P3, P4 } = ackWaits(inside)
  return {
    annunciated: calls.length,
    perTenMinutes: periods > 0 ? calls.length / periods : 0,
    perDay: periods > 0 ? (calls.length / periods) * 144 : 0,
    mostInTenMinutes: mostWithin(times, FLOOD_WINDOW_MS),
    floodShare: floodShareOf(times, fromMs, periods),
    floods: floodsOf(times, toMs),
    top,
    topShare: calls.length === 0 ? null : topCount / calls.length,
    chattering: cycles.chattering,
    fleeting: cycles.fleeting,
    split: splitOf(callsOf),
    counts: { P1: callsOf('P1'), P2: callsOf('P2'), P3: callsOf('P3'), P4: callsOf('P4') },
    medianAckS: { P1: median(P1), P2: median(P2), P3: median(P3), P4: median(P4) },
    acks: { P1: P1.length, P2: P2.length, P3: P3.length, P4: P4.length },
    shelvedWithoutReason: inside.filter(({ entry }) => entry.event === 'SHELVED' && !entry.comment?.trim()).length,
  }
}

interface Timed {
  entry: JournalEntry
  atMs: number
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Most events within any window of the length; the window does not include its end. */
function mostWithin(times: readonly number[], windowMs: number): number {
  let most = 0
  let first = 0
  times.forEach((ms, last) => {
    while ((times[first] ?? ms) <= ms - windowMs) first += 1
    most = Math.max(most, last - first + 1)
  })
  return most
}

function floodShareOf(times: readonly number[], fromMs: number, periods: number): number {
  const whole = Math.ceil(periods)
  if (whole <= 0) return 0
  const counts = countBy(times.map((ms) => String(Math.floor((ms - fromMs) / FLOOD_WINDOW_MS))))
  return [...counts.values()].filter((count) => count > FLOOD_START).length / whole
}

/** Floods: from the call that makes more than 10 in 10 minutes until fewer than 5 are left in the window. */
function floodsOf(times: readonly number[], toMs: number): FloodPeriod[] {
  const floods: FloodPeriod[] = []
  let open: { fromMs: number; count: number } | null = null
  const window: number[] = []
  const close = (untilMs: number): void => {
    // Calls leave the window one by one; the flood ends when the fifth-last one does.
    while (open !== null && window.length >= FLOOD_END) {
      const leavesMs = (window[0] ?? 0) + FLOOD_WINDOW_MS
      if (leavesMs > untilMs) return
      window.shift()
      if (window.length >= FLOOD_END) continue
      floods.push({ ...open, toMs: leavesMs })
      open = null
    }
  }
  for (const ms of times) {
    close(ms)
    while ((window[0] ?? ms) <= ms - FLOOD_WINDOW_MS) window.shift()
    window.push(ms)
    if (open !== null) open.count += 1
    else if (window.length > FLOOD_START) open = { fromMs: ms, count: window.length }
  }
  close(toMs)
  if (open !== null) floods.push({ fromMs: open.fromMs, count: open.count, toMs })
  return floods
}

function cyclesOf(inside: readonly Timed[]): { chattering: string[]; fleeting: number } {
  const activeSince = new Map<string, number>()
  const returns = new Map<string, number[]>()
  let fleeting = 0
  for (const { entry } of inside) {
    const atMs = Date.parse(entry.time)
    if (entry.event === 'ACTIVATED') activeSince.set(entry.alarmId, atMs)
    if (entry.event !== 'RTN') continue
    const since = activeSince.get(entry.alarmId)
    if (since !== undefined && atMs - since < FLEETING_MS) fleeting += 1
    returns.set(entry.alarmId, [...(returns.get(entry.alarmId) ?? []), atMs])
  }
  const chattering = [...returns]
    .filter(([, times]) => mostWithin(times, CHATTER_WINDOW_MS) >= CHATTER_CYCLES)
    .map(([alarmId]) => alarmId)
  return { chattering: chattering.toSorted(), fleeting }
}

function splitOf(callsOf: (priority: Priority) => number): AlarmHealth['split'] {
  const all = callsOf('P1') + callsOf('P2') + callsOf('P3')
  if (all === 0) return null
  return { P1: callsOf('P1') / all, P2: callsOf('P2') / all, P3: callsOf('P3') / all }
}

/** Seconds from call to acknowledgement, by priority. */
function ackWaits(inside: readonly Timed[]): Record<Priority, number[]> {
  const called = new Map<string, number>()
  const waits: Record<Priority, number[]> = { P1: [], P2: [], P3: [], P4: [] }
  for (const { entry, atMs } of inside) {
    if (entry.annunciated) called.set(entry.alarmId, atMs)
    if (entry.event !== 'ACKNOWLEDGED') continue
    const since = called.get(entry.alarmId)
    if (since !== undefined) waits[entry.priority].push((atMs - since) / 1000)
    called.delete(entry.alarmId)
  }
  return waits
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const high = sorted[Math.floor(middle)] ?? 0
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + high) / 2 : high
}
