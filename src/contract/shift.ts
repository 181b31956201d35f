import { z } from 'zod'
import { positionSchema } from './geojson.ts'
import { assetIdSchema, instantSchema, localeSchema, localizedTextSchema } from './primitives.ts'
import { roleSchema } from './session.ts'

export const LOG_CATEGORIES = [
  'operation',
  'alarm',
  'maintenance',
  'safety',
  'environment',
  'tenant',
  'visit',
  'weather',
  'data',
] as const
export const logCategorySchema = z.enum(LOG_CATEGORIES)
export type LogCategory = z.infer<typeof logCategorySchema>

/** Longest text of an entry or a note. */
export const MAX_LOG_TEXT = 2000

/** What an entry or an item of a handover is about; opens it on screen. */
export const subjectRefSchema = z.object({
  type: z.enum(['alarm', 'asset', 'point', 'plot', 'tenant', 'edge', 'work-permit', 'log', 'screen']),
  id: z.string().min(1).max(160),
})
export type SubjectRef = z.infer<typeof subjectRefSchema>

/** A stretch of time that an entry speaks of: a chart's window, an outage. Half open. */
export const timeRangeSchema = z
  .object({ from: instantSchema, to: instantSchema })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { message: 'a range ends after it begins' })
export type TimeRange = z.infer<typeof timeRangeSchema>

/** One entry of the operator log. It is never changed: a correction is a new entry that strikes it. */
export const logEntrySchema = z.object({
  id: z.string().min(1),
  /** Order in which entries were made, from 1, without holes. */
  seq: z.int().positive(),
  /** When it happened, as the author says, and when it was written down. */
  eventTime: instantSchema,
  entryTime: instantSchema,
  author: roleSchema,
  category: logCategorySchema,
  text: z.string().min(1).max(MAX_LOG_TEXT),
  /** Language it was written in; it is never translated silently. */
  language: localeSchema,
  range: timeRangeSchema.nullable(),
  refs: z.array(subjectRefSchema).max(20),
  /** Entry that this one corrects. */
  strikes: z.string().nullable(),
  /** Entry that corrects this one. */
  struckBy: z.string().nullable(),
  /** Goes into every handover until another entry clears it. */
  carry: z.boolean(),
  /** Carried entry that this one clears. */
  clears: z.string().nullable(),
  /** Entry that cleared this carried one. */
  clearedBy: z.string().nullable(),
  simulated: z.boolean(),
})
export type LogEntry = z.infer<typeof logEntrySchema>

export const newLogEntrySchema = z.object({
  /** Made once per intention of the operator. The same key again gives the first answer again. */
  idempotencyKey: z.string().min(8).max(100),
  eventTime: instantSchema.optional(),
  category: logCategorySchema,
  text: z.string().trim().min(1, 'an entry says something').max(MAX_LOG_TEXT, `at most ${MAX_LOG_TEXT} characters`),
  language: localeSchema,
  range: timeRangeSchema.nullable().default(null),
  refs: z.array(subjectRefSchema).max(20).default([]),
  strikes: z.string().nullable().default(null),
  carry: z.boolean().default(false),
  clears: z.string().nullable().default(null),
})
export type NewLogEntry = z.input<typeof newLogEntrySchema>

export const WORK_PERMIT_TYPES = ['hot', 'confined-space', 'electrical-isolation', 'excavation', 'height'] as const
export const workPermitTypeSchema = z.enum(WORK_PERMIT_TYPES)
export type WorkPermitType = z.infer<typeof workPermitTypeSchema>

/** A permit to work, read-mostly: another system issues it. */
export const workPermitSchema = z.object({
  id: z.string().min(1),
  /** Number as on the paper. */
  number: z.string().min(1),
  type: workPermitTypeSchema,
  task: localizedTextSchema,
  position: positionSchema,
  assetId: assetIdSchema.nullable(),
  plotId: z.string().nullable(),
  validFrom: instantSchema,
  validTo: instantSchema,
  /** Functions, not persons: "power shift lead", "contractor". */
  issuer: localizedTextSchema,
  holder: localizedTextSchema,
  /** `planned`, `open` and `expired` follow from the time; `closed` is when the holder has handed it back. */
  state: z.enum(['planned', 'open', 'expired', 'closed']),
  closedTime: instantSchema.nullable(),
  isolations: z.array(z.object({ assetId: assetIdSchema, text: localizedTextSchema })),
  /** Alarms that are out of service or shelved because of this work. */
  alarmIds: z.array(z.string()),
  simulated: z.boolean(),
})
export type WorkPermit = z.infer<typeof workPermitSchema>

