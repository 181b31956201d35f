import type { Tenant } from '../../contract/resources.ts'
import type { UnitSuspicion } from '../balance/unit-check.ts'
import type { ParkIndex } from '../network/park-index.ts'
import { enough, notEnough, type Outcome } from '../statistics/outcome.ts'
import { compareWithBaseline, intensityOf, type Baseline, type BaselineComparison } from './baseline.ts'
import type { EnergyMeter, EnergyPoints } from './energy-points.ts'
import type { RegisterEvent } from './register-history.ts'

export interface MeterGrowth {
  kwh: number | null
  /** What the register did besides growing: the screen says it. */
  event: RegisterEvent | null
  /** What the register seems to send instead of kilowatt hours; its growth then is no energy. */
  suspicion: UnitSuspicion | null
}

/** What is known of a park's registers today, by register id; null until it has come. */
export interface EnergyKnown {
  growth: ReadonlyMap<string, MeterGrowth> | null
  /** Use from midnight to the same time of day on like days. */
  byRegister: ReadonlyMap<string, Outcome<Baseline>> | null
}

/** Energy of a tenant from midnight against what is its own. */
export interface TenantEnergy {
  tenant: Tenant
  meters: readonly EnergyMeter[]
  /** Energy from midnight, kWh. */
  kwh: Outcome<number>
  kwhPerHa: Outcome<number>
  baseline: Outcome<BaselineComparison>
  /** What a meter did besides counting: roll-over, jump, running backwards. */
  event: Exclude<RegisterEvent, 'gap'> | null
  /** What one of its registers sends instead of kilowatt hours: then there is no number. */
  suspicion: UnitSuspicion | null
}

/** Sum over a tenant's meters; every one of them counts, since one without the other says nothing about the tenant. */
function sumOver<T>(
  meters: readonly EnergyMeter[],
  valueOf: (meter: EnergyMeter) => Outcome<T>,
  add: (value: T) => void,
) {
  for (const meter of meters) {
    const value = valueOf(meter)
    if (!value.ok) return value
    add(value.value)
  }
  return null
}

function isTold(event: RegisterEvent | null): event is Exclude<RegisterEvent, 'gap'> {
  return event !== null && event !== 'gap'
}

/**
 * Energy of one tenant since midnight: the sum of its meters, per hectare, and against its own baseline (sum of the
 * baselines of its meters).
 * Errors: `no-meter` for a tenant without one; `no-data` when any of its meters says nothing; those of the intensity
 * (a tenant on land without an area) and of the baseline.
 */
export function tenantEnergy(
  tenant: Tenant,
  meters: readonly EnergyMeter[],
  { growth, byRegister }: EnergyKnown,
  areaHa: (plotId: string) => number | null,
): TenantEnergy {
  const growthOf = ({ energyId }: EnergyMeter) => (energyId === null ? undefined : growth?.get(energyId))
  let kwh = 0
  const gap =
    meters.length === 0
      ? notEnough('no-meter')
      : sumOver(
          meters,
          (meter) => {
            const grown = growthOf(meter)?.kwh ?? null
            return grown === null ? notEnough('no-data') : enough(grown)
          },
          (value) => (kwh += value),
        )
  const used: Outcome<number> = gap ?? enough(kwh)
  let usual = 0
  let low = 0
  let high = 0
  let days = Infinity
  const lacking = byRegister
    ? sumOver(
        meters,
        ({ energyId }) => byRegister.get(energyId ?? '') ?? notEnough('no-meter'),
        (one) => {
          usual += one.median
          low += one.low
          high += one.high
          days = Math.min(days, one.days)
        },
      )
    : notEnough('no-data')
  const areas = tenant.plotIds.map(areaHa)
  const area = areas.includes(null) ? null : areas.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  return {
    tenant,
    meters,
    kwh: used,
    kwhPerHa: used.ok ? intensityOf(used.value, area) : used,
    baseline: used.ok ? compareWithBaseline(used.value, lacking ?? enough({ median: usual, low, high, days })) : used,
    event: meters.map((meter) => growthOf(meter)?.event ?? null).find(isTold) ?? null,
    suspicion: meters.map((meter) => growthOf(meter)?.suspicion ?? null).find((one) => one !== null) ?? null,
  }
}

/** Energy of every tenant; those without a meter or without data are in the list. */
export function energyOfTenants(
  index: Pick<ParkIndex, 'tenants'>,
  points: Pick<EnergyPoints, 'consumers'>,
  known: EnergyKnown,
  areaHa: (plotId: string) => number | null,
): TenantEnergy[] {
  const byTenant = new Map<string, EnergyMeter[]>()
  for (const meter of points.consumers) {
    const { tenantId } = meter.asset
    if (tenantId === null) continue
    const list = byTenant.get(tenantId)
    if (list) list.push(meter)
    else byTenant.set(tenantId, [meter])
  }
  return index.tenants.map((tenant) => tenantEnergy(tenant, byTenant.get(tenant.id) ?? [], known, areaHa))
}

/**
 * Change against its own baseline of the tenant on each plot, per cent: the measure of a map. A plot whose tenant has no
 * answer is not in it.
 */
export function changeByPlot(rows: readonly Pick<TenantEnergy, 'tenant' | 'baseline'>[]): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap(({ tenant, baseline }) =>
      baseline.ok ? tenant.plotIds.map((plotId) => [plotId, baseline.value.changePercent] as const) : [],
    ),
  )
}
