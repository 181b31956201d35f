import type { z } from 'zod'

/** Rows of a register that its schema accepts; what breaks it judges nothing and is in nobody's list. */
export function validRows<T>(schema: z.ZodType<T>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row)
    return parsed.success ? [parsed.data] : []
  })
}
