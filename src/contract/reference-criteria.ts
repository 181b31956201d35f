import { z } from 'zod'
import { dateSchema, localizedTextSchema } from './primitives.ts'
import { referenceSourceSchema } from './reference.ts'

export const pillarSchema = z.enum([
  'park-management',
  'environment',
  'social',
  'economic',
  'developer',
  'tenants',
  'park',
])
export type Pillar = z.infer<typeof pillarSchema>

export const comparisonSchema = z.enum(['>=', '<=', '>', '<', '=', 'bool', 'range', 'target'])
export type Comparison = z.infer<typeof comparisonSchema>

/** How a criterion is answered: from the park's data alone, with a register, or by a document. */
export const calcSchema = z.enum(['auto', 'semi', 'doc'])

/** Source of a criterion: its title stays in its own words, what is doubtful about it is said in every language. */
const criterionSourceSchema = referenceSourceSchema.extend({ note: localizedTextSchema.optional() })

export const criterionSchema = z.object({
  /** Unique over all sets: `EIP-EN-1`, `VN-37-2c`. */
  id: z.string().regex(/^[A-Z0-9][A-Za-z0-9.-]{1,39}$/),
  pillar: pillarSchema,
  topic: z.string(),
  kind: z.enum(['prerequisite', 'performance']),
  title: localizedTextSchema,
  requirement: localizedTextSchema,
  /** UCUM unit, `%`, `1` for counts and `bool` for yes or no. */
  unit: z.string(),
  comparison: comparisonSchema,
  /** Null: unknown, or the park's own target. Nothing passes against null. */
  benchmark: z.union([z.number(), z.boolean(), z.tuple([z.number(), z.number()])]).nullable(),
  formula: localizedTextSchema,
  inputs: z.array(z.string()),
  calc: calcSchema,
  /** Function of the engine that answers it. Null, or a name that the engine does not know: not enough data. */
  indicator: z.string().nullable(),
  validFrom: dateSchema.nullable(),
  validTo: dateSchema.nullable(),
  source: criterionSourceSchema,
})
export type Criterion = z.infer<typeof criterionSchema>

/** Confidence as the reference marks it: V read in the legal text, V2 secondary, K professional knowledge, U unsure. */
export const criteriaSetSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/),
  framework: z.string(),
  title: localizedTextSchema,
  /** Version as printed beside the title: "EIP-1.0 (to be reconciled with 2.0)". */
  version: z.string(),
  /** False: history, shown but not scored. */
  active: z.boolean(),
  /** True: all criteria together decide about a certificate. */
  certificate: z.boolean(),
  validFrom: dateSchema.nullable(),
  validTo: dateSchema.nullable(),
  source: criterionSourceSchema,
  criteria: z.array(criterionSchema),
})
export type CriteriaSet = z.infer<typeof criteriaSetSchema>
