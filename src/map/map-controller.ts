import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { cameraOf, exactCameraOf, homeCamera, isSameCamera } from './camera.ts'
import type { FontFaces } from './fonts.ts'
import type { Bounds } from './geo.ts'
import { createMapCanvas, setImages } from './map-canvas.ts'
import { CLOSE_DELAY_MS, FLIGHT_MS, RECOVERY_DELAYS_MS } from './map-constants.ts'
import type { Camera } from './map-types.ts'
import type { Overlay } from './overlay/overlay.ts'
import { applyLayers } from './style/apply-style.ts'
import { stockedLayers } from './style/build-style.ts'
import type { Stock } from './style/build-style.ts'
import { SOURCE_IDS, sourceOf } from './style/sources.ts'
import type { SourceId } from './style/sources.ts'
import type { DrawnCollection, Layer, StyleContext } from './style/style-types.ts'

const STATEFUL = ['plots', 'plot-labels', 'sites', 'solar'] as const satisfies readonly SourceId[]
export type FeatureStateSource = (typeof STATEFUL)[number]
const isStateful = (id: SourceId): id is FeatureStateSource => STATEFUL.some((known) => known === id)
export type FeatureState = Readonly<Record<string, string | number | boolean | null>>

export type Collections = Partial<Record<SourceId, DrawnCollection>>
const entriesOf = (collections: Collections): (readonly [SourceId, DrawnCollection])[] =>
  SOURCE_IDS.flatMap((id) => {
    const data = collections[id]
    return data ? [[id, data] as const] : []
  })

export interface ControllerEvents {
  onMove(map: MapLibreMap): void
  onResize(): void
  onMoveEnd(camera: Camera, asked: boolean): void
  onClick(x: number, y: number): void
  onHover(x: number, y: number): void
  onLeave(): void
  onRecovering(): void
  onRecovered(): void
  onLost(): void
}

export interface ControllerOptions {
  container: HTMLElement
  context: StyleContext
  fonts: FontFaces
  camera: Camera | null
  bounds: Bounds
  ariaLabel: string
  /** Sources that are known from the start; the first frame holds them. */
  collections: Collections
  events: ControllerEvents
}

/** Travels with moves that a button asked for. */
const ASKED = { asked: true }
const isAsked = (event: object): boolean => 'asked' in event

/**
 * Owns the one map of the session. Everything that it draws is kept here as data, so that a lost
 * graphics context costs a rebuild and nothing else: a rebuilt library map forgets feature state and
 * overlay, the data do not.
 */
export class MapController {
  #map: MapLibreMap
  #options: ControllerOptions
  #context: StyleContext
  #overlay: Overlay | null = null
  /** Where the flight that is under way ends. */
  #flight: Camera | null = null
  #styled = false
  #destroyed = false
  #recoveryTimer = 0
  #stage: Stock['stage'] = 'ground'
  /** Layers as they are on the map. */
  #layers: readonly Layer[] = []
  readonly #collections: Map<SourceId, DrawnCollection>
  readonly #states = new Map<FeatureStateSource, Map<string, FeatureState>>()

  constructor(options: ControllerOptions) {
    this.#options = options
    this.#context = options.context
    this.#collections = new Map(entriesOf(options.collections))
    this.#map = this.#open(options.camera)
  }

  get map(): MapLibreMap {
    return this.#map
  }

  get context(): StyleContext {
    return this.#context
  }

