import type { GridFactors } from '../../contract/reference.ts'
import type { FuelFactors } from '../../contract/reference-fuels.ts'
import type { RegisterSet } from '../../contract/registers.ts'
import { type Emissions, gridEmissions } from '../energy/grid-emissions.ts'
import { enough, notEnough, type Outcome, ratioOf } from '../statistics/outcome.ts'

type FuelUse = RegisterSet['fuel-use'][number]

const KWH_PER_TJ = 1e6 / 3.6

export interface FuelEmission {
  row: FuelUse
  /** Null: no factor for this fuel. */
  tCO2: number | null
  /** Energy of the fuel by its net calorific value; null as above. */
  kWh: number | null
}

export interface ScopeOne {
  tCO2: number
  kWh: number
  fuels: readonly FuelEmission[]
}

/**
 * Scope 1: Σ mass × net calorific value × factor, tCO2, of the rows that end in [from, to] (`YYYY-MM-DD`).
 * CO2 of combustion only. Factors: IPCC 2006 defaults (fixtures/reference/fuel-factors.json), confidence low.
 * Errors: `no-data` without a row; `no-reference-value` when a fuel has no factor: a sum without it would be too low.
 */
export function scopeOne(rows: readonly FuelUse[], table: FuelFactors, from: string, to: string): Outcome<ScopeOne> {
  const inPeriod = rows.filter((row) => row.to >= from && row.to <= to)
  if (inPeriod.length === 0) return notEnough('no-data')
  const fuels = inPeriod.map((row): FuelEmission => {
    const factor = table.factors.find(({ fuel }) => fuel === row.fuel)
    const tj = factor === undefined ? null : (row.massT / 1000) * factor.tjPerKt
    return {
      row,
      tCO2: tj === null || factor === undefined ? null : tj * factor.tCO2PerTj,
      kWh: tj === null ? null : tj * KWH_PER_TJ,
    }
  })
  const known = fuels.filter(({ tCO2 }) => tCO2 !== null)
  if (known.length < fuels.length) {
    return notEnough('no-reference-value', { contributing: known.length, expected: fuels.length })
  }
  return enough({
    tCO2: known.reduce((sum, { tCO2 }) => sum + (tCO2 ?? 0), 0),
    kWh: known.reduce((sum, { kWh }) => sum + (kWh ?? 0), 0),
    fuels,
  })
}

/**
 * Scope 2 by location: grid energy × factor of the year, tCO2, with the year of the factor.
 * Errors as `gridEmissions`.
 */
export function scopeTwo(gridKwh: number | null, table: GridFactors, year: number): Outcome<Emissions> {
  return gridEmissions(gridKwh === null ? null : gridKwh / 1000, table, year)
}

export interface Inventory {
  scopeOne: Outcome<ScopeOne>
  scopeTwo: Outcome<Emissions>
  /** Scopes 1 and 2 together; only when both are known. */
  total: Outcome<number>
  /** tCO2 per hectare and per employee. */
  perHectare: Outcome<number>
  perEmployee: Outcome<number>
}

/** Greenhouse gas inventory of a period with its intensities (GHG Protocol scopes; names by GRI 305). */
export function inventoryOf(
  one: Outcome<ScopeOne>,
  two: Outcome<Emissions>,
  served: { areaHa: number | null; employees: number | null },
): Inventory {
  const total: Outcome<number> = one.ok ? (two.ok ? enough(one.value.tCO2 + two.value.tCO2) : two) : one
  const per = (amount: number | null): Outcome<number> => (total.ok ? ratioOf(total.value, amount) : total)
  return { scopeOne: one, scopeTwo: two, total, perHectare: per(served.areaHa), perEmployee: per(served.employees) }
}