/** What a handover speaks of: the kinds whose loss has caused accidents elsewhere. */
export const HANDOVER_KINDS = [
  'open-alarm',
  'shelved',
  'suppressed',
  'out-of-service',
  'inhibited-protection',
  'equipment-out',
  'work-permit',
  'work-in-progress',
  'abnormal-line-up',
  'near-limit',
  'source-down',
  'standing-order',
  'expected',
  'complaint',
  'weather',
  'contact',
  'log',
] as const
export const handoverKindSchema = z.enum(HANDOVER_KINDS)
export type HandoverKind = z.infer<typeof handoverKindSchema>

export const handoverItemSchema = z.object({
  /** The same from shift to shift for as long as it is the same matter. */
  id: z.string().min(1),
  kind: handoverKindSchema,
  /** Needs to be opened by the incoming shift before it can accept. */
  flagged: z.boolean(),
  /** Values for the sentence of its kind; `text` and `name` are shown as they are. */
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** A text that the park supplies in three languages, for orders, visits and contacts. */
  text: localizedTextSchema.nullable(),
  ref: subjectRefSchema.nullable(),
  since: instantSchema,
  /** Accepted handovers it has been through. */
  shifts: z.int().nonnegative(),
  /** Left out by the outgoing shift, with its reason; it still shows. */
  removed: z.object({ reason: z.string(), by: roleSchema, at: instantSchema }).nullable(),
  /** Opened by the incoming shift. */
  seen: z.boolean(),
})
export type HandoverItem = z.infer<typeof handoverItemSchema>

export const shiftSchema = z.object({
  /** `2026-11-20-2`: date on which it begins and number, 1 morning, 2 afternoon, 3 night. */
  id: z.string().regex(/^\d{4}-\d{2}-\d{2}-[123]$/),
  number: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  from: instantSchema,
  to: instantSchema,
})
export type Shift = z.infer<typeof shiftSchema>

export const signOffSchema = z.object({ role: roleSchema, at: instantSchema })

/** Most things that an outgoing shift may ask the next one to know. */
export const MAX_MUST_KNOW = 3

/** A handover from one shift to the next. It is closed by two sign-offs and never changes after that. */
export const handoverSchema = z.object({
  id: z.string().min(1),
  outgoing: shiftSchema,
  incoming: shiftSchema,
  /** `draft` until the outgoing side signs, `open` until the incoming side does, then `accepted`. */
  state: z.enum(['draft', 'open', 'accepted']),
  /** Grows with each change; a command names the one it saw. */
  rev: z.int().nonnegative(),
  draftedAt: instantSchema,
  items: z.array(handoverItemSchema),
  mustKnow: z.array(z.string().min(1).max(300)).max(MAX_MUST_KNOW),
  signOffs: z.object({ outgoing: signOffSchema.nullable(), incoming: signOffSchema.nullable() }),
  simulated: z.boolean(),
})
export type Handover = z.infer<typeof handoverSchema>

export const handoverMethodSchema = z.enum(['prepare', 'remove-item', 'restore-item', 'open-item', 'accept'])
export type HandoverMethod = z.infer<typeof handoverMethodSchema>

/** Body of a step of a handover. What a step needs beyond the key is refused with 400 naming the field. */
export const handoverCommandSchema = z.object({
  idempotencyKey: z.string().min(8).max(100),
  rev: z.int().nonnegative(),
  itemId: z.string().max(200).optional(),
  reason: z.string().max(300, 'at most 300 characters').optional(),
  mustKnow: z.array(z.string().trim().min(1).max(300)).max(MAX_MUST_KNOW).optional(),
})
export type HandoverCommand = z.infer<typeof handoverCommandSchema>
