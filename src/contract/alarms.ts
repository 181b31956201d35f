import { z } from 'zod'
import { definitionIdSchema, prioritySchema, suppressionRuleSchema } from './alarm-definitions.ts'
import { streamSchema } from './asset-kinds.ts'
import { assetIdSchema, instantSchema, pointIdSchema, tenantIdSchema } from './primitives.ts'
import { qualitySchema } from './quality.ts'
import { roleSchema } from './session.ts'

/** `<definition>.<asset>`, or `<definition>.park` where it concerns no single asset. Stable; appears in URLs. */
export const alarmIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9.-]{0,79}$/)
  .brand<'AlarmId'>()
export type AlarmId = z.infer<typeof alarmIdSchema>

/** The six base states of the ISA-18.2 / IEC 62682 model. Hiding modes stand beside them. */
export const BASE_STATES = [
  'NORMAL',
  'ACTIVE_UNACK',
  'ACTIVE_ACK',
  'RTN_UNACK',
  'LATCHED_UNACK',
  'LATCHED_ACK',
] as const
export const baseStateSchema = z.enum(BASE_STATES)
export type BaseState = z.infer<typeof baseStateSchema>

/** Longest comment that a command may carry. */
export const MAX_COMMENT = 2000

export const shelvingStateSchema = z.object({
  state: z.enum(['Unshelved', 'TimedShelved', 'OneShotShelved']),
  unshelveTime: instantSchema.nullable(),
  reason: z.string().nullable(),
  clientUserId: roleSchema.nullable(),
  since: instantSchema.nullable(),
})

/** What stands behind the source of an alarm in the supply networks. */
export const affectedSchema = z.object({
  tenantIds: z.array(tenantIdSchema),
  assets: z.int().nonnegative(),
  points: z.int().nonnegative(),
  /** Active power that is lost or at stake, kW; null where it was not measured. */
  loadKw: z.number().nullable(),
})
export type Affected = z.infer<typeof affectedSchema>

/** One alarm: OPC UA Part 9 names in camelCase, two-state variables as booleans, plus `stateName`. */
export const alarmSchema = z.object({
  id: alarmIdSchema,
  definitionId: definitionIdSchema,
  /** Grows with every change of any alarm of the park: of two pictures of an alarm the higher one is newer. */
  rev: z.int().nonnegative(),
  /** Changes with each change of state. A command that names an older one is refused with 409. */
  eventId: z.string().min(1),
  conditionName: z.string().min(1),
  conditionClassName: z.string().min(1),
  /** Asset, or `park`. */
  sourceNode: z.string().min(1),
  /** Code as painted on the equipment, or the park's id. */
  sourceName: z.string().min(1),
  /** Tag as operators write it: source and suffix of the definition. */
  tag: z.string().min(1),
  /** Last change of state: time at the source, and when the server had it. */
  time: instantSchema,
  receiveTime: instantSchema,
  /** Last activation, acknowledgement and return to normal; null before the first. */
  activeTime: instantSchema.nullable(),
  ackTime: instantSchema.nullable(),
  returnTime: instantSchema.nullable(),
  /** Until when somebody has to have acted; null when no clock runs. */
  respondBy: instantSchema.nullable(),
  severity: z.int().min(1).max(1000),
  lastSeverity: z.int().min(1).max(1000),
  priority: prioritySchema,
  stateName: baseStateSchema,
  activeState: z.boolean(),
  ackedState: z.boolean(),
  confirmedState: z.boolean(),
  latchedState: z.boolean(),
  /** Suppressed by design; `rule` says by which rule. */
  suppressedState: z.object({
    value: z.boolean(),
    rule: suppressionRuleSchema.nullable(),
    since: instantSchema.nullable(),
  }),
  outOfServiceState: z.object({
    value: z.boolean(),
    workOrder: z.string().nullable(),
    clientUserId: roleSchema.nullable(),
    since: instantSchema.nullable(),
  }),
  shelvingState: shelvingStateSchema,
  /** Hidden by any of the three modes. Precedence on screen: out of service, suppressed, shelved. */
  suppressedOrShelved: z.boolean(),
  maxTimeShelvedS: z.int().positive(),
  /** Belongs on the operator's lists: not normal, or hidden by an operator, or suppressed while true. */
  retain: z.boolean(),
  comment: z.object({ text: z.string().max(MAX_COMMENT), time: instantSchema, clientUserId: roleSchema }).nullable(),
  /** Role that acted last; null when only the process did. */
  clientUserId: roleSchema.nullable(),
  quality: qualitySchema,
  firstInGroupFlag: z.boolean(),
  /** Plant part whose alarms belong together in a flood; null for none. */
  firstInGroup: z.string().nullable(),
  reAlarmTimeS: z.int().positive().nullable(),
  assetId: assetIdSchema.nullable(),
  pointId: pointIdSchema.nullable(),
  plotId: z.string().nullable(),
  stream: streamSchema,
  value: z.number().nullable(),
  limit: z.number().nullable(),
  unit: z.string(),
  decimals: z.int().min(0).max(6),
  /** The server's escalation of an alarm that nobody acknowledges. `time` is when it was or will be escalated. */
  escalation: z.object({
    state: z.enum(['none', 'pending', 'escalated']),
    time: instantSchema.nullable(),
    role: roleSchema.nullable(),
  }),
  affected: affectedSchema,
  /** Cycles of active and clear in the last minute; 3 or more is chattering. */
  chatteringPerMin: z.int().nonnegative(),
  /** Activations of the last 24 hours. */
  activations24h: z.int().nonnegative(),
  /** Active for more than 24 hours and not hidden. */
  stale: z.boolean(),
})
export type Alarm = z.infer<typeof alarmSchema>

