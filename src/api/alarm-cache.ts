import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import { z } from 'zod'
import {
  type Alarm,
  type AlarmEvent,
  type JournalEntry,
  alarmSchema,
  floodSchema,
  journalEntrySchema,
} from '../contract/alarms.ts'
import { mergeAlarms, rememberAlarms } from './alarm-memory.ts'
import { alarmKeys } from './alarm-queries.ts'
import type { AlarmList, JournalPage } from './call-alarms.ts'
import { GENESIS_HASH } from '../domain/alarms/journal.ts'
import { LINES_KEPT, linesAfter, rememberLines } from './journal-memory.ts'
import { parseRows } from './parse-rows.ts'
import { reportRejected } from './rejections.ts'

const envelopeSchema = z.object({ alarms: z.array(z.unknown()), entries: z.array(z.unknown()), flood: floodSchema })

/** Parses the data of a live `alarm` frame row by row; null when even its envelope breaks the contract. */
export function parseAlarmEvent(data: unknown): AlarmEvent | null {
  const envelope = envelopeSchema.safeParse(data)
  if (!envelope.success) {
    reportRejected({ place: 'event/alarm', reason: envelope.error.issues[0]?.message ?? 'invalid', sample: data })
    return null
  }
  return {
    alarms: parseRows('event/alarm', alarmSchema, envelope.data.alarms),
    entries: parseRows('event/alarm-journal', journalEntrySchema, envelope.data.entries),
    flood: envelope.data.flood,
  }
}

/** Brings live frames into the cache: the list, single alarms, and the first page of open journals. */
export function applyAlarmEvent(client: QueryClient, parkId: string, event: AlarmEvent): void {
  const alarms = rememberAlarms(client, parkId, event.alarms)
  client.setQueryData<AlarmList>(alarmKeys.retained(parkId), (list) =>
    list === undefined ? list : { ...mergeAlarms(list, alarms), flood: event.flood },
  )
  for (const alarm of alarms) {
    client.setQueryData<Alarm>(alarmKeys.one(parkId, alarm.id), (known) =>
      known === undefined || known.rev > alarm.rev ? known : alarm,
    )
  }
  if (event.entries.length > 0) applyLines(client, parkId, event.entries)
}

const BEFORE_THE_FIRST = { seq: 0, hash: GENESIS_HASH }
type JournalData = InfiniteData<JournalPage, string | null>

/** Lines that miss one before them are asked of the server after this, milliseconds; most gaps close by themselves. */
const GAP_PATIENCE_MS = 3000

/**
 * Puts new lines on top of open journals, none before its turn. A line that never comes, because it was lost or broke
 * the contract, has the journal asked for again: then the server's word stands, gap and all.
 */
function applyLines(client: QueryClient, parkId: string, lines: readonly JournalEntry[]): void {
  rememberLines(client, parkId, lines)
  const queryKey = [...alarmKeys.journal(parkId), 'pages', {}]
  const newest = Math.max(...lines.map(({ seq }) => seq))
  const update = (): boolean => {
    let isWhole = true
    client.setQueriesData<JournalData>({ queryKey, exact: true }, (data) => {
      const grown = data && withLines(client, parkId, data)
      isWhole &&= grown === undefined || (grown.pages[0]?.entries[0]?.seq ?? 0) >= newest
      return grown
    })
    shorten(client, queryKey)
    return isWhole
  }
  // An answer that is on its way was made before these lines and will lie over them.
  const isAsked = client.isFetching({ queryKey, exact: true }) > 0
  if (update() && !isAsked) return
  setTimeout(() => {
    if (!update()) void client.invalidateQueries({ queryKey, exact: true })
  }, GAP_PATIENCE_MS)
}

/** A journal that stood open for weeks is as long as one that was opened now: only the server knows where a page ends. */
function shorten(client: QueryClient, queryKey: QueryKey): void {
  const data = client.getQueryData<JournalData>(queryKey)
  if ((data?.pages[0]?.entries.length ?? 0) <= LINES_KEPT || client.isFetching({ queryKey, exact: true }) > 0) return
  // Pages that were read further down would each be asked for again.
  client.setQueryData<JournalData>(
    queryKey,
    (now) => now && { pages: now.pages.slice(0, 1), pageParams: now.pageParams.slice(0, 1) },
  )
  void client.invalidateQueries({ queryKey, exact: true })
}

function withLines(client: QueryClient, parkId: string, data: JournalData): JournalData {
  const [first, ...rest] = data.pages
  if (!first) return data
  const fresh = linesAfter(client, parkId, first.entries[0] ?? BEFORE_THE_FIRST)
  if (fresh.length === 0) return data
  return { ...data, pages: [{ ...first, entries: [...fresh.toReversed(), ...first.entries] }, ...rest] }
}
