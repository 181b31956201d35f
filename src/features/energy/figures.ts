import type { GridFactors, TariffBand } from '../../contract/reference.ts'
import { dayPeak, type DayPeak } from '../../domain/energy/forecast-peak.ts'
import { demandOfGrowth } from '../../domain/energy/demand.ts'
import type { EnergyCost } from '../../domain/energy/energy-cost.ts'
import { gridEmissions, type Emissions } from '../../domain/energy/grid-emissions.ts'
import { renewableSharePercent, selfConsumptionPercent } from '../../domain/energy/renewables.ts'
import type { LoadForecast } from '../../domain/forecast/load-forecast.ts'
import { sumSeries, type IntervalSeries } from '../../domain/statistics/interval-series.ts'
import { coverageGap, enough, notEnough, type Coverage, type Outcome } from '../../domain/statistics/outcome.ts'
import { zonedParts } from '../../domain/time/park-zone.ts'
import type { Clock } from '../../live/use-clock.ts'
import { coveredSum, growthOfMeter, type DayEnergy } from '../../live/use-day-energy.ts'
import type { EnergyPoints } from '../../domain/energy/energy-points.ts'

const BANDS: readonly TariffBand[] = ['peak', 'normal', 'off-peak']

/** Energy of the intervals of a day so far, kWh. Errors: `no-data`, `low-coverage`. */
export function energyOfDay(energyKwh: IntervalSeries): Outcome<number> {
  const { sum, contributing, expected } = sumSeries(energyKwh)
  return coverageGap(contributing, expected) ?? enough(sum)
}

/** Peak of today: measured so far or forecast for the rest. Null while the forecast is on its way. */
export function peakToday(
  recentKwh: IntervalSeries | null,
  forecast: Outcome<LoadForecast> | null,
  clock: Clock,
): Outcome<DayPeak> | null {
  if (!recentKwh || !forecast) return null
  return dayPeak(demandOfGrowth(recentKwh), forecast, clock.dayMs, clock.nextDayMs, clock.nowMs)
}

/** Emissions of the grid energy of today, with the factor of its year. */
export function emissionsToday(
  energyKwh: Outcome<number>,
  factors: GridFactors | undefined,
  nowMs: number,
  zone: string,
): Outcome<Emissions> {
  if (!factors) return notEnough('no-reference-value')
  if (!energyKwh.ok) return energyKwh
  return gridEmissions(energyKwh.value / 1000, factors, zonedParts(nowMs, zone).year)
}

export interface RenewableDay {
  sharePercent: Outcome<number>
  selfPercent: Outcome<number>
  generatedKwh: number
  /** Plants that count. */
  coverage: Coverage
}

/** Share of own sun in what the park used today. Null while the meters are on their way. */
export function renewableToday(
  points: EnergyPoints,
  day: DayEnergy,
  importKwh: Outcome<number>,
): Outcome<RenewableDay> | null {
  if (!day.growth || !day.fedBack) return null
  if (points.solar.length === 0) return notEnough('no-meter')
  const generated = coveredSum(points.solar.map(({ generatedId }) => growthOfMeter(day, { energyId: generatedId })))
  if (!generated.ok) return generated
  // What passes a meter backwards stays in the park as long as the incomers import.
  const importedKwh = importKwh.ok ? importKwh.value : null
  const { value: generatedKwh, coverage } = generated.value
  return enough({
    generatedKwh,
    coverage,
    selfPercent: selfConsumptionPercent({ generatedKwh, exportedKwh: fedBackTotal(day) }),
    sharePercent: renewableSharePercent({
      solarUsedKwh: generatedKwh,
      directContractKwh: 0,
      totalKwh: importedKwh === null ? null : importedKwh + generatedKwh,
    }),
  })
}

/** What roofs fed back past their meters, kWh; null when too few of them are known. */
function fedBackTotal(day: DayEnergy): number | null {
  const sum = coveredSum([...(day.fedBack?.values() ?? [])].map((one) => (one.ok ? one.value : null)))
  return sum.ok ? sum.value.value : null
}

/** Bands that have cost something so far: a Sunday has no peak. */
export function bandsOf(cost: EnergyCost): readonly TariffBand[] {
  return BANDS.filter((band) => cost.byBand[band] > 0)
}

/** Cost of a band in billions of VND. */
export function billions(cost: EnergyCost, band: TariffBand): number {
  return cost.byBand[band] / 1e9
}