/** More than 10 annunciated alarms in 10 minutes until fewer than 5. */
export const floodSchema = z.object({
  active: z.boolean(),
  since: instantSchema.nullable(),
  /** Annunciated in the last 10 minutes. */
  count: z.int().nonnegative(),
})
export type Flood = z.infer<typeof floodSchema>

export const JOURNAL_EVENTS = [
  'ACTIVATED',
  'RTN',
  'ACKNOWLEDGED',
  'CONFIRMED',
  'RE_ALARM',
  'RESET',
  'COMMENTED',
  'SHELVED',
  'UNSHELVED',
  'SUPPRESSED',
  'UNSUPPRESSED',
  'REMOVED_FROM_SERVICE',
  'PLACED_IN_SERVICE',
  'ESCALATED',
] as const
export const journalEventSchema = z.enum(JOURNAL_EVENTS)
export type JournalEvent = z.infer<typeof journalEventSchema>

/** A line of the journal without its place in the chain. */
export const journalLineSchema = z.object({
  alarmId: alarmIdSchema,
  definitionId: definitionIdSchema,
  eventId: z.string(),
  event: journalEventSchema,
  /** Time at the source, and server time. The journal is ordered by `seq`, never by a clock. */
  time: instantSchema,
  receiveTime: instantSchema,
  fromState: baseStateSchema,
  toState: baseStateSchema,
  priority: prioritySchema,
  severity: z.int().min(1).max(1000),
  /** It called for attention: an activation, re-alarm or un-hiding that no hiding mode kept quiet. */
  annunciated: z.boolean(),
  /** `process`, `rule` (suppression, timers, escalation), or the role that gave the command. */
  actor: z.union([z.literal('process'), z.literal('rule'), roleSchema]),
  /** Comment, reason, work order, rule or role that it names. */
  comment: z.string().nullable(),
  client: z.string().nullable(),
  value: z.number().nullable(),
  limit: z.number().nullable(),
})
export type JournalLine = z.infer<typeof journalLineSchema>

const hashText = z.string().regex(/^[0-9a-f]{64}$/)

/** A line of the append-only journal: SHA-256 over its own line and the hash before it. */
export const journalEntrySchema = journalLineSchema.extend({
  seq: z.int().positive(),
  prevHash: hashText,
  hash: hashText,
})
export type JournalEntry = z.infer<typeof journalEntrySchema>

export const alarmMethodSchema = z.enum([
  'acknowledge',
  'confirm',
  'addComment',
  'timedShelve',
  'oneShotShelve',
  'unshelve',
  'removeFromService',
  'placeInService',
  'reset',
])
export type AlarmMethod = z.infer<typeof alarmMethodSchema>

/** Body of a command. What a method needs beyond the key is refused with 400 or 422 naming the field. */
export const alarmCommandSchema = z.object({
  /** Made once per intention of the operator. The same key again gives the first answer again. */
  idempotencyKey: z.string().min(8).max(100),
  /** The event that the operator saw. */
  eventId: z.string().max(100).optional(),
  /** Plain text. Needed to acknowledge P1 and P2, and by `addComment`. */
  comment: z.string().max(MAX_COMMENT, `at most ${MAX_COMMENT} characters`).optional(),
  /** Why it is shelved. */
  reason: z.string().max(200, 'at most 200 characters').optional(),
  /** How long it is shelved, seconds; without it as long as it may be: to the next handover, 8 h at most. */
  durationS: z.int().positive().optional(),
  /** Work order or permit under which it is out of service. */
  workOrder: z.string().max(60, 'at most 60 characters').optional(),
  /** Name of the client for the audit trail. */
  client: z.string().max(60).optional(),
})
export type AlarmCommand = z.infer<typeof alarmCommandSchema>

export const alarmCommandAnswerSchema = z.object({
  alarm: alarmSchema,
  /** Lines that the command added to the journal. */
  entries: z.array(journalEntrySchema),
  /** The key had been used for this very command before; nothing was done again. */
  repeated: z.boolean(),
})
export type AlarmCommandAnswer = z.infer<typeof alarmCommandAnswerSchema>

/** Name of the live `event` frame that carries alarms. */
export const ALARM_EVENT = 'alarm'

/** Data of that frame: alarms that changed, and the journal's new lines, in order. */
export const alarmEventSchema = z.object({
  alarms: z.array(alarmSchema),
  entries: z.array(journalEntrySchema),
  flood: floodSchema,
})
export type AlarmEvent = z.infer<typeof alarmEventSchema>
