import type { GridFactors } from '../../contract/reference.ts'
import type { FuelFactors } from '../../contract/reference-fuels.ts'
import type { RegisterSet } from '../../contract/registers.ts'
import type { ScorecardHistory } from '../../contract/scorecard.ts'
import { MIN_COVERAGE } from '../quality/total.ts'
import { monthsBefore } from '../scorecard/measure.ts'
import type { Aggregate, Aggregates } from '../scorecard/scorecard-types.ts'
import { notEnough, type Outcome, ratioOf } from '../statistics/outcome.ts'
import { type Inventory, inventoryOf, scopeOne, scopeTwo } from './inventory.ts'
import {
  type BaselineSaving,
  type GriRow,
  griRows,
  type PathPoint,
  savingAgainstBaseline,
  targetPath,
} from './roadmap.ts'

export interface ClimateInput {
  registers: RegisterSet
  /** Sums of the twelve months that end today. */
  aggregates: Aggregates
  /** Sums of the twelve months before those, the energy baseline; null while they are not there. */
  baseline: Aggregates | null
  gridFactors: GridFactors
  fuelFactors: FuelFactors
  history: ScorecardHistory | null
  areaHa: number
  /** Today in the park's zone, `YYYY-MM-DD`. */
  today: string
}

/** The criterion whose stored results are the renewable share. */
const RENEWABLE_CRITERION = 'EIP-EN-3'
const DAYS = 365

export interface Climate {
  inventory: Inventory
  /** Grid and own solar energy, kWh of the twelve months; null without enough data. */
  energyKwh: number | null
  gridKwh: number | null
  energyPerHa: Outcome<number>
  energyPerEmployee: Outcome<number>
  waterM3: number | null
  /** m³ per hectare and day. */
  waterPerHaDay: Outcome<number>
  employees: number | null
  /** Own solar and direct contracts / energy used with declared fuels × 100. */
  renewableShare: Outcome<number>
  renewablePath: readonly PathPoint[]
  saving: Outcome<BaselineSaving>
  /** Baseline and reporting period: energy and the hectares that it served. */
  baseline: { energyKwh: number | null; leasedHa: number | null }
  reporting: { energyKwh: number | null; leasedHa: number | null }
  /** kWh a year of the solutions whose saving was verified. */
  verifiedKwh: number | null
  savingPath: readonly PathPoint[]
  gri: readonly GriRow[]
}

/** A sum with enough coverage, or null: a year with gaps has no inventory. */
function known({ value, coverage }: Aggregate): number | null {
  return coverage >= MIN_COVERAGE ? value : null
}

function sum(...parts: readonly (number | null)[]): number | null {
  let total = 0
  for (const part of parts) {
    if (part === null) return null
    total += part
  }
  return total
}

function statement(registers: RegisterSet, key: string, year: number): number | null {
  const rows = registers['park-statements'].filter((row) => row.key === key)
  return (rows.find((row) => row.year === year) ?? null)?.value ?? null
}

/** Last stored result of each year of a criterion, and the running one for this year. */
export function yearlyActuals(
  history: ScorecardHistory | null,
  criterionId: string,
  running: { year: number; value: number | null },
): ReadonlyMap<number, number> {
  const actuals = new Map<number, number>()
  const values = history?.series.find((one) => one.criterionId === criterionId)?.value ?? []
  for (const [k, quarter] of (history?.quarters ?? []).entries()) {
    const value = values[k] ?? null
    if (value !== null) actuals.set(Number(quarter.slice(0, 4)), value)
  }
  if (running.value !== null) actuals.set(running.year, running.value)
  return actuals
}

function wasteOf(lots: RegisterSet['waste-lots'], today: string) {
  const year = lots.filter(({ generatedOn }) => generatedOn >= monthsBefore(today, 12))
  const mass = (routes: readonly string[] | null): number | null => {
    const rows = year.filter(({ route }) => routes === null || routes.includes(route))
    return year.length === 0 || rows.some(({ massT }) => massT === null)
      ? null
      : rows.reduce((total, { massT }) => total + (massT ?? 0), 0)
  }
  return {
    wasteT: mass(null),
    wasteDivertedT: mass(['reused', 'recycled']),
    wasteDisposedT: mass(['energy-recovery', 'treated', 'landfilled']),
  }
}

