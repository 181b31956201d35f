import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { alarmQueries } from '../../api/alarm-queries.ts'
import { historyQueries } from '../../api/history-queries.ts'
import { shiftQueries } from '../../api/shift-queries.ts'
import type { JournalEntry } from '../../contract/alarms.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { type TimeSpan, timelineSpan } from '../../domain/replay/timeline.ts'
import { useEdgeNow } from '../../live/replay-context.tsx'

const QUARTER_MS = 900_000
const MINUTE_MS = 60_000
const NONE: readonly JournalEntry[] = []

export interface Timeline {
  span: TimeSpan
  /** Server time now, null while it is not known. */
  nowMs: number | null
  entries: readonly JournalEntry[]
  /** Since when alarms are kept; null while it is not known. */
  keptFromMs: number | null
  /** Times of operators' commands and log entries, epoch milliseconds. */
  events: readonly number[]
  /** Power drawn by the park by quarter of an hour, kW; NaN where an incomer is missing. Null until it has come. */
  demand: readonly number[] | null
  error: unknown
}

/** Points that measure what enters the park. */
function incomerIds(index: ParkIndex): string[] {
  const incomers = new Set(
    index.assets.filter(({ kind }) => kind === 'power-transformer' || kind === 'hv-connection').map(({ id }) => id),
  )
  return index.points
    .filter((point) => point.kind === 'active-power' && incomers.has(point.assetId))
    .map(({ id }) => id)
}

/** What the timeline shows: it is a map of the kept past, so it does not end at the instant on screen. */
export function useTimeline(index: ParkIndex, atMs: number): Timeline {
  const { id: parkId, timeZone } = index.park
  const nowMs = useEdgeNow(MINUTE_MS)
  const { fromMs, toMs } = timelineSpan(atMs, nowMs, timeZone)
  const span = useMemo(() => ({ fromMs, toMs }), [fromMs, toMs])
  const journal = useQuery({
    ...alarmQueries.journalSpan(parkId, { fromMs, toMs }),
    refetchInterval: MINUTE_MS,
    placeholderData: (before) => before,
  })
  const present = useQuery(alarmQueries.retained(parkId)).data
  const log = useQuery(shiftQueries.log(parkId)).data
  const points = useMemo(() => incomerIds(index), [index])
  const history = useQuery({
    ...historyQueries.readings(parkId, { points, fromMs, toMs, stepMs: QUARTER_MS }),
    enabled: points.length > 0,
    refetchInterval: QUARTER_MS,
  }).data
  const entries = journal.data ?? NONE
  const events = useMemo(() => {
    const commands = entries.filter(({ actor }) => actor !== 'process' && actor !== 'rule')
    const times = new Set([
      ...commands.map(({ receiveTime }) => Date.parse(receiveTime)),
      ...(log ?? []).map(({ eventTime }) => Date.parse(eventTime)),
    ])
    return [...times].filter((ms) => ms >= fromMs && ms < toMs)
  }, [entries, log, fromMs, toMs])
  const demand = useMemo(() => {
    if (history === undefined) return null
    const buckets = Math.round((toMs - fromMs) / QUARTER_MS)
    return Array.from({ length: buckets }, (_, k) =>
      history.series.reduce((sum, { mean }) => sum + (mean[k] ?? Number.NaN), 0),
    )
  }, [history, fromMs, toMs])
  return {
    span,
    nowMs,
    entries,
    keptFromMs: present?.keptFrom === undefined ? null : Date.parse(present.keptFrom),
    events,
    demand,
    error: journal.error,
  }
}
