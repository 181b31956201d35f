import { z } from 'zod'
import { instantSchema, parkIdSchema, pointIdSchema } from './primitives.ts'
import { problemSchema } from './problem.ts'
import { snapshotSchema } from './readings.ts'

/** Path of the live channel under the API's origin; the ticket travels in the query (`?ticket=`). */
export const LIVE_PATH = '/api/v1/live'

/** Client to server. Unknown fields are tolerated (objects are not strict). */
export const clientFrameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    contract: z.string(),
    /** Form of `readings`: binary columns (default) or JSON columns. */
    encoding: z.enum(['binary', 'json']),
    parkId: parkIdSchema,
    /** Last sequence that the client has applied, with its epoch, to ask for a resume. */
    resume: z.object({ epoch: z.string(), lastSeq: z.int().nonnegative() }).optional(),
  }),
  z.object({ type: z.literal('subscribe'), points: z.union([z.literal('all'), z.array(pointIdSchema)]) }),
  z.object({ type: z.literal('pong'), time: instantSchema }),
])
export type ClientFrame = z.infer<typeof clientFrameSchema>

/** JSON form of the `readings` frame: the same columns as the binary form. */
export const readingsJsonSchema = z.object({
  type: z.literal('readings'),
  seq: z.int().nonnegative(),
  /** Server time, epoch milliseconds. */
  t: z.number(),
  ids: z.array(z.int().nonnegative()),
  values: z.array(z.number().nullable()),
  timeOffsets: z.array(z.int()),
  quality: z.array(z.int().min(0).max(255)),
})
export type ReadingsJson = z.infer<typeof readingsJsonSchema>

/** Server to client, JSON frames. Binary messages are `readings` (see readings-frame.ts). */
export const serverFrameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    contract: z.string(),
    epoch: z.string(),
    time: instantSchema,
    /** True only when the server replays every sequence after `lastSeq`. Otherwise a snapshot follows. */
    resumed: z.boolean(),
    heartbeatMs: z.int().positive(),
  }),
  snapshotSchema.extend({ type: z.literal('snapshot') }),
  readingsJsonSchema,
  z.object({
    type: z.literal('event'),
    seq: z.int().nonnegative(),
    time: instantSchema,
    name: z.string(),
    data: z.record(z.string(), z.unknown()),
  }),
  z.object({ type: z.literal('ping'), time: instantSchema }),
  z.object({ type: z.literal('bye'), reason: z.string(), problem: problemSchema.optional() }),
])
export type ServerFrame = z.infer<typeof serverFrameSchema>

/** WebSocket close codes of this contract. */
export const CLOSE = { ticketRefused: 4401, contractRefused: 4400, unknownPark: 4404, shuttingDown: 1012 } as const

/** Major version of a `major.minor` text, or NaN. */
export function contractMajor(version: string): number {
  return Number.parseInt(version.split('.')[0] ?? '', 10)
}
