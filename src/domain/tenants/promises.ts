import { MIN_COVERAGE } from '../quality/total.ts'
import { enough, notEnough, type Outcome } from '../statistics/outcome.ts'
import { valueAt, type IntervalSeries } from '../statistics/interval-series.ts'
import { dayStartMs } from '../time/park-zone.ts'

/** What the park and a tenant promise each other, as far as meters can tell. */
export const PROMISES = ['voltage', 'pressure', 'power-factor', 'demand', 'discharge'] as const
export type PromiseId = (typeof PROMISES)[number]

const MINUTE_MS = 60_000

export interface PromiseKept {
  /** Minutes out of promise among those that could be judged. */
  outMinutes: number
  judgedMinutes: number
  expectedMinutes: number
  /** The value farthest beyond the limit, or nearest to it, in the unit of the promise. */
  worst: number
}

/** Judges one interval; null when its value says nothing about the promise. */
type Judge = (k: number) => { isOut: boolean; value: number; badness: number } | null

function judge(count: number, stepMs: number, isDue: (k: number) => boolean, of: Judge): Outcome<PromiseKept> {
  const minutes = stepMs / MINUTE_MS
  let out = 0
  let judged = 0
  let due = 0
  let worst: { value: number; badness: number } | null = null
  for (let k = 0; k < count; k++) {
    if (!isDue(k)) continue
    due += 1
    const one = of(k)
    if (one === null) continue
    judged += 1
    if (one.isOut) out += 1
    if (worst === null || one.badness > worst.badness) worst = one
  }
  const coverage = { contributing: judged, expected: due }
  if (worst === null) return notEnough('no-data', coverage)
  if (judged < MIN_COVERAGE * due) return notEnough('low-coverage', coverage)
  return enough({
    outMinutes: out * minutes,
    judgedMinutes: judged * minutes,
    expectedMinutes: due * minutes,
    worst: worst.value,
  })
}

/** Nominal voltages of Vietnamese grids, kV. */
const NOMINAL_KV = [0.4, 6, 10, 15, 22, 35, 110, 220] as const
/** A mean this far from a nominal voltage belongs to none. */
const NOMINAL_REACH = 0.2

/** The nominal voltage that a measured one belongs to, kV; null when it is near none. */
export function nominalVoltage(measuredKv: number): number | null {
  const found = NOMINAL_KV.find((kv) => Math.abs(measuredKv / kv - 1) <= NOMINAL_REACH)
  return found ?? null
}

/**
 * Share by which the voltage may differ from the nominal one: 5 %, Circular 39/2015/TT-BCT. From memory: neither the
 * article nor whether it still holds was verified. Confidence low.
 */
export const VOLTAGE_TOLERANCE = 0.05
/** A value on the limit keeps it, whatever the quotient's last digit says. */
const ROUNDING = 1e-9

/**
 * Minutes in which the mean voltage (kV) of an interval lay outside nominal ± 5 %. The park promises it.
 * Errors: `no-data`, `low-coverage` under 80 % of the intervals, `no-reference-value` without a nominal voltage.
 */
export function voltagePromise(voltageKv: IntervalSeries, nominalKv: number | null): Outcome<PromiseKept> {
  if (nominalKv === null) return notEnough('no-reference-value')
  return judge(voltageKv.values.length, voltageKv.stepMs, always, (k) => {
    const value = valueAt(voltageKv, k)
    if (value === null) return null
    const off = Math.abs(value / nominalKv - 1)
    return { isOut: off > VOLTAGE_TOLERANCE + ROUNDING, value, badness: off }
  })
}

/** Minutes in which the mean pressure (bar) lay under the least one. The park promises it. Errors: `no-limit`. */
export function pressurePromise(pressureBar: IntervalSeries, leastBar: number | null): Outcome<PromiseKept> {
  if (leastBar === null) return notEnough('no-limit')
  return judge(pressureBar.values.length, pressureBar.stepMs, always, (k) => {
    const value = valueAt(pressureBar, k)
    return value === null ? null : { isOut: value < leastBar, value, badness: -value }
  })
}

/** Below this share of the contracted power a factor says nothing: an idle factory pays no penalty. */
const IDLE_SHARE = 0.02

/**
 * Minutes in which cos φ of an interval's mean power lay under the threshold. The tenant promises it. Intervals
 * with next to no load are not due. The threshold comes from the rule of the tariff reference that holds on the day.
 * Errors: `no-limit` without a rule, or for a customer below the power from which it applies; those of `judge`.
 */
export function powerFactorPromise(
  activeKw: IntervalSeries,
  reactiveKvar: IntervalSeries,
  contractedKw: number | null,
  threshold: number | null,
): Outcome<PromiseKept> {
  if (threshold === null) return notEnough('no-limit')
  const idleKw = (contractedKw ?? 0) * IDLE_SHARE
  const isDue = (k: number): boolean => {
    const kw = valueAt(activeKw, k)
    return kw === null || kw > idleKw
  }
  return judge(activeKw.values.length, activeKw.stepMs, isDue, (k) => {
    const kw = valueAt(activeKw, k)
    const kvar = valueAt(reactiveKvar, k)
    if (kw === null || kvar === null || kw <= 0) return null
    const value = kw / Math.hypot(kw, kvar)
    return { isOut: value < threshold, value, badness: -value }
  })
}

/** Minutes in which mean demand (kW) lay over the contracted power. The tenant promises it. Errors: `no-rating`. */
export function demandPromise(demandKw: IntervalSeries, contractedKw: number | null): Outcome<PromiseKept> {
  if (contractedKw === null || !Number.isFinite(contractedKw)) return notEnough('no-rating')
  return judge(demandKw.values.length, demandKw.stepMs, always, (k) => {
    const value = valueAt(demandKw, k)
    return value === null ? null : { isOut: value > contractedKw, value, badness: value }
  })
}

/**
 * Minutes after a day's contracted discharge (m³/d) was used up, until that day ended: the sum of the day so far
 * decides, because a contract by the day says nothing about one hour. Days in the park's zone; a series that begins
 * in the middle of a day counts from there. `worst` is the largest sum of a day, m³. Errors: `no-rating`.
 */
export function dischargePromise(
  flowM3PerH: IntervalSeries,
  contractedM3PerDay: number | null,
  zone: string,
): Outcome<PromiseKept> {
  if (contractedM3PerDay === null || !Number.isFinite(contractedM3PerDay)) return notEnough('no-rating')
  const hours = flowM3PerH.stepMs / 3_600_000
  let day = Number.NaN
  let sum = 0
  return judge(flowM3PerH.values.length, flowM3PerH.stepMs, always, (k) => {
    const start = dayStartMs(flowM3PerH.fromMs + k * flowM3PerH.stepMs, zone)
    if (start !== day) {
      day = start
      sum = 0
    }
    const flow = valueAt(flowM3PerH, k)
    if (flow === null) return null
    sum += flow * hours
    return { isOut: sum > contractedM3PerDay, value: sum, badness: sum }
  })
}

function always(): boolean {
  return true
}
