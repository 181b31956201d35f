import type { HistoryRange } from '../api/call-history.ts'
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { assetQueries } from '../api/asset-queries.ts'
import { geometryQueries } from '../api/geometry-queries.ts'
import { historyQueries } from '../api/history-queries.ts'
import { parkQueries } from '../api/park-queries.ts'
import { pointQueries } from '../api/point-queries.ts'
import { FRESH_DATA, PAST_DATA } from '../api/query-policy.ts'
import { serverQueries } from '../api/server-queries.ts'
import { snapshotQueries } from '../api/snapshot-queries.ts'
import { tenantQueries } from '../api/tenant-queries.ts'
import type { Park, ParkTarget } from '../contract/resources.ts'
import { evaluateKpi, type KpiResult } from '../domain/kpi/evaluate.ts'
import type { KpiDefinition } from '../domain/kpi/kpi-definitions.data.ts'
import { LOSS_HOURS, historyNeeds, kpiPoints, tankM3 } from '../domain/kpi/select-points.ts'
import type { SeriesById } from '../domain/kpi/series.ts'
import { snapshotReadings } from '../domain/kpi/snapshot-readings.ts'
import { indexPark } from '../domain/network/park-index.ts'
import { plotUse, type PlotUse } from '../domain/portfolio/compare-parks.ts'
import { dayStartMs, monthStartMs } from '../domain/time/park-zone.ts'
import { convertUnit } from '../domain/units/units.ts'

const QUARTER_MS = 900_000
const HOUR_MS = 3_600_000

export interface ParkKpi {
  definition: KpiDefinition
  result: KpiResult
  /** Target in the figure's unit; null while the park has none. */
  target: number | null
  comparison: ParkTarget['comparison'] | null
}

/** What a park is compared by, as of one instant of its server. */
export interface ParkFigures {
  park: Park
  asOfMs: number
  kpis: readonly ParkKpi[]
  tenants: number
  plots: PlotUse
}

const NONE: SeriesById = new Map()

async function readSeries(client: QueryClient, parkId: string, window: HistoryRange): Promise<SeriesById> {
  if (window.points.length === 0) return NONE
  const history = await client.fetchQuery(historyQueries.readings(parkId, window))
  return new Map(history.series.map((series) => [series.pointId, series]))
}

/** Works a park's figures out of its snapshot and of buckets, without a live channel. */
async function readPark(client: QueryClient, parkId: string, atMs: number | null): Promise<ParkFigures> {
  const [park, assets, points, tenants, plots, server] = await Promise.all([
    client.fetchQuery(parkQueries.detail(parkId)),
    client.fetchQuery(assetQueries.list(parkId)),
    client.fetchQuery(pointQueries.list(parkId)),
    client.fetchQuery(tenantQueries.list(parkId)),
    client.fetchQuery(geometryQueries.collection(parkId, 'plots')),
    client.fetchQuery(serverQueries.info()),
  ])
  const snapshot = await client.fetchQuery(snapshotQueries.latest(parkId, atMs))
  const asOfMs = Date.parse(snapshot.time)
  const index = indexPark(park, assets, points, tenants)
  const live = snapshotReadings(snapshot, index.pointById, server.holdLastValueS * 1000)
  const figures = kpiPoints(index)
  const needs = historyNeeds(figures)
  const midnight = dayStartMs(asOfMs, park.timeZone)
  const month = monthStartMs(asOfMs, park.timeZone)
  const hourEnd = Math.floor(asOfMs / HOUR_MS) * HOUR_MS
  const dayEnd = Math.max(midnight + QUARTER_MS, Math.floor(asOfMs / QUARTER_MS) * QUARTER_MS)
  const dayMeans = figures.flatMap(({ definition, ids }) =>
    definition.formula.type === 'day-mean' ? (ids['inputs'] ?? []) : [],
  )
  const start = { stepMs: QUARTER_MS, atMs }
  const [day, loss, dayStart, monthStart] = await Promise.all([
    readSeries(client, parkId, { ...start, points: dayMeans, fromMs: midnight, toMs: dayEnd }),
    readSeries(client, parkId, {
      points: needs.loss,
      fromMs: hourEnd - LOSS_HOURS * HOUR_MS,
      toMs: hourEnd,
      stepMs: HOUR_MS,
      atMs,
    }),
    readSeries(client, parkId, { ...start, points: needs.dayStart, fromMs: midnight, toMs: midnight + HOUR_MS }),
    readSeries(client, parkId, { ...start, points: needs.monthStart, fromMs: month, toMs: month + HOUR_MS }),
  ])
  const kpis = figures.map(({ definition, ids }): ParkKpi => {
    const result = evaluateKpi(definition, {
      live: (id) => live.get(id) ?? null,
      unitOf: (id) => index.pointById.get(id)?.unit,
      tankM3Of: (id) => tankM3(index, id),
      ids,
      day,
      buckets: Math.round((dayEnd - midnight) / QUARTER_MS),
      midnightBucket: 0,
      loss,
      lossBuckets: loss.size > 0 ? LOSS_HOURS : 0,
      dayStart,
      monthStart,
      tCO2PerMWh: park.gridEmissionFactor.tCO2PerMWh,
    })
    const stated = park.targets.find((target) => target.key === definition.targetKey)
    return {
      definition,
      result,
      target: stated?.value == null ? null : convertUnit(stated.value, stated.unit, definition.unit),
      comparison: stated?.comparison ?? null,
    }
  })
  return { park, asOfMs, kpis, tenants: tenants.length, plots: plotUse(plots) }
}

const MINUTE_MS = 60_000
const WAITING_MS = 3000
const WAITING_TRIES = 20

type Judged = Pick<KpiResult, 'freshness' | 'value' | 'contributing' | 'expected'>

/** Whether a figure of a park waits for points that its server has not worked out yet. */
export function isWaiting({ kpis }: { kpis: readonly { result: Judged }[] }): boolean {
  return kpis.some(
    ({ result: { freshness, value, contributing, expected } }) =>
      freshness === 'waiting' || (value === null && contributing < expected),
  )
}

/**
 * How soon to ask again. A server that has just started leaves slow points out of its first snapshots ("waiting for
 * initial data"): while a figure waits for them it is asked sooner, though not for ever.
 */
export function askAgainMs(figures: { kpis: readonly { result: Judged }[] } | undefined, answers: number): number {
  return figures && isWaiting(figures) && answers < WAITING_TRIES ? WAITING_MS : MINUTE_MS
}

/**
 * Figures of one park, asked again every minute, sooner while some wait; or those of an instant of the past. A park
 * that does not answer fails alone.
 */
export function parkFiguresQuery(parkId: string, atMs: number | null = null) {
  return queryOptions({
    queryKey: ['portfolio', parkId, ...(atMs === null ? [] : [atMs])],
    queryFn: ({ client }) => readPark(client, parkId, atMs),
    refetchInterval: ({ state }) => (atMs === null ? askAgainMs(state.data, state.dataUpdateCount) : false),
    structuralSharing: false,
    ...(atMs === null ? FRESH_DATA : PAST_DATA),
    // The questions behind it try again by themselves.
    retry: false,
  })
}
