import { z } from 'zod'
import { ALARM_ENDPOINTS } from '../contract/alarm-endpoints.ts'
import { type Alarm, type Flood, type JournalEntry, alarmSchema, journalEntrySchema } from '../contract/alarms.ts'
import { parseAnswer } from './call.ts'
import { ContractError } from './errors.ts'
import { parseRows } from './parse-rows.ts'
import { asOf } from './past.ts'
import { request } from './request.ts'

const PAGE_LIMIT = 1000
const MAX_PAGES = 500

/** Every alarm that belongs on an operator's list, as of one moment. */
export interface AlarmList {
  alarms: Alarm[]
  asOf: string
  /** Newest change at that moment, across all alarms. */
  rev: number
  journalSeq: number
  flood: Flood
  /** Since when alarms are kept, where the server says. */
  keptFrom?: string | undefined
}

export interface JournalFilter {
  fromMs?: number
  toMs?: number
  alarmId?: string
}

export interface JournalPage {
  /** Newest first. */
  entries: JournalEntry[]
  nextCursor: string | null
}

const listSchema = ALARM_ENDPOINTS.alarms.answer.extend({ items: z.array(z.unknown()) })
const journalSchema = ALARM_ENDPOINTS.alarmJournal.answer.extend({ items: z.array(z.unknown()) })

/** Condition refresh: all retained alarms, all pages, row by row; now, or as they stood. Throws like `call`. */
export async function callAlarms(parkId: string, signal?: AbortSignal, atMs: number | null = null): Promise<AlarmList> {
  const alarms = new Map<string, Alarm>()
  let cursor: string | null = null
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = { retain: 'true', limit: PAGE_LIMIT, ...asOf(atMs), ...(cursor === null ? {} : { cursor }) }
    const json = await request('alarms', { params: { parkId }, query, ...(signal && { signal }) })
    const envelope: z.output<typeof listSchema> = parseAnswer('alarms', listSchema, json)
    for (const alarm of parseRows('alarms', alarmSchema, envelope.items)) alarms.set(alarm.id, alarm)
    if (envelope.nextCursor === null) {
      const { rev, journalSeq, flood, keptFrom } = envelope
      return { alarms: [...alarms.values()], asOf: envelope.asOf, rev, journalSeq, flood, keptFrom }
    }
    if (envelope.nextCursor === cursor) break
    cursor = envelope.nextCursor
  }
  throw new ContractError('alarms', [{ path: 'nextCursor', message: 'the list does not end' }])
}

/** One page of the journal, newest first. */
export async function callJournalPage(
  parkId: string,
  filter: JournalFilter,
  cursor: string | null,
  limit: number,
  signal?: AbortSignal,
): Promise<JournalPage> {
  const query = { ...queryOf(filter), order: 'desc', limit, ...(cursor === null ? {} : { cursor }) }
  const json = await request('alarmJournal', { params: { parkId }, query, ...(signal && { signal }) })
  const envelope = parseAnswer('alarmJournal', journalSchema, json)
  return { entries: parseRows('alarmJournal', journalEntrySchema, envelope.items), nextCursor: envelope.nextCursor }
}

/** When the journal's first entry was received; null for an empty journal. Days before it are not known. */
export async function callJournalStart(parkId: string, signal?: AbortSignal): Promise<number | null> {
  const query = { order: 'asc', limit: 1 }
  const json = await request('alarmJournal', { params: { parkId }, query, ...(signal && { signal }) })
  const { items } = parseAnswer('alarmJournal', journalSchema, json)
  const [first] = parseRows('alarmJournal', journalEntrySchema, items)
  return first === undefined ? null : Date.parse(first.receiveTime)
}

/** All entries of a span in rising order: what figures of alarm health are worked out from. */
export async function callJournalSpan(
  parkId: string,
  filter: JournalFilter,
  signal?: AbortSignal,
): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = []
  let cursor: string | null = null
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = { ...queryOf(filter), order: 'asc', limit: PAGE_LIMIT, ...(cursor === null ? {} : { cursor }) }
    const json = await request('alarmJournal', { params: { parkId }, query, ...(signal && { signal }) })
    const envelope: z.output<typeof journalSchema> = parseAnswer('alarmJournal', journalSchema, json)
    entries.push(...parseRows('alarmJournal', journalEntrySchema, envelope.items))
    if (envelope.nextCursor === null) return entries
    if (envelope.nextCursor === cursor) break
    cursor = envelope.nextCursor
  }
  throw new ContractError('alarmJournal', [{ path: 'nextCursor', message: 'the journal does not end' }])
}

function queryOf({ fromMs, toMs, alarmId }: JournalFilter): Record<string, string> {
  return {
    ...(fromMs === undefined ? {} : { from: new Date(fromMs).toISOString() }),
    ...(toMs === undefined ? {} : { to: new Date(toMs).toISOString() }),
    ...(alarmId === undefined ? {} : { alarmId }),
  }
}
