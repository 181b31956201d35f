import { queryOptions } from '@tanstack/react-query'
import type { HandoverCommand, HandoverMethod, NewLogEntry } from '../contract/shift.ts'
import { call } from './call.ts'
import { callList } from './call-list.ts'
import { asOf, keepPast, pastKey } from './past.ts'
import { FRESH_DATA, PAST_DATA } from './query-policy.ts'

/** Key and policy of a question that is asked about now again and again, and about an instant of the past once. */
function timed(parkId: string, what: string, atMs: number | null, refetchInterval: number | false = false) {
  return atMs === null
    ? { queryKey: ['parks', parkId, what] as readonly unknown[], refetchInterval, ...FRESH_DATA }
    : {
        queryKey: [...pastKey(parkId, what), atMs] as readonly unknown[],
        refetchInterval: false as const,
        placeholderData: keepPast,
        ...PAST_DATA,
      }
}

/**
 * Operator log, work permits and handovers; now, or as they were at an instant of the past. Live `log` and `handover`
 * events ask for those of now again.
 */
export const shiftQueries = {
  log: (parkId: string, atMs: number | null = null) =>
    queryOptions({
      ...timed(parkId, 'log', atMs),
      queryFn: ({ signal }) => callList('log', { params: { parkId }, query: asOf(atMs), signal }),
    }),
  workPermits: (parkId: string, atMs: number | null = null) =>
    queryOptions({
      ...timed(parkId, 'work-permits', atMs, 60_000),
      queryFn: ({ signal }) => callList('workPermits', { params: { parkId }, query: asOf(atMs), signal }),
    }),
  handover: (parkId: string, atMs: number | null = null) =>
    queryOptions({
      ...timed(parkId, 'handover', atMs, 60_000),
      queryFn: ({ signal }) => call('handover', { params: { parkId }, query: asOf(atMs), signal }),
    }),
  handovers: (parkId: string, atMs: number | null = null) =>
    queryOptions({
      ...timed(parkId, 'handovers', atMs),
      queryFn: ({ signal }) => callList('handovers', { params: { parkId }, query: asOf(atMs), signal }),
    }),
}

/** Adds an entry to the log. */
export function writeLog(parkId: string, entry: NewLogEntry) {
  return call('writeLog', { params: { parkId }, body: entry })
}

/** One step of a handover; a 409 carries the handover as it is in `problem.current`. */
export function stepHandover(parkId: string, handoverId: string, method: HandoverMethod, command: HandoverCommand) {
  return call('handoverStep', { params: { parkId, handoverId, method }, body: command })
}
