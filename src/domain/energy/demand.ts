import { zoneOffsetMs } from '../time/park-zone.ts'
import { intervalStartMs, seriesEndMs, valueAt, type IntervalSeries } from '../statistics/interval-series.ts'
import { coverageGap, enough, notEnough, type Coverage, type Outcome } from '../statistics/outcome.ts'
import { MIN_COVERAGE } from '../quality/total.ts'

/** The interval by which demand is billed: half hours of the park's clock. Source: letter 7646/BCT-ĐL, medium. */
export const DEMAND_STEP_MS = 30 * 60_000

/**
 * 30-minute demand in kW: the mean of the mean powers of each half hour of the park's clock.
 * A half hour with under 80 % of its time covered is a gap. Input intervals must divide the half hour, and their
 * times are taken as they are: an interval belongs to the half hour in which it begins.
 *
 * @param meanPowerKw mean power of intervals of at most 30 minutes, kW
 * @throws RangeError when the intervals do not divide the half hour
 */
export function demandOf(meanPowerKw: IntervalSeries, zone: string): IntervalSeries {
  const perBlock = DEMAND_STEP_MS / meanPowerKw.stepMs
  if (!Number.isInteger(perBlock)) throw new RangeError('demand: the step must divide 30 minutes')
  const firstMs = halfHourStartMs(meanPowerKw.fromMs, zone)
  const blocks = Math.max(0, Math.ceil((seriesEndMs(meanPowerKw) - firstMs) / DEMAND_STEP_MS))
  const sums = new Float64Array(blocks)
  const counts = new Uint32Array(blocks)
  for (let k = 0; k < meanPowerKw.values.length; k++) {
    const power = valueAt(meanPowerKw, k)
    if (power === null) continue
    const block = Math.floor((intervalStartMs(meanPowerKw, k) - firstMs) / DEMAND_STEP_MS)
    sums[block] = (sums[block] ?? 0) + power
    counts[block] = (counts[block] ?? 0) + 1
  }
  const values = Array.from(sums, (sum, block) => {
    const count = counts[block] ?? 0
    return count >= MIN_COVERAGE * perBlock ? sum / count : null
  })
  return { fromMs: firstMs, stepMs: DEMAND_STEP_MS, values }
}

/** Start of the half hour of the park's clock that holds the instant. */
export function halfHourStartMs(ms: number, zone: string): number {
  const offset = zoneOffsetMs(ms, zone)
  return Math.floor((ms + offset) / DEMAND_STEP_MS) * DEMAND_STEP_MS - offset
}

/**
 * 30-minute demand from a register: kW = growth in kWh / 0.5 h.
 *
 * @param growthKwh growth of the register by half hour, gaps null
 */
export function demandOfGrowth(growthKwh: IntervalSeries): IntervalSeries {
  const hours = growthKwh.stepMs / 3_600_000
  return {
    ...growthKwh,
    values: growthKwh.values.map((_, k) => {
      const growth = valueAt(growthKwh, k)
      return growth === null ? null : growth / hours
    }),
  }
}

export interface DemandPeak {
  peakKw: number
  /** Start of the half hour, epoch milliseconds. */
  atMs: number
  coverage: Coverage
}

/**
 * Highest 30-minute demand of a period [fromMs, toMs), as a month is billed. Half hours that are missing may have
 * been higher: under 80 % of the half hours that have passed there is no peak.
 * Errors: `no-data`, `low-coverage`.
 *
 * @param nowMs half hours that end after this instant are not yet expected
 */
export function peakDemand(demandKw: IntervalSeries, fromMs: number, toMs: number, nowMs: number): Outcome<DemandPeak> {
  const expected = Math.max(0, Math.floor((Math.min(toMs, nowMs) - fromMs) / demandKw.stepMs))
  let best: { peakKw: number; atMs: number } | null = null
  let contributing = 0
  for (let k = 0; k < demandKw.values.length; k++) {
    const atMs = intervalStartMs(demandKw, k)
    if (atMs < fromMs || atMs + demandKw.stepMs > Math.min(toMs, nowMs)) continue
    const kw = valueAt(demandKw, k)
    if (kw === null) continue
    contributing += 1
    if (best === null || kw > best.peakKw) best = { peakKw: kw, atMs }
  }
  const gap = coverageGap(contributing, expected)
  if (gap) return gap
  return best === null ? notEnough('no-data') : enough({ ...best, coverage: { contributing, expected } })
}

export interface DemandExcess {
  fromMs: number
  toMs: number
  peakKw: number
  excessKw: number
}

/** Runs of half hours above the contracted power; a gap ends a run. Errors: `no-rating` without a contract. */
export function demandExcess(demandKw: IntervalSeries, contractedKw: number | null): Outcome<DemandExcess[]> {
  if (contractedKw === null || !Number.isFinite(contractedKw)) return notEnough('no-rating')
  const runs: DemandExcess[] = []
  let run: DemandExcess | null = null
  for (let k = 0; k < demandKw.values.length; k++) {
    const kw = valueAt(demandKw, k)
    if (kw === null || kw <= contractedKw) {
      run = null
      continue
    }
    const fromMs = intervalStartMs(demandKw, k)
    if (run === null) {
      run = { fromMs, toMs: fromMs + demandKw.stepMs, peakKw: kw, excessKw: kw - contractedKw }
      runs.push(run)
      continue
    }
    run.toMs = fromMs + demandKw.stepMs
    run.peakKw = Math.max(run.peakKw, kw)
    run.excessKw = run.peakKw - contractedKw
  }
  return enough(runs)
}

/** Load factor of a period: mean power / peak demand, 0 to 1. Errors as `ratioOf` and `peakDemand`. */
export function loadFactor(demandKw: IntervalSeries, fromMs: number, toMs: number, nowMs: number): Outcome<number> {
  const peak = peakDemand(demandKw, fromMs, toMs, nowMs)
  if (!peak.ok) return peak
  let sum = 0
  for (let k = 0; k < demandKw.values.length; k++) {
    const atMs = intervalStartMs(demandKw, k)
    if (atMs >= fromMs && atMs + demandKw.stepMs <= Math.min(toMs, nowMs)) sum += valueAt(demandKw, k) ?? 0
  }
  if (peak.value.peakKw === 0) return notEnough('zero-denominator')
  if (peak.value.peakKw < 0) return notEnough('negative-denominator')
  return enough(sum / peak.value.coverage.contributing / peak.value.peakKw)
}
