import type { Fact } from '../../contract/primitives.ts'
import type { ParkTarget } from '../../contract/resources.ts'
import type { KpiDefinition } from '../../domain/kpi/kpi-definitions.data.ts'
import {
  judgeTarget,
  perHectare,
  placesOf,
  type RankOrder,
  type TargetVerdict,
} from '../../domain/portfolio/compare-parks.ts'
import { valueOrNull } from '../../domain/statistics/outcome.ts'
import type { FigureState } from '../../ui/quality-note.ts'
import type { ParkColumn } from '../../live/use-portfolio.ts'

export const SCALES = ['absolute', 'per-hectare'] as const
export type Scale = (typeof SCALES)[number]

/** Sizes grow with the park, so they can be told per hectare; the others are shares, levels and averages. */
const SIZES: ReadonlySet<KpiDefinition['id']> = new Set<KpiDefinition['id']>([
  'grid-import',
  'solar',
  'water-supplied',
  'wastewater-in',
  'hazardous-store',
  'grid-emissions',
])

/** Units in which a size per hectare is easy to read, with the factor from the figure's own unit. */
const HECTARE_UNIT: Readonly<Record<string, { unit: string; factor: number; decimals: number }>> = {
  MW: { unit: 'kW', factor: 1000, decimals: 1 },
  'm3/h': { unit: 'm3/h', factor: 1, decimals: 2 },
  t: { unit: 'kg', factor: 1000, decimals: 1 },
  't{CO2e}': { unit: 't{CO2e}', factor: 1, decimals: 2 },
}

export interface KpiCell {
  value: number | null
  state: FigureState
  place: number | null
  /** Share of the largest value in the row, for the bar; null where there is none. */
  share: number | null
  target: number | null
  verdict: TargetVerdict
}

export interface KpiRow {
  definition: KpiDefinition
  unit: string
  decimals: number
  isPerHectare: boolean
  /** By park; null while a park has not answered. */
  cells: readonly (KpiCell | null)[]
}

function orderOf(definition: KpiDefinition, comparison: ParkTarget['comparison'] | null): RankOrder {
  if (SIZES.has(definition.id)) return 'larger'
  return comparison === '<=' ? 'lower' : 'higher'
}

/** One row of the matrix: the same figure of every park, with its place and its target. */
export function kpiRow(definition: KpiDefinition, columns: readonly ParkColumn[], scale: Scale): KpiRow {
  const isPerHectare = scale === 'per-hectare' && SIZES.has(definition.id)
  const per = isPerHectare ? HECTARE_UNIT[definition.unit] : undefined
  const found = columns.map(({ figures }) => figures?.kpis.find((kpi) => kpi.definition.id === definition.id) ?? null)
  const values = found.map((kpi, i) => {
    const value = kpi?.result.value ?? null
    if (!isPerHectare) return value
    const hectare = valueOrNull(perHectare(value, columns[i]?.figures?.park.areaHa ?? null))
    return hectare === null ? null : hectare * (per?.factor ?? 1)
  })
  const comparison = found.find((kpi) => kpi?.comparison != null)?.comparison ?? null
  const places = placesOf(values, orderOf(definition, comparison))
  const most = Math.max(0, ...values.map((value) => value ?? 0))
  const cells = found.map((kpi, i): KpiCell | null => {
    if (!kpi) return null
    const { result, target } = kpi
    const value = values[i] ?? null
    const { freshness, quality, ageMs, sourceTimeMs, contributing, expected } = result
    return {
      value,
      state: { freshness, quality, ageMs, sourceTimeMs, coverage: { contributing, expected } },
      place: places[i] ?? null,
      share: value === null || most <= 0 ? null : Math.max(0, value / most),
      target: isPerHectare ? null : target,
      verdict: judgeTarget(result.value, target, kpi.comparison),
    }
  })
  return {
    definition,
    unit: per?.unit ?? definition.unit,
    decimals: per?.decimals ?? definition.decimals,
    isPerHectare,
    cells,
  }
}

/** A published figure of a park: from its fact sheet, with its source. */
export type FactKey = 'tenant-count' | 'occupancy' | 'wastewater-plant' | 'water-capacity' | 'workers'

export function factOf(column: ParkColumn, key: FactKey): Fact | null {
  return column.figures?.park.facts.find((fact) => fact.key === key) ?? null
}

export function targetOf(column: ParkColumn, key: ParkTarget['key']): ParkTarget | null {
  return column.figures?.park.targets.find((target) => target.key === key) ?? null
}
