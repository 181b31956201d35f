import type { z } from 'zod'
import { pathText } from './issues.ts'
import { reportRejected } from './rejections.ts'

/**
 * Parses rows one by one: those that break the contract are left out and counted with their first fault, the rest
 * is kept. `place` names the list in data health.
 */
export function parseRows<T>(place: string, schema: z.ZodType<T>, rows: readonly unknown[]): T[] {
  const kept: T[] = []
  for (const row of rows) {
    const parsed = schema.safeParse(row)
    if (parsed.success) {
      kept.push(parsed.data)
      continue
    }
    const issue = parsed.error.issues[0]
    // Positions within coordinates would make a reason of every vertex: name the field, not the index.
    const path = (issue?.path ?? []).filter((part) => typeof part !== 'number')
    reportRejected({ place, reason: `${pathText(path) || 'row'}: ${issue?.message ?? 'invalid'}`, sample: row })
  }
  return kept
}
