import type { FeatureOf, PlotFeature } from '../../contract/collections.ts'
import type { Position } from '../../contract/geojson.ts'
import { labelPlace } from '../data/drawn-features.ts'
import { type Bounds, boundsOf } from '../geo.ts'
import type { MapMark, Selection } from '../map-types.ts'

/** Name of the place that the selected asset has among those of the marks. */
export const CHOSEN = 'chosen'

/** Where marks stand, and what their callouts should leave in sight. */
export interface MarkGround {
  places: ReadonlyMap<string, Position>
  /** Plots that an alarm takes with it. */
  plots: readonly Bounds[]
  /** Places with a name on the map. */
  names: readonly Position[]
}

function boxesOf(plots: readonly PlotFeature[], chosen: ReadonlySet<string>): Bounds[] {
  const boxes: Bounds[] = []
  for (const { id, geometry } of plots) {
    const box = chosen.has(id) ? boundsOf(geometry.coordinates.flat()) : null
    if (box) boxes.push(box)
  }
  return boxes
}

/** Works the ground of the marks out once for the same marks and plots: it is asked for with every frame of a pan. */
export class MarkGrounds {
  readonly #placeOf: (target: Selection) => Position | null
  #known: { marks: unknown; plots: unknown; selection: unknown; ground: MarkGround } | null = null

  constructor(placeOf: (target: Selection) => Position | null) {
    this.#placeOf = placeOf
  }

  /** A mark stands on its asset, else in the middle of its plot; one that has neither is not on the map. */
  of(
    marks: readonly MapMark[],
    plots: readonly PlotFeature[],
    sites: readonly FeatureOf<'sites'>[],
    selection: Selection | null,
  ): MarkGround {
    const known = this.#known
    if (known?.marks === marks && known.plots === plots && known.selection === selection) return known.ground
    const places = new Map<string, Position>()
    for (const { id, assetId, plotId } of marks) {
      const place =
        (assetId === null ? null : this.#placeOf({ type: 'asset', id: assetId })) ??
        (plotId === null ? null : this.#placeOf({ type: 'plot', id: plotId }))
      if (place) places.set(id, place)
    }
    const chosen = selection?.type === 'asset' ? this.#placeOf(selection) : null
    if (chosen) places.set(CHOSEN, chosen)
    const struck = new Set(marks.flatMap(({ plotIds }) => plotIds ?? []))
    const names = sites.map(({ geometry }) => labelPlace(geometry.coordinates))
    const ground = { places, plots: boxesOf(plots, struck), names }
    this.#known = { marks, plots, selection, ground }
    return ground
  }
}
