import { z } from 'zod'

export type JsonObject = Record<string, unknown>

/** JSON Schema 2020-12 of a contract schema. Input side: what goes over the wire, before any transform. */
export function schemaOf(schema: z.ZodType): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // The format says it; the pattern behind it is 300 characters of calendar.
      if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date') delete jsonSchema.pattern
    },
  })
  return rest
}
