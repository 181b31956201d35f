import { z } from 'zod'
import { asOf, inPark, listOf, none, paging } from './endpoint-parts.ts'
import { ALARM_ENDPOINTS } from './alarm-endpoints.ts'
import { collectionIdSchema } from './collections.ts'
import { collectionInfoSchema, featurePageSchema, linkSchema } from './geojson.ts'
import { assetIdSchema, instantSchema, parkIdSchema, pointIdSchema } from './primitives.ts'
import {
  gridFactorsSchema,
  holidaysSchema,
  limitSetsSchema,
  normsSchema,
  outfallPermitSchema,
  tariffsSchema,
} from './reference.ts'
import { MAX_HISTORY_POINTS, MAX_RECORDING_FRAMES, historySchema, recordingSchema, snapshotSchema } from './readings.ts'
import { REGISTER_ENDPOINTS } from './register-endpoints.ts'
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
import { SHIFT_ENDPOINTS } from './shift-endpoints.ts'
import { WALL_LINK_ENDPOINTS } from './wall-links.ts'
import { tourSchema } from './tours.ts'

export const API_BASE = '/api/v1'

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
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
  tours: {
    method: 'GET',
    path: '/parks/{parkId}/tours',
    summary: 'Tours through the park: steps with what they show and what is said',
    params: inPark,
    query: paging,
    body: null,
    answer: listOf(tourSchema),
    status: 200,
    errors: [400, 404, 500],
  },
  permits: {
    method: 'GET',
    path: '/parks/{parkId}/permits',
    summary: 'What the permits of the outfalls say: limit set, factors, design flow, and the park’s own tighter limits',
    params: inPark,
    query: paging,
    body: null,
    answer: listOf(outfallPermitSchema),
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
  tariffs: {
    method: 'GET',
    path: '/reference/tariffs',
    summary: 'Tariffs, time-of-use schedules and rules of the electricity bill, dated',
    params: none,
    query: none,
    body: null,
    answer: tariffsSchema,
    status: 200,
    errors: [500],
  },
  gridFactors: {
    method: 'GET',
    path: '/reference/grid-factors',
    summary: 'Emission factors of the grid by year',
    params: none,
    query: none,
    body: null,
    answer: gridFactorsSchema,
    status: 200,
    errors: [500],
  },
  limitSets: {
    method: 'GET',
    path: '/reference/limit-sets',
    summary: 'Limits of effluent, air and noise by regulation and version',
    params: none,
    query: none,
    body: null,
    answer: limitSetsSchema,
    status: 200,
    errors: [500],
  },
  norms: {
    method: 'GET',
    path: '/reference/norms',
    summary: 'Planning norms and legal clocks',
    params: none,
    query: none,
    body: null,
    answer: normsSchema,
    status: 200,
    errors: [500],
  },
  holidays: {
    method: 'GET',
    path: '/reference/holidays',
    summary: 'Public holidays',
    params: none,
    query: none,
    body: null,
    answer: holidaysSchema,
    status: 200,
    errors: [500],
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
    query: asOf,
    body: null,
    answer: snapshotSchema,
    status: 200,
    errors: [400, 404, 500, 503],
  },
  recording: {
    method: 'GET',
    path: '/parks/{parkId}/recording',
    summary: 'State of every point at the instants of a grid, as the live channel said it: what a replay plays',
    params: inPark,
    query: z.object({
      from: instantSchema,
      /** Distance of the frames, milliseconds. */
      step: z.coerce.number().int().min(1000).max(3_600_000),
      /** Frames, the one at `from` included; those that lie in the future are left out. */
      count: z.coerce.number().int().min(1).max(MAX_RECORDING_FRAMES),
    }),
    body: null,
    answer: recordingSchema,
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
      /** As it stood at that instant: samples after it do not count. */
      at: instantSchema.optional(),
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
  ...REGISTER_ENDPOINTS,
  ...ALARM_ENDPOINTS,
  ...SHIFT_ENDPOINTS,
  ...WALL_LINK_ENDPOINTS,
} as const satisfies Record<string, Endpoint>

/** Whether an endpoint changes something in a park: what is refused while a client replays. */
export function isCommand({ method, path }: Pick<Endpoint, 'method' | 'path'>): boolean {
  return method !== 'GET' && path.startsWith('/parks/')
}

export type EndpointName = keyof typeof ENDPOINTS
export type Params<N extends EndpointName> = z.input<(typeof ENDPOINTS)[N]['params']>
export type Query<N extends EndpointName> = z.input<(typeof ENDPOINTS)[N]['query']>
export type Answer<N extends EndpointName> = z.output<(typeof ENDPOINTS)[N]['answer']>
export type Body<N extends EndpointName> = (typeof ENDPOINTS)[N]['body'] extends z.ZodType
  ? z.input<NonNullable<(typeof ENDPOINTS)[N]['body']>>
  : undefined
