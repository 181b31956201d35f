import { CORE_COLLECTIONS } from '../data/collection-loader.ts'
import type { LoadCollection } from '../data/collection-loader.ts'
import type { ParkData } from '../data/park-data.ts'
import { placeOf } from '../data/place-of.ts'
import { type Bounds, type Projection, type Seen, boundsOf } from '../geo.ts'
import { hatchPattern } from '../hatch.ts'
import { LiveTicker } from '../live/live-ticker.ts'
import { PlotPainter } from '../live/plot-painter.ts'
import type { FeatureState } from '../map-controller.ts'
import { MAX_ZOOM, MIN_ZOOM, NATIONAL_BOUNDS } from '../map-constants.ts'
import type { Camera, MapState, ParkMapProps, Selection } from '../map-types.ts'
import { type PickIndex, buildPickIndex } from '../picking.ts'
import { stockedLayers } from '../style/build-style.ts'
import { SOURCE_IDS, type SourceId } from '../style/sources.ts'
import type { DrawnCollection } from '../style/style-types.ts'
import { styleContextOf } from '../style-context.ts'
import { paletteOf } from '../tokens.ts'
import { type Hover, isPlanned } from '../ui/ui-state.ts'
import { PlanPaths, drawPlan } from './draw-plan.ts'
import { drawPlotCodes } from './plan-names.ts'
import { type PlanView, type Size, planView } from './plan-view.ts'

const PLAN_COLLECTIONS = ['boundary', ...CORE_COLLECTIONS] as const
/** Areas are picked where the pointer is, without reach. */
const REACH = { lng: 1e-9, lat: 1e-9 }
const NEVER = { asset: () => false, edge: () => false }
/** Of plot codes at a root font of 16 px. */
const LETTER_PX = 12
/** A hand that rests so long has found its place. */
const SETTLED_MS = 250

export interface PlanOptions {
  canvas: HTMLCanvasElement
  data: ParkData
  load: LoadCollection
  props: ParkMapProps
  /** Called when ground and plots are on the screen for the first time, with their live colours. */
  onDrawn: () => void
  /** Called when it looks at another part of the park. */
  onLook: (camera: Camera, projection: Projection) => void
  onHover: (hover: Hover | null) => void
}

function projectionOf(view: PlanView): Projection {
  return {
    project([lng, lat]) {
      const [x, y] = view.project(lng, lat)
      return { x, y }
    },
  }
}

/**
 * Ground, roads and plots in their live colours on a plain canvas: a picture of the park while the map's code, its
 * worker and the graphics card get ready, and in place of a map that the browser gives no graphics for. It is drawn from
 * the same style and the same painter of plots, flat and with north up; a tilted or turned camera
 * has none before its map.
 */
export class ParkPlan {
  readonly #options: PlanOptions
  readonly #plots: PlotPainter
  readonly #ticker: LiveTicker
  readonly #observer: ResizeObserver | null
  readonly #states = new Map<string, FeatureState>()
  #props: ParkMapProps
  #collections: ReadonlyMap<SourceId, DrawnCollection> | null = null
  #bounds: Bounds = NATIONAL_BOUNDS
  #view: PlanView | null = null
  #paths: PlanPaths | null = null
  #hatched: readonly string[] = []
  #picks: PickIndex | null = null
  /** Where a hand has moved it, until the page knows. */
  #moved: Camera | null = null
  #settling = 0
  #frame = 0
  #wanted = true
  /** There will be no map: names are written, and a tilted camera is laid flat. */
  #alone = false
  /** Live colours have reached the plots. */
  #painted = false
  #told = false
  #tellSettled: () => void = () => undefined
  /** Resolves when it is on the screen with its live colours, or has nothing to show. */
  readonly settled = new Promise<void>((resolve) => {
    this.#tellSettled = resolve
  })
  /** Size that the view was made for, and with it the pixels: null where they were not. */
  #lookedAt: Size = { width: 0, height: 0 }
  #drawnFor: (Size & { ratio: number }) | null = null
  #ended = false

