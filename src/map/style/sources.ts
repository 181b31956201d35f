import type { DrawnCollection, GeoJsonSource } from './style-types.ts'

/** Sources of the map in the order in which they are filled. */
export const SOURCE_IDS = [
  'boundary',
  'carriageways',
  'green',
  'water',
  'plots',
  'sites',
  'roads',
  'waterways',
  'plot-labels',
  'site-labels',
  'road-labels',
  'waterway-labels',
  'buildings',
  'yards',
  'surroundings',
  'unit-labels',
  'roof-blocks',
  'roof-lines',
  'solar',
  'shadows',
  'stalls',
  'trees',
  'network-labels',
  'exchanges',
  'national',
  'national-labels',
] as const
export type SourceId = (typeof SOURCE_IDS)[number]

const EMPTY: DrawnCollection = { type: 'FeatureCollection', features: [] }

/** Fine where edges are read against each other, coarser where they are texture. */
const TOLERANCE: Partial<Record<SourceId, number>> = {
  plots: 0.15,
  buildings: 0.15,
  'roof-blocks': 0.15,
  national: 0.3,
  'national-labels': 0,
}

/** One source; feature state is kept by the feature's own id. */
export function sourceOf(id: SourceId, data: DrawnCollection = EMPTY): GeoJsonSource {
  return {
    type: 'geojson',
    data: { type: 'FeatureCollection', features: data.features.map((feature) => ({ ...feature })) },
    tolerance: TOLERANCE[id] ?? 0.25,
    buffer: 64,
    maxzoom: id === 'national' || id === 'national-labels' ? 10 : 18,
    promoteId: 'id',
  }
}

export function emptyCollection(): DrawnCollection {
  return { type: 'FeatureCollection', features: [] }
}
