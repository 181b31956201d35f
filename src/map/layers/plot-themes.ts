import type { PlotTheme } from '../map-types.ts'

/** A plot's class in a live theme: 0 to 4 on the ramp, or one of the two that are not on it. */
export type PlotClass = 0 | 1 | 2 | 3 | 4 | 'no-data' | 'none'

export interface MeasureTheme {
  id: Extract<PlotTheme, 'power-density' | 'water-intensity'>
  /** UCUM-like unit shown in the legend. */
  unit: string
  /** Fixed upper bounds of classes 0 to 3: they never follow the data, so two screens can be compared. */
  breaks: readonly [number, number, number, number]
}

/** Electrical power per hectare, kW/ha. */
export const POWER_DENSITY: MeasureTheme = { id: 'power-density', unit: 'kW/ha', breaks: [50, 100, 200, 400] }

/** Water drawn per hectare and day, m³/(ha·d). */
export const WATER_INTENSITY: MeasureTheme = { id: 'water-intensity', unit: 'm³/ha·d', breaks: [5, 10, 20, 40] }

/** The measure behind a plot theme; `null` for themes without one. */
export function measureOf(theme: PlotTheme): MeasureTheme | null {
  if (theme === 'power-density') return POWER_DENSITY
  if (theme === 'water-intensity') return WATER_INTENSITY
  return null
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

/** Edges printed under the ramp, lowest first: `<50`, `50–100` … `≥400`. */
export function classLabels(theme: MeasureTheme): readonly string[] {
  const [a, b, c, d] = theme.breaks
  return [`< ${a}`, `${a}–${b}`, `${b}–${c}`, `${c}–${d}`, `≥ ${d}`]
}
