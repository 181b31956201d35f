import { z } from 'zod'
import { industrySchema, plotStatusSchema } from '../../../src/contract/collections.ts'
import { tenantIdSchema } from '../../../src/contract/primitives.ts'

/** The name of an attribute, an attribute whose values are translated, or one value for all parcels. */
function fieldSchema<S extends z.ZodType>(target: S) {
  return z.union([
    z.string().min(1),
    z.strictObject({
      field: z.string().min(1),
      /** Value in the file to value of the plot. */
      values: z.record(z.string(), target),
      /** For every other value; left out, another value is an error. */
      otherwise: target.optional(),
    }),
    z.strictObject({ value: target }),
  ])
}

/** What the attributes of a parcel file are called and what they mean. Unknown keys are refused by name. */
const plotMappingSchema = z.strictObject({
  /** Attribute that makes the id `plot-…`; the code where it is left out. */
  id: z.string().min(1).optional(),
  code: z.string().min(1),
  zone: fieldSchema(z.string().min(1)).optional(),
  /** Left out, or empty at a parcel: the area of the outline. */
  area: z.strictObject({ field: z.string().min(1), unit: z.enum(['m2', 'ha']) }).optional(),
  status: fieldSchema(plotStatusSchema).optional(),
  industry: fieldSchema(industrySchema.nullable()).optional(),
  tenantId: fieldSchema(tenantIdSchema.nullable()).optional(),
})
export type PlotMapping = z.infer<typeof plotMappingSchema>
export type FieldMapping =
  | string
  | { field: string; values: Record<string, string | null>; otherwise?: string | null | undefined }
  | { value: string | null }

/** Parses a mapping file. Throws an Error that names every wrong key. */
export function parsePlotMapping(data: unknown): PlotMapping {
  const result = plotMappingSchema.safeParse(data)
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => {
    const place = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.')
    return `${place || 'mapping'}: ${issue.message}`
  })
  throw new Error(`mapping: ${problems.join('; ')}`)
}
