import { z } from 'zod'
import { qualitySchema } from './quality.ts'
import { instantSchema, parkIdSchema, pointIdSchema } from './primitives.ts'

/** Numbers of a column: `null` stands for "no value" because JSON has no NaN. */
const columnSchema = z.array(z.number().nullable())
const byteSchema = z.int().min(0).max(255)

/**
 * Full state of a park after the frame of its `seq`: nothing that a later frame brings is in it. The position of a point
 * in `points` is its dense index in live frames until the next snapshot.
 */
export const snapshotSchema = z.object({
  parkId: parkIdSchema,
  /** Identifies this run of the server; sequences of different epochs cannot be compared. */
  epoch: z.string().min(1),
  seq: z.int().nonnegative(),
  time: instantSchema,
  points: z.array(pointIdSchema),
  values: columnSchema,
  /** Source time of each value, milliseconds relative to `time` (zero or negative for the past). */
  timeOffsetsMs: z.array(z.number()),
  qualities: z.array(byteSchema),
})
export type Snapshot = z.infer<typeof snapshotSchema>

/** Most frames of one recording. */
export const MAX_RECORDING_FRAMES = 120

/**
 * What the live channel said, or would have said, at the instants of a grid. The first frame holds every point, each
 * later one the points that were reported differently from the frame before, in the columns of a `readings` frame.
 */
export const recordingSchema = z.object({
  parkId: parkIdSchema,
  from: instantSchema,
  stepMs: z.int().positive(),
  /** Position of a point is its index in the frames. */
  points: z.array(pointIdSchema),
  frames: z.array(
    z.object({
      /** Instant, epoch milliseconds. */
      t: z.number(),
      ids: z.array(z.int().nonnegative()),
      values: columnSchema,
      timeOffsets: z.array(z.number()),
      quality: z.array(byteSchema),
    }),
  ),
})
export type Recording = z.infer<typeof recordingSchema>

export const MAX_HISTORY_POINTS = 400
export const MAX_HISTORY_BUCKETS = 4000

/** One point's buckets as columns; index k covers [from + k·step, from + (k+1)·step). */
export const historySeriesSchema = z.object({
  pointId: pointIdSchema,
  min: columnSchema,
  /** Mean of valid (Good family) samples only. */
  mean: columnSchema,
  max: columnSchema,
  last: columnSchema,
  /** Valid samples in the bucket. */
  count: z.array(z.int().nonnegative()),
  /** Samples that were due in the bucket. */
  expected: z.array(z.int().nonnegative()),
  worstQuality: z.array(qualitySchema),
})
export type HistorySeries = z.infer<typeof historySeriesSchema>

export const historySchema = z.object({
  parkId: parkIdSchema,
  from: instantSchema,
  to: instantSchema,
  stepMs: z.int().positive(),
  series: z.array(historySeriesSchema),
})
export type History = z.infer<typeof historySchema>
