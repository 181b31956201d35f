import type { Role } from '../../contract/session.ts'
import type { LogEntry, NewLogEntry } from '../../contract/shift.ts'
import { newLogEntrySchema } from '../../contract/shift.ts'

/** Why an entry is refused: the field of the request and what is wrong with it. */
export interface LogFault {
  ok: false
  field: 'eventTime' | 'strikes' | 'clears'
  detail: string
}

export interface LogWriter {
  author: Role
  nowMs: number
  /** Id of the new entry. */
  id: string
}

/** An entry may be written a little before its time: clocks of desks differ. */
const AHEAD_MS = 60_000

/**
 * The log with one more entry. Nothing in it is changed except that a struck or cleared entry names what did it.
 * An entry can be struck once, and only a carried one that still stands can be cleared.
 */
export function appendEntry(
  log: readonly LogEntry[],
  input: NewLogEntry,
  { author, nowMs, id }: LogWriter,
): { ok: true; log: LogEntry[]; entry: LogEntry } | LogFault {
  const given = newLogEntrySchema.parse(input)
  const eventMs = given.eventTime === undefined ? nowMs : Date.parse(given.eventTime)
  if (eventMs > nowMs + AHEAD_MS) return { ok: false, field: 'eventTime', detail: 'lies in the future' }
  const struck = given.strikes === null ? undefined : log.find((entry) => entry.id === given.strikes)
  if (given.strikes !== null) {
    if (!struck) return { ok: false, field: 'strikes', detail: `no entry "${given.strikes}"` }
    if (struck.struckBy !== null)
      return { ok: false, field: 'strikes', detail: `already struck by "${struck.struckBy}"` }
  }
  const cleared = given.clears === null ? undefined : log.find((entry) => entry.id === given.clears)
  if (given.clears !== null) {
    if (!cleared) return { ok: false, field: 'clears', detail: `no entry "${given.clears}"` }
    if (!isCarried(cleared)) return { ok: false, field: 'clears', detail: 'is not carried any more' }
  }
  const entry: LogEntry = {
    id,
    seq: (log.at(-1)?.seq ?? 0) + 1,
    eventTime: new Date(eventMs).toISOString(),
    entryTime: new Date(nowMs).toISOString(),
    author,
    category: given.category,
    text: given.text,
    language: given.language,
    range: given.range,
    refs: given.refs,
    strikes: given.strikes,
    struckBy: null,
    // A correction goes on with what the struck entry carried.
    carry: given.carry || (struck !== undefined && isCarried(struck)),
    clears: given.clears,
    clearedBy: null,
    simulated: false,
  }
  const marked = log.map((old) =>
    old.id === struck?.id ? { ...old, struckBy: id } : old.id === cleared?.id ? { ...old, clearedBy: id } : old,
  )
  return { ok: true, log: [...marked, entry], entry }
}

/** Whether an entry still goes into the next handover. */
export function isCarried(entry: LogEntry): boolean {
  return entry.carry && entry.struckBy === null && entry.clearedBy === null
}
