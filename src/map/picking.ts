import Flatbush from 'flatbush'
import type { NetworkEdgeFeature, PlotFeature, FeatureOf } from '../contract/collections.ts'
import type { Asset } from '../contract/resources.ts'
import type { Position } from '../contract/geojson.ts'
import { isInside } from './geo.ts'
import type { Bounds, Metres } from './geo.ts'
import type { Selection } from './map-types.ts'
import { distanceToSegment } from './picking-maths.ts'

/** Everything that can be picked, indexed by place; built once, asked without the graphics card. */
export interface PickIndex {
  /** What is at a place: an asset's symbol first, then a line, a site, a plot. */
  at(place: Position, reach: Reach, visible: PickFilter): Selection | null
}

/** How far a pointer may miss, in degrees of the place. */
export interface Reach {
  lng: number
  lat: number
}

export interface PickFilter {
  asset(asset: Asset): boolean
  edge(edge: NetworkEdgeFeature): boolean
}

interface Boxed<T> {
  index: Flatbush | null
  items: readonly T[]
}

function boxed<T>(items: readonly T[], boxOf: (item: T) => Bounds): Boxed<T> {
  if (items.length === 0) return { index: null, items }
  const index = new Flatbush(items.length)
  for (const item of items) index.add(...boxOf(item))
  index.finish()
  return { index, items }
}

function search<T>({ index, items }: Boxed<T>, box: Bounds): T[] {
  if (!index) return []
  return index.search(...box).flatMap((i) => {
    const item = items[i]
    return item === undefined ? [] : [item]
  })
}

interface Segment {
  edge: NetworkEdgeFeature
  a: Position
  b: Position
}

const outer = (rings: readonly Position[][]): readonly Position[] => rings[0] ?? []

const ringBox = (ring: readonly Position[]): Bounds => [
  Math.min(...ring.map((p) => p[0])),
  Math.min(...ring.map((p) => p[1])),
  Math.max(...ring.map((p) => p[0])),
  Math.max(...ring.map((p) => p[1])),
]

/** Indexes what can be picked in a park. */
export function buildPickIndex(
  plots: readonly PlotFeature[],
  sites: readonly FeatureOf<'sites'>[],
  edges: readonly NetworkEdgeFeature[],
  assets: readonly Asset[],
): PickIndex {
  const areas = [
    ...sites.map((f) => ({ type: 'site' as const, id: f.id, ring: outer(f.geometry.coordinates) })),
    ...plots.map((f) => ({ type: 'plot' as const, id: f.id, ring: outer(f.geometry.coordinates) })),
  ]
  const areaIndex = boxed(areas, (area) => ringBox(area.ring))
  const segments = edges.flatMap((edge) => segmentsOf(edge))
  const segmentIndex = boxed(segments, ({ a, b }) => ringBox([a, b]))
  const assetIndex = boxed(assets, ({ position: [x, y] }) => [x, y, x, y])

  return {
    at(place, reach, visible) {
      const [x, y] = place
      const box: Bounds = [x - reach.lng, y - reach.lat, x + reach.lng, y + reach.lat]
      const scaled = (p: Position): Metres => [(p[0] - x) / reach.lng, (p[1] - y) / reach.lat]
      const asset = nearest(
        search(assetIndex, box).filter((item) => visible.asset(item)),
        (item) => Math.hypot(...scaled(item.position)),
      )
      if (asset) return { type: 'asset', id: asset.id }
      const segment = nearest(
        search(segmentIndex, box).filter(({ edge }) => visible.edge(edge)),
        ({ a, b }) => distanceToSegment(scaled(a), scaled(b)),
      )
      if (segment) return { type: 'edge', id: segment.edge.id }
      const area = search(areaIndex, [x, y, x, y]).find(({ ring }) =>
        isInside(
          ring.map((p) => [p[0], p[1]]),
          [x, y],
        ),
      )
      return area ? { type: area.type, id: area.id } : null
    },
  }
}

function segmentsOf(edge: NetworkEdgeFeature): Segment[] {
  const line = edge.geometry.coordinates
  return line.slice(1).flatMap((b, i) => {
    const a = line[i]
    return a ? [{ edge, a, b }] : []
  })
}

/** The item closest to the pointer, within one reach. */
function nearest<T>(items: readonly T[], distance: (item: T) => number): T | null {
  let best: T | null = null
  let bestDistance = 1
  for (const item of items) {
    const d = distance(item)
    if (d <= bestDistance) {
      best = item
      bestDistance = d
    }
  }
  return best
}
