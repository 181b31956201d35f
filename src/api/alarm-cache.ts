import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { type Alarm, type AlarmEvent, alarmSchema, floodSchema, journalEntrySchema } from '../contract/alarms.ts'
import { mergeAlarms, rememberAlarms } from './alarm-memory.ts'
import { alarmKeys } from './alarm-queries.ts'
import type { AlarmList, JournalPage } from './call-alarms.ts'
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
  if (event.entries.length === 0) return
  const newest = event.entries.toReversed()
  client.setQueriesData<InfiniteData<JournalPage, string | null>>(
    { queryKey: [...alarmKeys.journal(parkId), 'pages', {}], exact: true },
    (pages) => (pages === undefined ? pages : withNewest(pages, newest)),
  )
}

function withNewest(
  data: InfiniteData<JournalPage, string | null>,
  newest: JournalPage['entries'],
): InfiniteData<JournalPage, string | null> {
  const [first, ...rest] = data.pages
  if (!first) return data
  const lastSeq = first.entries[0]?.seq ?? 0
  const fresh = newest.filter(({ seq }) => seq > lastSeq)
  if (fresh.length === 0) return data
  return { ...data, pages: [{ ...first, entries: [...fresh, ...first.entries] }, ...rest] }
}
