import { useEffect, useMemo, useState } from 'react'
import type { HistorySeries } from '../../contract/readings.ts'
import type { Outcome } from '../../domain/statistics/outcome.ts'
import { forecastFull, type FillForecast } from '../../domain/waste/container-forecast.ts'
import { fillCycles, knownFills, type FillSample } from '../../domain/waste/fill-cycles.ts'
import { createPageScheduler } from '../../lib/scheduler.ts'
import { runInSlices } from '../../lib/slices.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useHistory } from '../../live/use-history.ts'
import type { ContainerAsset } from './waste-assets.ts'

const HOUR_MS = 3_600_000
const STEP_MS = 2 * HOUR_MS
/** Own collections come once a week at the latest. */
const WINDOW_MS = 7 * 24 * HOUR_MS
const scheduler = createPageScheduler()

export interface ContainerFuture {
  forecast: Outcome<FillForecast>
  /** First reading after the last emptying that was seen; null: none in the window. */
  emptiedAtMs: number | null
}

export interface Forecasts {
  /** By asset; empty until they have been worked out. */
  byId: ReadonlyMap<string, ContainerFuture>
  isLoading: boolean
  error: unknown
  retry: () => void
}

const NONE: ReadonlyMap<string, ContainerFuture> = new Map()

/** Readings of a container from its buckets: the last valid one of each, at the end of the bucket. */
function samplesOf(series: HistorySeries, fromMs: number, stepMs: number, nowMs: number): FillSample[] {
  return series.last.map((percent, k) => ({
    timeMs: Math.min(nowMs, fromMs + (k + 1) * stepMs),
    percent: (series.count[k] ?? 0) > 0 ? percent : null,
  }))
}

/** When each container will be full, from a week of its levels. Worked out in slices: two hundred lines take a while. */
export function useForecasts(parkId: string, containers: readonly ContainerAsset[]): Forecasts {
  const nowMs = useServerNow(HOUR_MS / 2)
  const points = useMemo(() => containers.map(({ point }) => point.id), [containers])
  const range = { points, fromMs: nowMs - WINDOW_MS, toMs: nowMs, stepMs: STEP_MS }
  const { history, byId: series, isLoading, error, retry } = useHistory(parkId, range)
  const [futures, setFutures] = useState(NONE)
  useEffect(() => {
    if (!history) return undefined
    const fromMs = Date.parse(history.from)
    const found = new Map<string, ContainerFuture>()
    return runInSlices(
      containers.length,
      (item) => {
        const container = containers[item]
        const levels = container && series.get(container.point.id)
        if (!container || !levels) return
        const samples = samplesOf(levels, fromMs, history.stepMs, nowMs)
        const forecast = forecastFull(samples, nowMs)
        const emptiedAtMs = forecast.ok
          ? forecast.value.emptiedAtMs
          : (fillCycles(knownFills(samples, nowMs)).at(-1)?.emptiedAtMs ?? null)
        found.set(container.asset.id, { forecast, emptiedAtMs })
      },
      () => setFutures(found),
      scheduler,
    )
  }, [history, series, containers, nowMs])
  return { byId: futures, isLoading: isLoading || (history !== null && futures === NONE), error, retry }
}
