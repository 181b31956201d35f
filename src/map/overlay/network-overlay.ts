import { IconLayer, PathLayer } from '@deck.gl/layers'
import type { Layer } from '@deck.gl/core'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { NetworkEdgeFeature, NetworkNodeFeature } from '../../contract/collections.ts'
import { metresPerPixel } from '../geo.ts'
import { layerOfNetwork } from '../layers/registry.ts'
import { OVERLAY_INTERLEAVED } from '../map-constants.ts'
import type { LayerVisibility, MapMode, MapTrace, Selection, ThemeName } from '../map-types.ts'
import { accentColour, casingColour, inkColour, networkColour, toRgb } from '../network-tokens.ts'
import { OVERLAY_ANCHOR } from '../style/build-style.ts'
import type { Overlay } from './overlay.ts'
import { FrameGate } from './frame-gate.ts'
import { DRAW_ORDER, placeChevrons, placeUnknown } from './network-model.ts'
import type { EdgeLook } from './network-model.ts'
import { buildAtlas } from './symbols.ts'
import type { Atlas } from './symbols.ts'
import { treeLayer } from './tree-layer.ts'
import { rootScale } from '../ui/root-scale.ts'

/** Drawn after the ground whatever its depth: lines and symbols are never cut by a roof. */
const ABOVE = { depthCompare: 'always', depthWriteEnabled: false } as const
const CASING_PX = 2.2
/** Least width of a traced way, and the opacity of everything beside it. */
const TRACED_PX = 3
const STEPPED_BACK = 70
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
  trace?: MapTrace | null | undefined
}

interface PathRow {
  path: [number, number][]
  edge: number
  casing: boolean
}

/** What is needed here of the graphics library's device. */
interface GraphicsDevice {
  canvasContext: { destroy: () => void } | null
}

type Rgba = [number, number, number, number]

/**
 * Lines, chevrons, symbols and trees above the ground. Geometry goes to the graphics card once; what is
 * live goes as widths and icons when a shown value changed.
 */
export class NetworkOverlay implements Overlay {
  #map: MapLibreMap | null = null
  #overlay: MapLibreOverlay | null = null
  #gate: FrameGate | null = null
  #device: GraphicsDevice | null = null
  #handed: Layer[] = []
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
    this.#gate = new FrameGate(() => this.#handed.some((layer) => !layer.isLoaded))
    // The overlay hands these on to deck.gl; its own type does not name them.
    const passedOn = {
      animationFrameProvider: this.#gate,
      onDeviceInitialized: (device: GraphicsDevice) => {
        this.#device = device
      },
    }
    this.#overlay = new MapLibreOverlay({ interleaved: OVERLAY_INTERLEAVED, layers: [], ...passedOn })
    map.addControl(this.#overlay)
    map.on('move', this.#wake)
    map.on('styledata', this.#wake)
    map.on('moveend', this.#onMoveEnd)
    this.refresh()
  }

  detach(): void {
    const map = this.#map
    map?.off('move', this.#wake)
    map?.off('styledata', this.#wake)
    map?.off('moveend', this.#onMoveEnd)
    if (map && this.#overlay) map.removeControl(this.#overlay)
    // The library leaves a watch on the screen's resolution behind, which holds the whole map for good.
    this.#device?.canvasContext?.destroy()
    this.#device = null
    this.#overlay = null
    this.#gate = null
    this.#handed = []
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

  readonly #wake = (): void => this.#gate?.wake()

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
    this.#hand(overlay, map)
    if (!map.isStyleLoaded()) {
      void map.once('idle', () => {
        if (this.#overlay === overlay) this.#hand(overlay, map)
      })
    }
  }

  #hand(overlay: MapLibreOverlay, map: MapLibreMap): void {
    this.#handed = this.#layers(map)
    overlay.setProps({ layers: this.#handed })
    this.#gate?.wake()
  }

  #layers(map: MapLibreMap): Layer[] {
    const { mode, theme, layers, selection, trace } = this.#view
    const zoom = this.#zoomStep
    const metresPerPx = metresPerPixel(zoom, map.getCenter().lat)
    const isTraced = (edge: NetworkEdgeFeature): boolean =>
      trace ? trace.upEdgeIds.has(edge.id) || trace.downEdgeIds.has(edge.id) : false
    const visible = (edge: NetworkEdgeFeature): boolean => {
      if (isTraced(edge)) return true
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
      if (edge.id === selected || trace?.downEdgeIds.has(edge.id)) return rgba(toRgb(accentColour(theme)), 255)
      if (trace?.upEdgeIds.has(edge.id)) return rgba(toRgb(inkColour(theme)), 255)
      if (trace) return rgba(toRgb(networkColour(edge.properties.network, mode, theme)), STEPPED_BACK)
      const dim = edge.properties.role === 'service' ? 190 : edge.properties.role === 'open' ? 150 : 255
      return rgba(toRgb(networkColour(edge.properties.network, mode, theme)), dim)
    }
    const root = rootScale()
    const scale = lineScale(zoom) * root
    const widthOf = (index: number): number => {
      const edge = this.#edges[index]
      const width = this.#look.widths[index] ?? 1
      return edge && isTraced(edge) ? Math.max(TRACED_PX, width) : width
    }
    // On a traced way thin lines carry chevrons as well: it is drawn wide enough for them.
    const look = trace ? { ...this.#look, widths: this.#look.widths.map((_, index) => widthOf(index)) } : this.#look
    const chevrons = placeChevrons(this.#edges, look, trace ? isTraced : visible, metresPerPx)
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
        getWidth: (row) => widthOf(row.edge) + (row.casing ? CASING_PX / scale : 0),
        getColor: (row) => (row.casing ? casing : colourOf(row.edge)),
        widthUnits: 'pixels',
        widthScale: scale,
        jointRounded: true,
        capRounded: true,
        updateTriggers: {
          getWidth: [this.#lookVersion, scale, trace],
          getColor: [mode, theme, selected, trace],
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
        getColor: (symbol) => [0, 0, 0, trace && !trace.assetIds.has(symbol.id) ? STEPPED_BACK : 255],
        updateTriggers: { getColor: [trace] },
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
