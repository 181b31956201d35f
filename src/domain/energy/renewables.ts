import type { ExportCap } from '../../contract/reference.ts'
import { valueAt, type IntervalSeries } from '../statistics/interval-series.ts'
import { coverageGap, enough, notEnough, ratioOf, type Outcome } from '../statistics/outcome.ts'

/** Energy of a period in kWh; null where it is not metered. */
export interface SolarPeriod {
  generatedKwh: number | null
  exportedKwh: number | null
}

/**
 * Self-consumption in per cent: (generated − exported) / generated × 100.
 * Errors: `no-data`; `zero-denominator` when nothing was generated. More exported than generated gives a negative
 * share: a meter is wrong, and that is shown.
 */
export function selfConsumptionPercent({ generatedKwh, exportedKwh }: SolarPeriod): Outcome<number> {
  const used = generatedKwh === null || exportedKwh === null ? null : generatedKwh - exportedKwh
  return ratioOf(used, generatedKwh, 100)
}

/** Export share in per cent: exported / generated × 100. Errors as `selfConsumptionPercent`. */
export function exportSharePercent({ generatedKwh, exportedKwh }: SolarPeriod): Outcome<number> {
  return ratioOf(exportedKwh, generatedKwh, 100)
}

export interface ExportCheck {
  sharePercent: number
  capPercent: number
  isWithinCap: boolean
  /** Energy that may still be exported at this output, kWh; negative when over the cap. */
  roomKwh: number
}

/**
 * Export share against the cap that holds on the day (fixtures/reference/tariffs.json: Decree 58/2025 as amended by
 * Decree 243/2026, medium). The cap itself is lawful.
 * Errors: `no-limit` without a cap, and those of the share.
 */
export function checkExport(period: SolarPeriod, cap: ExportCap | null): Outcome<ExportCheck> {
  if (cap === null) return notEnough('no-limit')
  const share = exportSharePercent(period)
  if (!share.ok) return share
  const allowedKwh = ((period.generatedKwh ?? 0) * cap.maxSharePercent) / 100
  return enough({
    sharePercent: share.value,
    capPercent: cap.maxSharePercent,
    isWithinCap: share.value <= cap.maxSharePercent,
    roomKwh: allowedKwh - (period.exportedKwh ?? 0),
  })
}

/**
 * Renewable share of the energy used in per cent: (solar used on site + direct contracts) / total × 100.
 * The part of renewables in the grid's own mix is not counted. Source: EIP framework v1.0 EN-3 from professional knowledge,
 * confidence low.
 * Errors: `no-data`, `zero-denominator`, `negative-denominator`.
 */
export function renewableSharePercent(use: {
  solarUsedKwh: number | null
  directContractKwh: number | null
  totalKwh: number | null
}): Outcome<number> {
  const renewable =
    use.solarUsedKwh === null || use.directContractKwh === null ? null : use.solarUsedKwh + use.directContractKwh
  return ratioOf(renewable, use.totalKwh, 100)
}

/**
 * Energy that a consumer with rooftop solar fed back past its meter, kWh: Σ max(0, −P) × h of the meter's mean power.
 * For meters whose register counts import only. Intervals in which the power changed its sign are understated, so
 * they should be short (15 minutes).
 * Errors: `no-data`, `low-coverage` under 80 % of the intervals.
 */
export function fedBackKwh(meanPowerKw: IntervalSeries): Outcome<number> {
  const hours = meanPowerKw.stepMs / 3_600_000
  let energy = 0
  let contributing = 0
  for (let k = 0; k < meanPowerKw.values.length; k++) {
    const power = valueAt(meanPowerKw, k)
    if (power === null) continue
    contributing += 1
    energy += Math.max(0, -power) * hours
  }
  return coverageGap(contributing, meanPowerKw.values.length) ?? enough(energy)
}
