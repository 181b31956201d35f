import type { Asset, Point } from '../../contract/resources.ts'
import type { PlotFeature } from '../../contract/collections.ts'
import { FRESHNESS_BYTE } from '../../domain/quality/freshness.ts'
import { POWER_DENSITY, classOf } from '../layers/plot-themes.ts'
import type { MeasureTheme, PlotClass } from '../layers/plot-themes.ts'
import type { LiveValues } from '../map-types.ts'

/** Points whose sum is a plot's measure, as indices of the live store. */
export interface PlotMeasure {
  plotId: string
  areaHa: number
  indices: readonly number[]
}

const HOURS_PER_DAY = 24

/**
 * Finds the meters of each let plot. Power is the tenant's meters less nothing: rooftop solar is behind
 * the meter. A connection at 110 kV counts like a meter.
 */
export function plotMeasures(
  theme: MeasureTheme,
  plots: readonly PlotFeature[],
  assets: readonly Asset[],
  points: readonly Point[],
  live: Pick<LiveValues, 'indexOf'>,
): PlotMeasure[] {
  const kinds = theme.id === POWER_DENSITY.id ? ['electricity-meter', 'hv-connection'] : ['water-meter']
  const pointKind = theme.id === POWER_DENSITY.id ? 'active-power' : 'flow'
  const plotOfMeter = new Map<string, string>()
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  for (const asset of assets) {
    if (asset.plotId === null || !kinds.includes(asset.kind)) continue
    // A meter below a 110 kV connection would count its customer twice.
    const parent = asset.parentId === null ? undefined : byId.get(asset.parentId)
    if (parent?.kind === 'hv-connection' && parent.plotId === asset.plotId) continue
    plotOfMeter.set(asset.id, asset.plotId)
  }
  const indices = new Map<string, number[]>()
  for (const point of points) {
    const plotId = point.kind === pointKind ? plotOfMeter.get(point.assetId) : undefined
    if (plotId === undefined) continue
    const list = indices.get(plotId)
    const index = live.indexOf(point.id)
    if (list) list.push(index)
    else indices.set(plotId, [index])
  }
  return plots
    .filter((plot) => plot.properties.status === 'leased')
    .map((plot) => ({
      plotId: plot.id,
      areaHa: plot.properties.areaHa,
      indices: indices.get(plot.id) ?? [],
    }))
}

/** Sum of a plot's points per hectare in the theme's unit; NaN when any of them is not to be trusted. */
export function measureValue(theme: MeasureTheme, measure: PlotMeasure, live: LiveValues): number {
  if (measure.indices.length === 0) return Number.NaN
  let sum = 0
  for (const index of measure.indices) {
    const freshness = live.freshness[index] ?? FRESHNESS_BYTE.bad
    if (freshness > FRESHNESS_BYTE.late) return Number.NaN
    sum += live.values[index] ?? Number.NaN
  }
  const perHectare = sum / measure.areaHa
  return theme.id === POWER_DENSITY.id ? perHectare : perHectare * HOURS_PER_DAY
}

/** Class of every let plot; plots that are not let have no class. */
export function plotClasses(
  theme: MeasureTheme,
  measures: readonly PlotMeasure[],
  live: LiveValues,
): Map<string, PlotClass> {
  return new Map(measures.map((measure) => [measure.plotId, classOf(theme, measureValue(theme, measure, live))]))
}
