import { MIN_COVERAGE } from '../quality/total.ts'
import { intervalStartMs, valueAt, type IntervalSeries } from '../statistics/interval-series.ts'
import { enough, notEnough, type Outcome } from '../statistics/outcome.ts'
import { DEMAND_STEP_MS, halfHourStartMs } from './demand.ts'

export interface RunningDemand {
  /** The half hour of the park's clock that is running. */
  fromMs: number
  toMs: number
  elapsedMs: number
  /** Mean power since it began, kW. */
  meanKw: number
  /** Demand of the half hour if the power stays as it is now, kW. */
  projectedKw: number
}

/**
 * Demand of the half hour that is running: Σ P·Δt / Σ Δt over the short intervals since it began, the present power
 * standing for the time that they do not reach yet. Projected: (mean · elapsed + present · rest) / 30 min.
 * Errors: `low-coverage` when under 80 % of the time since the start is known; `no-data` without a present power.
 *
 * @param meanPowerKw mean power of short intervals (5 minutes), kW
 * @param presentKw power now, kW; null when it is not known
 */
export function runningDemand(
  meanPowerKw: IntervalSeries,
  presentKw: number | null,
  nowMs: number,
  zone: string,
): Outcome<RunningDemand> {
  if (presentKw === null || !Number.isFinite(presentKw)) return notEnough('no-data')
  const fromMs = halfHourStartMs(nowMs, zone)
  const elapsedMs = nowMs - fromMs
  let energy = 0
  let knownMs = 0
  let reachedMs = fromMs
  for (let k = 0; k < meanPowerKw.values.length; k++) {
    const startMs = Math.max(fromMs, intervalStartMs(meanPowerKw, k))
    const endMs = Math.min(nowMs, intervalStartMs(meanPowerKw, k) + meanPowerKw.stepMs)
    const power = valueAt(meanPowerKw, k)
    if (endMs <= startMs) continue
    reachedMs = Math.max(reachedMs, endMs)
    if (power === null) continue
    energy += power * (endMs - startMs)
    knownMs += endMs - startMs
  }
  energy += presentKw * (nowMs - reachedMs)
  knownMs += nowMs - reachedMs
  if (knownMs < MIN_COVERAGE * elapsedMs) {
    return notEnough('low-coverage', {
      contributing: Math.round(knownMs / 60_000),
      expected: Math.round(elapsedMs / 60_000),
    })
  }
  const meanKw = knownMs > 0 ? energy / knownMs : presentKw
  return enough({
    fromMs,
    toMs: fromMs + DEMAND_STEP_MS,
    elapsedMs,
    meanKw,
    projectedKw: (meanKw * elapsedMs + presentKw * (DEMAND_STEP_MS - elapsedMs)) / DEMAND_STEP_MS,
  })
}
