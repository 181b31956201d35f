import * as fc from 'fast-check'
import { QUALITIES, type QualityName } from '../../../src/contract/quality.ts'
import type { BalanceTerm } from '../../../src/domain/balance/balance-term.ts'
import { FRESHNESS } from '../../../src/domain/quality/freshness.ts'

/** A meter in good order. */
export function term(id: string, value: number, more: Partial<BalanceTerm> = {}): BalanceTerm {
  return { id, reading: { value, quality: 'Good', freshness: 'live' }, accuracyPercent: 1, usual: null, ...more }
}

export function silent(id: string, usual: number | null = null): BalanceTerm {
  return { id, reading: null, accuracyPercent: 1, usual }
}

/** Any meter at all. */
export const anyTerm: fc.Arbitrary<BalanceTerm> = fc.record({
  id: fc.string(),
  reading: fc.option(
    fc.record({
      value: fc.oneof(fc.double(), fc.integer({ min: -100, max: 10_000 })),
      quality: fc.constantFrom<QualityName>(...QUALITIES.map(({ name }) => name)),
      freshness: fc.constantFrom(...FRESHNESS),
    }),
  ),
  accuracyPercent: fc.option(fc.constantFrom(0.2, 0.5, 1, 2)),
  usual: fc.option(fc.integer({ min: 0, max: 10_000 })),
})