/**
 * Greenhouse gas inventory, intensities, roadmap and saving of a park's last twelve months. Scopes by the GHG Protocol;
 * the saving in the terms of ISO 50001 (EnB: the twelve months before; relevant variable: leased hectares; EnPI: kWh
 * per leased hectare). Codes: GRI 302, 303, 305, 306. What is not known stays null and goes out as a gap.
 */
export function climateOf(input: ClimateInput): Climate {
  const { registers, aggregates, baseline: before, areaHa, today } = input
  const year = Number(today.slice(0, 4))
  const staffed = registers['tenant-profiles'].filter(({ status }) => status === 'operating')
  const counted = staffed.filter(({ headcount }) => headcount !== null)
  const isCounted = staffed.length > 0 && counted.length >= MIN_COVERAGE * staffed.length
  const employees = isCounted ? counted.reduce((total, { headcount }) => total + (headcount ?? 0), 0) : null
  const gridKwh = known(aggregates['grid-import'])
  const solarKwh = known(aggregates.solar)
  const energyKwh = sum(gridKwh, solarKwh)
  const waterM3 = known(aggregates['water-supplied'])
  const inventory = inventoryOf(
    scopeOne(registers['fuel-use'], input.fuelFactors, monthsBefore(today, 12), today),
    scopeTwo(gridKwh, input.gridFactors, year),
    { areaHa, employees },
  )
  const fuels = statement(registers, 'declared-fuel-energy', year)
  const renewable = sum(solarKwh, statement(registers, 'direct-contract-energy', year))
  const renewableShare = ratioOf(renewable, sum(energyKwh, fuels), 100)
  const actuals = yearlyActuals(input.history, RENEWABLE_CRITERION, {
    year,
    value: renewableShare.ok ? renewableShare.value : null,
  })
  const verified = registers['recp-solutions'].filter(
    ({ stage, savedKwh }) => stage === 'verified' && savedKwh !== null,
  )
  const verifiedKwh =
    registers['recp-solutions'].length === 0 ? null : verified.reduce((total, row) => total + (row.savedKwh ?? 0), 0)
  const baseline = {
    energyKwh: before === null ? null : sum(known(before['grid-import']), known(before.solar)),
    leasedHa: statement(registers, 'leased-area', year - 1),
  }
  const reporting = { energyKwh, leasedHa: statement(registers, 'leased-area', year) }
  const waste = wasteOf(registers['waste-lots'], today)
  const { scopeOne: one, scopeTwo: two, perHectare } = inventory
  const energyPerHa = ratioOf(energyKwh, areaHa)
  // GRI 302 counts what is burnt as well: without the fuels there is no figure.
  const consumedKwh = sum(energyKwh, one.ok ? one.value.kWh : null)
  const consumedPerHa = ratioOf(consumedKwh, areaHa)
  return {
    inventory,
    energyKwh,
    gridKwh,
    energyPerHa,
    energyPerEmployee: employees === null ? notEnough('no-data') : ratioOf(energyKwh, employees),
    waterM3,
    waterPerHaDay: ratioOf(waterM3 === null ? null : waterM3 / DAYS, areaHa),
    employees,
    renewableShare,
    renewablePath: targetPath(registers.targets, 'renewable-share', actuals),
    saving: savingAgainstBaseline(
      { use: baseline.energyKwh, served: baseline.leasedHa },
      { use: reporting.energyKwh, served: reporting.leasedHa },
    ),
    baseline,
    reporting,
    verifiedKwh,
    savingPath: targetPath(
      registers.targets,
      'saving',
      verifiedKwh === null ? new Map() : new Map([[year, verifiedKwh]]),
    ),
    gri: griRows({
      energyKwh: consumedKwh,
      energyPerHa: consumedPerHa.ok ? consumedPerHa.value : null,
      waterWithdrawnM3: waterM3,
      waterDischargedM3: known(aggregates['wastewater-out']),
      scopeOneT: one.ok ? one.value.tCO2 : null,
      scopeTwoT: two.ok ? two.value.tCO2 : null,
      emissionsPerHa: perHectare.ok ? perHectare.value : null,
      ...waste,
    }),
  }
}
