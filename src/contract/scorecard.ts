import { z } from 'zod'
import { dataModeSchema, parkIdSchema, sourceSchema } from './primitives.ts'

/** Stored results by quarter, as columns: entry k of every series belongs to quarter k. */
export const scorecardHistorySchema = z.object({
  parkId: parkIdSchema,
  /** Oldest first: `2025-Q1`. */
  quarters: z.array(z.string().regex(/^\d{4}-Q[1-4]$/)),
  series: z.array(
    z.object({
      criterionId: z.string(),
      value: z.array(z.number().nullable()),
      meets: z.array(z.boolean().nullable()),
      coverage: z.array(z.number().min(0).max(1)),
    }),
  ),
  source: sourceSchema,
  dataMode: dataModeSchema,
})
export type ScorecardHistory = z.infer<typeof scorecardHistorySchema>
