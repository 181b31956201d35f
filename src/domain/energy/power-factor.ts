import type { PowerFactorRule } from '../../contract/reference.ts'
import { enough, mapOutcome, notEnough, type Outcome } from '../statistics/outcome.ts'

/**
 * cos φ = A / √(A² + Q²) of a month's active (kWh) and reactive (kvarh) energy, 0 to 1.
 * Source: Circular 15/2014/TT-BCT, confidence medium (whether it was replaced by 2026 is not verified).
 * Errors: `no-data`, `zero-denominator` when nothing was drawn, `negative-denominator` when energy ran backwards.
 */
export function powerFactorOf(activeKwh: number | null, reactiveKvarh: number | null): Outcome<number> {
  if (activeKwh === null || reactiveKvarh === null) return notEnough('no-data')
  const apparent = Math.hypot(activeKwh, reactiveKvarh)
  if (!Number.isFinite(apparent)) return notEnough('not-finite')
  if (apparent === 0) return notEnough('zero-denominator')
  if (activeKwh < 0) return notEnough('negative-denominator')
  return enough(activeKwh / apparent)
}

/**
 * Surcharge k in per cent of the month's charge: 0 from cos φ 0.9 up, (0.9 / cos φ − 1) × 100 below,
 * 52.54 under 0.6. Source as `powerFactorOf`.
 */
export function surchargePercent(cosPhi: number, rule: PowerFactorRule): number {
  if (cosPhi >= rule.threshold) return 0
  if (cosPhi < rule.floor) return rule.floorPercent
  return (rule.threshold / cosPhi - 1) * 100
}

/** Whether the rule concerns a customer of a registered maximum power; null when that is not known. */
export function isRuleFor(rule: PowerFactorRule, registeredPowerKw: number | null): boolean | null {
  return registeredPowerKw === null ? null : registeredPowerKw >= rule.fromPowerKw
}

export interface EnergyPair {
  activeKwh: number
  reactiveKvarh: number
}

export interface PowerFactorMonth {
  /** Month to date. */
  cosPhi: number
  surchargePercent: number
  /** Whole month when the rest goes on as the recent past did. */
  projectedCosPhi: number
  projectedSurchargePercent: number
  /** Reactive energy that the rest of the month may still draw to end at the threshold, kvarh; negative: too late. */
  reactiveRoomKvarh: number
}

/**
 * Power factor of the month to date and projected to its end: energy so far plus the recent rate × time left.
 * Errors: those of `powerFactorOf`; `no-data` when `recentMs` is not positive.
 *
 * @param recent energy of the recent past that the projection goes on with, commonly seven days
 * @param leftMs time from now to the end of the month, 0 at the end
 */
export function projectPowerFactor(
  toDate: EnergyPair,
  recent: EnergyPair,
  recentMs: number,
  leftMs: number,
  rule: PowerFactorRule,
): Outcome<PowerFactorMonth> {
  const now = powerFactorOf(toDate.activeKwh, toDate.reactiveKvarh)
  if (!now.ok) return now
  if (!(recentMs > 0) || !(leftMs >= 0)) return notEnough('no-data')
  const share = leftMs / recentMs
  const active = toDate.activeKwh + recent.activeKwh * share
  const reactive = toDate.reactiveKvarh + recent.reactiveKvarh * share
  const allowed = active * Math.sqrt(1 / rule.threshold ** 2 - 1)
  return mapOutcome(powerFactorOf(active, reactive), (projectedCosPhi) => ({
    cosPhi: now.value,
    surchargePercent: surchargePercent(now.value, rule),
    projectedCosPhi,
    projectedSurchargePercent: surchargePercent(projectedCosPhi, rule),
    reactiveRoomKvarh: allowed - toDate.reactiveKvarh,
  }))
}

/** Surcharge in VND: Tq = Ta × k %, Ta the charge for active energy of the month. */
export function surchargeVnd(activeChargeVnd: Outcome<number>, percent: number): Outcome<number> {
  return mapOutcome(activeChargeVnd, (vnd) => (vnd * percent) / 100)
}
