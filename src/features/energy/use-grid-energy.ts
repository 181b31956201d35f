import { useMemo } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { joinSeries, registerHistory, sumOfSeries } from '../../domain/energy/register-history.ts'
import { DEMAND_STEP_MS } from '../../domain/energy/demand.ts'
import { seriesEndMs, type IntervalSeries } from '../../domain/statistics/interval-series.ts'
import { addDaysMs } from '../../domain/time/park-zone.ts'
import { useClock, type Clock } from '../../live/use-clock.ts'
import { useHistory, type HistoryView } from '../../live/use-history.ts'
import { knownIds, type EnergyMeter, type EnergyPoints } from '../../domain/energy/energy-points.ts'

const FIVE_MIN_MS = 300_000
/** Days of half hours that the curve, the heat map and the baselines read at once. */
const RECENT_DAYS = 8
/** Days that the forecast looks back: four like days for each of the 14 days it is tested on. */
const FORECAST_DAYS = 49

export interface GridEnergy {
  clock: Clock
  /** Mean power of today in 5-minute intervals, kW. */
  todayKw: IntervalSeries
  /** Energy by half hour of the last days up to the last whole half hour, kWh; null until it has come. */
  recentKwh: IntervalSeries | null
  /** The same for seven weeks, for the forecast and the month; null until it has come. */
  longKwh: IntervalSeries | null
  /** The question behind the curve: its states are those of the panel. */
  today: HistoryView
  recent: HistoryView
  /** Half hours before the recent ones: without them there is no forecast. */
  old: HistoryView
}

/** Sum of mean powers; an interval in which any incomer is missing is a gap. Empty until history has come. */
function powerSum({ history, byId }: HistoryView, ids: readonly string[], dayMs: number): IntervalSeries {
  const fromMs = history ? Date.parse(history.from) : dayMs
  const none: IntervalSeries = { fromMs, stepMs: FIVE_MIN_MS, values: [] }
  if (!history) return none
  const count = Math.round((Date.parse(history.to) - fromMs) / FIVE_MIN_MS)
  const blank = Array.from<null>({ length: count }).fill(null)
  return sumOfSeries(ids.map((id) => ({ ...none, values: byId.get(id)?.mean ?? blank }))) ?? none
}

/** Energy by bucket of all meters together, from the second bucket on. */
export function energySum(view: HistoryView, meters: readonly EnergyMeter[]): IntervalSeries | null {
  const { history, byId } = view
  if (!history) return null
  const grid = { fromMs: Date.parse(history.from), stepMs: history.stepMs }
  const buckets = Math.round((Date.parse(history.to) - grid.fromMs) / grid.stepMs)
  return sumOfSeries(
    meters.map(
      ({ energyId, maxKw, rollOverAt }) =>
        registerHistory(energyId === null ? undefined : byId.get(energyId), grid, buckets, maxKw, rollOverAt).growth,
    ),
  )
}

const NOTHING: readonly string[] = []

/** Load and energy of the park's incomers: the curve first, seven weeks of half hours after it. */
export function useGridEnergy(index: ParkIndex, points: EnergyPoints): GridEnergy {
  const { id: parkId, timeZone } = index.park
  const clock = useClock(timeZone)
  const { nowMs, dayMs } = clock
  const powerIds = useMemo(() => knownIds(points.incomers.map(({ powerId }) => powerId)), [points])
  const energyIds = useMemo(() => knownIds(points.incomers.map(({ energyId }) => energyId)), [points])
  const halfMs = Math.floor(nowMs / DEMAND_STEP_MS) * DEMAND_STEP_MS
  const recentFromMs = addDaysMs(dayMs, -RECENT_DAYS, timeZone)
  const today = useHistory(parkId, {
    points: powerIds,
    fromMs: dayMs,
    // Just after midnight there is no whole interval yet; the running one stands for it.
    toMs: Math.max(nowMs, dayMs + FIVE_MIN_MS),
    stepMs: FIVE_MIN_MS,
  })
  const recent = useHistory(parkId, {
    points: today.history ? energyIds : NOTHING,
    fromMs: recentFromMs - DEMAND_STEP_MS,
    toMs: halfMs,
    stepMs: DEMAND_STEP_MS,
  })
  // Ends where the recent one begins, so it stays the same all day.
  const old = useHistory(parkId, {
    points: recent.history ? energyIds : NOTHING,
    fromMs: addDaysMs(dayMs, -FORECAST_DAYS, timeZone) - DEMAND_STEP_MS,
    toMs: recentFromMs,
    stepMs: DEMAND_STEP_MS,
  })
  const todayKw = useMemo(() => powerSum(today, powerIds, dayMs), [today, powerIds, dayMs])
  const recentKwh = useMemo(() => energySum(recent, points.incomers), [recent, points])
  const oldKwh = useMemo(() => energySum(old, points.incomers), [old, points])
  const longKwh = useMemo(() => {
    if (!oldKwh || !recentKwh || seriesEndMs(oldKwh) > recentKwh.fromMs) return null
    return joinSeries(oldKwh, recentKwh)
  }, [oldKwh, recentKwh])
  return { clock, todayKw, recentKwh, longKwh, today, recent, old }
}
