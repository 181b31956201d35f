import { useMemo } from 'react'
import type { MeterGrowth } from '../domain/energy/tenant-energy.ts'
import { registerHistory } from '../domain/energy/register-history.ts'
import { fedBackKwh } from '../domain/energy/renewables.ts'
import { DEMAND_STEP_MS } from '../domain/energy/demand.ts'
import type { ParkIndex } from '../domain/network/park-index.ts'
import { coverageGap, enough, notEnough, type Coverage, type Outcome } from '../domain/statistics/outcome.ts'
import { useHistory, type HistoryView } from './use-history.ts'
import type { UnitSuspicion } from '../domain/balance/unit-check.ts'
import { knownIds, type EnergyMeter, type EnergyPoints } from '../domain/energy/energy-points.ts'
import type { Clock } from './use-clock.ts'

const QUARTER_MS = 900_000
const NOTHING: readonly string[] = []

export interface DayEnergy {
  /** Up to the last whole half hour. */
  untilMs: number
  /** Growth since midnight by register id; a register that is missing is null. Null until it has come. */
  growth: ReadonlyMap<string, MeterGrowth> | null
  /** Energy that each consumer with solar fed back, by asset id. Null until it has come. */
  fedBack: ReadonlyMap<string, Outcome<number>> | null
  /** What batteries gave and took; null in a park without one. */
  storage: { dischargedKwh: number | null; chargedKwh: number | null } | null
  /** Why the registers or the powers have not come; null while there is something to show. */
  error: unknown
  retry: () => void
}

interface Wanted {
  id: string
  maxKw: number
  rollOverAt: number | null
}

function registersOf(points: EnergyPoints): Wanted[] {
  const meters = [...points.incomers, ...points.consumers].map(({ energyId, maxKw, rollOverAt }) => ({
    id: energyId,
    maxKw,
    rollOverAt,
  }))
  const plants = points.solar.map(({ generatedId, maxKw, rollOverAt }) => ({ id: generatedId, maxKw, rollOverAt }))
  return [...meters, ...plants].flatMap(({ id, maxKw, rollOverAt }) => (id === null ? [] : [{ id, maxKw, rollOverAt }]))
}

/** Energy of every meter since midnight: two readings of each register, and the power of those that can feed back. */
export function useDayEnergy(index: ParkIndex, points: EnergyPoints, clock: Clock, isReady: boolean): DayEnergy {
  const untilMs = Math.max(Math.floor(clock.nowMs / DEMAND_STEP_MS) * DEMAND_STEP_MS, clock.dayMs)
  const spanMs = untilMs - clock.dayMs
  const registers = useMemo(() => registersOf(points), [points])
  const ids = useMemo(() => registers.map(({ id }) => id), [registers])
  const sunny = useMemo(
    () => [...knownIds(points.withSolar.map(({ powerId }) => powerId)), ...points.storagePowerIds],
    [points],
  )
  const asks = isReady && spanMs > 0
  const day = useHistory(index.park.id, {
    points: asks ? ids : NOTHING,
    fromMs: clock.dayMs - Math.max(spanMs, QUARTER_MS),
    toMs: Math.max(untilMs, clock.dayMs + QUARTER_MS),
    stepMs: Math.max(spanMs, QUARTER_MS),
    anchored: true,
  })
  const power = useHistory(index.park.id, {
    points: asks ? sunny : NOTHING,
    fromMs: clock.dayMs,
    toMs: Math.max(untilMs, clock.dayMs + QUARTER_MS),
    stepMs: QUARTER_MS,
  })
  const growth = useMemo(() => {
    if (!day.history) return null
    const grid = { fromMs: Date.parse(day.history.from), stepMs: day.history.stepMs }
    return new Map(
      registers.map(({ id, maxKw, rollOverAt }): [string, MeterGrowth] => {
        const { growth: series, events } = registerHistory(day.byId.get(id), grid, 2, maxKw, rollOverAt)
        return [id, { kwh: series.values[0] ?? null, event: events[0] ?? null, suspicion: null }]
      }),
    )
  }, [day.history, day.byId, registers])
  const fedBack = useMemo(() => {
    if (sunny.length > 0 && !power.history) return null
    const fromMs = power.history ? Date.parse(power.history.from) : 0
    return new Map(
      points.withSolar.map(({ asset, powerId }): [string, Outcome<number>] => {
        const values = powerId === null ? undefined : power.byId.get(powerId)?.mean
        return [asset.id, values ? fedBackKwh({ fromMs, stepMs: QUARTER_MS, values }) : notEnough('no-data')]
      }),
    )
  }, [power.history, power.byId, points, sunny])
  const storage = useMemo(() => {
    if (points.storagePowerIds.length === 0) return null
    const fromMs = power.history ? Date.parse(power.history.from) : 0
    const sumOf = (sign: 1 | -1): number | null => {
      const amounts = points.storagePowerIds.map((id) => {
        const mean = power.byId.get(id)?.mean
        const values = mean?.map((kw) => (kw === null ? null : -sign * kw))
        const energy = values ? fedBackKwh({ fromMs, stepMs: QUARTER_MS, values }) : notEnough('no-data')
        return energy.ok ? energy.value : null
      })
      const sum = coveredSum(amounts)
      return sum.ok ? sum.value.value : null
    }
    return { dischargedKwh: sumOf(1), chargedKwh: sumOf(-1) }
  }, [power.history, power.byId, points])
  return {
    storage,
    untilMs: day.history ? Date.parse(day.history.to) : untilMs,
    growth,
    fedBack,
    error: day.error ?? power.error,
    retry: () => {
      if (day.error !== null) day.retry()
      if (power.error !== null) power.retry()
    },
  }
}

/** What went wrong on the way to the day's registers, and how to ask again; null when nothing did. */
export function failureOf(
  day: DayEnergy,
  blocked: Pick<HistoryView, 'error' | 'retry'>,
): { error: unknown; retry: () => void } | null {
  if (day.growth !== null && day.fedBack !== null) return null
  if (blocked.error !== null) return blocked
  return day.error === null ? null : day
}

/** A day without the growth of registers that do not hold kilowatt hours: each is a meter without a value. */
export function withoutSuspects(day: DayEnergy, suspects: ReadonlyMap<string, UnitSuspicion>): DayEnergy {
  if (day.growth === null || suspects.size === 0) return day
  const growth = new Map(day.growth)
  for (const [id, suspicion] of suspects) if (growth.has(id)) growth.set(id, { kwh: null, event: null, suspicion })
  return { ...day, growth }
}

export interface CoveredSum {
  value: number
  coverage: Coverage
}

/** Sum of what is known of a list, refused under 80 % of it. */
export function coveredSum(values: readonly (number | null)[]): Outcome<CoveredSum> {
  const known = values.filter((value) => value !== null)
  const coverage = { contributing: known.length, expected: values.length }
  const gap = coverageGap(coverage.contributing, coverage.expected)
  return gap ?? enough({ value: known.reduce((sum, value) => sum + value, 0), coverage })
}

/** Growth of a meter since midnight, kWh, or null. */
export function growthOfMeter(day: DayEnergy, { energyId }: Pick<EnergyMeter, 'energyId'>): number | null {
  return energyId === null ? null : (day.growth?.get(energyId)?.kwh ?? null)
}
