import { useMemo } from 'react'
import type { Tariffs } from '../../contract/reference.ts'
import { costByBand, priceOn } from '../../domain/energy/energy-cost.ts'
import { projectPowerFactor, surchargeVnd, type PowerFactorMonth } from '../../domain/energy/power-factor.ts'
import { scheduleAt, splitByBand } from '../../domain/energy/time-of-use.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { sliceSeries, type IntervalSeries } from '../../domain/statistics/interval-series.ts'
import { mapOutcome, notEnough, type Outcome } from '../../domain/statistics/outcome.ts'
import { recordOn } from '../../domain/statistics/validity.ts'
import { addDaysMs, isoDateOf, monthStartMs, zonedParts, dateStartMs } from '../../domain/time/park-zone.ts'
import { knownIds, supplyVoltageKv, type EnergyPoints } from '../../domain/energy/energy-points.ts'
import { growthBetween, useRegistersAt } from './use-registers.ts'

const QUARTER_MS = 900_000
const DAY_MS = 86_400_000
const RECENT_DAYS = 7

export interface MonthFigures {
  powerFactor: Outcome<PowerFactorMonth>
  /** Least that carries no surcharge; null while no rule holds. */
  threshold: number | null
  /** Surcharge of the whole month if it goes on so, VND. */
  penaltyVnd: Outcome<number>
}

/** VND of energy in a period by its bands, or why not. */
export function costOf(
  energyKwh: IntervalSeries | null,
  tariffs: Tariffs | undefined,
  index: ParkIndex,
  isHoliday: (date: string) => boolean,
) {
  if (!energyKwh || !tariffs) return notEnough('no-data')
  const zone = index.park.timeZone
  const split = splitByBand(energyKwh, (ms) => scheduleAt(tariffs, ms, zone), zone, isHoliday)
  const date = isoDateOf(energyKwh.fromMs, zone)
  return costByBand(split, priceOn(tariffs, 'production', supplyVoltageKv(index), date), tariffs.vatPercent)
}

/** Power factor of the month to date, projected, and what it costs. */
export function useMonth(
  index: ParkIndex,
  points: EnergyPoints,
  nowMs: number,
  tariffs: Tariffs | undefined,
  longKwh: IntervalSeries | null,
  isHoliday: (date: string) => boolean,
): MonthFigures {
  const zone = index.park.timeZone
  const atMs = Math.floor(nowMs / QUARTER_MS) * QUARTER_MS
  const monthMs = monthStartMs(atMs, zone)
  const recentMs = addDaysMs(atMs, -RECENT_DAYS, zone)
  const { active, reactive, all } = useMemo(() => {
    const counted = points.incomers.filter(({ reactiveEnergyId }) => reactiveEnergyId !== null)
    const activeIds = counted.map(({ energyId }) => energyId)
    const reactiveIds = counted.map(({ reactiveEnergyId }) => reactiveEnergyId)
    return { active: activeIds, reactive: reactiveIds, all: knownIds([...activeIds, ...reactiveIds]) }
  }, [points])
  const start = useRegistersAt(index, all, monthMs)
  const week = useRegistersAt(index, all, recentMs)
  const end = useRegistersAt(index, all, atMs)

  return useMemo(() => {
    const date = isoDateOf(atMs, zone)
    const rule = tariffs ? recordOn(tariffs.powerFactor, date) : null
    if (!rule) return { powerFactor: notEnough('no-limit'), threshold: null, penaltyVnd: notEnough('no-limit') }
    const { year, month } = zonedParts(atMs, zone)
    const endMs = dateStartMs(year, month + 1, 1, zone)
    const pair = (from: ReadonlyMap<string, number>): Outcome<{ activeKwh: number; reactiveKvarh: number }> => {
      const activeKwh = growthBetween(active, from, end)
      const reactiveKvarh = growthBetween(reactive, from, end)
      if (!reactiveKvarh.ok) return reactiveKvarh
      return mapOutcome(activeKwh, (kwh) => ({ activeKwh: kwh, reactiveKvarh: reactiveKvarh.value }))
    }
    const toDate = pair(start)
    const recent = pair(week)
    const spanMs = RECENT_DAYS * DAY_MS
    const powerFactor = !toDate.ok
      ? toDate
      : !recent.ok
        ? recent
        : projectPowerFactor(toDate.value, recent.value, spanMs, endMs - atMs, rule)
    if (!powerFactor.ok) return { powerFactor, threshold: rule.threshold, penaltyVnd: powerFactor }
    const percent = powerFactor.value.projectedSurchargePercent
    const passed = (atMs - monthMs) / (endMs - monthMs)
    // No surcharge needs no charge to be known.
    const charge =
      percent === 0
        ? ({ ok: true, value: 0 } as const)
        : mapOutcome(
            costOf(longKwh ? sliceSeries(longKwh, monthMs, atMs) : null, tariffs, index, isHoliday),
            ({ totalVnd }) => totalVnd / passed,
          )
    return { powerFactor, threshold: rule.threshold, penaltyVnd: surchargeVnd(charge, percent) }
  }, [active, reactive, atMs, end, index, isHoliday, longKwh, monthMs, start, tariffs, week, zone])
}
