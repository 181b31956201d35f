import { type COLLECTIONS, type CollectionId, collectionIdSchema } from '../../src/contract/collections.ts'
import { API_BASE } from '../../src/contract/endpoint.ts'
import { badParameter } from '../problem-error.ts'
import { type Service, serving } from '../serve.ts'
import { PARK_ENDPOINTS } from '../../src/contract/park-endpoints.ts'

const DEFAULT_LIMIT = 1000
const GEOJSON = 'application/geo+json'

type Box = readonly [number, number, number, number]

const serve = serving(PARK_ENDPOINTS)

/** OGC API Features: collections of a park and their items. */
export const GEOMETRY_SERVICES: readonly Service[] = [
  serve('collections', async ({ host, params, path }) => {
    const { park } = await host.files(params.parkId).core()
    const collections = collectionIdSchema.options.map((id) => ({
      id,
      title: id,
      itemType: 'feature' as const,
      extent: { spatial: { bbox: [[...park.bbox]] } },
      links: [{ href: itemsPath(params.parkId, id), rel: 'items', type: GEOJSON }],
    }))
    return { collections, links: [{ href: path, rel: 'self', type: 'application/json' }] }
  }),
  serve('items', async ({ host, params, query, path }) => {
    const all = await host.files(params.parkId).collection(params.collectionId)
    const box = query.bbox === undefined ? null : readBox(query.bbox)
    const matched = box === null ? all : all.filter((feature) => touches(positionsOf(feature.geometry), box))
    const offset = query.offset ?? 0
    const limit = query.limit ?? DEFAULT_LIMIT
    const features = matched.slice(offset, offset + limit)
    const hrefAt = (start: number) =>
      `${path}?limit=${limit}&offset=${start}${query.bbox === undefined ? '' : `&bbox=${query.bbox}`}`
    const links = [{ href: hrefAt(offset), rel: 'self', type: GEOJSON }]
    if (offset + limit < matched.length) links.push({ href: hrefAt(offset + limit), rel: 'next', type: GEOJSON })
    return {
      type: 'FeatureCollection' as const,
      features,
      numberMatched: matched.length,
      numberReturned: features.length,
      links,
    }
  }),
]

function itemsPath(parkId: string, collectionId: CollectionId): string {
  return `${API_BASE}/parks/${parkId}/collections/${collectionId}/items`
}

function readBox(text: string): Box {
  const [west, south, east, north] = text.split(',').map(Number)
  if (
    [west, south, east, north].every(Number.isFinite) &&
    south !== undefined &&
    north !== undefined &&
    south <= north
  ) {
    return [west ?? 0, south, east ?? 0, north]
  }
  throw badParameter('bbox', 'bbox is west,south,east,north in degrees, south not above north')
}

type Geometry = ReturnType<(typeof COLLECTIONS)[CollectionId]['parse']>['geometry']

function positionsOf(geometry: Geometry): readonly (readonly [number, number])[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'LineString':
      return geometry.coordinates
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
    default:
      return geometry satisfies never
  }
}

function touches(positions: readonly (readonly [number, number])[], [west, south, east, north]: Box): boolean {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng, lat] of positions) {
    w = Math.min(w, lng)
    e = Math.max(e, lng)
    s = Math.min(s, lat)
    n = Math.max(n, lat)
  }
  return w <= east && e >= west && s <= north && n >= south
}
