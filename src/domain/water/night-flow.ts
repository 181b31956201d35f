import { dayStartMs } from '../time/park-zone.ts'
import { intervalStartMs, valueAt, type IntervalSeries } from '../statistics/interval-series.ts'
import { coverageGap, enough, notEnough, type Coverage, type Outcome } from '../statistics/outcome.ts'

const HOUR_MS = 3_600_000

/** Night window in hours since the day began, [from, to): when offices and canteens rest. Practice of utilities, low. */
export const NIGHT_FROM_HOUR = 2
export const NIGHT_TO_HOUR = 4

/** Meters of a district: what flows in, out to the next district, and to metered consumers. m³/h. */
export interface DistrictMeters {
  inflows: readonly DistrictMeter[]
  outflows: readonly DistrictMeter[]
  consumers: readonly DistrictMeter[]
}
export interface DistrictMeter {
  id: string
  flow: IntervalSeries
}

export interface NightFlow {
  /** Net inflow of the district (in − out) and what its consumers drew in the window, m³/h. */
  netInflow: number
  metered: number
  /** netInflow − metered, m³/h: leakage and what is not metered. May be negative; then meters are wrong. */
  leakage: number
  /** Leakage × 24 h × factor, m³/d. */
  leakagePerDay: number
  /** leakage / netInflow × 100; null when nothing flowed in. */
  percentOfInflow: number | null
  isNegative: boolean
  /** Meters with the larger flows, to check first when the leakage is negative. */
  suspectIds: readonly string[]
  coverage: Coverage
}

/**
 * Night flow of a district: mean flow from 02:00 to 04:00 less what its consumers draw then. Parks work at night,
 * so what the meters know is taken off instead of a guess.
 * Practice of district metering (IWA water loss task force), confidence low.
 * Errors: `no-meter` without an inflow meter; `no-data`, `low-coverage` under 80 % of the meters with a value, each
 * of which needs 80 % of the window.
 *
 * @param dayMs any instant of the day (its early morning is the night)
 * @param dayFactor mean leakage of a day over that of the night: under 1, because pressure is highest at night
 */
export function nightFlowOf(
  meters: DistrictMeters,
  dayMs: number,
  zone: string,
  dayFactor: number = 1,
): Outcome<NightFlow> {
  if (meters.inflows.length === 0) return notEnough('no-meter')
  const startMs = dayStartMs(dayMs, zone)
  const window = [startMs + NIGHT_FROM_HOUR * HOUR_MS, startMs + NIGHT_TO_HOUR * HOUR_MS] as const
  const inflow = sumOf(meters.inflows, window)
  const outflow = sumOf(meters.outflows, window)
  const consumers = sumOf(meters.consumers, window)
  const parts = [inflow, outflow, consumers]
  const coverage = {
    contributing: inflow.contributing + outflow.contributing + consumers.contributing,
    expected: inflow.expected + outflow.expected + consumers.expected,
  }
  for (const part of parts) {
    const gap = part.expected > 0 ? coverageGap(part.contributing, part.expected) : null
    if (gap) return gap
  }
  const netInflow = inflow.sum - outflow.sum
  const leakage = netInflow - consumers.sum
  if (!Number.isFinite(leakage)) return notEnough('not-finite')
  const largest = parts.flatMap(({ means }) => means).toSorted((a, b) => Math.abs(b.mean) - Math.abs(a.mean))
  return enough({
    netInflow,
    metered: consumers.sum,
    leakage,
    leakagePerDay: leakage * 24 * dayFactor,
    percentOfInflow: netInflow > 0 ? (leakage / netInflow) * 100 : null,
    isNegative: leakage < 0,
    suspectIds: leakage < 0 ? largest.slice(0, 2).map(({ id }) => id) : [],
    coverage,
  })
}

interface WindowSum {
  sum: number
  means: readonly { id: string; mean: number }[]
  contributing: number
  expected: number
}

function sumOf(meters: readonly DistrictMeter[], window: readonly [number, number]): WindowSum {
  const means: { id: string; mean: number }[] = []
  for (const { id, flow } of meters) {
    const mean = windowMean(flow, window)
    if (mean !== null) means.push({ id, mean })
  }
  const sum = means.reduce((total, { mean }) => total + mean, 0)
  return { sum, means, contributing: means.length, expected: meters.length }
}

/** Mean over the window from the intervals that begin in it; null under 80 % of them. */
function windowMean(flow: IntervalSeries, [fromMs, toMs]: readonly [number, number]): number | null {
  let sum = 0
  let count = 0
  for (let k = Math.max(0, Math.floor((fromMs - flow.fromMs) / flow.stepMs)); k < flow.values.length; k++) {
    const atMs = intervalStartMs(flow, k)
    if (atMs >= toMs) break
    const value = valueAt(flow, k)
    if (atMs < fromMs || value === null) continue
    sum += value
    count += 1
  }
  return coverageGap(count, (toMs - fromMs) / flow.stepMs) === null ? sum / count : null
}
