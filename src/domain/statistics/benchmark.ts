import type { Norm } from '../../contract/reference.ts'
import { enough, notEnough, type NotEnoughReason, type Outcome } from './outcome.ts'

export type Comparison = '>=' | '<=' | '>' | '<' | '='
/** "Not enough data" is a state of its own: it is never a pass. */
export type BenchmarkState = 'meets' | 'does-not-meet' | 'not-enough-data'

export interface BenchmarkResult {
  state: BenchmarkState
  reason: NotEnoughReason | null
  value: number | null
  benchmark: number | null
}

/** Rounding noise of a quotient must not decide a verdict: values this close count as equal (relative). */
const SAME = 1e-9

/** Compares a value with a benchmark in the same unit. A missing value or benchmark gives not enough data. */
export function compareWithBenchmark(
  value: Outcome<number>,
  comparison: Comparison,
  benchmark: number | null,
): BenchmarkResult {
  if (!value.ok) return { state: 'not-enough-data', reason: value.reason, value: null, benchmark }
  if (benchmark === null || !Number.isFinite(benchmark)) {
    return { state: 'not-enough-data', reason: 'no-target', value: value.value, benchmark: null }
  }
  const meets = holds(value.value, comparison, benchmark)
  return { state: meets ? 'meets' : 'does-not-meet', reason: null, value: value.value, benchmark }
}

function holds(value: number, comparison: Comparison, benchmark: number): boolean {
  const isSame = Math.abs(value - benchmark) <= SAME * Math.max(1, Math.abs(benchmark))
  switch (comparison) {
    case '>=':
      return isSame || value > benchmark
    case '<=':
      return isSame || value < benchmark
    case '>':
      return !isSame && value > benchmark
    case '<':
      return !isSame && value < benchmark
    case '=':
      return isSame
    default:
      return comparison satisfies never
  }
}

/**
 * A value against a planning norm (fixtures/reference/norms.json). Ranges include both ends.
 * Errors: those of the value; `no-limit` for norms that are only information or whose number was not verified.
 */
export function meetsNorm(value: Outcome<number>, norm: Norm): Outcome<boolean> {
  if (!value.ok) return value
  if (norm.comparison === 'info' || (norm.min === null && norm.max === null)) return notEnough('no-limit')
  const isAbove = norm.min === null || holds(value.value, '>=', norm.min)
  return enough(isAbove && (norm.max === null || holds(value.value, '<=', norm.max)))
}
