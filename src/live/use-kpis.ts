import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { historyQueries } from '../api/history-queries.ts'
import type { History } from '../contract/readings.ts'
import { evaluateKpi, type KpiInputs, type KpiResult } from '../domain/kpi/evaluate.ts'
import { comparedWith } from '../domain/kpi/compared-with.ts'
import type { KpiDefinition } from '../domain/kpi/kpi-definitions.data.ts'
import { LOSS_HOURS, historyNeeds, kpiPoints, tankM3 } from '../domain/kpi/select-points.ts'
import { firstOf, registerGrowth, type SeriesById } from '../domain/kpi/series.ts'
import type { ParkIndex } from '../domain/network/park-index.ts'
import { addDaysMs, dayStartMs, monthStartMs } from '../domain/time/park-zone.ts'
import { useConnection, useGapVersion, useLiveReadings, useServerNow } from './hooks.ts'

const QUARTER_MS = 900_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const BUCKETS = 96

export interface KpiView {
  definition: KpiDefinition
  result: KpiResult
  /** Target in the figure's unit, or null while the park has none. */
  target: number | null
}

const NO_SERIES: SeriesById = new Map()

function byId(history: History | undefined): SeriesById {
  return history ? new Map(history.series.map((series) => [series.pointId, series])) : NO_SERIES
}

interface Window {
  points: readonly string[]
  fromMs: number
  toMs: number
  stepMs: number
}

/** One history request of the band. It waits for the live channel, whose clock it goes by. */
function useWindow(parkId: string, window: Window, ready: boolean, gap: number): SeriesById {
  const options = historyQueries.readings(parkId, window)
  const { data } = useQuery({
    ...options,
    queryKey: [...options.queryKey, gap],
    enabled: ready && window.points.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
  return useMemo(() => byId(data), [data])
}

/** The twelve figures with their targets, changing at most once a second. */
export function useKpis(index: ParkIndex): readonly KpiView[] {
  const { park } = index
  const figures = useMemo(() => kpiPoints(index), [index])
  const needs = useMemo(() => historyNeeds(figures), [figures])
  const liveIds = useMemo(() => [...new Set(figures.flatMap(({ ids }) => Object.values(ids).flat()))], [figures])
  const readings = useLiveReadings(liveIds)
  const gap = useGapVersion(park.id)
  const connected = useConnection().state !== 'connecting'
  const end = useServerNow(QUARTER_MS)
  const midnight = dayStartMs(end, park.timeZone)
  const month = monthStartMs(end, park.timeZone)
  const lastWeek = addDaysMs(midnight, -7, park.timeZone)
  const hourEnd = Math.floor(end / HOUR_MS) * HOUR_MS

  const day = useWindow(
    park.id,
    { points: needs.day, fromMs: end - DAY_MS, toMs: end, stepMs: QUARTER_MS },
    connected,
    gap,
  )
  const loss = useWindow(
    park.id,
    { points: needs.loss, fromMs: hourEnd - LOSS_HOURS * HOUR_MS, toMs: hourEnd, stepMs: HOUR_MS },
    connected,
    gap,
  )
  const start = { stepMs: QUARTER_MS }
  const dayStart = useWindow(
    park.id,
    { ...start, points: needs.dayStart, fromMs: midnight, toMs: midnight + HOUR_MS },
    connected,
    0,
  )
  const monthStart = useWindow(
    park.id,
    { ...start, points: needs.monthStart, fromMs: month, toMs: month + HOUR_MS },
    connected,
    0,
  )
  const weekFrom = useWindow(
    park.id,
    { ...start, points: needs.energy, fromMs: lastWeek, toMs: lastWeek + HOUR_MS },
    connected,
    0,
  )
  const weekEnd = end - 7 * DAY_MS
  const weekTo = useWindow(
    park.id,
    { ...start, points: needs.energy, fromMs: weekEnd, toMs: weekEnd + QUARTER_MS },
    connected,
    0,
  )

  const live = useMemo(() => new Map(liveIds.map((id, i) => [id, readings[i] ?? null])), [liveIds, readings])

  return useMemo(
    () =>
      figures.map(({ definition, ids }) => {
        const inputs: KpiInputs = {
          live: (id) => live.get(id) ?? null,
          unitOf: (id) => index.pointById.get(id)?.unit,
          tankM3Of: (id) => tankM3(index, id),
          ids,
          day,
          buckets: day.size > 0 ? BUCKETS : 0,
          midnightBucket: Math.max(0, BUCKETS - Math.round((end - midnight) / QUARTER_MS)),
          loss,
          lossBuckets: loss.size > 0 ? LOSS_HOURS : 0,
          dayStart,
          monthStart,
          tCO2PerMWh: park.gridEmissionFactor.tCO2PerMWh,
        }
        const result = evaluateKpi(definition, inputs)
        let target = comparedWith(definition, park.targets, result)
        if (target === null && definition.formula.type === 'day-emissions') {
          let kwh: number | null = 0
          for (const id of ids['energy'] ?? []) {
            const growth = registerGrowth(firstOf(weekFrom.get(id)), firstOf(weekTo.get(id)))
            kwh = growth === null || kwh === null ? null : kwh + growth
          }
          target = kwh === null || kwh === 0 ? null : (kwh / 1000) * park.gridEmissionFactor.tCO2PerMWh
        }
        return { definition, result, target }
      }),
    [figures, live, day, loss, dayStart, monthStart, weekFrom, weekTo, end, midnight, park, index],
  )
}
