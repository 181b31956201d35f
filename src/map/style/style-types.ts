import type {
  ExpressionSpecification,
  FilterSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import type { Locale } from '../../contract/primitives.ts'
import type { PlotTheme } from '../../contract/plot-themes.ts'
import type { LayerVisibility, MapMode, ThemeName } from '../map-types.ts'

export type Layer = LayerSpecification
export type Filter = FilterSpecification
export type Style = StyleSpecification
export type GeoJsonSource = GeoJSONSourceSpecification
export type Expression = ExpressionSpecification
export interface FontFaceSpecification {
  url: string
  'unicode-range'?: string[]
}

/** A feature as the map's sources hold it: only what drawing, labelling and picking read. */
export interface DrawnFeature {
  type: 'Feature'
  properties: Record<string, string | number | boolean>
  geometry:
    | { type: 'Point'; coordinates: number[] }
    | { type: 'MultiPoint'; coordinates: number[][] }
    | { type: 'LineString'; coordinates: number[][] }
    | { type: 'MultiLineString'; coordinates: number[][][] }
    | { type: 'Polygon'; coordinates: number[][][] }
    | { type: 'MultiPolygon'; coordinates: number[][][][] }
}
export interface DrawnCollection {
  type: 'FeatureCollection'
  features: DrawnFeature[]
}

/** Everything the look of the map depends on. */
export interface StyleContext {
  mode: MapMode
  theme: ThemeName
  locale: Locale
  layers: LayerVisibility
  plotTheme: PlotTheme
  /** Plots whose measure is missing in the chosen theme: hatched. */
  plotsWithoutData: readonly string[]
  selectedPlots: readonly string[]
  /** Plots at the end of a traced way. */
  tracedPlots: readonly string[]
  selectedSite: string | null
  /** Root font over 16 px. */
  scale: number
  /** No names and no small symbols: they cannot be read from afar. */
  bare?: boolean | undefined
}
