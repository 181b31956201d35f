import type { CollectionId, FeatureOf } from '../../contract/collections.ts'
import type { Position } from '../../contract/geojson.ts'
import type { LocalizedText } from '../../contract/primitives.ts'
import { ringCentre } from '../geo.ts'
import type { SourceId } from '../style/sources.ts'
import type { DrawnCollection, DrawnFeature } from '../style/style-types.ts'
import { joinRoads } from './join-roads.ts'

type Drawn = Partial<Record<SourceId, DrawnCollection>>

const collect = (features: DrawnFeature[]): DrawnCollection => ({ type: 'FeatureCollection', features })

/** Voltages and their unit stay on one line: the map breaks names after a plain slash. */
const unbroken = (name: string): string =>
  name.replaceAll(/(?<=\d)\/(?=\d)/g, '\u200A\u2215\u200A').replaceAll(/(?<=\d) (?=[kM]?V\b)/g, '\u00A0')

const localised = (name: LocalizedText | null): Record<string, string> =>
  name ? { vi: unbroken(name.vi), en: unbroken(name.en), ja: unbroken(name.ja) } : {}

/** Order in which site labels give way to each other: utilities first. */
const SITE_RANK: Readonly<Record<FeatureOf<'sites'>['properties']['kind'], number>> = {
  substation: 0,
  'wastewater-plant': 1,
  'water-plant': 1,
  'transfer-station': 2,
  'fire-station': 4,
  service: 5,
  housing: 5,
  park: 6,
}

/** Sources that a collection fills. Each holds only what drawing, labelling and picking read. */
type Convert<C extends CollectionId> = (features: readonly FeatureOf<C>[]) => Drawn

const same = <C extends CollectionId>(
  source: SourceId,
  properties: (feature: FeatureOf<C>) => DrawnFeature['properties'],
): Convert<C> => {
  return (features) => ({
    [source]: collect(
      features.map((feature) => ({
        type: 'Feature',
        properties: { id: feature.id, ...properties(feature) },
        geometry: feature.geometry,
      })),
    ),
  })
}

function pointOf(position: Position, properties: DrawnFeature['properties']): DrawnFeature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: position } }
}

/** Centre of a polygon's outer ring, for its label. */
export function labelPlace(rings: readonly (readonly Position[])[]): Position {
  const [x, y] = ringCentre((rings[0] ?? []).map(([px, py]) => [px, py]))
  return [x, y]
}

export const CONVERTERS: { [C in CollectionId]?: Convert<C> } = {
  boundary: same<'boundary'>('boundary', () => ({})),
  carriageways: same<'carriageways'>('carriageways', (f) => ({ kind: f.properties.kind })),
  green: same<'green'>('green', (f) => ({ kind: f.properties.kind })),
  water: same<'water'>('water', (f) => ({ kind: f.properties.kind })),
  surroundings: same<'surroundings'>('surroundings', (f) => ({ kind: f.properties.kind })),
  yards: same<'yards'>('yards', (f) => ({ kind: f.properties.kind, on: f.properties.on })),
  buildings: same<'buildings'>('buildings', (f) => ({
    kind: f.properties.kind,
    heightM: f.properties.heightM,
    baseM: f.properties.baseM,
    on: f.properties.on,
  })),
  'unit-labels': same<'unit-labels'>('unit-labels', (f) => localised(f.properties.name)),
  waterways: (features) => ({
    'waterway-labels': collect(
      features.map((f) => ({
        type: 'Feature',
        properties: { id: f.id, ...localised(f.properties.name) },
        geometry: f.geometry,
      })),
    ),
  }),
  roads: (features) => ({
    roads: collect(
      features.map((f) => ({
        type: 'Feature',
        properties: { id: f.id, class: f.properties.class },
        geometry: f.geometry,
      })),
    ),
    'road-labels': collect(joinRoads(features)),
  }),
  plots: (features) => ({
    plots: collect(
      features.map((f) => ({
        type: 'Feature',
        properties: { id: f.id, status: f.properties.status },
        geometry: f.geometry,
      })),
    ),
    'plot-labels': collect(
      features.map((f) =>
        pointOf(labelPlace(f.geometry.coordinates), {
          id: f.id,
          code: f.properties.code,
          areaHa: f.properties.areaHa,
        }),
      ),
    ),
  }),
  sites: (features) => ({
    sites: collect(
      features.map((f) => ({
        type: 'Feature',
        properties: { id: f.id, kind: f.properties.kind },
        geometry: f.geometry,
      })),
    ),
    'site-labels': collect(
      features.map((f) =>
        pointOf(labelPlace(f.geometry.coordinates), {
          id: f.id,
          kind: f.properties.kind,
          rank: SITE_RANK[f.properties.kind],
          ...localised(f.properties.name),
        }),
      ),
    ),
  }),
}

/** Converts one loaded collection into the sources it fills. */
export function drawnFrom<C extends CollectionId>(id: C, features: readonly FeatureOf<C>[]): Drawn {
  const convert: Convert<C> | undefined = CONVERTERS[id]
  return convert ? convert(features) : {}
}
