import { z } from 'zod'
import { collectionIdSchema } from './collections.ts'
import { collectionInfoSchema, featurePageSchema, linkSchema } from './geojson.ts'
import { assetIdSchema, instantSchema, parkIdSchema, pointIdSchema } from './primitives.ts'
import { MAX_HISTORY_POINTS, historySchema, snapshotSchema } from './readings.ts'
import {
  agendaItemSchema,
  assetSchema,
  catalogueIdSchema,
  catalogueSchema,
  parkSchema,
  parkSummarySchema,
  pointSchema,
  serverInfoSchema,
  tenantSchema,
} from './resources.ts'

export const API_BASE = '/api/v1'

/** Cursor page of a list. */
function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().nonnegative() })
}

export interface Endpoint {
  method: 'GET' | 'POST'
  /** Path under API_BASE with `{name}` parameters. */
  path: string
  summary: string
  params: z.ZodObject
  query: z.ZodObject
  body: z.ZodType | null
  answer: z.ZodType
  /** HTTP status of success. */
  status: 200 | 201
  /** HTTP statuses that carry a problem document. */
  errors: readonly number[]
}

const none = z.object({})
const inPark = z.object({ parkId: parkIdSchema })
const paging = z.object({ cursor: z.string().optional(), limit: z.coerce.number().int().min(1).max(5000).optional() })
const bbox = z.string().regex(/^-?[\d.]+(,-?[\d.]+){3}$/)

/** Every HTTP endpoint of the product. Client, mock, OpenAPI document and conformance run read this table. */
export const ENDPOINTS = {
  server: {
    method: 'GET',
    path: '/server',
    summary: 'Server, contract version and server time',
    params: none,
    query: none,
    body: null,
    answer: serverInfoSchema,
    status: 200,
    errors: [500, 503],
  },
  parks: {
    method: 'GET',
    path: '/parks',
    summary: 'Parks that this server offers',
    params: none,
    query: paging,
    body: null,
    answer: listOf(parkSummarySchema),
    status: 200,
    errors: [400, 500],
  },
  park: {
    method: 'GET',
    path: '/parks/{parkId}',
    summary: 'One park with its fact sheet and targets',
    params: inPark,
    query: none,
    body: null,
    answer: parkSchema,
    status: 200,
    errors: [404, 500],
  },
  collections: {
    method: 'GET',
    path: '/parks/{parkId}/collections',
    summary: 'Geometry collections (OGC API Features)',
    params: inPark,
    query: none,
    body: null,
    answer: z.object({ collections: z.array(collectionInfoSchema), links: z.array(linkSchema) }),
    status: 200,
    errors: [404, 500],
  },
  items: {
    method: 'GET',
    path: '/parks/{parkId}/collections/{collectionId}/items',
    summary: 'Features of a collection, by page',
    params: inPark.extend({ collectionId: collectionIdSchema }),
    query: z.object({
      limit: z.coerce.number().int().min(1).max(20000).optional(),
      offset: z.coerce.number().int().min(0).optional(),
      bbox: bbox.optional(),
    }),
    body: null,
    answer: featurePageSchema(z.looseObject({ type: z.literal('Feature'), id: z.string() })),
    status: 200,
    errors: [400, 404, 500],
  },
  assets: {
    method: 'GET',
    path: '/parks/{parkId}/assets',
    summary: 'Assets',
    params: inPark,
    query: paging,
    body: null,
    answer: listOf(assetSchema),
    status: 200,
    errors: [400, 404, 500],
  },
  asset: {
    method: 'GET',
    path: '/parks/{parkId}/assets/{assetId}',
    summary: 'One asset',
    params: inPark.extend({ assetId: assetIdSchema }),
    query: none,
    body: null,
    answer: assetSchema,
    status: 200,
    errors: [404, 500],
  },
  points: {
    method: 'GET',
    path: '/parks/{parkId}/points',
    summary: 'Points',
    params: inPark,
    query: paging,
    body: null,
    answer: listOf(pointSchema),
    status: 200,
    errors: [400, 404, 500],
  },
  tenants: {
    method: 'GET',
    path: '/parks/{parkId}/tenants',
    summary: 'Tenants',
    params: inPark,
    query: paging,
    body: null,
    answer: listOf(tenantSchema),
    status: 200,
    errors: [400, 404, 500],
  },
  catalogue: {
    method: 'GET',
    path: '/catalogues/{catalogueId}',
    summary: 'A catalogue of the contract',
    params: z.object({ catalogueId: catalogueIdSchema }),
    query: none,
    body: null,
    answer: catalogueSchema,
    status: 200,
    errors: [404, 500],
  },
  agenda: {
    method: 'GET',
    path: '/parks/{parkId}/agenda',
    summary: 'What is next due',
    params: inPark,
    query: z.object({ from: instantSchema.optional() }),
    body: null,
    answer: listOf(agendaItemSchema),
    status: 200,
    errors: [400, 404, 500],
  },
  snapshot: {
    method: 'GET',
    path: '/parks/{parkId}/snapshot',
    summary: 'Latest value of every point, or the state at an instant',
    params: inPark,
    query: z.object({ at: instantSchema.optional() }),
    body: null,
    answer: snapshotSchema,
    status: 200,
    errors: [400, 404, 500, 503],
  },
  readings: {
    method: 'GET',
    path: '/parks/{parkId}/readings',
    summary: 'History in buckets',
    params: inPark,
    query: z.object({
      /** Comma separated point ids, at most MAX_HISTORY_POINTS. */
      points: z
        .string()
        .min(1)
        .transform((text, context) => {
          const ids = z.array(pointIdSchema).max(MAX_HISTORY_POINTS).safeParse(text.split(','))
          if (ids.success) return ids.data
          context.addIssue({
            code: 'custom',
            message: `points: comma separated point ids, at most ${MAX_HISTORY_POINTS}`,
          })
          return z.NEVER
        }),
      from: instantSchema,
      to: instantSchema,
      /** Bucket width in milliseconds. */
      step: z.coerce.number().int().min(1000),
    }),
    body: null,
    answer: historySchema,
    status: 200,
    errors: [400, 404, 500, 503],
  },
  liveTicket: {
    method: 'POST',
    path: '/live/tickets',
    summary: 'One-time ticket for the live channel',
    params: none,
    query: none,
    body: z.object({ parkId: parkIdSchema }),
    answer: z.object({ ticket: z.string().min(8), expires: instantSchema }),
    status: 201,
    errors: [400, 401, 404, 500, 503],
  },
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof ENDPOINTS
export type Params<N extends EndpointName> = z.input<(typeof ENDPOINTS)[N]['params']>
export type Query<N extends EndpointName> = z.input<(typeof ENDPOINTS)[N]['query']>
export type Answer<N extends EndpointName> = z.output<(typeof ENDPOINTS)[N]['answer']>
export type Body<N extends EndpointName> = (typeof ENDPOINTS)[N]['body'] extends z.ZodType
  ? z.input<NonNullable<(typeof ENDPOINTS)[N]['body']>>
  : undefined
