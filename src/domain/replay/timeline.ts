import type { Priority } from '../../contract/alarm-definitions.ts'
import type { JournalEntry } from '../../contract/alarms.ts'
import { addDaysMs, dayStartMs } from '../time/park-zone.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export interface TimeSpan {
  fromMs: number
  toMs: number
}

/**
 * What the timeline shows round an instant: the last 24 hours up to the next whole hour while the instant lies in
 * them, otherwise the day of the park that holds it. Epoch milliseconds.
 *
 * @param nowMs server time; null while it is not known, then the day of the instant
 */
export function timelineSpan(atMs: number, nowMs: number | null, zone: string): TimeSpan {
  if (nowMs !== null) {
    const toMs = Math.ceil(nowMs / HOUR_MS) * HOUR_MS
    if (atMs >= toMs - DAY_MS && atMs <= toMs) return { fromMs: toMs - DAY_MS, toMs }
  }
  const fromMs = dayStartMs(atMs, zone)
  return { fromMs, toMs: addDaysMs(fromMs, 1, zone) }
}

/** One or several calls at one place of the timeline; the most urgent gives the mark. */
export interface AlarmTick {
  /** Server time of the first of them: where a jump goes. */
  atMs: number
  priority: Priority
  count: number
  /** The most urgent one, for its title. */
  entry: JournalEntry
}

/**
 * Calls of a journal as marks that do not cover each other; what was hidden called nobody. Those within `gapMs` of the
 * first of a mark join it. Entries count by server time, because that is when a screen could show them.
 */
export function alarmTicks(entries: readonly JournalEntry[], span: TimeSpan, gapMs: number): AlarmTick[] {
  const ticks: AlarmTick[] = []
  const activations = entries
    .filter(({ annunciated }) => annunciated)
    .map((entry) => ({ entry, atMs: Date.parse(entry.receiveTime) }))
    .filter(({ atMs }) => atMs >= span.fromMs && atMs < span.toMs)
    .toSorted((a, b) => a.atMs - b.atMs || a.entry.seq - b.entry.seq)
  for (const { entry, atMs } of activations) {
    const last = ticks.at(-1)
    if (last === undefined || atMs - last.atMs >= gapMs) {
      ticks.push({ atMs, priority: entry.priority, count: 1, entry })
      continue
    }
    last.count += 1
    if (entry.priority < last.priority) {
      last.priority = entry.priority
      last.entry = entry
    }
  }
  return ticks
}

/** Server times of all activations, rising, each once: where "next alarm" stops. Whole seconds, rounded up. */
export function alarmStops(entries: readonly JournalEntry[]): number[] {
  const stops = entries
    .filter(({ annunciated }) => annunciated)
    .map(({ receiveTime }) => Math.ceil(Date.parse(receiveTime) / 1000) * 1000)
  return [...new Set(stops)].toSorted((a, b) => a - b)
}

/** The stop before or after an instant; null when there is none. */
export function jumpTarget(stops: readonly number[], atMs: number, direction: 'previous' | 'next'): number | null {
  const found = direction === 'next' ? stops.find((ms) => ms > atMs) : stops.findLast((ms) => ms < atMs)
  return found ?? null
}
