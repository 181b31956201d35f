import type { PlotTheme } from '../contract/plot-themes.ts'
import type { Asset, Point, Tenant } from '../contract/resources.ts'
import type { Locale } from '../contract/primitives.ts'
import type { LayerId } from './layers/registry.ts'
import type { MapMode } from './map-mode.ts'

export type { MapMode } from './map-mode.ts'

export type ThemeName = 'room-dark' | 'room-light'
/** Uses of the park's land in the theme of that name. */
export const LAND_USES = ['industry', 'green', 'traffic', 'technical', 'social'] as const
export type LandUse = (typeof LAND_USES)[number]
export type LayerVisibility = Readonly<Record<LayerId, boolean>>

export interface Camera {
  lng: number
  lat: number
  zoom: number
  bearing: number
  pitch: number
}

export type SelectionType = 'plot' | 'asset' | 'edge' | 'site' | 'tenant'
export interface Selection {
  type: SelectionType
  id: string
}

export type Priority = 1 | 2 | 3 | 4
export type MarkState = 'active-unacknowledged' | 'active-acknowledged' | 'returned-unacknowledged'

/** One alarm or exception drawn above everything. It sits on an asset or on a plot. */
export interface MapMark {
  id: string
  assetId: string | null
  plotId: string | null
  priority: Priority
  state: MarkState
  title: string
  detail: string
  /** Beyond a limit, or lost, without being an alarm: it has a mark of its own, below all alarms. */
  exception?: 'high' | 'low' | 'lost' | undefined
  /** Plots that it takes with it, outlined with it. */
  plotIds?: readonly string[] | undefined
  /** Returned, but waiting for a reset. */
  latched?: boolean | undefined
  /** An alarm has a screen of its own; anything else opens what it stands on. */
  alarmId?: string | undefined
}

/**
 * `ready`: ground, roads and plots are drawn. `full`: everything is drawn.
 * `recovering` and `recovered` follow a lost graphics context; `failed` says that no context can be had.
 */
export type MapState = 'loading' | 'ready' | 'full' | 'recovering' | 'recovered' | 'failed'
export interface MapStatus {
  state: MapState
  /** Collections that could not be loaded; the rest is drawn. */
  missing: readonly string[]
}

/** What the map reads of the live store; the store in src/live has this shape. */
export interface LiveValues {
  readonly values: Float64Array
  /** FRESHNESS_BYTE of each point. */
  readonly freshness: Uint8Array
  readonly version: number
  indexOf(pointId: string): number
  subscribe(listener: () => void): () => void
}

/** Text of the `map` namespace. */
export type MapText = (key: string, values?: Record<string, string | number>) => string

/** A by-product exchange between plots; an end that is null lies outside the park. Amounts in tonnes a month. */
export interface MapExchange {
  id: string
  label: string
  fromPlotId: string | null
  toPlotId: string | null
  contracted: number | null
  actual: number | null
}

/** Rectangle in pixels of the map. */
export interface MapBox {
  x: number
  y: number
  width: number
  height: number
}

/** How a wall shows the map: nothing to press, no small names, marks that are seen from afar. */
export interface WallMap {
  /** Edge of an alarm mark and size of the word beside it, pixels. */
  markPx: number
  textPx: number
  /** Seams of panels, which marks and words keep clear of. */
  seams: readonly MapBox[]
  /** Places taken by what lies over the map. */
  taken: readonly MapBox[]
  /** Place of the legend, which marks step aside from as well; null without one. */
  legend: MapBox | null
}

/** A way through the networks: what it holds is drawn in the accent, the rest steps back. */
export interface MapTrace {
  /** Edges towards the source, and edges behind. */
  upEdgeIds: ReadonlySet<string>
  downEdgeIds: ReadonlySet<string>
  /** Plots at its end. */
  plotIds: readonly string[]
  /** Equipment on it; other symbols step back. */
  assetIds: ReadonlySet<string>
}

export interface ParkMapProps {
  parkId: string
  mode: MapMode
  theme: ThemeName
  locale: Locale
  layers: LayerVisibility
  plotTheme: PlotTheme
  /** Value of each plot in a theme that the page works out (headroom, own baseline); null while it is not known. */
  plotValues?: ReadonlyMap<string, number> | null
  /** Share of the park's area by use, per cent, as printed; a use that is not known is left out. For the theme of land use. */
  landShares?: ReadonlyMap<LandUse, string> | null
  /** For the layer of that name. */
  exchanges?: readonly MapExchange[] | undefined
  selection: Selection | null
  trace?: MapTrace | null | undefined
  camera: Camera | null
  /** Goes from camera to camera in a flight; a viewer who asked for less motion gets a jump. */
  flies?: boolean | undefined
  live: LiveValues | null
  points: readonly Point[]
  assets: readonly Asset[]
  tenants: readonly Tenant[]
  exceptions: readonly MapMark[]
  wall?: WallMap | undefined
  t: MapText
  onSelect: (selection: Selection | null) => void
  /** Opens the alarm behind a mark. */
  onMark?: ((alarmId: string) => void) | undefined
  onCamera: (camera: Camera) => void
  onStatus: (status: MapStatus) => void
  /** Opens the layer panel of the page; the button is left out without it. */
  onLayers?: (() => void) | undefined
}
