import type { z } from 'zod'
import type { ContractIssue } from './errors.ts'

const MAX_ISSUES = 20

/** Field path as a reader writes it: `series[0].count`. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`
    else text += text === '' ? String(part) : `.${String(part)}`
  }
  return text
}

/** The first issues of a failed parse, as the errors of this folder carry them. */
export function issuesOf(error: z.core.$ZodError, prefix: readonly PropertyKey[] = []): ContractIssue[] {
  return error.issues
    .slice(0, MAX_ISSUES)
    .map((issue) => ({ path: pathText([...prefix, ...issue.path]), message: issue.message }))
}
