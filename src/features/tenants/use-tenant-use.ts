import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { referenceQueries } from '../../api/reference-queries.ts'
import type { Point, Tenant } from '../../contract/resources.ts'
import { makeDayTypes } from '../../domain/forecast/day-types.ts'
import { isRuleFor } from '../../domain/energy/power-factor.ts'
import { highestOf } from '../../domain/energy/register-history.ts'
import { sumBuckets } from '../../domain/kpi/series.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { energyOfPower, type IntervalSeries } from '../../domain/statistics/interval-series.ts'
import { enough, notEnough, type Outcome } from '../../domain/statistics/outcome.ts'
import { recordOn } from '../../domain/statistics/validity.ts'
import {
  againstOwnBaseline,
  BASELINE_DAYS,
  comparedDays,
  type ComparedDays,
  type OwnBaseline,
} from '../../domain/tenants/own-baseline.ts'
import {
  demandPromise,
  dischargePromise,
  nominalVoltage,
  powerFactorPromise,
  pressurePromise,
  voltagePromise,
  type PromiseId,
  type PromiseKept,
} from '../../domain/tenants/promises.ts'
import { suppliersOf, type TenantMeters } from '../../domain/tenants/tenant-meters.ts'
import { addDaysMs, dayStartMs, isoDateOf } from '../../domain/time/park-zone.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useHistory, type HistoryView } from '../../live/use-history.ts'

const HALF_HOUR_MS = 1_800_000
const HOUR_MS = 3_600_000
const PROFILE_DAYS = 7

export interface TenantUse {
  /** Half-hour means of power, kW, of the last seven days and today so far. */
  demand: IntervalSeries
  energy: ComparedDays
  water: ComparedDays
  discharge: ComparedDays
  /** Yesterday's energy against the tenant's own days. */
  own: OwnBaseline | null
  promises: Readonly<Record<PromiseId, Outcome<PromiseKept>>>
  /** Yesterday's highest half hour against the contracted power, per cent. */
  peakPercent: Outcome<number>
  /** Least power factor by the rule of the tariffs; null where no rule holds for the tenant. */
  leastCosPhi: number | null
  /** Least pressure of the district, bar; null without a logger or a limit. */
  leastBar: number | null
  nominalKv: number | null
  fromMs: number
  toMs: number
  midnightMs: number
}

interface Points {
  power: readonly string[]
  reactive: readonly string[]
  voltage: readonly string[]
  water: readonly string[]
  discharge: readonly string[]
  pressure: readonly Point[]
}

const idsOf = (points: readonly Point[]): readonly string[] => points.map(({ id }) => id)

/** Loggers of the districts that supply a tenant directly: the pressure that it is promised. */
function pressurePoints(index: ParkIndex, meters: TenantMeters): readonly Point[] {
  const districts = new Set(meters.assets.filter(({ kind }) => kind === 'water-meter').map(({ parentId }) => parentId))
  const pressures = index.pointsByKind.get('pressure') ?? []
  return pressures.filter(({ assetId }) => {
    const asset = index.assetById.get(assetId)
    return asset?.kind === 'pressure-logger' && asset.parentId !== null && districts.has(asset.parentId)
  })
}

/** Some points as one series of sums; a bucket under 80 % of them is a gap. */
function summed(view: HistoryView, ids: readonly string[]): IntervalSeries {
  const { history, byId } = view
  if (!history || ids.length === 0) return { fromMs: 0, stepMs: HALF_HOUR_MS, values: [] }
  const buckets = Math.round((Date.parse(history.to) - Date.parse(history.from)) / history.stepMs)
  const sums = sumBuckets(
    ids.map((id) => byId.get(id)),
    buckets,
  )
  const values = Array.from(sums, (sum) => (Number.isFinite(sum) ? sum : null))
  return { fromMs: Date.parse(history.from), stepMs: history.stepMs, values }
}

/** The same points as a series of means: voltages and pressures do not add up. */
function averaged(view: HistoryView, ids: readonly string[]): IntervalSeries {
  const sum = summed(view, ids)
  return { ...sum, values: sum.values.map((value) => (value === null ? null : value / ids.length)) }
}

function meanOf(series: IntervalSeries): number | null {
  const known = series.values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}

