import { isContributing } from '../quality/total.ts'
import { coverageGap } from '../statistics/outcome.ts'
import { closeBalance, type Balance } from './balance.ts'
import type { BalanceTerm } from './balance-term.ts'

/**
 * What is balanced, and what its residual is called. The texts of the screen have these names as keys.
 * A positive residual is the first name; a negative one cannot be a loss and is a fault of metering.
 */
export const BALANCE_KINDS = {
  energy: { unit: 'kW.h', residual: 'electrical-loss' },
  water: { unit: 'm3', residual: 'water-loss' },
  wastewater: { unit: 'm3', residual: 'infiltration' },
} as const
export type BalanceKind = keyof typeof BALANCE_KINDS

export interface NamedBalance extends Balance {
  kind: BalanceKind
  unit: string
  residualName: 'electrical-loss' | 'water-loss' | 'infiltration' | 'metering-error'
}

/** Energy of a period in kWh. */
export interface EnergyFlows {
  /** 110 kV incomers. */
  incomers: readonly BalanceTerm[]
  /**
   * Solar that reaches the network: plants with a connection of their own, and what consumers feed back past their
   * meters (`fedBackKwh`). Solar used behind a meter is in neither side.
   */
  solar: readonly BalanceTerm[]
  storageDischarge: readonly BalanceTerm[]
  tenants: readonly BalanceTerm[]
  ownUse: readonly BalanceTerm[]
  storageCharge: readonly BalanceTerm[]
  exported: readonly BalanceTerm[]
}

/**
 * incomers + solar + discharge = tenants + own use + charge + export + loss of lines and transformers.
 * Errors: as `closeBalance`; `low-coverage` too when under 80 % of the incomers count, however many roofs do.
 */
export function energyBalance(flows: EnergyFlows): NamedBalance {
  const balance = named(
    'energy',
    [...flows.incomers, ...flows.solar, ...flows.storageDischarge],
    [...flows.tenants, ...flows.ownUse, ...flows.storageCharge, ...flows.exported],
  )
  const counting = flows.incomers.filter(({ reading }) => isContributing(reading)).length
  const gap = flows.incomers.length > 0 ? coverageGap(counting, flows.incomers.length) : null
  return gap ? { ...balance, residual: gap, residualName: BALANCE_KINDS.energy.residual } : balance
}

/** Water of a period in m³. */
export interface WaterFlows {
  sources: readonly BalanceTerm[]
  tenants: readonly BalanceTerm[]
  /** Water that a district hands on to the next one. */
  handedOn: readonly BalanceTerm[]
  /** Growth of what stands in tanks, signed. */
  tankGrowth: readonly BalanceTerm[]
}

/** sources = tenants + handed on + growth of tanks + loss. */
export function waterBalance(flows: WaterFlows): NamedBalance {
  return named('water', flows.sources, [...flows.tenants, ...flows.handedOn, ...flows.tankGrowth.map(signed)])
}

/** Wastewater of a period in m³. */
export interface WastewaterFlows {
  plantInflow: readonly BalanceTerm[]
  discharges: readonly BalanceTerm[]
}

/**
 * inflow of the plant = discharges + infiltration. A positive residual is rain and ground water that entered the
 * sewers; a negative one is a by-pass, a leak or a meter.
 */
export function wastewaterBalance(flows: WastewaterFlows): NamedBalance {
  return named('wastewater', flows.plantInflow, flows.discharges)
}

function signed(term: BalanceTerm): BalanceTerm {
  return { ...term, isSigned: true }
}

function named(kind: BalanceKind, supplied: readonly BalanceTerm[], used: readonly BalanceTerm[]): NamedBalance {
  const balance = closeBalance(supplied, used)
  const isNegative = balance.residual.ok && balance.residual.value.verdict === 'negative'
  const { unit, residual } = BALANCE_KINDS[kind]
  return { ...balance, kind, unit, residualName: isNegative ? 'metering-error' : residual }
}
