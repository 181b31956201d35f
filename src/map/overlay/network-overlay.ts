import { IconLayer, PathLayer } from '@deck.gl/layers'
import type { Layer } from '@deck.gl/core'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { NetworkEdgeFeature, NetworkNodeFeature } from '../../contract/collections.ts'
import { metresPerPixel } from '../geo.ts'
import { layerOfNetwork } from '../layers/registry.ts'
import { OVERLAY_INTERLEAVED } from '../map-constants.ts'
import type { LayerVisibility, MapMode, Selection, ThemeName } from '../map-types.ts'
import { accentColour, casingColour, networkColour, toRgb } from '../network-tokens.ts'
import { OVERLAY_ANCHOR } from '../style/build-style.ts'
import type { Overlay } from './overlay.ts'
import { DRAW_ORDER, placeChevrons, placeUnknown } from './network-model.ts'
import type { EdgeLook } from './network-model.ts'
import { buildAtlas } from './symbols.ts'
import type { Atlas } from './symbols.ts'
import { treeLayer } from './tree-layer.ts'
import { rootScale } from '../ui/root-scale.ts'

/** Drawn after the ground whatever its depth: lines and symbols are never cut by a roof. */
const ABOVE = { depthCompare: 'always', depthWriteEnabled: false } as const
const CASING_PX = 2.2
/** Read by the interleaved overlay; the layers' own types do not know it. */
const UNDER_LABELS = { beforeId: OVERLAY_ANCHOR }

export interface DrawnSymbol {
  id: string
  position: [number, number]
  symbol: string
  sizePx: number
  minZoom: number
  angle: number
}

export interface OverlayView {
  mode: MapMode
  theme: ThemeName
  layers: LayerVisibility
  selection: Selection | null
}

interface PathRow {
  path: [number, number][]
  edge: number
  casing: boolean
}

type Rgba = [number, number, number, number]

/**
 * Lines, chevrons, symbols and trees above the ground. Geometry goes to the graphics card once; what is
 * live goes as widths and icons when a shown value changed.
 */
export class NetworkOverlay implements Overlay {
  #map: MapLibreMap | null = null
  #overlay: MapLibreOverlay | null = null
  #edges: readonly NetworkEdgeFeature[] = []
  #nodes: readonly NetworkNodeFeature[] = []
  #trees: Float64Array = new Float64Array(0)
  #look: EdgeLook = { widths: new Float32Array(0), flows: [] }
  #symbols: readonly DrawnSymbol[] = []
  #rows: PathRow[] = []
  #rowsKey = ''
  #lookVersion = 0
  #atlas: Atlas | null = null
  #atlasKey = ''
  #view: OverlayView
  #zoomStep = Number.NaN
  #tilted = false

  constructor(view: OverlayView) {
    this.#view = view
  }

