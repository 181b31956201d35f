import type { GridFactor, GridFactors } from '../../contract/reference.ts'
import { enough, notEnough, type Outcome } from '../statistics/outcome.ts'

/** Factor that a figure uses, always printed with its year. */
export interface UsedFactor {
  factor: GridFactor
  /** `false`: the wanted year has no official factor yet, and an earlier one stands in. */
  isOfYear: boolean
}

/**
 * Grid factor for a year: its own, or the latest official one before it. A later factor never stands in for an
 * earlier year.
 * Source: yearly letters of the Department of Climate Change (fixtures/reference/grid-factors.json), medium.
 * Errors: `no-reference-value` for a year before the first factor.
 */
export function gridFactorOf(table: GridFactors, year: number): Outcome<UsedFactor> {
  let best: GridFactor | null = null
  for (const factor of table.factors) {
    if (factor.official && factor.year <= year && (best === null || factor.year > best.year)) best = factor
  }
  return best === null ? notEnough('no-reference-value') : enough({ factor: best, isOfYear: best.year === year })
}

export interface Emissions {
  tCO2: number
  factorYear: number
  tCO2PerMWh: number
  isOfYear: boolean
}

/** tCO2 = MWh × factor of the year. Errors: `no-data`, `not-finite`, `no-reference-value`. */
export function gridEmissions(energyMWh: number | null, table: GridFactors, year: number): Outcome<Emissions> {
  const used = gridFactorOf(table, year)
  if (!used.ok) return used
  if (energyMWh === null) return notEnough('no-data')
  if (!Number.isFinite(energyMWh)) return notEnough('not-finite')
  const { tCO2PerMWh, year: factorYear } = used.value.factor
  return enough({ tCO2: energyMWh * tCO2PerMWh, factorYear, tCO2PerMWh, isOfYear: used.value.isOfYear })
}
