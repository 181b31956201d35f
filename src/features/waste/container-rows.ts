import { isContributing } from '../../domain/quality/total.ts'
import { notEnough } from '../../domain/statistics/outcome.ts'
import { compareDue, judgeContainer, visitMs, type ContainerDue } from '../../domain/waste/container-due.ts'
import { sinceEmptied } from '../../domain/waste/container-forecast.ts'
import { FILL_RULES } from '../../domain/waste/fill-cycles.ts'
import type { LiveReading } from '../../live/live-store.ts'
import type { ContainerFuture, Forecasts } from './use-forecasts.ts'
import type { Rounds } from './use-rounds.ts'
import type { ContainerAsset } from './waste-assets.ts'

export interface ContainerRow {
  container: ContainerAsset
  reading: LiveReading | null
  /** Level now, null where it is not known. */
  percent: number | null
  future: ContainerFuture | null
  due: ContainerDue
  vehicleId: string | null
  visitMs: number | null
}

/** Level from which a container is counted as nearly full, per cent: the figure of the strip. */
export const NEARLY_FULL_PERCENT = 80

/** What was worked out half an hour ago, unless the container was emptied since. */
function futureOf(future: ContainerFuture | null, percent: number | null, nowMs: number): ContainerFuture | null {
  if (!future) return null
  const forecast = sinceEmptied(future.forecast, percent, nowMs)
  return forecast === future.forecast ? future : { forecast, emptiedAtMs: nowMs }
}

/** Every container with what is known of its future, the one that is full first on top. */
export function containerRows(
  containers: readonly ContainerAsset[],
  readings: readonly (LiveReading | null)[],
  forecasts: Forecasts,
  rounds: Rounds,
  nowMs: number,
): readonly ContainerRow[] {
  const rows = containers.map((container, i): ContainerRow => {
    const reading = readings[i] ?? null
    const percent = isContributing(reading) ? reading.value : null
    const future = futureOf(forecasts.byId.get(container.asset.id) ?? null, percent, nowMs)
    const served = rounds.servedBy.get(container.asset.id)
    const times = served && rounds.times.get(served.vehicleId)
    const lengthM = (served && rounds.byVehicle.get(served.vehicleId)?.lengthM) ?? 0
    const visit = served && times ? visitMs(times, served.stop.alongM, lengthM, nowMs) : null
    const forecast = future?.forecast ?? notEnough('no-data')
    return {
      container,
      reading,
      percent,
      future,
      due: judgeContainer(percent, forecast, visit, nowMs, FILL_RULES.fullPercent),
      vehicleId: served?.vehicleId ?? null,
      visitMs: visit,
    }
  })
  return rows.toSorted((a, b) => compareDue(a.due, b.due) || (b.percent ?? -1) - (a.percent ?? -1))
}

export const CONTAINER_FILTERS = ['due', 'nearly-full', 'all'] as const
export type ContainerFilter = (typeof CONTAINER_FILTERS)[number]

/** `due`: to be emptied before their vehicle comes, or without one in the next two days. */
export function isShown(row: ContainerRow, filter: ContainerFilter, nowMs: number): boolean {
  if (filter === 'all') return true
  if (filter === 'nearly-full') return row.percent !== null && row.percent >= NEARLY_FULL_PERCENT
  return isUrgent(row, nowMs)
}

const SOON_MS = 2 * 86_400_000

/** Whether somebody has to act: full, full before the visit, or soon full with no visit planned. */
export function isUrgent({ due }: ContainerRow, nowMs: number): boolean {
  if (due.state === 'full' || due.state === 'before-visit') return true
  return due.state === 'no-visit' && due.byMs !== null && due.byMs <= nowMs + SOON_MS
}