  attach(map: MapLibreMap): void {
    this.#map = map
    this.#overlay = new MapLibreOverlay({ interleaved: OVERLAY_INTERLEAVED, layers: [] })
    map.addControl(this.#overlay)
    map.on('moveend', this.#onMoveEnd)
    this.refresh()
  }

  detach(): void {
    const map = this.#map
    map?.off('moveend', this.#onMoveEnd)
    if (map && this.#overlay) map.removeControl(this.#overlay)
    this.#overlay = null
    this.#map = null
  }

  restack(): void {
    this.refresh()
  }

  setView(view: OverlayView): void {
    this.#view = view
    this.refresh()
  }

  setNetwork(edges: readonly NetworkEdgeFeature[], nodes: readonly NetworkNodeFeature[]): void {
    this.#edges = edges
    this.#nodes = nodes
    this.#rowsKey = ''
  }

  /** Positions of trees, longitude and latitude in turn. */
  setTrees(positions: Float64Array): void {
    this.#trees = positions
    this.refresh()
  }

  /** Takes what changed of the live values. */
  setLive(look: EdgeLook, symbols: readonly DrawnSymbol[]): void {
    this.#look = look
    this.#symbols = symbols
    this.#lookVersion += 1
    this.refresh()
  }

  readonly #onMoveEnd = (): void => {
    const map = this.#map
    if (!map) return
    if (zoomStepOf(map.getZoom()) !== this.#zoomStep || map.getPitch() > 5 !== this.#tilted) this.refresh()
  }

  /** Hands the layers to the map; groups can only be placed once its style is there. */
  refresh(): void {
    const map = this.#map
    const overlay = this.#overlay
    if (!map || !overlay) return
    this.#zoomStep = zoomStepOf(map.getZoom())
    this.#tilted = map.getPitch() > 5
    overlay.setProps({ layers: this.#layers(map) })
    if (!map.isStyleLoaded()) {
      void map.once('idle', () => {
        if (this.#overlay === overlay) overlay.setProps({ layers: this.#layers(map) })
      })
    }
  }

  #layers(map: MapLibreMap): Layer[] {
    const { mode, theme, layers, selection } = this.#view
    const zoom = this.#zoomStep
    const metresPerPx = metresPerPixel(zoom, map.getCenter().lat)
    const visible = (edge: NetworkEdgeFeature): boolean => {
      const layer = layerOfNetwork(edge.properties.network)
      if (layer === null || !layers[layer]) return false
      return edge.properties.role !== 'service' || (mode === 'assets' && zoom >= 14.5)
    }
    const atlas = this.#atlasOf(mode, theme)
    const casing = rgba(toRgb(casingColour(theme)), 235)
    const selected = selection?.type === 'edge' ? selection.id : null
    const colourOf = (index: number): Rgba => {
      const edge = this.#edges[index]
      if (!edge) return [0, 0, 0, 0]
      if (edge.id === selected) return rgba(toRgb(accentColour(theme)), 255)
      const dim = edge.properties.role === 'service' ? 190 : edge.properties.role === 'open' ? 150 : 255
      return rgba(toRgb(networkColour(edge.properties.network, mode, theme)), dim)
    }
    const root = rootScale()
    const scale = lineScale(zoom) * root
    const chevrons = placeChevrons(this.#edges, this.#look, visible, metresPerPx)
    const unknown = placeUnknown(this.#edges, this.#look, visible, metresPerPx)
    const symbols = this.#symbols.filter((symbol) => symbol.minZoom <= zoom)
    const icons = { iconAtlas: atlas.image, iconMapping: atlas.mapping, beforeId: OVERLAY_ANCHOR, parameters: ABOVE }
    const trees = treeLayer(layers.trees && mode === 'assets' && this.#tilted ? this.#trees : null, theme)
    return [
      ...(trees ? [trees] : []),
      new PathLayer<PathRow>({
        id: 'network-lines',
        data: this.#pathRows(visible),
        getPath: (row) => row.path,
        getWidth: (row) => (this.#look.widths[row.edge] ?? 1) + (row.casing ? CASING_PX / scale : 0),
        getColor: (row) => (row.casing ? casing : colourOf(row.edge)),
        widthUnits: 'pixels',
        widthScale: scale,
        jointRounded: true,
        capRounded: true,
        updateTriggers: {
          getWidth: [this.#lookVersion, scale],
          getColor: [mode, theme, selected],
        },
        ...UNDER_LABELS,
        parameters: ABOVE,
      }),
      new IconLayer({
        id: 'network-chevrons',
        data: [true, false].flatMap((halo) => chevrons.map((chevron) => ({ chevron, halo }))),
        ...icons,
        getIcon: () => 'chevron',
        getPosition: ({ chevron }) => chevron.position,
        getAngle: ({ chevron }) => chevron.angle,
        getSize: ({ chevron, halo }) => chevron.size + (halo ? 5 : 0),
        getColor: ({ chevron, halo }) => (halo ? casing : colourOf(chevron.edge)),
        sizeScale: scale,
        billboard: false,
        sizeUnits: 'pixels',
      }),
      new IconLayer({
        id: 'network-unknown',
        data: unknown,
        ...icons,
        getIcon: () => 'unknown',
        getPosition: (position) => position,
        getSize: 15,
        sizeScale: root,
        sizeUnits: 'pixels',
      }),
      new IconLayer<DrawnSymbol>({
        id: 'asset-symbols',
        data: [...symbols, ...this.#pylons(zoom)],
        ...icons,
        getIcon: (symbol) => symbol.symbol,
        getPosition: (symbol) => symbol.position,
        getSize: (symbol) => symbol.sizePx,
        getAngle: (symbol) => symbol.angle,
        sizeScale: symbolScale(zoom) * root,
        sizeUnits: 'pixels',
      }),
    ]
  }

  /** Rows of the one line layer: per network first all casings, then all lines, so that crossings read as such. */
  #pathRows(visible: (edge: NetworkEdgeFeature) => boolean): PathRow[] {
    const shown = this.#edges.map((edge) => visible(edge))
    const key = `${this.#edges.length} ${shown.map(Number).join('')}`
    if (key === this.#rowsKey) return this.#rows
    this.#rowsKey = key
    const rows: PathRow[] = []
    for (const network of DRAW_ORDER) {
      for (const casing of [true, false]) {
        for (const [index, { geometry, properties }] of this.#edges.entries()) {
          if (!shown[index] || properties.network !== network) continue
          if (!casing || properties.role !== 'service') rows.push({ path: geometry.coordinates, edge: index, casing })
        }
      }
    }
    this.#rows = rows
    return this.#rows
  }

  #pylons(zoom: number): DrawnSymbol[] {
    if (!this.#view.layers['power-110'] || zoom < 14) return []
    return this.#nodes
      .filter((node) => node.properties.kind === 'pylon')
      .map((node) => ({
        id: node.id,
        position: node.geometry.coordinates,
        symbol: 'pylon',
        sizePx: 10,
        minZoom: 14,
        angle: 0,
      }))
  }

  #atlasOf(mode: MapMode, theme: ThemeName): Atlas {
    const key = `${mode} ${theme}`
    if (this.#atlas && key === this.#atlasKey) return this.#atlas
    this.#atlasKey = key
    this.#atlas = buildAtlas(mode, theme)
    return this.#atlas
  }
}

/** Zoom in half steps: what depends on it is placed anew at these only. */
function zoomStepOf(zoom: number): number {
  return Math.round(zoom * 2) / 2
}
/** Lines grow a little when one comes close, so that they still carry over wide roads. */
function lineScale(zoom: number): number {
  return Math.min(1.9, Math.max(0.8, 1 + (zoom - 15) * 0.25))
}
function symbolScale(zoom: number): number {
  return Math.min(1.3, Math.max(0.7, 1 + (zoom - 15.5) * 0.15))
}
function rgba([r, g, b]: readonly [number, number, number], alpha: number): Rgba {
  return [r, g, b, alpha]
}
