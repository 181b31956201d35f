import type { Asset, Point, Tenant } from '../contract/resources.ts'
import type { Locale } from '../contract/primitives.ts'
import type { LayerId } from './layers/registry.ts'
import type { MapMode } from './map-mode.ts'

export type { MapMode } from './map-mode.ts'

export type ThemeName = 'room-dark' | 'room-light'
export type PlotTheme = 'exceptions' | 'status' | 'power-density' | 'water-intensity'
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

/** One alarm drawn above everything. It sits on an asset or on a plot. */
export interface MapMark {
  id: string
  assetId: string | null
  plotId: string | null
  priority: Priority
  state: MarkState
  title: string
  detail: string
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

export interface ParkMapProps {
  parkId: string
  mode: MapMode
  theme: ThemeName
  locale: Locale
  layers: LayerVisibility
  plotTheme: PlotTheme
  selection: Selection | null
  camera: Camera | null
  live: LiveValues | null
  points: readonly Point[]
  assets: readonly Asset[]
  tenants: readonly Tenant[]
  exceptions: readonly MapMark[]
  t: MapText
  onSelect: (selection: Selection | null) => void
  onCamera: (camera: Camera) => void
  onStatus: (status: MapStatus) => void
  /** Opens the layer panel of the page; the button is left out without it. */
  onLayers?: (() => void) | undefined
}
