import { z } from 'zod'
import { dateSchema, instantSchema, tenantIdSchema } from './primitives.ts'

/*
 * A register's row is a flat object of these fields. Each field is a schema that also says, under `x-field`, what a
 * form, a column of a sheet and the validation need to know about it.
 */
export const fieldTypeSchema = z.enum([
  'text',
  'number',
  'whole',
  'date',
  'instant',
  'yes-no',
  'choice',
  'tenant',
  'row-id',
  'list',
])
export type FieldType = z.infer<typeof fieldTypeSchema>

export const fieldInfoSchema = z.object({
  type: fieldTypeSchema,
  required: z.boolean(),
  /** UCUM unit of a number; null where it has none. */
  unit: z.string().nullable(),
  /** Values of a choice. */
  options: z.array(z.string()).nullable(),
  /** A day or an instant that cannot lie in the future. */
  past: z.boolean(),
  /** A share that cannot be over 100. */
  percent: z.boolean(),
  /** Numbers below zero have no meaning here. Every number of a register but a difference. */
  notNegative: z.boolean(),
})
export type FieldInfo = z.infer<typeof fieldInfoSchema>

const info = (type: FieldType, more: Partial<FieldInfo> = {}) => ({
  'x-field': {
    type,
    required: true,
    unit: null,
    options: null,
    past: false,
    percent: false,
    notNegative: false,
    ...more,
  } satisfies FieldInfo,
})

/** Stable ids of rows: lower case letters, digits, dot and dash. */
export const rowIdSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/)

const optional = { required: false } as const
const shortText = z.string().min(1).max(400)

/** Text on one line. */
export const text = () => shortText.meta(info('text'))
export const textOrNull = () => shortText.nullable().meta(info('text', optional))
/** A quantity that cannot be negative, in a UCUM unit; null where it was not measured. */
export const amount = (unit: string) =>
  z
    .number()
    .nonnegative()
    .nullable()
    .meta(info('number', { unit, notNegative: true, ...optional }))
export const amountNeeded = (unit: string) =>
  z
    .number()
    .nonnegative()
    .meta(info('number', { unit, notNegative: true }))
/** A count; null where nobody counted. */
export const whole = () =>
  z
    .int()
    .nonnegative()
    .nullable()
    .meta(info('whole', { unit: '1', notNegative: true, ...optional }))
export const wholeNeeded = () =>
  z
    .int()
    .nonnegative()
    .meta(info('whole', { unit: '1', notNegative: true }))
/** A day that has been. */
export const pastDay = () => dateSchema.meta(info('date', { past: true }))
export const pastDayOrNull = () => dateSchema.nullable().meta(info('date', { past: true, ...optional }))
/** Any day: an end of validity, a due day. */
export const day = () => dateSchema.meta(info('date'))
export const dayOrNull = () => dateSchema.nullable().meta(info('date', optional))
export const pastInstant = () => instantSchema.meta(info('instant', { past: true }))
/** Yes, no, or not known. */
export const yesNo = () => z.boolean().nullable().meta(info('yes-no', optional))
export const tenant = () => tenantIdSchema.meta(info('tenant'))
export const tenantOrNull = () => tenantIdSchema.nullable().meta(info('tenant', optional))
/** Id of a row of another register, of a point or of a criterion. */
export const reference = () => rowIdSchema.nullable().meta(info('row-id', optional))
export const list = () => z.array(z.string().min(1).max(120)).max(50).meta(info('list', optional))
export const choice = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.enum(options).meta(info('choice', { options: [...options] }))

/** What a field says about itself; null for a schema that is none of the above. */
export function fieldInfoOf(schema: z.ZodType): FieldInfo | null {
  const parsed = z.object({ 'x-field': fieldInfoSchema }).safeParse(schema.meta() ?? {})
  return parsed.success ? parsed.data['x-field'] : null
}
