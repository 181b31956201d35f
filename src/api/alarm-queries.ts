import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { withNewer } from './alarm-memory.ts'
import { call } from './call.ts'
import { type JournalFilter, callAlarms, callJournalPage, callJournalSpan, callJournalStart } from './call-alarms.ts'
import { callList } from './call-list.ts'
import { asOf, keepPast, pastKey } from './past.ts'
import { FRESH_DATA, MASTER_DATA, PAST_DATA, WINDOW_DATA } from './query-policy.ts'

const JOURNAL_PAGE = 100

/** Keys of everything about a park's alarms. */
export const alarmKeys = {
  all: (parkId: string) => ['parks', parkId, 'alarms'] as const,
  retained: (parkId: string) => ['parks', parkId, 'alarms', 'retained'] as const,
  one: (parkId: string, alarmId: string) => ['parks', parkId, 'alarms', 'one', alarmId] as const,
  journal: (parkId: string) => ['parks', parkId, 'alarm-journal'] as const,
}

/** The journal as it could be read at an instant of the past; all of it for now. */
export function pastFilter(atMs: number | null): JournalFilter {
  return atMs === null ? {} : { toMs: atMs + 1 }
}

export const alarmQueries = {
  /**
   * All retained alarms, hidden ones included. Live frames keep it up to date (`alarm-cache.ts`); asking again is the
   * condition refresh of a reconnect.
   */
  retained: (parkId: string) =>
    queryOptions({
      queryKey: alarmKeys.retained(parkId),
      queryFn: async ({ client, signal }) => withNewer(client, parkId, await callAlarms(parkId, signal)),
      structuralSharing: false,
      ...FRESH_DATA,
      staleTime: Infinity,
    }),
  /** The same list as it stood at an instant of the past. */
  retainedAt: (parkId: string, atMs: number) =>
    queryOptions({
      queryKey: [...pastKey(parkId, 'alarms'), atMs],
      queryFn: ({ signal }) => callAlarms(parkId, signal, atMs),
      placeholderData: keepPast,
      structuralSharing: false,
      ...PAST_DATA,
    }),
  /** One alarm, retained or not: what a link to it opens. Live frames keep it up to date; the past stands. */
  one: (parkId: string, alarmId: string, atMs: number | null = null) =>
    queryOptions({
      queryKey: atMs === null ? alarmKeys.one(parkId, alarmId) : [...pastKey(parkId, 'alarm'), alarmId, atMs],
      queryFn: ({ signal }) => call('alarm', { params: { parkId, alarmId }, query: asOf(atMs), signal }),
      ...(atMs === null ? FRESH_DATA : PAST_DATA),
    }),
  /** Rationalisation records by id of the definition. */
  definitions: (parkId: string) =>
    queryOptions({
      queryKey: ['parks', parkId, 'alarm-definitions'],
      queryFn: ({ signal }) => callList('alarmDefinitions', { params: { parkId }, signal }),
      structuralSharing: false,
      ...MASTER_DATA,
    }),
  /** The journal by pages, newest first. A page that fails is asked again by `fetchNextPage`; those before it stay. */
  journal: (parkId: string, filter: JournalFilter = {}) =>
    infiniteQueryOptions({
      queryKey: [...alarmKeys.journal(parkId), 'pages', filter],
      queryFn: ({ pageParam, signal }) => callJournalPage(parkId, filter, pageParam, JOURNAL_PAGE, signal),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
      ...(filter.toMs === undefined ? {} : { placeholderData: keepPreviousData }),
      structuralSharing: false,
      ...FRESH_DATA,
    }),
  /** When the journal begins, epoch milliseconds; null for an empty one. */
  journalStart: (parkId: string) =>
    queryOptions({
      queryKey: [...alarmKeys.journal(parkId), 'start'],
      queryFn: ({ signal }) => callJournalStart(parkId, signal),
      ...MASTER_DATA,
    }),
  /** All entries of a span in rising order, for alarm health and handover. Round the ends to share cache entries. */
  journalSpan: (parkId: string, filter: Required<Pick<JournalFilter, 'fromMs' | 'toMs'>>) =>
    queryOptions({
      queryKey: [...alarmKeys.journal(parkId), 'span', filter.fromMs, filter.toMs],
      queryFn: ({ signal }) => callJournalSpan(parkId, filter, signal),
      structuralSharing: false,
      ...WINDOW_DATA,
    }),
}
