import { useMemo } from 'react'
import type { HistorySeries } from '../contract/readings.ts'
import { baselineOf, type Baseline, type DayUse } from '../domain/energy/baseline.ts'
import { registerSamples } from '../domain/energy/register-history.ts'
import type { DayTypeOf } from '../domain/forecast/day-types.ts'
import { registerGrowth } from '../domain/kpi/series.ts'
import type { ParkIndex } from '../domain/network/park-index.ts'
import type { Outcome } from '../domain/statistics/outcome.ts'
import { addDaysMs, isoDateOf } from '../domain/time/park-zone.ts'
import { useHistory, type HistoryView } from './use-history.ts'
import { knownIds, type EnergyPoints } from '../domain/energy/energy-points.ts'
import type { Clock } from './use-clock.ts'

const DAY_MS = 86_400_000
const HALF_HOUR_MS = 1_800_000
const SIX_HOURS_MS = 21_600_000
/** Days that a baseline is made of: five whole weeks and a day before. */
const DAYS = 36
const NOTHING: readonly string[] = []

/** Weekdays are compared with weekdays, Saturdays and Sundays with their own. */
function groupOf(dayTypeOf: DayTypeOf, ms: number): string {
  const type = dayTypeOf(ms)
  return type === 'sat' || type === 'sun' ? type : 'workday'
}

export interface Baselines {
  /** Use from midnight to the same time of day on like days, by register id. Null until it has come. */
  byRegister: ReadonlyMap<string, Outcome<Baseline>> | null
  /** The same as plain numbers by asset id, for what a meter usually shows. */
  usual: ReadonlyMap<string, number>
  /** Energy of the last seven days in steps of six hours, by register id. */
  weekOf: ReadonlyMap<string, Float64Array>
  /** Why baselines have not come; null while they are on their way or here. */
  error: unknown
  retry: () => void
}

const NO_USUAL: ReadonlyMap<string, number> = new Map()

function samplesOf(view: HistoryView, id: string): { values: (number | null)[] } {
  const series = view.byId.get(id)
  if (!series || !view.history) return { values: [] }
  const grid = { fromMs: Date.parse(view.history.from), stepMs: view.history.stepMs }
  return { values: registerSamples(series, grid).map(({ value }) => value) }
}

function sixHours(series: HistorySeries): Float64Array {
  const out = new Float64Array(Math.max(0, series.last.length - 1))
  for (let k = 0; k < out.length; k++) {
    out[k] = registerGrowth(series.last[k] ?? null, series.last[k + 1] ?? null) ?? Number.NaN
  }
  return out
}

/**
 * Own baseline of every consumer: what it used from midnight to this time of day on the like days of five weeks. Two
 * readings a day are enough for it: one at midnight, one at this time of day.
 */
export function useBaselines(
  index: ParkIndex,
  points: EnergyPoints,
  clock: Clock,
  dayTypeOf: DayTypeOf | null,
  isReady: boolean,
  withWeek: 'week' | 'no-week' = 'week',
): Baselines {
  const { id: parkId, timeZone } = index.park
  const ids = useMemo(() => knownIds(points.consumers.map(({ energyId }) => energyId)), [points])
  const untilMs = Math.floor(clock.nowMs / HALF_HOUR_MS) * HALF_HOUR_MS
  const fromMs = addDaysMs(clock.dayMs, -DAYS, timeZone)
  const asked = isReady && untilMs > clock.dayMs ? ids : NOTHING
  const daily = { stepMs: DAY_MS, anchored: true }
  const nights = useHistory(parkId, { ...daily, points: asked, fromMs: fromMs - DAY_MS, toMs: clock.dayMs })
  const offsetMs = untilMs - clock.dayMs
  const noons = useHistory(parkId, {
    ...daily,
    points: nights.history ? asked : NOTHING,
    fromMs: fromMs - DAY_MS + offsetMs,
    toMs: clock.dayMs + offsetMs - DAY_MS,
  })
  const week = useHistory(parkId, {
    points: noons.history && withWeek === 'week' ? asked : NOTHING,
    fromMs: untilMs - 7 * DAY_MS - SIX_HOURS_MS,
    toMs: untilMs,
    stepMs: SIX_HOURS_MS,
    // Whole steps up to the last half hour: a step that has only begun would look like a fall.
    anchored: true,
  })
  const byRegister = useMemo(() => {
    if (!nights.history || !noons.history || !dayTypeOf) return null
    const group = groupOf(dayTypeOf, clock.dayMs)
    return new Map(
      ids.map((id): [string, Outcome<Baseline>] => {
        const night = samplesOf(nights, id).values
        const noon = samplesOf(noons, id).values
        const days = noon.map((value, k): DayUse => {
          const dayMs = addDaysMs(fromMs, k, timeZone)
          const dayType = groupOf(dayTypeOf, dayMs)
          return { date: isoDateOf(dayMs, timeZone), dayType, use: registerGrowth(night[k] ?? null, value) }
        })
        return [id, baselineOf(days, group)]
      }),
    )
  }, [nights, noons, dayTypeOf, clock.dayMs, ids, fromMs, timeZone])
  const usual = useMemo(() => {
    if (!byRegister) return NO_USUAL
    return new Map(
      points.consumers.flatMap(({ asset, energyId }): [string, number][] => {
        const baseline = energyId === null ? undefined : byRegister.get(energyId)
        return baseline?.ok ? [[asset.id, baseline.value.median]] : []
      }),
    )
  }, [byRegister, points])
  const weekOf = useMemo(
    () => new Map([...week.byId].map(([id, series]): [string, Float64Array] => [id, sixHours(series)])),
    [week.byId],
  )
  return {
    byRegister,
    usual,
    weekOf,
    error: nights.error ?? noons.error ?? week.error,
    retry: () => {
      for (const view of [nights, noons, week]) if (view.error !== null) view.retry()
    },
  }
}