/** Highest half hour of a day against the contracted power, per cent. Errors: `no-rating`, `no-data`. */
function peakOfContract(
  demand: IntervalSeries,
  contractedKw: number | null,
  fromMs: number,
  toMs: number,
): Outcome<number> {
  if (contractedKw === null || !(contractedKw > 0)) return notEnough('no-rating')
  const highest = highestOf(demand, fromMs, toMs)
  return highest ? enough((highest.value / contractedKw) * 100) : notEnough('no-data')
}

/** History of one tenant: seven days by the half hour, and five weeks by the hour for its own baseline. */
export function useTenantUse(index: ParkIndex, tenant: Tenant, meters: TenantMeters) {
  const { park } = index
  const zone = park.timeZone
  const now = useServerNow(HALF_HOUR_MS)
  const midnight = dayStartMs(now, zone)
  const from = addDaysMs(midnight, -PROFILE_DAYS, zone)
  const points = useMemo<Points>(
    () => ({
      power: idsOf(meters.power),
      reactive: idsOf(meters.reactive),
      voltage: idsOf(meters.voltage),
      water: idsOf(meters.water),
      discharge: idsOf(meters.discharge),
      pressure: pressurePoints(index, meters),
    }),
    [index, meters],
  )
  const all = useMemo(
    () => [
      ...points.power,
      ...points.reactive,
      ...points.voltage,
      ...points.water,
      ...points.discharge,
      ...idsOf(points.pressure),
    ],
    [points],
  )
  const week = useHistory(park.id, { points: all, fromMs: from, toMs: now, stepMs: HALF_HOUR_MS })
  const past = useHistory(park.id, {
    points: points.power,
    fromMs: addDaysMs(midnight, -BASELINE_DAYS, zone),
    toMs: midnight,
    stepMs: HOUR_MS,
  })
  const holidays = useQuery(referenceQueries.holidays())
  const tariffs = useQuery(referenceQueries.tariffs())
  const suppliers = useMemo(() => suppliersOf(index, meters), [index, meters])
  const use = useMemo<TenantUse | null>(() => {
    if (!week.history) return null
    const demand = summed(week, points.power)
    const reactive = summed(week, points.reactive)
    const voltage = averaged(week, points.voltage)
    const pressure = averaged(week, idsOf(points.pressure))
    const discharge = summed(week, points.discharge)
    const limit = points.pressure[0]?.limits.find(({ type }) => type === 'low')
    const meanKv = meanOf(voltage)
    const nominalKv = meanKv === null ? null : nominalVoltage(meanKv)
    const rule = tariffs.data ? recordOn(tariffs.data.powerFactor, isoDateOf(now, zone)) : null
    const applies = rule !== null && isRuleFor(rule, tenant.contractedPowerKw) !== false
    const leastCosPhi = applies ? rule.threshold : null
    const days = (series: IntervalSeries): ComparedDays => comparedDays(energyOfPower(series), midnight, now, zone)
    return {
      demand,
      energy: days(demand),
      water: days(summed(week, points.water)),
      discharge: days(discharge),
      own:
        past.history && holidays.data
          ? againstOwnBaseline(
              energyOfPower(summed(past, points.power)),
              addDaysMs(midnight, -1, zone),
              zone,
              makeDayTypes(holidays.data, zone),
            )
          : null,
      promises: {
        voltage: voltagePromise(voltage, nominalKv),
        pressure: pressurePromise(pressure, limit?.value ?? null),
        'power-factor': powerFactorPromise(demand, reactive, tenant.contractedPowerKw, leastCosPhi),
        demand: demandPromise(demand, tenant.contractedPowerKw),
        discharge: dischargePromise(discharge, tenant.contractedWastewaterM3PerDay, zone),
      },
      peakPercent: peakOfContract(demand, tenant.contractedPowerKw, addDaysMs(midnight, -1, zone), midnight),
      leastCosPhi,
      leastBar: limit?.value ?? null,
      nominalKv,
      fromMs: from,
      toMs: now,
      midnightMs: midnight,
    }
  }, [week, past, points, holidays.data, tariffs.data, tenant, zone, midnight, from, now])
  return { use, suppliers, isLoading: week.isLoading, error: week.error, retry: week.retry }
}
