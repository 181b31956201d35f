import type { FeatureState } from '../map-controller.ts'
import type { SourceId } from '../style/sources.ts'
import { SOURCE_IDS } from '../style/sources.ts'
import type { DrawnCollection, DrawnFeature, Layer } from '../style/style-types.ts'
import { type Scope, valueOf } from './expression.ts'
import type { PlanView, Size } from './plan-view.ts'

/** All that a picture of the plan is made of. */
export interface PlanPicture {
  /** From the bottom up; what is neither ground, area nor line is left out. */
  layers: readonly Layer[]
  collections: ReadonlyMap<SourceId, DrawnCollection>
  stateOf: (source: SourceId, id: unknown) => FeatureState | undefined
  view: PlanView
  size: Size
  /** What areas without data are filled with. */
  hatch: CanvasPattern | null
}

const CLEAR = new Set<unknown>([null, '', 'rgba(0,0,0,0)'])
const NO_STATE: FeatureState = {}

/** Outlines of features in one view: they stay while colours change. */
export class PlanPaths {
  readonly #view: PlanView
  readonly #known = new WeakMap<DrawnFeature, Path2D>()

  constructor(view: PlanView) {
    this.#view = view
  }

  of(feature: DrawnFeature): Path2D {
    const known = this.#known.get(feature)
    if (known) return known
    const path = new Path2D()
    const { geometry } = feature
    if (geometry.type === 'LineString') this.#trace(path, geometry.coordinates, false)
    else if (geometry.type === 'Polygon') for (const ring of geometry.coordinates) this.#trace(path, ring, true)
    else if (geometry.type === 'MultiPolygon')
      for (const ring of geometry.coordinates.flat()) this.#trace(path, ring, true)
    this.#known.set(feature, path)
    return path
  }

  #trace(path: Path2D, line: readonly (readonly number[])[], closed: boolean): void {
    for (const [at, [lng = 0, lat = 0]] of line.entries()) {
      const [x, y] = this.#view.project(lng, lat)
      if (at === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    }
    if (closed) path.closePath()
  }
}

function read(layer: Layer, part: 'paint' | 'layout', name: string): unknown {
  const values: unknown = layer[part]
  return typeof values === 'object' && values !== null ? Reflect.get(values, name) : undefined
}

/** A property of a layer for a feature; what the style does not say is `otherwise`. */
const numberOf = (layer: Layer, name: string, scope: Scope, otherwise: number): number => {
  const value = valueOf(read(layer, 'paint', name), scope)
  return typeof value === 'number' ? value : otherwise
}

function fill(g: CanvasRenderingContext2D, layer: Layer, path: Path2D, scope: Scope, hatch: CanvasPattern | null) {
  const patterned = read(layer, 'paint', 'fill-pattern') !== undefined
  const colour = patterned ? hatch : valueOf(read(layer, 'paint', 'fill-color'), scope)
  if (CLEAR.has(colour) || !(typeof colour === 'string' || colour instanceof CanvasPattern)) return
  g.globalAlpha = numberOf(layer, 'fill-opacity', scope, 1)
  g.fillStyle = colour
  g.fill(path, 'evenodd')
  g.globalAlpha = 1
}

const CAPS: readonly CanvasLineCap[] = ['butt', 'round', 'square']
const JOINS: readonly CanvasLineJoin[] = ['miter', 'round', 'bevel']

function stroke(g: CanvasRenderingContext2D, layer: Layer, path: Path2D, scope: Scope): void {
  const colour = valueOf(read(layer, 'paint', 'line-color'), scope)
  const width = numberOf(layer, 'line-width', scope, 1)
  if (CLEAR.has(colour) || typeof colour !== 'string' || width <= 0) return
  const dashes: unknown = read(layer, 'paint', 'line-dasharray')
  g.globalAlpha = numberOf(layer, 'line-opacity', scope, 1)
  g.strokeStyle = colour
  g.lineWidth = width
  g.lineCap = CAPS.find((cap) => cap === read(layer, 'layout', 'line-cap')) ?? 'butt'
  g.lineJoin = JOINS.find((join) => join === read(layer, 'layout', 'line-join')) ?? 'miter'
  g.setLineDash(Array.isArray(dashes) ? dashes.map((dash) => Number(dash) * width) : [])
  g.stroke(path)
  g.globalAlpha = 1
}

/** Draws the plan over what was there. The canvas is scaled to its device already. */
export function drawPlan(g: CanvasRenderingContext2D, picture: PlanPicture, paths: PlanPaths): void {
  const { collections, view, size } = picture
  const nothing: Scope = { zoom: view.zoom, properties: {}, state: {} }
  for (const layer of picture.layers) {
    if (view.zoom < (layer.minzoom ?? 0) || view.zoom >= (layer.maxzoom ?? Number.POSITIVE_INFINITY)) continue
    if (layer.type === 'background' && read(layer, 'layout', 'visibility') !== 'none') {
      g.fillStyle = String(valueOf(read(layer, 'paint', 'background-color'), nothing))
      g.fillRect(0, 0, size.width, size.height)
    }
    if (layer.type !== 'fill' && layer.type !== 'line') continue
    const source = SOURCE_IDS.find((id) => id === layer.source)
    if (source === undefined) continue
    for (const feature of collections.get(source)?.features ?? []) {
      const { properties } = feature
      const scope = { zoom: view.zoom, properties, state: picture.stateOf(source, properties['id']) ?? NO_STATE }
      if (layer.filter !== undefined && valueOf(layer.filter, scope) !== true) continue
      if (layer.type === 'fill') fill(g, layer, paths.of(feature), scope, picture.hatch)
      else stroke(g, layer, paths.of(feature), scope)
    }
  }
}
