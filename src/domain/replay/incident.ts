import type { JournalEntry } from '../../contract/alarms.ts'
import type { HistorySeries } from '../../contract/readings.ts'
import type { Point } from '../../contract/resources.ts'
import type { LogEntry } from '../../contract/shift.ts'
import type { TimeSpan } from './timeline.ts'

export const INCIDENT_KINDS = ['alarm', 'command', 'log', 'comms', 'measurement'] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

/** Farthest value of a point within a range, and when: the bucket that holds it. */
export interface Measurement {
  pointId: string
  value: number
  unit: string
  decimals: number
  /** Limit of the alarm that made the point notable. */
  limit: number | null
  extreme: 'highest' | 'lowest'
}

/** One line of an incident's timeline. */
export type IncidentLine = {
  /** Unique in its timeline, and the same each time it is built. */
  id: string
  /** Time at the source, and when it was known here. */
  atMs: number
  receivedMs: number
} & (
  | { kind: 'alarm' | 'command' | 'comms'; entry: JournalEntry }
  | { kind: 'log'; log: LogEntry }
  | { kind: 'measurement'; measurement: Measurement }
)

export interface IncidentSources {
  span: TimeSpan
  journal: readonly JournalEntry[]
  log: readonly LogEntry[]
  measurements: readonly { atMs: number; measurement: Measurement }[]
  /** Whether an alarm speaks of the connection to a source and not of the process. */
  isComms: (entry: JournalEntry) => boolean
}

/**
 * Alarms, commands, log, communication and measurements of a range on one axis. Order: time at the source, then when
 * it was known here, then kind and id, so that what came late stands where it belongs and the order is total.
 */
export function incidentLines({ span, journal, log, measurements, isComms }: IncidentSources): IncidentLine[] {
  const lines: IncidentLine[] = [
    ...journal.map((entry): IncidentLine => ({
      id: `journal-${entry.seq}`,
      kind: entry.actor !== 'process' && entry.actor !== 'rule' ? 'command' : isComms(entry) ? 'comms' : 'alarm',
      atMs: Date.parse(entry.time),
      receivedMs: Date.parse(entry.receiveTime),
      entry,
    })),
    ...log.map((entry): IncidentLine => ({
      id: `log-${entry.seq}`,
      kind: 'log',
      atMs: Date.parse(entry.eventTime),
      receivedMs: Date.parse(entry.entryTime),
      log: entry,
    })),
    ...measurements.map(({ atMs, measurement }): IncidentLine => ({
      id: `measurement-${measurement.pointId}`,
      kind: 'measurement',
      atMs,
      receivedMs: atMs,
      measurement,
    })),
  ]
  return lines
    .filter(({ atMs }) => atMs >= span.fromMs && atMs < span.toMs)
    .toSorted(
      (a, b) =>
        a.atMs - b.atMs ||
        a.receivedMs - b.receivedMs ||
        INCIDENT_KINDS.indexOf(a.kind) - INCIDENT_KINDS.indexOf(b.kind) ||
        a.id.localeCompare(b.id, 'en', { numeric: true }),
    )
}

/** Instant from which an incident counts (T+0): its first activation; the begin of the range without one. */
export function incidentStartMs(lines: readonly IncidentLine[], span: TimeSpan): number {
  const first = lines.find((line) => (line.kind === 'alarm' || line.kind === 'comms') && line.entry.annunciated)
  return first?.atMs ?? span.fromMs
}

/** Points worth a measurement: those with an activation that names a limit, in order, each once. */
export function notablePoints(
  journal: readonly JournalEntry[],
  pointOf: (entry: JournalEntry) => string | null,
): ReadonlyMap<string, JournalEntry> {
  const found = new Map<string, JournalEntry>()
  for (const entry of journal) {
    const pointId = pointOf(entry)
    if (entry.event !== 'ACTIVATED' || entry.limit === null || pointId === null || found.has(pointId)) continue
    found.set(pointId, entry)
  }
  return found
}

/**
 * The farthest value of a point beyond its alarm's side: the highest where the alarm's value lay at or above its
 * limit, the lowest otherwise. Null where the range has no valid sample.
 */
export function farthest(
  point: Point,
  entry: JournalEntry,
  series: HistorySeries,
  grid: { fromMs: number; stepMs: number },
): { atMs: number; measurement: Measurement } | null {
  const extreme = entry.value !== null && entry.limit !== null && entry.value < entry.limit ? 'lowest' : 'highest'
  const column = extreme === 'highest' ? series.max : series.min
  let best: { k: number; value: number } | null = null
  for (const [k, value] of column.entries()) {
    if (value === null) continue
    if (best === null || (extreme === 'highest' ? value > best.value : value < best.value)) best = { k, value }
  }
  if (best === null) return null
  const { id: pointId, unit, decimals } = point
  const measurement: Measurement = { pointId, value: best.value, unit, decimals, limit: entry.limit, extreme }
  return { atMs: grid.fromMs + best.k * grid.stepMs, measurement }
}

/** Range that a link carries as `20261120T020000Z_20261120T030000Z`; null for anything else. At most a week. */
export function readSpan(text: string | null): TimeSpan | null {
  const [from, to] = text?.split('_').map(readInstant) ?? []
  if (from === undefined || to === undefined || !(from < to) || to - from > LONGEST_MS) return null
  return { fromMs: from, toMs: to }
}

/** Longest range of an incident, milliseconds. */
export const LONGEST_MS = 7 * 86_400_000

export function writeSpan({ fromMs, toMs }: TimeSpan): string {
  return [fromMs, toMs].map((ms) => `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`).join('_')
}

function readInstant(text: string): number {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text) ?? []
  return Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)
}
