import { MIN_COVERAGE } from '../quality/total.ts'

/** Why a figure has no number. Each is a key of the texts that the screen prints in its place. */
export const NOT_ENOUGH_REASONS = [
  'no-data',
  'low-coverage',
  'zero-denominator',
  'negative-denominator',
  'not-finite',
  'too-few-samples',
  'no-variation',
  'no-limit',
  'no-reference-value',
  'no-meter',
  'no-rating',
  'no-target',
  'not-filling',
] as const
export type NotEnoughReason = (typeof NOT_ENOUGH_REASONS)[number]

/** How many of the inputs counted: "11 of 12". */
export interface Coverage {
  contributing: number
  expected: number
}

/** "Not enough data": never a number, never a pass. */
export interface NotEnough {
  ok: false
  reason: NotEnoughReason
  coverage: Coverage | null
}

/** What a domain function answers: a value, or the reason why there is none. */
export type Outcome<T> = { ok: true; value: T } | NotEnough

export function enough<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function notEnough(reason: NotEnoughReason, coverage: Coverage | null = null): NotEnough {
  return { ok: false, reason, coverage }
}

/** A number as an outcome; what is not finite is `not-finite`, what is null is `no-data`. */
export function finiteOutcome(value: number | null | undefined): Outcome<number> {
  if (value === null || value === undefined) return notEnough('no-data')
  return Number.isFinite(value) ? enough(value) : notEnough('not-finite')
}

/**
 * numerator / denominator × factor. A missing part, a zero and a negative denominator are told apart, because
 * "nothing was produced" and "a meter runs backwards" are different news.
 *
 * @param factor 1 for a ratio, 100 for per cent
 */
export function ratioOf(numerator: number | null, denominator: number | null, factor: number = 1): Outcome<number> {
  if (numerator === null || denominator === null) return notEnough('no-data')
  if (!Number.isFinite(numerator) || !Number.isFinite(denominator)) return notEnough('not-finite')
  if (denominator === 0) return notEnough('zero-denominator')
  if (denominator < 0) return notEnough('negative-denominator')
  return finiteOutcome((numerator / denominator) * factor)
}

/** Applies a function to a value that is there. */
export function mapOutcome<T, U>(outcome: Outcome<T>, change: (value: T) => U): Outcome<U> {
  return outcome.ok ? enough(change(outcome.value)) : outcome
}

/** The value, or null where there is none: for columns and charts. */
export function valueOrNull<T>(outcome: Outcome<T>): T | null {
  return outcome.ok ? outcome.value : null
}

/** `low-coverage` or `no-data` under the share of inputs that a figure needs, otherwise null. */
export function coverageGap(contributing: number, expected: number): NotEnough | null {
  if (!(expected > 0) || !(contributing > 0)) return notEnough('no-data', { contributing, expected })
  return contributing / expected < MIN_COVERAGE ? notEnough('low-coverage', { contributing, expected }) : null
}
