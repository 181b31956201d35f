import { useMemo } from 'react'
import { demandOfGrowth } from '../../domain/energy/demand.ts'
import type { DayTypeOf } from '../../domain/forecast/day-types.ts'
import { forecastLoad, type LoadForecast } from '../../domain/forecast/load-forecast.ts'
import { sliceSeries, type IntervalSeries } from '../../domain/statistics/interval-series.ts'
import { notEnough, type Outcome } from '../../domain/statistics/outcome.ts'

/** Forecast of a day from the whole days before it; null while their history is on its way. */
export function useForecast(
  longKwh: IntervalSeries | null,
  dayMs: number,
  zone: string,
  dayTypeOf: DayTypeOf | null,
): Outcome<LoadForecast> | null {
  return useMemo(() => {
    if (!longKwh || !dayTypeOf) return null
    const past = sliceSeries(longKwh, longKwh.fromMs, dayMs)
    return past.values.length === 0 ? notEnough('no-data') : forecastLoad(demandOfGrowth(past), dayMs, zone, dayTypeOf)
  }, [longKwh, dayMs, zone, dayTypeOf])
}
