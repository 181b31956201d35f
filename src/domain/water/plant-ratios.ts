import { enough, notEnough, ratioOf, type Outcome } from '../statistics/outcome.ts'

/** Own proposal: the plant is watched closely from this share of its design flow. Confidence low. */
export const HYDRAULIC_WARN_PERCENT = 80

export interface HydraulicLoad {
  percent: number
  state: 'normal' | 'high' | 'over-design'
}

/**
 * Hydraulic load in per cent: inflow / design flow × 100, both m³/d. Over 100 % the plant may not take on new
 * dischargers (Decree 08/2022/NĐ-CP Articles 48.4a and 49.1a, confidence high).
 * Errors: `no-rating` without a design flow; `no-data`, `zero-denominator`.
 */
export function hydraulicLoad(inflowM3PerDay: number | null, designM3PerDay: number | null): Outcome<HydraulicLoad> {
  if (designM3PerDay === null) return notEnough('no-rating')
  const percent = ratioOf(inflowM3PerDay, designM3PerDay, 100)
  if (!percent.ok) return percent
  const state = percent.value > 100 ? 'over-design' : percent.value >= HYDRAULIC_WARN_PERCENT ? 'high' : 'normal'
  return enough({ percent: percent.value, state })
}

/**
 * Specific energy of treatment in kWh/m³: electricity of the plant / treated volume of the same period.
 * Errors: `no-data`; `zero-denominator` when nothing was treated.
 */
export function specificEnergy(plantKwh: number | null, treatedM3: number | null): Outcome<number> {
  return ratioOf(plantKwh, treatedM3)
}

/** Reuse in per cent: reclaimed water delivered / treated volume × 100. Errors as `ratioOf`. */
export function reusePercent(reclaimedM3: number | null, treatedM3: number | null): Outcome<number> {
  return ratioOf(reclaimedM3, treatedM3, 100)
}

/**
 * Wastewater against supply: inflow of the plant / water sold. About 0.8 is expected (QCVN 01:2021/BXD, confidence
 * low): far above it speaks of rain in the sewers, far below of a by-pass or of product water.
 */
export function wastewaterRatio(inflowM3: number | null, soldM3: number | null): Outcome<number> {
  return ratioOf(inflowM3, soldM3)
}
