import type { PlotFeature } from '../../contract/collections.ts'
import type { PlotTheme } from '../../contract/plot-themes.ts'

/** A plot's class in a live theme: 0 to 4 on the ramp, or one of the two that are not on it. */
export type PlotClass = 0 | 1 | 2 | 3 | 4 | 'no-data' | 'none'

export interface MeasureTheme {
  id: Exclude<PlotTheme, 'exceptions' | 'status' | 'land-use'>
  /** UCUM-like unit shown in the legend. */
  unit: string
  /** Fixed upper bounds of classes 0 to 3: they never follow the data, so two screens can be compared. */
  breaks: readonly [number, number, number, number]
  /** Plots whose value the page works out, by status; null where the map reads it from the live store. */
  given: PlotFeature['properties']['status'] | null
}

/** Electrical power per hectare, kW/ha. */
export const POWER_DENSITY: MeasureTheme = {
  id: 'power-density',
  unit: 'kW/ha',
  breaks: [50, 100, 200, 400],
  given: null,
}

/** Energy of the tenant since midnight against its own baseline at this time of day, per cent more (+) or less (−). */
export const ENERGY_BASELINE: MeasureTheme = {
  id: 'energy-baseline',
  unit: '%',
  breaks: [-10, 0, 10, 25],
  given: 'leased',
}

/** Water drawn per hectare and day, m³/(ha·d). */
export const WATER_INTENSITY: MeasureTheme = {
  id: 'water-intensity',
  unit: 'm³/ha·d',
  breaks: [5, 10, 20, 40],
  given: null,
}

/** Loss of the district that a plot draws its water from, per cent of the district's net supply now. */
export const DISTRICT_LOSS: MeasureTheme = { id: 'district-loss', unit: '%', breaks: [5, 10, 15, 20], given: null }

/** Level of the fullest container that stands on a plot, per cent. */
export const CONTAINER_FILL: MeasureTheme = { id: 'container-fill', unit: '%', breaks: [25, 50, 75, 90], given: null }

/** Headroom of a free plot: least share of a rating that is left, per cent, at the worst of its services. */
export const HEADROOM: MeasureTheme = { id: 'headroom', unit: '%', breaks: [5, 10, 20, 40], given: 'vacant' }

/** ISO certificates in force of the firm on a plot. */
export const CERTIFICATES: MeasureTheme = { id: 'certificates', unit: '', breaks: [1, 2, 3, 4], given: 'leased' }
/** RECP solutions in operation with a measured saving of the firm on a plot. */
const RECP: MeasureTheme = { id: 'recp', unit: '', breaks: [1, 2, 3, 4], given: 'leased' }

const MEASURES: readonly MeasureTheme[] = [
  POWER_DENSITY,
  ENERGY_BASELINE,
  WATER_INTENSITY,
  DISTRICT_LOSS,
  CONTAINER_FILL,
  HEADROOM,
  CERTIFICATES,
  RECP,
]

/** The measure behind a plot theme; `null` for themes without one. */
export function measureOf(theme: PlotTheme): MeasureTheme | null {
  return MEASURES.find(({ id }) => id === theme) ?? null
}

/** Class of a value; a bound belongs to the class above it. Not a number gives `no-data`. */
export function classOf(theme: MeasureTheme, value: number): PlotClass {
  if (!Number.isFinite(value)) return 'no-data'
  const [a, b, c, d] = theme.breaks
  if (value < a) return 0
  if (value < b) return 1
  if (value < c) return 2
  return value < d ? 3 : 4
}

/** Edges printed under the ramp, lowest first: `< 50`, `50–100` … `≥ 400`; below zero with a minus and "to" as a dash. */
export function classLabels(theme: MeasureTheme): readonly string[] {
  const [a, b, c, d] = theme.breaks.map((edge) => (edge < 0 ? `−${-edge}` : String(edge)))
  // Things that are counted have whole classes.
  if (theme.unit === '') return ['0', `${a}`, `${b}`, `${c}`, `≥ ${d}`]
  return [`< ${a}`, `${a}–${b}`, `${b}–${c}`, `${c}–${d}`, `≥ ${d}`]
}
