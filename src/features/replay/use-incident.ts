import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { alarmQueries } from '../../api/alarm-queries.ts'
import { historyQueries } from '../../api/history-queries.ts'
import { shiftQueries } from '../../api/shift-queries.ts'
import type { JournalEntry } from '../../contract/alarms.ts'
import { farthest, incidentLines, notablePoints, type IncidentLine } from '../../domain/replay/incident.ts'
import type { TimeSpan } from '../../domain/replay/timeline.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useAlarmDefinitions } from '../../live/use-alarms.ts'

const MINUTE_MS = 60_000
/** Most points whose farthest value is looked up. */
const MOST_POINTS = 40
const NONE: readonly JournalEntry[] = []
const NO_LINES: readonly IncidentLine[] = []

export interface IncidentView {
  lines: readonly IncidentLine[]
  isLoading: boolean
  error: unknown
  retry: () => void
}

/** Everything that is known of a range, whoever or whatever made it. One that still runs is asked for again. */
export function useIncident(index: ParkIndex, span: TimeSpan, isRunning: boolean): IncidentView {
  const parkId = index.park.id
  const { fromMs, toMs } = span
  const journal = useQuery({
    ...alarmQueries.journalSpan(parkId, { fromMs, toMs }),
    refetchInterval: isRunning ? MINUTE_MS : false,
  })
  const log = useQuery(shiftQueries.log(parkId))
  const definitions = useAlarmDefinitions()
  const entries = journal.data ?? NONE
  const notable = useMemo(() => {
    const pointOf = (entry: JournalEntry): string | null => {
      const assetId = entry.alarmId.slice(entry.definitionId.length + 1)
      const limits = index.pointsByAsset.get(assetId) ?? []
      const found = limits.find((point) => point.limits.some(({ value }) => value === entry.limit))
      return found?.id ?? null
    }
    return new Map([...notablePoints(entries, pointOf)].slice(0, MOST_POINTS))
  }, [entries, index])
  const points = useMemo(() => [...notable.keys()], [notable])
  const history = useQuery({
    ...historyQueries.readings(parkId, { points, fromMs, toMs, stepMs: MINUTE_MS }),
    enabled: points.length > 0 && (toMs - fromMs) / MINUTE_MS <= 1440,
  }).data
  const lines = useMemo(() => {
    if (journal.data === undefined || log.data === undefined) return NO_LINES
    const grid = { fromMs: history ? Date.parse(history.from) : fromMs, stepMs: MINUTE_MS }
    const measurements = (history?.series ?? []).flatMap((series) => {
      const point = index.pointById.get(series.pointId)
      const entry = notable.get(series.pointId)
      const found = point && entry ? farthest(point, entry, series, grid) : null
      return found === null ? [] : [found]
    })
    return incidentLines({
      span: { fromMs, toMs },
      journal: journal.data,
      log: log.data,
      measurements,
      isComms: ({ definitionId }) => definitions.get(definitionId)?.stream === 'data',
    })
  }, [journal.data, log.data, history, notable, definitions, index, fromMs, toMs])
  return {
    lines,
    isLoading: journal.isPending || log.isPending,
    // What has come stays to be read when it cannot be asked for again.
    error: journal.data && log.data ? null : (journal.error ?? log.error),
    retry: () => {
      void journal.refetch()
      void log.refetch()
    },
  }
}
