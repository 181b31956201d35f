import { z } from 'zod'
import { asOf, inPark, listOf, none, paging } from './endpoint-parts.ts'
import { collectionIdSchema } from './collections.ts'
import { collectionInfoSchema, featurePageSchema, linkSchema } from './geojson.ts'
import { assetIdSchema, instantSchema, parkIdSchema, pointIdSchema } from './primitives.ts'
import { MAX_HISTORY_POINTS, MAX_RECORDING_FRAMES, historySchema, recordingSchema, snapshotSchema } from './readings.ts'
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

const bbox = z.string().regex(/^-?[\d.]+(,-?[\d.]+){3}$/)

/** Server, parks, what is in them, and readings. */
export const PARK_ENDPOINTS = {
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
} as const
