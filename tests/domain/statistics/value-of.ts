import type { Outcome } from '../../../src/domain/statistics/outcome.ts'

/** The value of an outcome that a test expects to have one. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`expected a value, got ${outcome.reason}`)
}
