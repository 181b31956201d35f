import { z } from 'zod'
import { dataModeSchema, dateSchema, instantSchema, localizedTextSchema, parkIdSchema } from './primitives.ts'

export const dailySectionSchema = z.enum(['energy', 'water', 'wastewater', 'waste', 'safety', 'alarms', 'service'])
export type DailySection = z.infer<typeof dailySectionSchema>

/** Where a row's figure comes from, as a link of the product resolves it. */
export const dailyLinkSchema = z.object({
  kind: z.enum(['points', 'register', 'alarms', 'kpi', 'none']),
  /** Point ids, a register id, a KPI id. */
  ids: z.array(z.string()),
})

/** One line of the report: every figure with its unit, comparison, course, coverage and source. */
export const dailyRowSchema = z.object({
  /** Name of the line, a key of the texts: `grid-import`. */
  key: z.string(),
  section: dailySectionSchema,
  /** Short code of the source line on paper: `E-01`. */
  code: z.string(),
  unit: z.string(),
  decimals: z.int().min(0).max(6),
  /** Null: not enough data, never a guess. */
  value: z.number().nullable(),
  target: z.number().nullable(),
  comparison: z.enum(['<=', '>=', '=', 'none']),
  /** Null where value or target is missing. */
  meets: z.boolean().nullable(),
  dayBefore: z.number().nullable(),
  sameWeekday: z.number().nullable(),
  /** Days before and including this one, oldest first. */
  spark: z.array(z.number().nullable()).max(60),
  coverage: z.number().min(0).max(1),
  /** Local time of the extreme (HH:mm), day of a laboratory's sample (YYYY-MM-DD) or year of a factor: no words. */
  note: z.string().nullable(),
  link: dailyLinkSchema,
})
export type DailyRow = z.infer<typeof dailyRowSchema>

export const dailyExceptionSchema = z.object({
  at: instantSchema,
  priority: z.int().min(1).max(4),
  /** Localized sentence by key and parameters. */
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  owner: z.string(),
})
export type DailyException = z.infer<typeof dailyExceptionSchema>

export const dailyDecisionSchema = z.object({
  text: z.string().min(1).max(200),
  due: dateSchema.nullable(),
  actionId: z.string().nullable(),
  /** The text in three languages, where the park has it. */
  texts: localizedTextSchema.optional(),
})
export type DailyDecision = z.infer<typeof dailyDecisionSchema>

/** At most this many decisions fit a page and a morning. */
export const MAX_DECISIONS = 5

export const dailyReportSchema = z.object({
  date: dateSchema,
  /** Data that came later is in the next revision. */
  cutOff: instantSchema,
  coverage: z.number().min(0).max(1),
  pointsGood: z.int().nonnegative(),
  pointsTotal: z.int().nonnegative(),
  weather: z.object({ maxTemperature: z.number().nullable(), rainMm: z.number().nullable() }),
  exceptions: z.array(dailyExceptionSchema),
  rows: z.array(dailyRowSchema),
  decisions: z.array(dailyDecisionSchema).max(MAX_DECISIONS),
})
export type DailyReport = z.infer<typeof dailyReportSchema>

/** One difference between two revisions: a field of a row, or of the report. */
export const dailyChangeSchema = z.object({
  rowKey: z.string().nullable(),
  field: z.string(),
  before: z.union([z.number(), z.string(), z.null()]),
  after: z.union([z.number(), z.string(), z.null()]),
})
export type DailyChange = z.infer<typeof dailyChangeSchema>

export const dailyRevisionSchema = z.object({
  revision: z.int().min(1),
  issuedAt: instantSchema,
  issuedBy: z.string(),
  /** Why it was revised; null for the first. */
  reason: z.string().nullable(),
  changes: z.array(dailyChangeSchema),
  report: dailyReportSchema,
})
export type DailyRevision = z.infer<typeof dailyRevisionSchema>

export const dailyAnswerSchema = z.object({
  parkId: parkIdSchema,
  date: dateSchema,
  /** Oldest first; empty until it is issued. Issued revisions never change. */
  revisions: z.array(dailyRevisionSchema),
  retention: z.enum(['stored', 'until-reload']),
  dataMode: dataModeSchema,
})
export type DailyAnswer = z.infer<typeof dailyAnswerSchema>

export const issueDailySchema = z.object({
  /** Revision that the sender has seen; 0 when none was issued. A later one there is a conflict. */
  after: z.int().nonnegative(),
  reason: z.string().min(1).max(400).nullable(),
  report: dailyReportSchema,
  /** Sent again with the same key, it is issued once. */
  idempotencyKey: z.string().min(8).max(80),
})