  constructor(options: PlanOptions) {
    this.#options = options
    this.#props = options.props
    this.#plots = new PlotPainter({
      plots: () => options.data.get('plots'),
      paint: (source, id, state) => {
        if (source === 'plots') this.#states.set(id, { ...this.#states.get(id), ...state })
        this.#request()
      },
      hatch: (ids) => {
        this.#hatched = ids
        this.#request()
      },
    })
    this.#ticker = new LiveTicker(() => this.#plots.paint())
    this.#observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => this.#fit())
    this.#observer?.observe(options.canvas)
    void this.#start()
  }

  /** What it shows now; null while there is nothing to see. */
  get view(): PlanView | null {
    return this.#wanted && this.#collections ? this.#view : null
  }

  get projection(): Projection | null {
    return this.view && projectionOf(this.view)
  }

  /** Part of the earth that is in view, and how near; null while there is nothing to see. */
  get seen(): Seen | null {
    const { view } = this
    if (!view) return null
    const { clientWidth, clientHeight } = this.#options.canvas
    const [west, north] = view.unproject(0, 0)
    const [east, south] = view.unproject(clientWidth, clientHeight)
    return { bounds: [west, south, east, north], zoom: view.zoom }
  }

  update(props: ParkMapProps): void {
    const before = this.#props
    this.#props = props
    if (!this.#collections || !this.#wanted) return
    this.#ticker.follow(props.live)
    this.#plots.update(props)
    if (before.camera !== props.camera) this.#moved = null
    if (before.camera !== props.camera || before.mode !== props.mode) this.#look()
    const looks = ['mode', 'theme', 'layers', 'plotTheme', 'selection', 'trace', 'tenants'] as const
    if (before.camera !== props.camera || looks.some((name) => before[name] !== props[name])) this.#request()
  }

  /** Rests while the map itself is there. */
  follow(state: MapState): void {
    const [wanted, alone] = [isPlanned(state), state === 'failed']
    if (wanted === this.#wanted && alone === this.#alone) return
    this.#wanted = wanted
    this.#alone = alone
    if (wanted) {
      this.update(this.#props)
      this.#resize()
      return
    }
    this.#ticker.follow(null)
    // Its pixels are not needed until then.
    this.#options.canvas.width = 0
    this.#drawnFor = null
  }

  /** Moves the park under a hand, pixels. */
  moveBy(dx: number, dy: number): void {
    const { clientWidth, clientHeight } = this.#options.canvas
    const centre = this.view?.unproject(clientWidth / 2 - dx, clientHeight / 2 - dy)
    if (centre) this.#move(centre, this.#view?.zoom ?? 0)
  }

  /** Comes nearer by steps of zoom and leaves a place of the canvas where it is, its middle where none is said. */
  zoomBy(steps: number, at?: { x: number; y: number }): void {
    const { view } = this
    const { clientWidth, clientHeight } = this.#options.canvas
    if (!view) return
    const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, view.zoom + steps))
    const middle = { x: clientWidth / 2, y: clientHeight / 2 }
    const { x, y } = at ?? middle
    const share = 1 - 2 ** (view.zoom - zoom)
    this.#move(view.unproject(middle.x + (x - middle.x) * share, middle.y + (y - middle.y) * share), zoom)
  }

  /** Shows the whole park. */
  home(): void {
    const view = this.view && planView(null, this.#bounds, this.#size())
    if (!view) return
    const { width, height } = this.#size()
    this.#move(view.unproject(width / 2, height / 2), view.zoom)
  }

  /** Shows the tooltip of a feature from the list; null takes it away. */
  light(target: Selection | null): void {
    const place = target && placeOf(target, this.#props.assets, this.#options.data)
    const at = place && this.projection?.project([place[0], place[1]])
    this.#options.onHover(target && at ? { target, ...at } : null)
  }

  /** Plot or site at a place of the canvas. */
  pick(x: number, y: number): Selection | null {
    const { data } = this.#options
    if (!this.view) return null
    this.#picks ??= buildPickIndex(data.get('plots'), data.get('sites'), [], [])
    return this.#picks.at(this.view.unproject(x, y), REACH, NEVER)
  }

  end(): void {
    this.#ended = true
    this.#tellSettled()
    this.#observer?.disconnect()
    this.#ticker.stop()
    this.#plots.stop()
    window.clearTimeout(this.#settling)
    cancelAnimationFrame(this.#frame)
  }

  async #start(): Promise<void> {
    const { data, load } = this.#options
    await Promise.all(PLAN_COLLECTIONS.map((id) => data.load(id, load)))
    if (this.#ended) return
    const drawn = data.drawn(PLAN_COLLECTIONS)
    this.#collections = new Map(SOURCE_IDS.flatMap((id) => (drawn[id] ? [[id, drawn[id]] as const] : [])))
    this.#bounds =
      boundsOf(data.get('boundary').flatMap(({ geometry }) => geometry.coordinates.flat())) ?? NATIONAL_BOUNDS
    this.#look()
    if (!this.view) this.#tellSettled()
    this.#ticker.follow(this.#props.live)
    this.#plots.update(this.#props)
    this.#request()
    await this.#plots.whenPainted()
    this.#painted = true
    this.#request()
  }

  #move([lng, lat]: readonly [number, number], zoom: number): void {
    const camera = { lng, lat, zoom, bearing: 0, pitch: 0 }
    this.#moved = camera
    this.#look()
    this.#request()
    window.clearTimeout(this.#settling)
    this.#settling = window.setTimeout(() => this.#props.onCamera(camera), SETTLED_MS)
  }

  #size(): Size {
    const { clientWidth: width, clientHeight: height } = this.#options.canvas
    return { width, height }
  }

  #look(): void {
    const { mode } = this.#props
    const size = this.#size()
    this.#lookedAt = size
    const camera = this.#moved ?? this.#props.camera
    const seen = camera && this.#alone ? { ...camera, bearing: 0, pitch: 0 } : camera
    this.#view = mode === 'operations' || this.#alone ? planView(seen, this.#bounds, size) : null
    this.#paths = this.#view && new PlanPaths(this.#view)
    if (!this.#view || !this.#wanted) return
    const [lng, lat] = this.#view.unproject(size.width / 2, size.height / 2)
    this.#options.onLook({ lng, lat, zoom: this.#view.zoom, bearing: 0, pitch: 0 }, projectionOf(this.#view))
  }

  #resize(): void {
    if (!this.#wanted || !this.#collections) return
    this.#look()
    this.#draw()
  }

  /** An observer tells of the first size as well, for which the plan may have been drawn in this very frame. */
  #fit(): void {
    const [size, drawn] = [this.#size(), this.#drawnFor]
    const isDrawn = drawn?.width === size.width && drawn.height === size.height
    if (!isDrawn || drawn.ratio !== window.devicePixelRatio) this.#resize()
  }

  #request(): void {
    if (this.#frame !== 0 || this.#ended || !this.#wanted) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#draw()
    })
  }

  #draw(): void {
    const { canvas } = this.#options
    const [collections, view, paths] = [this.#collections, this.#view, this.#paths]
    const size = this.#size()
    const g = collections && view ? canvas.getContext('2d', { alpha: false }) : null
    canvas.toggleAttribute('data-empty', g === null)
    if (!g || !collections || !view || !paths) {
      // A browser without a canvas: nobody is to wait for what will not come.
      if (collections) this.#tellSettled()
      return
    }
    const ratio = window.devicePixelRatio
    canvas.width = Math.round(size.width * ratio)
    canvas.height = Math.round(size.height * ratio)
    this.#drawnFor = { ...this.#lookedAt, ratio }
    g.setTransform(ratio, 0, 0, ratio, 0, 0)
    const context = styleContextOf(this.#props, this.#props.locale, this.#hatched)
    const layers = stockedLayers(context, { collections, stage: 'all' })
    const palette = paletteOf(context.mode, context.theme)
    const hatch = this.#hatched.length > 0 ? hatchPattern(g, palette) : null
    const stateOf = (source: SourceId, id: unknown) => (source === 'plots' ? this.#states.get(String(id)) : undefined)
    drawPlan(g, { layers, collections, stateOf, view, size, hatch }, paths)
    const labels = this.#alone ? collections.get('plot-labels') : undefined
    if (labels) drawPlotCodes(g, labels, view, palette, LETTER_PX * context.scale)
    if (!this.#painted || this.#told) return
    this.#told = true
    // The frame that shows it comes first.
    setTimeout(() => {
      this.#options.onDrawn()
      this.#tellSettled()
    })
  }
}
