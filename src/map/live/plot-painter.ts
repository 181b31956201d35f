import type { PlotFeature } from '../../contract/collections.ts'
import type { PlotClass } from '../layers/plot-themes.ts'
import { measureOf } from '../layers/plot-themes.ts'
import type { FeatureState, FeatureStateSource } from '../map-controller.ts'
import type { LiveValues, MapMark, ParkMapProps } from '../map-types.ts'
import { priorityColour } from '../network-tokens.ts'
import { givenClasses, plotClasses, plotMeasures } from './plot-measures.ts'
import type { PlotMeasure } from './plot-measures.ts'
import { SolarPainter } from './solar-painter.ts'

export interface PainterTarget {
  plots(): readonly PlotFeature[]
  paint(source: FeatureStateSource, id: string, state: FeatureState): void
  hatch(plotIds: readonly string[]): void
}

/**
 * Keeps plot colours in step with the live store: at most once a second, and only plots whose class
 * changed reach the map, so that a quiet park draws nothing.
 */
export class PlotPainter {
  readonly #target: PainterTarget
  #props: ParkMapProps | null = null
  #measures: readonly PlotMeasure[] = []
  #painted = new Map<string, PlotClass>()
  #alarms = new Map<string, string>()
  #hatched = ''
  readonly #waiting: (() => void)[] = []
  readonly #solar: SolarPainter

  constructor(target: PainterTarget) {
    this.#target = target
    this.#solar = new SolarPainter((id, state) => target.paint('solar', id, state))
  }

  /** Takes new props; recolours where they ask for other points or another theme. */
  update(props: ParkMapProps): void {
    const before = this.#props
    this.#props = props
    const plots = this.#target.plots()
    if (plots.length === 0) return
    const measure = measureOf(props.plotTheme)
    const changed =
      before?.plotTheme !== props.plotTheme ||
      before.points !== props.points ||
      before.assets !== props.assets ||
      before.live !== props.live ||
      before.plotValues !== props.plotValues ||
      this.#measures.length === 0
    if (changed) {
      const isMetered = measure !== null && measure.given === null
      this.#measures =
        isMetered && props.live ? plotMeasures(measure, plots, props.assets, props.points, props.live) : []
    }
    this.#solar.update(props)
    this.#paintAlarms(props.exceptions, props)
    if (changed) this.paint()
  }

  /** Rests when the first live values are on the plots, or at once in a theme without any. */
  whenPainted(): Promise<void> {
    if ((this.#props?.live?.version ?? 0) > 0) return Promise.resolve()
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
    })
  }

  stop(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  /** Compares the store with what is painted; called at most once a second. */
  paint(): void {
    const props = this.#props
    const live = props?.live
    if (!props || !live || live.version === 0) return
    this.#solar.paint()
    const classes = this.#classes(props, live)
    for (const id of new Set([...this.#painted.keys(), ...classes.keys()])) {
      const next = classes.get(id) ?? 'none'
      if ((this.#painted.get(id) ?? 'none') === next) continue
      const state = { class: typeof next === 'number' ? next : -1 }
      this.#target.paint('plots', id, state)
      this.#target.paint('plot-labels', id, state)
    }
    this.#painted = classes
    const without = [...classes].flatMap(([id, value]) => (value === 'no-data' ? [id] : []))
    const hatched = without.join(' ')
    if (hatched !== this.#hatched) {
      this.#hatched = hatched
      this.#target.hatch(without)
    }
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  #classes(props: ParkMapProps, live: LiveValues): Map<string, PlotClass> {
    const measure = measureOf(props.plotTheme)
    if (!measure) return new Map()
    if (measure.given === null) return plotClasses(measure, this.#measures, live)
    return props.plotValues ? givenClasses(measure, this.#target.plots(), props.plotValues) : new Map()
  }

  /** A plot in alarm, or cut off by one, wears the colour of its worst alarm: a veil and an outline. */
  #paintAlarms(marks: readonly MapMark[], props: ParkMapProps): void {
    const plotOfAsset = new Map<string, string | null>(props.assets.map((asset) => [asset.id, asset.plotId]))
    const worst = new Map<string, MapMark>()
    for (const mark of marks) {
      if (mark.priority === 4 || mark.state === 'returned-unacknowledged') continue
      const own = mark.plotId ?? (mark.assetId === null ? null : (plotOfAsset.get(mark.assetId) ?? null))
      for (const plotId of [...(own === null ? [] : [own]), ...(mark.plotIds ?? [])]) {
        const held = worst.get(plotId)
        if (!held || mark.priority < held.priority) worst.set(plotId, mark)
      }
    }
    const colours = new Map([...worst].map(([id, mark]) => [id, priorityColour(mark.priority, props.theme)]))
    for (const id of new Set([...this.#alarms.keys(), ...colours.keys()])) {
      const colour = colours.get(id)
      if (colour === this.#alarms.get(id)) continue
      this.#target.paint('plots', id, {
        alarm: colour !== undefined,
        alarmLine: colour ?? null,
        alarmFill: colour === undefined ? null : `${colour}38`,
      })
    }
    this.#alarms = colours
  }
}
