import type { PlotFeature } from '../../contract/collections.ts'
import type { Tenant } from '../../contract/resources.ts'
import type { ParkIndex } from '../network/park-index.ts'
import { isContributing, totalOf, type Total, type TotalInput } from '../quality/total.ts'
import { ratioOf, type Outcome } from '../statistics/outcome.ts'
import type { TenantMeters } from './tenant-meters.ts'
import {
  contractUse,
  totalsOf,
  wastewaterShare,
  type ContractUse,
  type DayTotals,
  type RegisterMarks,
} from './tenant-use.ts'

/** `no-meter`: in operation, and nothing of it is measured. */
export const TENANT_STATUSES = ['operating', 'construction', 'no-meter'] as const
export type TenantStatus = (typeof TENANT_STATUSES)[number]

export interface TenantRow {
  tenant: Tenant
  meters: TenantMeters
  plots: readonly PlotFeature[]
  status: TenantStatus
  /** Hectares; null while a plot of it is not in the plan. */
  areaHa: number | null
  /** kW now. */
  power: Total
  /** kWh, m³ and m³. */
  energy: DayTotals
  water: DayTotals
  discharge: DayTotals
  /** kWh per hectare today so far. */
  energyPerHa: Outcome<number>
  /** Wastewater as a share of the water drawn today, per cent. */
  wastewaterPercent: Outcome<number>
  /** Power now, and water and wastewater of yesterday, against their contracts: the most used. */
  contract: Outcome<ContractUse>
}

export interface TenantReadings {
  inputOf: (pointId: string) => TotalInput | null
  /** Register at the midnight before today, and at the one before that. */
  midnightOf: (pointId: string) => number | null
  midnightBeforeOf: (pointId: string) => number | null
}

/** One line of the directory: what a tenant is, and what it uses. */
export function tenantRow(
  tenant: Tenant,
  meters: TenantMeters,
  plotById: ReadonlyMap<string, PlotFeature>,
  readings: TenantReadings,
): TenantRow {
  const plots = tenant.plotIds.map((id) => plotById.get(id)).filter((plot) => plot !== undefined)
  const areaHa =
    plots.length === tenant.plotIds.length ? plots.reduce((sum, { properties }) => sum + properties.areaHa, 0) : null
  const marksOf = (ids: readonly { id: string }[]): RegisterMarks[] =>
    ids.map(({ id }) => {
      const input = readings.inputOf(id)
      return {
        now: isContributing(input) ? input.value : null,
        midnight: readings.midnightOf(id),
        midnightBefore: readings.midnightBeforeOf(id),
      }
    })
  const power = totalOf(meters.power.map(({ id }) => readings.inputOf(id)))
  const energy = totalsOf(marksOf(meters.energy))
  const water = totalsOf(marksOf(meters.waterVolume))
  const discharge = totalsOf(marksOf(meters.dischargeVolume))
  const powerNow: Outcome<number> =
    power.value === null
      ? { ok: false, reason: meters.power.length === 0 ? 'no-meter' : 'no-data', coverage: null }
      : { ok: true, value: power.value }
  return {
    tenant,
    meters,
    plots,
    status: statusOf(plots, meters),
    areaHa,
    power,
    energy,
    water,
    discharge,
    energyPerHa: energy.today.ok ? ratioOf(energy.today.value, areaHa) : energy.today,
    wastewaterPercent: wastewaterShare(discharge.today, water.today),
    contract: contractUse([
      { stream: 'energy', used: powerNow, contracted: tenant.contractedPowerKw },
      { stream: 'water', used: water.yesterday, contracted: tenant.contractedWaterM3PerDay },
      { stream: 'wastewater', used: discharge.yesterday, contracted: tenant.contractedWastewaterM3PerDay },
    ]),
  }
}

function statusOf(plots: readonly PlotFeature[], meters: TenantMeters): TenantStatus {
  const isBuilding = plots.length > 0 && plots.every(({ properties }) => properties.status === 'construction')
  if (isBuilding) return 'construction'
  return meters.assets.length === 0 ? 'no-meter' : 'operating'
}

/** Registers of all tenants whose midnight values the directory needs. */
export function directoryRegisters(index: ParkIndex, meters: ReadonlyMap<string, TenantMeters>): readonly string[] {
  return index.tenants.flatMap(({ id }) => {
    const own = meters.get(id)
    return own ? [...own.energy, ...own.waterVolume, ...own.dischargeVolume].map((point) => point.id) : []
  })
}
