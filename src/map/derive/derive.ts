import type { Position } from '../../contract/geojson.ts'
import { createLocalFrame, isInside } from '../geo.ts'
import type { LocalFrame, Metres } from '../geo.ts'
import type { DrawnCollection, DrawnFeature } from '../style/style-types.ts'
import type { DeriveInput, DeriveOutput } from './derive-types.ts'
import { rectangleOf } from './rectangle.ts'
import { roofParts, solarFields, stallLines } from './roofs.ts'
import { castShadows } from './shadows.ts'
import { fenceTrees, roadTrees, scatterTrees } from './trees.ts'

const GREEN_GRID_M = 15

/** Everything that follows from the plan: the same features always give the same detail. */
export function deriveDetail(input: DeriveInput): DeriveOutput {
  const frame = createLocalFrame(originOf(input))
  const roofs = deriveRoofs(input, frame)
  const trees = deriveTrees(input, frame).map((tree) => rounded(frame.toPosition(tree)))
  return {
    collections: {
      ...roofs,
      shadows: deriveShadows(input, frame),
      stalls: deriveStalls(input, frame),
      trees: collection(
        trees.length === 0
          ? []
          : [{ type: 'Feature', properties: {}, geometry: { type: 'MultiPoint', coordinates: trees } }],
      ),
    },
    trees: Float64Array.from(trees.flat()),
  }
}

function originOf({ buildings, plots }: DeriveInput): Position {
  return plots[0]?.geometry.coordinates[0]?.[0] ?? buildings[0]?.geometry.coordinates[0]?.[0] ?? [0, 0]
}

const collection = (features: DrawnFeature[]): DrawnCollection => ({ type: 'FeatureCollection', features })

/** Centimetres are enough, and shorter numbers parse faster. */
function rounded([x, y]: Position): [number, number] {
  return [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7]
}
const toRing = (frame: LocalFrame, ring: readonly Position[]): Metres[] => ring.map((p) => frame.toMetres(p))
const fromRing = (frame: LocalFrame, ring: readonly Metres[]): [number, number][] =>
  ring.map((p) => rounded(frame.toPosition(p)))

function closed(ring: [number, number][]): [number, number][] {
  const first = ring[0]
  return first ? [...ring, first] : ring
}

function deriveRoofs(
  { buildings }: DeriveInput,
  frame: LocalFrame,
): Record<'roof-blocks' | 'roof-lines' | 'solar', DrawnCollection> {
  const blocks: DrawnFeature[] = []
  const lines: DrawnFeature[] = []
  const solar: DrawnFeature[] = []
  for (const building of buildings) {
    const { roof, solar: hasSolar, heightM, on } = building.properties
    if (roof === 'none' && !hasSolar) continue
    const hall = rectangleOf(toRing(frame, building.geometry.coordinates[0] ?? []))
    if (!hall) continue
    const parts = roofParts(building.id, roof, hall)
    for (const { ring, kind, riseM } of parts.blocks) {
      blocks.push({
        type: 'Feature',
        properties: { kind, heightM: heightM + riseM, baseM: heightM },
        geometry: { type: 'Polygon', coordinates: [fromRing(frame, ring)] },
      })
    }
    if (parts.lines.length > 0) {
      lines.push({
        type: 'Feature',
        properties: {},
        geometry: { type: 'MultiLineString', coordinates: parts.lines.map((line) => fromRing(frame, line)) },
      })
    }
    if (!hasSolar || roof === 'saw') continue
    for (const field of solarFields(hall)) {
      solar.push({
        type: 'Feature',
        // Every field of a plot shows the output of that plot's plant.
        properties: { id: on, baseM: heightM },
        geometry: { type: 'Polygon', coordinates: [fromRing(frame, field)] },
      })
    }
  }
  return { 'roof-blocks': collection(blocks), 'roof-lines': collection(lines), solar: collection(solar) }
}

function deriveShadows({ buildings }: DeriveInput, frame: LocalFrame): DrawnCollection {
  const casters = buildings
    .filter(({ properties: { baseM, kind } }) => baseM === 0 || kind === 'canopy')
    .map(({ properties: { on, heightM }, geometry }) => ({
      on,
      heightM,
      ring: toRing(frame, geometry.coordinates[0] ?? []).slice(0, -1),
    }))
  return collection(
    castShadows(casters).map(({ rings }) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: rings.map((ring) => closed(fromRing(frame, ring))) },
    })),
  )
}

function deriveStalls({ yards }: DeriveInput, frame: LocalFrame): DrawnCollection {
  return collection(
    yards.flatMap((yard): DrawnFeature[] => {
      if (yard.properties.kind !== 'car-park') return []
      const park = rectangleOf(toRing(frame, yard.geometry.coordinates[0] ?? []))
      if (!park) return []
      const coordinates = stallLines(park).map((line) => fromRing(frame, line))
      return [{ type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates } }]
    }),
  )
}

function deriveTrees(input: DeriveInput, frame: LocalFrame): Metres[] {
  const roads = input.roads.map(({ id, properties, geometry }) => ({
    id,
    class: properties.class,
    widthM: properties.widthM,
    line: geometry.coordinates.map((p) => frame.toMetres(p)),
  }))
  const pools = input.water.flatMap(({ geometry }) =>
    polygonsOf(geometry).map((rings) => toRing(frame, rings[0] ?? [])),
  )
  const isDry = (point: Metres): boolean => !pools.some((pool) => isInside(pool, point))
  const fences = [
    ...input.plots
      .filter(({ properties }) => properties.status !== 'vacant')
      .flatMap(({ geometry, properties }) =>
        fenceTrees(toRing(frame, geometry.coordinates[0] ?? []), properties.areaHa > 10 ? 13 : 11),
      ),
    ...input.sites
      .filter(({ properties }) => properties.kind !== 'park')
      .flatMap(({ geometry }) => fenceTrees(toRing(frame, geometry.coordinates[0] ?? []), 9)),
  ]
  const greens = [
    ...input.green.filter(({ properties }) => ['belt', 'stream-park'].includes(properties.kind)),
    ...input.sites.filter(({ properties }) => properties.kind === 'park'),
  ].flatMap(({ id, geometry }) =>
    polygonsOf(geometry).flatMap((rings, index) =>
      scatterTrees(
        `${id} ${index}`,
        rings.map((ring) => toRing(frame, ring)),
        GREEN_GRID_M,
        isDry,
      ),
    ),
  )
  return [...roadTrees(roads), ...fences, ...greens]
}

type Areal = { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] }

function polygonsOf(geometry: Areal): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}
