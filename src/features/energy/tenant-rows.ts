import type { TableData } from '../../charts/table-data.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { mapOutcome, type Outcome } from '../../domain/statistics/outcome.ts'
import type { Text } from '../../i18n/use-text.ts'
import type { EnergyMeter, EnergyPoints } from '../../domain/energy/energy-points.ts'
import { energyOfTenants, type TenantEnergy } from '../../domain/energy/tenant-energy.ts'
import type { Baselines } from '../../live/use-baselines.ts'
import type { DayEnergy } from '../../live/use-day-energy.ts'

export const TENANT_SORTS = ['absolute', 'hectare', 'baseline'] as const
export type TenantSort = (typeof TENANT_SORTS)[number]

export interface TenantRow extends TenantEnergy {
  /** Plot codes, as the plan writes them. */
  plots: string
  /** Seven days in six-hour steps, kWh. */
  week: Float64Array
}

function weekOf(meters: readonly EnergyMeter[], { weekOf: byRegister }: Baselines): Float64Array {
  const lists = meters.flatMap(({ energyId }) => (energyId === null ? [] : (byRegister.get(energyId) ?? [])))
  const [first] = lists
  if (!first) return new Float64Array(0)
  return first.map((_, k) => lists.reduce((sum, list) => sum + (list[k] ?? Number.NaN), 0))
}

/** Every tenant with what it used today; those without a meter or without data are in the list, at its end. */
export function tenantRows(
  index: ParkIndex,
  points: EnergyPoints,
  day: DayEnergy,
  baselines: Baselines,
  areaHa: (plotId: string) => number | null,
): TenantRow[] {
  const known = { growth: day.growth, byRegister: baselines.byRegister }
  return energyOfTenants(index, points, known, areaHa).map((row) =>
    Object.assign(row, {
      plots: row.tenant.plotIds.map((id) => id.replace(/^plot-/, '').toUpperCase()).join(', '),
      week: weekOf(row.meters, baselines),
    }),
  )
}

function rankOf(row: TenantRow, sort: TenantSort): number {
  const value: Outcome<number> =
    sort === 'absolute'
      ? row.kwh
      : sort === 'hectare'
        ? row.kwhPerHa
        : mapOutcome(row.baseline, ({ changePercent }) => changePercent)
  return value.ok ? value.value : -Infinity
}

/** Largest first; what has no number comes last. */
export function sortTenants(rows: readonly TenantRow[], sort: TenantSort): TenantRow[] {
  return rows.toSorted((a, b) => {
    const [x, y] = [rankOf(a, sort), rankOf(b, sort)]
    return x === y ? a.tenant.id.localeCompare(b.tenant.id) : y - x
  })
}

/** What is the matter with a row, in a word; empty while nothing is. */
function stateOf({ suspicion, kwh, event }: TenantRow, t: Text<'energy'>): string {
  if (suspicion) return t(`suspect.${suspicion}`)
  if (!kwh.ok) return t(`reason.${kwh.reason}`)
  return event ? t(`event.${event}`) : ''
}

/** The ranking as a table. A number that is missing stays empty, with its reason in the last column. */
export function tenantTable(rows: readonly TenantRow[], t: Text<'energy'>): TableData {
  return {
    columns: [
      { label: t('tenants.tenant'), kind: 'text' },
      { label: t('tenants.plot'), kind: 'text' },
      { label: t('tenants.today'), unit: 'MWh', kind: 'number', decimals: 2 },
      { label: t('tenants.perHa'), unit: 'kWh/ha', kind: 'number', decimals: 0 },
      { label: t('tenants.baseline'), unit: '%', kind: 'number', decimals: 1 },
      { label: t('table.state'), kind: 'text' },
    ],
    rows: rows.map((row) => [
      row.tenant.name,
      row.plots,
      row.kwh.ok ? row.kwh.value / 1000 : null,
      row.kwhPerHa.ok ? row.kwhPerHa.value : null,
      row.baseline.ok ? row.baseline.value.changePercent : null,
      stateOf(row, t),
    ]),
  }
}
