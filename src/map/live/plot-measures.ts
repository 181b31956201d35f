import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { PointKind } from '../../contract/point-kinds.ts'
import type { Asset, Point } from '../../contract/resources.ts'
import type { PlotFeature } from '../../contract/collections.ts'
import { FRESHNESS_BYTE } from '../../domain/quality/freshness.ts'
import { CONTAINER_FILL, DISTRICT_LOSS, POWER_DENSITY, classOf } from '../layers/plot-themes.ts'
import type { MeasureTheme, PlotClass } from '../layers/plot-themes.ts'
import type { LiveValues } from '../map-types.ts'

/** Points whose sum is a plot's measure, as indices of the live store. */
export interface PlotMeasure {
  plotId: string
  areaHa: number
  indices: readonly number[]
  /** Meters of the district that the plot draws its water from; only in the theme of district losses. */
  district?: DistrictIndices | undefined
}

/** Points of a district as indices of the live store. */
export interface DistrictIndices {
  inlet: number
  handedOn: readonly number[]
  consumers: readonly number[]
}

const HOURS_PER_DAY = 24

interface ReadFrom {
  kinds: readonly AssetKind[]
  point: PointKind
}
const WATER_METERS: ReadFrom = { kinds: ['water-meter'], point: 'flow' }
/** What of a plot a theme reads; water where nothing else is said. */
const READ_FROM: Partial<Record<MeasureTheme['id'], ReadFrom>> = {
  'power-density': { kinds: ['electricity-meter', 'hv-connection'], point: 'active-power' },
  'container-fill': { kinds: ['container'], point: 'fill-level' },
}

/**
 * Finds the meters, or the containers, of each let plot. Power is the tenant's meters less nothing: rooftop solar is behind
 * the meter. A connection at 110 kV counts like a meter.
 */
export function plotMeasures(
  theme: MeasureTheme,
  plots: readonly PlotFeature[],
  assets: readonly Asset[],
  points: readonly Point[],
  live: Pick<LiveValues, 'indexOf'>,
): PlotMeasure[] {
  const districts = theme.id === DISTRICT_LOSS.id ? districtIndices(assets, points, live) : null
  const districtOf = new Map<string, DistrictIndices>()
  const { kinds, point: pointKind } = READ_FROM[theme.id] ?? WATER_METERS
  const plotOfMeter = new Map<string, string>()
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  for (const asset of assets) {
    if (asset.plotId === null || !kinds.includes(asset.kind)) continue
    // A meter below a 110 kV connection would count its customer twice.
    const parent = asset.parentId === null ? undefined : byId.get(asset.parentId)
    if (parent?.kind === 'hv-connection' && parent.plotId === asset.plotId) continue
    plotOfMeter.set(asset.id, asset.plotId)
    const district = asset.parentId === null ? undefined : districts?.get(asset.parentId)
    if (district) districtOf.set(asset.plotId, district)
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
      district: districtOf.get(plot.id),
    }))
}

/** Meters of every district: its own, those of the districts below, those of its consumers. */
function districtIndices(
  assets: readonly Asset[],
  points: readonly Point[],
  live: Pick<LiveValues, 'indexOf'>,
): ReadonlyMap<string, DistrictIndices> {
  const flowOf = new Map<string, number>(
    points.flatMap((point) => (point.kind === 'flow' ? [[point.assetId, live.indexOf(point.id)]] : [])),
  )
  const found = new Map<string, { inlet: number; handedOn: number[]; consumers: number[] }>()
  for (const asset of assets) {
    if (asset.kind !== 'district-meter') continue
    found.set(asset.id, { inlet: flowOf.get(asset.id) ?? -1, handedOn: [], consumers: [] })
  }
  for (const asset of assets) {
    const above = asset.parentId === null ? undefined : found.get(asset.parentId)
    if (asset.kind === 'district-meter') above?.handedOn.push(flowOf.get(asset.id) ?? -1)
    if (asset.kind === 'water-meter') above?.consumers.push(flowOf.get(asset.id) ?? -1)
  }
  return found
}

/** Sum of readings; NaN when any of them is not to be trusted. */
function sumOf(indices: readonly number[], live: LiveValues): number {
  let sum = 0
  for (const index of indices) {
    const freshness = live.freshness[index] ?? FRESHNESS_BYTE.bad
    if (freshness > FRESHNESS_BYTE.late) return Number.NaN
    sum += live.values[index] ?? Number.NaN
  }
  return sum
}

/** Highest of some readings; one that is not to be trusted may be the highest, so then there is none. */
function highestOf(indices: readonly number[], live: LiveValues): number {
  let highest = Number.NEGATIVE_INFINITY
  for (const index of indices) {
    const freshness = live.freshness[index] ?? FRESHNESS_BYTE.bad
    if (freshness > FRESHNESS_BYTE.late) return Number.NaN
    highest = Math.max(highest, live.values[index] ?? Number.NaN)
  }
  return highest
}

/** Loss in per cent of the net supply now; NaN when a meter is missing, nothing is supplied, or more is used than supplied. */
function lossNow({ inlet, handedOn, consumers }: DistrictIndices, live: LiveValues): number {
  const net = sumOf([inlet], live) - sumOf(handedOn, live)
  const loss = ((net - sumOf(consumers, live)) / net) * 100
  return net > 0 && loss >= 0 ? loss : Number.NaN
}

/** A plot's measure from the live store in the theme's unit; NaN when any of them is not to be trusted. */
export function measureValue(theme: MeasureTheme, measure: PlotMeasure, live: LiveValues): number {
  if (measure.indices.length === 0) return Number.NaN
  if (theme.id === DISTRICT_LOSS.id) return measure.district ? lossNow(measure.district, live) : Number.NaN
  if (theme.id === CONTAINER_FILL.id) return highestOf(measure.indices, live)
  const sum = sumOf(measure.indices, live)
  const perHectare = sum / measure.areaHa
  return theme.id === POWER_DENSITY.id ? perHectare : perHectare * HOURS_PER_DAY
}

/** Class of every plot of the theme's status by the value that the page worked out; a plot without one has no data. */
export function givenClasses(
  theme: MeasureTheme,
  plots: readonly PlotFeature[],
  values: ReadonlyMap<string, number>,
): Map<string, PlotClass> {
  return new Map(
    plots
      .filter((plot) => plot.properties.status === theme.given)
      .map((plot) => [plot.id, classOf(theme, values.get(plot.id) ?? Number.NaN)]),
  )
}

/** Class of every let plot; plots that are not let have no class. */
export function plotClasses(
  theme: MeasureTheme,
  measures: readonly PlotMeasure[],
  live: LiveValues,
): Map<string, PlotClass> {
  return new Map(measures.map((measure) => [measure.plotId, classOf(theme, measureValue(theme, measure, live))]))
}
