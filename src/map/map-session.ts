import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Position } from '../contract/geojson.ts'
import { arrived } from '../lib/arrived.ts'
import { markFirst } from '../lib/mark-first.ts'
import { CORE_COLLECTIONS, DETAIL_COLLECTIONS } from './data/collection-loader.ts'
import type { LoadCollection } from './data/collection-loader.ts'
import { networkLabels } from './data/network-labels.ts'
import type { ParkData } from './data/park-data.ts'
import { placeOf } from './data/place-of.ts'
import type { FontFaces } from './fonts.ts'
import { LabelLanguage } from './label-language.ts'
import { boundsOf } from './geo.ts'
import type { Bounds, Seen } from './geo.ts'
import { ExchangePainter } from './live/exchange-painter.ts'
import { LiveTicker } from './live/live-ticker.ts'
import { NetworkPainter } from './live/network-painter.ts'
import { PlotPainter } from './live/plot-painter.ts'
import { FINEST_WITHIN_MS, NATIONAL_BOUNDS } from './map-constants.ts'
import { MapController } from './map-controller.ts'
import { MapPicker } from './map-picker.ts'
import type { MapState, ParkMapProps, Selection } from './map-types.ts'
import type { NetworkOverlay } from './overlay/network-overlay.ts'
import { styleContextOf } from './style-context.ts'
import type { StyleContext } from './style/style-types.ts'
import { rootScale } from './ui/root-scale.ts'
import type { UiState } from './ui/ui-state.ts'

export interface SessionOptions {
  container: HTMLElement
  props: ParkMapProps
  data: ParkData
  load: LoadCollection
  ui: UiState
  /** Moves what stands on the map: scale, north, marks. */
  follow: (map: MapLibreMap) => void
}

