import { useMemo } from 'react'
import type { HistorySeries } from '../../contract/readings.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { notEnough, type Outcome } from '../../domain/statistics/outcome.ts'
import { addDaysMs, dayStartMs } from '../../domain/time/park-zone.ts'
import { districtBalance, districtsOf, type District, type DistrictBalance } from '../../domain/water/districts.ts'
import { nightFlowOf, NIGHT_FROM_HOUR, NIGHT_TO_HOUR, type NightFlow } from '../../domain/water/night-flow.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useHistory } from '../../live/use-history.ts'
import { useUsualVolumes } from './use-usual.ts'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24
const NIGHTS = 7

export interface DistrictDay extends DistrictBalance {
  /** Night flow of the last whole night, with what its consumers drew. */
  night: Outcome<NightFlow>
  /** Net inflow of the last seven nights in m³/h, oldest first; NaN where it is not known. */
  nights: Float64Array
}

export interface WaterDay {
  districts: readonly DistrictDay[]
  /** End of the 24 hours. */
  endMs: number
  isLoading: boolean
  error: unknown
  retry: () => void
}

type Series = ReadonlyMap<string, HistorySeries>

function flowOf(series: Series, id: string, fromMs: number) {
  return { id, flow: { fromMs, stepMs: HOUR_MS, values: series.get(id)?.mean ?? [] } }
}

function nightOf(district: District, series: Series, fromMs: number, dayMs: number, zone: string, meters: boolean) {
  const of = (points: readonly { id: string }[]) => points.map(({ id }) => flowOf(series, id, fromMs))
  return nightFlowOf(
    {
      inflows: district.inflow ? of([district.inflow]) : [],
      outflows: of(district.outflows),
      consumers: meters ? of(district.consumers) : [],
    },
    dayMs,
    zone,
  )
}

/**
 * Districts over the last 24 whole hours and the last seven nights. Two questions: every meter by the hour for a day,
 * and the district meters alone for a week.
 */
export function useWaterDay(index: ParkIndex): WaterDay {
  const zone = index.park.timeZone
  const districts = useMemo(() => districtsOf(index), [index])
  const endMs = useServerNow(HOUR_MS)
  const today = dayStartMs(endMs, zone)
  // The night of today counts when it is over.
  const nightDay = endMs >= today + NIGHT_TO_HOUR * HOUR_MS ? today : addDaysMs(today, -1, zone)
  const fromMs = Math.min(endMs - DAY_HOURS * HOUR_MS, nightDay + NIGHT_FROM_HOUR * HOUR_MS)
  const inlets = useMemo(() => districts.flatMap(({ inflow }) => inflow?.id ?? []), [districts])
  const points = useMemo(
    () => [...inlets, ...districts.flatMap(({ consumers }) => consumers.map(({ id }) => id))],
    [inlets, districts],
  )
  const day = useHistory(index.park.id, { points, fromMs, toMs: endMs, stepMs: HOUR_MS })
  const firstNight = addDaysMs(nightDay, 1 - NIGHTS, zone)
  const week = useHistory(index.park.id, {
    points: inlets,
    fromMs: firstNight,
    toMs: nightDay + NIGHT_TO_HOUR * HOUR_MS,
    stepMs: HOUR_MS,
  })
  // The answer before may still be that of the last hour while the next one is on its way.
  const dayFromMs = day.history ? Date.parse(day.history.from) : fromMs
  const period = useMemo(() => {
    const last = Math.round((endMs - dayFromMs) / HOUR_MS)
    return { stepMs: HOUR_MS, first: last - DAY_HOURS, last }
  }, [endMs, dayFromMs])
  const first = useMemo(
    () => districts.map((district) => districtBalance(district, day.byId, period)),
    [districts, day.byId, period],
  )
  const isNegative = first.some(({ balance: { residual } }) => residual.ok && residual.value.verdict === 'negative')
  const usual = useUsualVolumes(index, points, endMs, isNegative)
  const rows = useMemo(() => {
    const weekFromMs = week.history ? Date.parse(week.history.from) : firstNight
    return districts.map((district, k): DistrictDay => {
      const nights = Float64Array.from({ length: NIGHTS }, (_, night) => {
        const dayMs = addDaysMs(nightDay, night + 1 - NIGHTS, zone)
        const flow = week.history ? nightOf(district, week.byId, weekFromMs, dayMs, zone, false) : null
        return flow?.ok ? flow.value.netInflow : Number.NaN
      })
      const plain = first[k]
      const balance = plain && usual.size === 0 ? plain : districtBalance(district, day.byId, period, usual)
      return Object.assign({}, balance, {
        night: day.history ? nightOf(district, day.byId, dayFromMs, nightDay, zone, true) : notEnough('no-data'),
        nights,
      })
    })
  }, [
    districts,
    first,
    usual,
    period,
    day.history,
    day.byId,
    week.history,
    week.byId,
    dayFromMs,
    firstNight,
    nightDay,
    zone,
  ])
  return { districts: rows, endMs, isLoading: day.isLoading, error: day.error, retry: day.retry }
}
