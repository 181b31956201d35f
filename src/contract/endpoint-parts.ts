import { z } from 'zod'
import { instantSchema, parkIdSchema } from './primitives.ts'

/** Parts that the rows of the endpoint table share. */

/** No parameters, or no query. */
export const none = z.object({})
export const inPark = z.object({ parkId: parkIdSchema })
export const paging = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(5000).optional(),
})

/**
 * A past instant: the answer is as it would have been then, and nothing later counts. 400 naming `at` for one in the
 * future, 404 of type `not-kept` for one before what is kept.
 */
export const asOf = z.object({ at: instantSchema.optional() })

/**
 * Header of a client that looks at the past, with the instant it looks at (`Replay-At: 2026-11-27T02:00:00Z`). Requests
 * that would change something in a park are then refused with 409 of type `replay-read-only`, whoever asks.
 */
export const REPLAY_HEADER = 'replay-at'

/** Cursor page of a list. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({
    /** Park whose list it is. A client refuses an answer that names another park than it asked for. */
    parkId: parkIdSchema.optional(),
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int().nonnegative(),
  })
}