/** One park on the map from its first collection to its end: props go in, events come out. */
export class MapSession {
  readonly data: ParkData
  readonly #picker: MapPicker
  #props: ParkMapProps
  #controller: MapController | null = null
  #overlay: NetworkOverlay | null = null
  #network: NetworkPainter | null = null
  #bounds: Bounds = NATIONAL_BOUNDS
  #ended = false
  #plotsWithoutData: readonly string[] = []
  #hovered: string | null = null
  readonly #options: SessionOptions
  readonly #plots: PlotPainter
  readonly #language: LabelLanguage
  readonly #ticker: LiveTicker
  readonly #exchanges = new ExchangePainter({
    placeOf: (id) => this.#placeOf({ type: 'plot', id }),
    bounds: () => this.#bounds,
    fill: (arcs) => this.#controller?.setCollections({ exchanges: arcs }),
  })

  constructor(options: SessionOptions) {
    this.#options = options
    this.data = options.data
    this.#picker = new MapPicker(options.data)
    this.#props = options.props
    this.#language = new LabelLanguage(options.props.locale, (fonts) => {
      this.#controller?.setFonts(fonts)
      this.#controller?.setContext(this.#context())
    })
    this.#plots = new PlotPainter({
      plots: () => this.data.get('plots'),
      paint: (source, id, state) => this.#controller?.setFeatureState(source, id, state),
      hatch: (ids) => {
        this.#plotsWithoutData = ids
        this.#controller?.setContext(this.#context())
      },
    })
    this.#ticker = new LiveTicker(() => {
      this.#plots.paint()
      this.#network?.paint()
    })
    this.#run().catch(() => {
      if (!this.#isOver()) this.#report('failed')
    })
  }

  get map(): MapLibreMap | null {
    return this.#controller?.map ?? null
  }

  /** Takes the page's latest wishes. */
  update(props: ParkMapProps): void {
    const before = this.#props
    this.#props = props
    this.#ticker.follow(props.live)
    const controller = this.#controller
    if (!controller) return
    const looks = ['mode', 'theme', 'locale', 'layers', 'plotTheme', 'selection', 'trace', 'tenants'] as const
    if (looks.some((name) => before[name] !== props[name])) {
      void this.#language.follow(props.locale)
      controller.setLabel(props.t('title'))
      controller.setContext(this.#context())
      this.#overlay?.setView(props)
    }
    const isTilted = before.mode !== props.mode && props.mode === 'assets'
    const isSentHome = props.flies === true && before.camera !== null
    if (!props.camera && (isTilted || isSentHome)) controller.home(props.flies)
    if (props.camera && before.camera !== props.camera) controller.setCamera(props.camera, props.flies)
    if (before.assets !== props.assets) this.#picker.reset()
    this.#plots.update(props)
    this.#exchanges.update(props.exchanges)
    this.#network?.update(props)
  }

  /** Part of the earth that is in view, and how near; null before there is a map. */
  get seen(): Seen | null {
    const { map } = this
    if (!map) return null
    const bounds = map.getBounds()
    return {
      bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
      zoom: map.getZoom(),
    }
  }

  home = (): void => this.#controller?.home()

  zoomBy = (steps: number): void => this.#controller?.zoomBy(steps)

  /** Lights up a feature from the list, with its tooltip; `null` puts the light out. */
  light(target: Selection | null): void {
    const map = this.map
    if (!map) return
    const place = target ? this.#placeOf(target) : null
    const at = place ? map.project([place[0], place[1]]) : null
    this.#hover(target, at?.x ?? 0, at?.y ?? 0)
  }

  end(): void {
    this.#ended = true
    this.#ticker.stop()
    this.#plots.stop()
    this.#controller?.destroy()
    this.#controller = null
  }

  #placeOf(target: Selection): Position | null {
    return placeOf(target, this.#props.assets, this.data)
  }

  async #run(): Promise<void> {
    const { load } = this.#options
    // One frame with everything costs far less than a frame for each collection as it comes.
    const [fonts, boundary] = await Promise.all([
      this.#language.fonts(),
      this.data.load('boundary', load),
      ...CORE_COLLECTIONS.map((id) => this.data.load(id, load)),
    ])
    if (this.#isOver()) return
    this.#bounds = boundsOf(boundary.flatMap((feature) => feature.geometry.coordinates.flat())) ?? NATIONAL_BOUNDS
    const controller = this.#open(fonts)
    // The language may have changed while the ground was on its way.
    void this.#language.follow(this.#props.locale)
    this.#ticker.follow(this.#props.live)
    this.#plots.update(this.#props)
    await this.#plots.whenPainted()
    await controller.whenDrawn()
    if (this.#isOver()) return
    // A plan may have shown the ground before.
    markFirst('parkscope:map-ready')
    markFirst('parkscope:map-interactive')
    this.#report('ready')
    controller.showAll()
    this.#exchanges.update(this.#props.exchanges)
    await this.#loadDetail(controller)
  }

  async #loadDetail(controller: MapController): Promise<void> {
    const { load } = this.#options
    const code = arrived(import('./finest.ts'))
    // Without a graphics card a frame takes most of a second: what comes is drawn together.
    const [overlay] = await Promise.all([
      arrived(import('./overlay/network-overlay.ts')),
      ...DETAIL_COLLECTIONS.map((id) => this.data.load(id, load)),
    ])
    if (this.#isOver()) return
    const finest = code.then((module) => module?.finestOf(this.data) ?? null)
    await Promise.race([finest, new Promise((resolve) => setTimeout(resolve, FINEST_WITHIN_MS))])
    if (this.#isOver()) return
    controller.setCollections(this.data.drawn(DETAIL_COLLECTIONS))
    if (overlay === null) return
    this.#startNetwork(controller, new overlay.NetworkOverlay(this.#props))
    const found = await finest
    if (found === null || this.#isOver()) return
    controller.setCollections({ ...found.detail.collections, ...found.national })
    this.#overlay?.setTrees(found.detail.trees)
    await controller.whenDrawn()
    if (this.#isOver()) return
    markFirst('parkscope:map-full')
    this.#report('full')
  }

  #startNetwork(controller: MapController, overlay: NetworkOverlay): void {
    const edges = this.data.get('network-edges')
    const nodes = this.data.get('network-nodes')
    overlay.setNetwork(edges, nodes)
    this.#overlay = overlay
    this.#network = new NetworkPainter(edges, nodes, overlay)
    this.#network.update(this.#props)
    this.#picker.reset()
    controller.setOverlay(overlay)
    controller.setCollections({ 'network-labels': networkLabels(edges) })
  }

  // Asked after each wait: the page may have left while something loaded.
  #isOver(): boolean {
    return this.#ended
  }

  #open(fonts: FontFaces): MapController {
    const { container, follow, ui } = this.#options
    const props = this.#props
    const controller = new MapController({
      container,
      fonts,
      context: this.#context(),
      camera: props.camera,
      bounds: this.#bounds,
      ariaLabel: props.t('title'),
      collections: this.data.drawn(['boundary', ...CORE_COLLECTIONS]),
      events: {
        onMove: (map) => {
          this.#rescale()
          follow(map)
        },
        onResize: () => this.#fitTour(),
        onMoveEnd: (camera, asked) => {
          ui.set({ viewVersion: ui.read().viewVersion + 1 })
          if (asked) this.#props.onCamera(camera)
        },
        onClick: (x, y) => this.#props.onSelect(this.#pick(x, y)),
        onHover: (x, y) => this.#hover(this.#pick(x, y), x, y),
        onLeave: () => this.#hover(null, 0, 0),
        onRecovering: () => this.#report('recovering'),
        onRecovered: () => this.#report('recovered'),
        onLost: () => this.#report('failed'),
      },
    })
    this.#controller = controller
    if (!props.camera && props.mode === 'assets') controller.home()
    return controller
  }

  /** A tour's bar comes after the map and takes room from it: the whole park is the whole park again. */
  #fitTour(): void {
    if (this.#props.flies === true && !this.#props.camera) this.#controller?.home()
  }

  /** A window on another screen has another root font. */
  #rescale(): void {
    const controller = this.#controller
    if (!controller || controller.context.scale === rootScale()) return
    controller.setContext(this.#context())
  }

  #pick(x: number, y: number): Selection | null {
    return this.map ? this.#picker.pick(this.map, x, y, this.#props) : null
  }

  #hover(target: Selection | null, x: number, y: number): void {
    const { ui } = this.#options
    const controller = this.#controller
    const key = target ? `${target.type} ${target.id}` : null
    if (key !== this.#hovered) {
      const [type, id] = this.#hovered?.split(' ') ?? []
      if (type === 'plot' && id !== undefined) controller?.setFeatureState('plots', id, { hover: false })
      if (target?.type === 'plot') controller?.setFeatureState('plots', target.id, { hover: true })
      this.#hovered = key
      if (controller) controller.map.getCanvas().style.cursor = target ? 'pointer' : ''
      ui.set({ hover: target ? { target, x, y } : null })
    } else if (target) ui.set({ hover: { target, x, y } })
  }

  #report(state: MapState): void {
    this.#options.ui.set({ state, missing: this.data.missing })
    this.#props.onStatus({ state, missing: this.data.missing })
  }

  #context(): StyleContext {
    return styleContextOf(this.#props, this.#language.shown, this.#plotsWithoutData)
  }
}
