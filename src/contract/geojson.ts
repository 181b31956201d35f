import { z } from 'zod'
import { parkIdSchema } from './primitives.ts'

/** RFC 7946 geometry, WGS 84 longitude and latitude in degrees. */
export const positionSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
export type Position = z.infer<typeof positionSchema>

/** The same as JSON Schema, for the emitted documents. */
const POSITION_DOCUMENT = {
  type: 'array',
  prefixItems: [
    { type: 'number', minimum: -180, maximum: 180 },
    { type: 'number', minimum: -90, maximum: 90 },
  ],
}

function isPosition(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false
  const lng: unknown = value[0]
  const lat: unknown = value[1]
  // Comparisons are false for NaN; a park has 20,000 vertices, so this runs instead of a schema per vertex.
  return typeof lng === 'number' && lng >= -180 && lng <= 180 && typeof lat === 'number' && lat >= -90 && lat <= 90
}

/** A list of at least `min` positions. One check for the whole list; the document shows it like any other array. */
function positionsSchema(min: number) {
  return z
    .custom<Position[]>(
      (value) => Array.isArray(value) && value.length >= min && value.every(isPosition),
      `expected at least ${min} positions [longitude, latitude] in degrees`,
    )
    .meta({ type: 'array', minItems: min, items: POSITION_DOCUMENT })
}

const ringSchema = positionsSchema(4)
const lineSchema = positionsSchema(2)

export const pointGeometrySchema = z.object({ type: z.literal('Point'), coordinates: positionSchema })
export const lineGeometrySchema = z.object({
  type: z.literal('LineString'),
  coordinates: lineSchema,
})
export const polygonGeometrySchema = z.object({ type: z.literal('Polygon'), coordinates: z.array(ringSchema).min(1) })
export const multiPolygonGeometrySchema = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(ringSchema).min(1)),
})

/** A feature with an id, one geometry and typed properties. */
export function featureSchema<G extends z.ZodType, P extends z.ZodType>(geometry: G, properties: P) {
  return z.object({ type: z.literal('Feature'), id: z.string(), geometry, properties })
}

/** OGC API Features link (RFC 8288 relation names). */
export const linkSchema = z.object({ href: z.string(), rel: z.string(), type: z.string().optional() })

/** One page of a collection: OGC API Features Part 1, clause 7.15. */
export function featurePageSchema<F extends z.ZodType>(feature: F) {
  return z.object({
    type: z.literal('FeatureCollection'),
    /** Park whose plan it is, as a foreign member of GeoJSON; see `listOf`. */
    parkId: parkIdSchema.optional(),
    features: z.array(feature),
    numberMatched: z.int().nonnegative(),
    numberReturned: z.int().nonnegative(),
    links: z.array(linkSchema),
  })
}

export const collectionInfoSchema = z.object({
  id: z.string(),
  title: z.string(),
  itemType: z.literal('feature'),
  extent: z.object({ spatial: z.object({ bbox: z.array(z.array(z.number()).length(4)).min(1) }) }),
  links: z.array(linkSchema),
})
export type CollectionInfo = z.infer<typeof collectionInfoSchema>