  /** Draws with another look: theme, mode, language, layers, selection. */
  setContext(context: StyleContext): void {
    const before = this.#context
    this.#context = context
    this.#map.getCanvas().setAttribute('aria-label', this.#options.ariaLabel)
    if (!this.#styled) return
    if (before.theme !== context.theme || before.mode !== context.mode) setImages(this.#map, context)
    this.#applyLayers()
    if (before.mode !== context.mode) this.#applyMode()
  }

  setLabel(ariaLabel: string): void {
    this.#options = { ...this.#options, ariaLabel }
    this.#map.getCanvas().setAttribute('aria-label', ariaLabel)
  }

  /** Replaces the label fonts when a language needs more of them. */
  setFonts(fonts: FontFaces): void {
    this.#options = { ...this.#options, fonts }
    if (this.#styled) this.#map.setFontFaces(fonts)
  }

  /** Goes on from the ground to lines and names. */
  showAll(): void {
    this.#stage = 'all'
    if (this.#styled) this.#applyLayers()
  }

  /** Fills sources; those that come in one call are drawn together. */
  setCollections(collections: Collections): void {
    const filled = entriesOf(collections)
    for (const [id, data] of filled) this.#collections.set(id, data)
    if (this.#styled) this.#fill(filled)
  }

  /** Sets live state of one feature: `null` entries go back to the style's own colour. */
  setFeatureState(source: FeatureStateSource, id: string, state: FeatureState): void {
    const states = this.#states.get(source) ?? new Map<string, FeatureState>()
    this.#states.set(source, states)
    states.set(id, { ...states.get(id), ...state })
    if (this.#styled && this.#map.getSource(source)) this.#map.setFeatureState({ source, id }, state)
  }

  /** Puts the overlay on the map; it follows the map through a rebuild. */
  setOverlay(overlay: Overlay): void {
    this.#overlay = overlay
    if (this.#styled) overlay.attach(this.#map)
  }

  home(flies = false): void {
    const camera = homeCamera(this.#map, this.#options.bounds, this.#context.mode)
    if (flies) this.#map.flyTo({ ...camera, duration: FLIGHT_MS })
    else this.#map.jumpTo(camera, ASKED)
  }

  zoomBy(steps: number): void {
    this.#map.zoomTo(this.#map.getZoom() + steps, { duration: 150 }, ASKED)
  }

  /** Goes where the page says, unless the map is there already. */
  setCamera(camera: Camera, flies = false): void {
    if (isSameCamera(camera, cameraOf(this.#map))) return
    const place = { ...camera, center: [camera.lng, camera.lat] satisfies [number, number] }
    if (!flies) {
      this.#map.jumpTo(place)
      return
    }
    if (this.#flight && isSameCamera(camera, this.#flight) && this.#map.isMoving()) return
    this.#flight = camera
    this.#map.flyTo({ ...place, duration: FLIGHT_MS })
  }

  /** Resolves when everything that was filled is drawn. A map at rest says so only after another frame. */
  whenDrawn(): Promise<void> {
    return new Promise((resolve) => {
      void this.#map.once('idle', () => resolve())
      this.#map.triggerRepaint()
    })
  }

  /** Draws no more. The graphics context goes a little later: that waits for the frame under way, as no screen should. */
  destroy(): void {
    this.#destroyed = true
    window.clearTimeout(this.#recoveryTimer)
    window.setTimeout(() => this.#close(), CLOSE_DELAY_MS)
  }

  #open(camera: Camera | null): MapLibreMap {
    const { container, fonts, bounds, ariaLabel, events } = this.#options
    const map = createMapCanvas({
      container,
      fonts,
      bounds,
      ariaLabel,
      camera,
      context: this.#context,
      stock: this.#stock(),
    })
    const filled = new Set(this.#collections.keys())
    const context = this.#context
    this.#layers = stockedLayers(context, this.#stock())
    map.getCanvas().addEventListener('webglcontextlost', this.#onLost)
    // A canvas in sight is copied to the screen with each frame, by hand where no graphics card does it: not before it
    // shows something.
    map.getCanvas().style.visibility = 'hidden'
    map.once('style.load', () => {
      if (map !== this.#map) return
      this.#styled = true
      // What changed while the style was loading.
      if (context !== this.#context) setImages(map, this.#context)
      this.#applyLayers()
      this.#fill([...this.#collections].filter(([id]) => !filled.has(id)))
      for (const source of this.#states.keys()) this.#restoreStates(source)
      this.#overlay?.attach(map)
      events.onMove(map)
    })
    map.once('load', () => {
      map.getCanvas().style.visibility = ''
      if (map !== this.#map || this.#recoveryTimer === 0) return
      this.#recoveryTimer = 0
      events.onRecovered()
    })
    map.on('move', () => events.onMove(map))
    // Only a move that somebody asked for is a new camera; a resized window is not.
    map.on('moveend', (event) => events.onMoveEnd(cameraOf(map), event.originalEvent !== undefined || isAsked(event)))
    map.on('resize', () => {
      events.onMove(map)
      events.onResize()
    })
    map.on('click', (event) => events.onClick(event.point.x, event.point.y))
    map.on('mousemove', (event) => events.onHover(event.point.x, event.point.y))
    map.on('mouseout', () => events.onLeave())
    map.on('movestart', () => events.onLeave())
    return map
  }

  readonly #onLost = (): void => {
    if (this.#destroyed || this.#recoveryTimer !== 0) return
    this.#options.events.onRecovering()
    this.#recover(0)
  }

  /** The library map comes back half empty from a loss; a new one from the data is whole. */
  #recover(attempt: number): void {
    const camera = exactCameraOf(this.#map)
    const delayMs = RECOVERY_DELAYS_MS[attempt]
    if (delayMs === undefined) {
      this.#options.events.onLost()
      return
    }
    this.#recoveryTimer = window.setTimeout(() => {
      if (this.#destroyed) return
      try {
        this.#close()
        this.#map = this.#open(camera)
      } catch {
        this.#recover(attempt + 1)
      }
    }, delayMs)
  }

  #close(): void {
    this.#styled = false
    this.#map.getCanvas().removeEventListener('webglcontextlost', this.#onLost)
    this.#overlay?.detach()
    this.#map.remove()
  }

  #fill(entries: readonly (readonly [SourceId, DrawnCollection])[]): void {
    const added = entries.filter(([id]) => !this.#map.getSource(id))
    for (const [id, data] of entries) {
      // Drawing goes on while the worker cuts tiles; errors come as events of the map.
      void this.#map.getSource<GeoJSONSource>(id)?.setData(sourceOf(id, data).data)
    }
    for (const [id, data] of added) {
      this.#map.addSource(id, sourceOf(id, data))
      // States that were told before the features came.
      this.#restoreStates(id)
    }
    if (added.length > 0) this.#applyLayers()
  }

  #restoreStates(source: SourceId): void {
    if (!isStateful(source) || !this.#map.getSource(source)) return
    for (const [id, state] of this.#states.get(source) ?? []) this.#map.setFeatureState({ source, id }, state)
  }

  #stock(): Stock {
    return { collections: this.#collections, stage: this.#stage }
  }

  #applyLayers(): void {
    // A source that waits for its turn to be added must not be drawn from yet.
    const added = new Map([...this.#collections].filter(([id]) => this.#map.getSource(id)))
    const after = stockedLayers(this.#context, { ...this.#stock(), collections: added })
    applyLayers(this.#map, this.#layers, after)
    this.#layers = after
    this.#overlay?.restack()
  }

  #applyMode(): void {
    const map = this.#map
    if (this.#context.mode === 'operations') {
      map.dragRotate.disable()
      map.touchZoomRotate.disableRotation()
      map.touchPitch.disable()
      map.jumpTo({ bearing: 0, pitch: 0 })
    } else {
      map.dragRotate.enable()
      map.touchZoomRotate.enableRotation()
      map.touchPitch.enable()
    }
  }
}
