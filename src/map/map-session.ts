import type { Map as MapLibreMap } from 'maplibre-gl'
import type { CollectionId } from '../contract/collections.ts'
import { CORE_COLLECTIONS, DETAIL_COLLECTIONS } from './data/collection-loader.ts'
import type { LoadCollection } from './data/collection-loader.ts'
import { drawnFrom } from './data/drawn-features.ts'
import { ParkData } from './data/park-data.ts'
import { latinFaces } from './fonts.ts'
import type { FontFaces } from './fonts.ts'
import { boundsOf } from './geo.ts'
import type { Bounds } from './geo.ts'
import { NATIONAL_BOUNDS } from './map-constants.ts'
import { MapController } from './map-controller.ts'
import type { ParkMapProps } from './map-types.ts'
import { PlotPainter } from './live/plot-painter.ts'
import type { StyleContext } from './style/style-types.ts'
import { SOURCE_IDS } from './style/sources.ts'
import type { UiState } from './ui/ui-state.ts'

/** Elements around the map that follow it without React: marks, scale, north, tooltip. */
export interface Follower {
  follow(map: MapLibreMap): void
}

export interface SessionOptions {
  container: HTMLElement
  props: ParkMapProps
  load: LoadCollection
  ui: UiState
  followers: readonly Follower[]
}

/** One park on the map from its first collection to its end; props go in, events come out. */
export class MapSession {
  readonly data = new ParkData()
  #props: ParkMapProps
  #controller: MapController | null = null
  #bounds: Bounds = NATIONAL_BOUNDS
  #ended = false
  #plotsWithoutData: readonly string[] = []
  readonly #options: SessionOptions
  readonly #painter: PlotPainter

  constructor(options: SessionOptions) {
    this.#options = options
    this.#props = options.props
    this.#painter = new PlotPainter({
      plots: () => this.data.get('plots'),
      paint: (source, id, state) => this.#controller?.setFeatureState(source, id, state),
      hatch: (ids) => {
        this.#plotsWithoutData = ids
        this.#controller?.setContext(this.#context())
      },
    })
    void this.#run()
  }

  get map(): MapLibreMap | null {
    return this.#controller?.map ?? null
  }

  /** Takes the page's latest wishes. */
  update(props: ParkMapProps): void {
    const before = this.#props
    this.#props = props
    const controller = this.#controller
    if (!controller) return
    if (
      before.mode !== props.mode ||
      before.theme !== props.theme ||
      before.locale !== props.locale ||
      before.layers !== props.layers ||
      before.plotTheme !== props.plotTheme ||
      before.selection !== props.selection
    ) {
      if (before.locale !== props.locale) void this.#applyFonts()
      controller.setLabel(props.t('title'))
      controller.setContext(this.#context())
    }
    if (before.mode !== props.mode && props.mode === 'assets') controller.home()
    if (props.camera && before.camera !== props.camera) controller.setCamera(props.camera)
    this.#painter.update(props)
  }

  home(): void {
    this.#controller?.home()
  }

  zoomBy(steps: number): void {
    const map = this.map
    map?.zoomTo(map.getZoom() + steps, { duration: 150 })
  }

  end(): void {
    this.#ended = true
    this.#painter.stop()
    this.#controller?.destroy()
    this.#controller = null
  }

  async #run(): Promise<void> {
    const { load, ui } = this.#options
    const core = CORE_COLLECTIONS.map((id) => this.data.load(id, load))
    const [fonts, boundary] = await Promise.all([this.#fonts(), this.data.load('boundary', load)])
    if (this.#ended) return
    const outline = boundary.flatMap((feature) => feature.geometry.coordinates.flat())
    this.#bounds = boundsOf(outline) ?? NATIONAL_BOUNDS
    const controller = this.#open(fonts)
    this.#draw('boundary')
    await Promise.all(
      core.map(async (loading, index) => {
        await loading
        const id = CORE_COLLECTIONS[index]
        if (id && !this.#ended) this.#draw(id)
      }),
    )
    if (this.#isOver()) return
    this.#painter.update(this.#props)
    await this.#drawn(controller)
    await this.#painter.whenPainted()
    if (this.#isOver()) return
    performance.mark('parkscope:map-ready')
    this.#report('ready')
    for (const id of DETAIL_COLLECTIONS) {
      await this.data.load(id, load)
      if (this.#isOver()) return
      this.#draw(id)
    }
    await this.#drawn(controller)
    if (this.#isOver()) return
    performance.mark('parkscope:map-full')
    this.#report('full')
    ui.set({ missing: this.data.missing })
  }

  #isOver(): boolean {
    return this.#ended
  }

  #open(fonts: FontFaces): MapController {
    const { container, followers, ui } = this.#options
    const props = this.#props
    const controller = new MapController({
      container,
      fonts,
      context: this.#context(),
      camera: props.camera,
      bounds: this.#bounds,
      ariaLabel: props.t('title'),
      events: {
        onMove: (map) => {
          for (const follower of followers) follower.follow(map)
        },
        onMoveEnd: (camera) => {
          ui.set({ viewVersion: ui.read().viewVersion + 1 })
          this.#props.onCamera(camera)
        },
        onClick: () => undefined,
        onHover: () => undefined,
        onLeave: () => undefined,
        onRecovering: () => this.#report('recovering'),
        onRecovered: () => this.#report('recovered'),
        onLost: () => this.#report('failed'),
      },
    })
    this.#controller = controller
    if (!props.camera && props.mode === 'assets') controller.home()
    return controller
  }

  #report(state: 'ready' | 'full' | 'recovering' | 'recovered' | 'failed'): void {
    this.#options.ui.set({ state, missing: this.data.missing })
    this.#props.onStatus({ state, missing: this.data.missing })
  }

  #draw<C extends CollectionId>(id: C): void {
    const drawn = drawnFrom(id, this.data.get(id))
    for (const source of SOURCE_IDS) {
      const collection = drawn[source]
      if (collection) this.#controller?.setCollection(source, collection)
    }
  }

  #drawn(controller: MapController): Promise<void> {
    return new Promise((resolve) => {
      controller.whenDrawn(resolve)
    })
  }

  async #fonts(): Promise<FontFaces> {
    const latin = latinFaces()
    if (this.#props.locale !== 'ja') return latin
    const { withJapanese } = await import('./fonts-ja.ts')
    return withJapanese(latin)
  }

  async #applyFonts(): Promise<void> {
    this.#controller?.setFonts(await this.#fonts())
  }

  /** The selected plot, or all plots of the selected tenant. */
  #selectedPlots(): readonly string[] {
    const { selection, tenants } = this.#props
    if (selection?.type === 'plot') return [selection.id]
    if (selection?.type !== 'tenant') return []
    return tenants.find((tenant) => tenant.id === selection.id)?.plotIds ?? []
  }

  #context(): StyleContext {
    const { mode, theme, locale, layers, plotTheme, selection } = this.#props
    return {
      mode,
      theme,
      locale,
      layers,
      plotTheme,
      plotsWithoutData: this.#plotsWithoutData,
      selectedPlots: this.#selectedPlots(),
      selectedSite: selection?.type === 'site' ? selection.id : null,
    }
  }
}
