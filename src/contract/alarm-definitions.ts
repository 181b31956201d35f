import { z } from 'zod'
import { streamSchema } from './asset-kinds.ts'
import { dateSchema, sourceSchema } from './primitives.ts'
import { roleSchema } from './session.ts'

/** P1 critical, P2 high, P3 medium, P4 diagnostic. */
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const
export const prioritySchema = z.enum(PRIORITIES)
export type Priority = z.infer<typeof prioritySchema>

/** Id of a definition: `feeder-trip`. An alarm's id is `<definition>.<asset>`. */
export const definitionIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

const filledText = z.object({ vi: z.string().min(1), en: z.string().min(1), ja: z.string().min(1) })

/** How much the signal has to fall back before the alarm returns, in the unit that is said. */
export const deadbandSchema = z.object({
  value: z.number().nonnegative(),
  /** `span`: percent of the instrument's range. `limit`: percent of the limit. `unit`: in the point's own unit. */
  of: z.enum(['span', 'limit', 'unit']),
})
export type Deadband = z.infer<typeof deadbandSchema>

/**
 * How bad it gets when nobody acts; with the time to respond it makes the priority.
 * `diagnostic` alarms concern the instruments and data, not the plant.
 */
export const consequenceSchema = z.enum(['severe', 'major', 'moderate', 'minor', 'diagnostic'])
export type Consequence = z.infer<typeof consequenceSchema>

export const suppressionRuleSchema = z.enum(['pump-stopped-by-plan', 'calibration', 'gateway-lost'])
export type SuppressionRule = z.infer<typeof suppressionRuleSchema>

/** Kinds of signal with starting values for deadband and delays (`src/domain/alarms/signal-defaults.data.ts`). */
export const signalKindSchema = z.enum([
  'flow',
  'level',
  'pressure',
  'temperature',
  'feeder-load',
  'voltage',
  'power-factor',
  'ph',
  'analyser',
  'digital-status',
  'comms-loss',
])
export type SignalKind = z.infer<typeof signalKindSchema>

/** What the rationalisation record of an alarm says, without what is computed from it. */
export const alarmRationaleSchema = z.object({
  id: definitionIdSchema,
  /** Suffix of the alarm's tag as operators write it: `TRIP`, `COD-H`. */
  tag: z.string().min(1),
  stream: streamSchema,
  type: z.enum(['high', 'high-high', 'low', 'low-low', 'deviation', 'rate', 'state', 'instrument', 'time']),
  class: z.enum(['safety', 'environmental', 'equipment', 'quality', 'utility-contract', 'security']),
  /** What makes it an alarm and no event: it asks an operator to act. `report` belongs to a manager. */
  kind: z.enum(['alarm', 'event', 'prompt', 'report']),
  consequenceClass: consequenceSchema,
  /** Longest time to act before the consequence, seconds; null when no clock runs. */
  timeToRespondS: z.int().positive().nullable(),
  /** Set-point where it is the same everywhere; null where each point or the permit has its own limit. */
  setpoint: z.number().nullable(),
  unit: z.string(),
  /** Kind of the signal that is watched; none for figures that are worked out, which follow no sensor's noise. */
  signal: signalKindSchema.optional(),
  /** Why deadband or delays are shorter than the starting values of the signal. */
  departure: filledText.optional(),
  deadband: deadbandSchema.nullable(),
  onDelayS: z.int().nonnegative(),
  offDelayS: z.int().nonnegative(),
  latching: z.boolean(),
  ackRequired: z.boolean(),
  /** Seconds after which an acknowledged alarm that still stands calls again; null for never. */
  reAlarmS: z.int().positive().nullable(),
  suppressedBy: z.array(suppressionRuleSchema),
  title: filledText,
  cause: filledText,
  consequence: filledText,
  actions: z.array(filledText).min(1).max(6),
  /** Law or contract behind it; null where the limit is the park's own choice. */
  legalBasis: z
    .object({
      citation: z.string().min(1),
      /** The citation as each language writes it, where it is not the same in all. */
      citations: filledText.optional(),
      source: sourceSchema,
    })
    .nullable(),
  /** Where set-point and delays come from. */
  source: sourceSchema,
  owner: roleSchema,
  approvedBy: roleSchema,
  approvedOn: dateSchema,
  version: z.int().positive(),
})
export type AlarmRationale = z.infer<typeof alarmRationaleSchema>

/** Answer of `GET …/alarm-definitions`: the record with what follows from it. */
export const alarmDefinitionSchema = alarmRationaleSchema.extend({
  priority: prioritySchema,
  severity: z.int().min(1).max(1000),
  /** Longest shelving that a request may ask for, seconds; the next handover may make it shorter. */
  maxTimeShelvedS: z.int().positive(),
  /** Alarms of this definition in the park. */
  instances: z.int().nonnegative(),
})
export type AlarmDefinition = z.infer<typeof alarmDefinitionSchema>

export const alarmFileSchema = z.object({ alarms: z.array(alarmRationaleSchema) })
