import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUALITIES, type QualityName } from '../../../src/contract/quality.ts'
import { FRESHNESS, FRESHNESS_BYTE } from '../../../src/domain/quality/freshness.ts'
import { type TotalInput, meanOf, severityOf, totalOf, worstQuality } from '../../../src/domain/quality/total.ts'

const good = (value: number): TotalInput => ({ value, quality: 'Good', freshness: 'live' })
const dead: TotalInput = { value: Number.NaN, quality: 'BadNoCommunication', freshness: 'no-communication' }

const input: fc.Arbitrary<TotalInput | null> = fc.option(
  fc.record({
    value: fc.oneof(fc.double(), fc.constant(Number.NaN), fc.constant(Number.POSITIVE_INFINITY)),
    quality: fc.constantFrom<QualityName>(...QUALITIES.map(({ name }) => name)),
    freshness: fc.constantFrom(...FRESHNESS),
  }),
)

describe('totals', () => {
  it('say how many of their inputs they hold', () => {
    const total = totalOf([...Array.from({ length: 11 }, () => good(2)), dead])
    expect(total).toMatchObject({ value: 22, contributing: 11, expected: 12, quality: 'BadNoCommunication' })
    expect(total.freshness).toBe('no-communication')
  })

  it('show no number under 80 % coverage', () => {
    expect(totalOf([good(1), good(1), good(1), good(1), dead]).value).toBe(4)
    expect(totalOf([good(1), good(1), good(1), dead])).toMatchObject({ value: null, coverage: 0.75 })
  })

  it('keep held stale values, and are stale with them', () => {
    const held: TotalInput = { value: 3, quality: 'UncertainLastUsableValue', freshness: 'stale' }
    expect(totalOf([good(1), held])).toMatchObject({ value: 4, freshness: 'stale', contributing: 2 })
  })

  it('wait while there is nothing to add up', () => {
    expect(totalOf([])).toMatchObject({ value: null, quality: 'BadWaitingForInitialData', coverage: 0 })
    expect(totalOf([null])).toMatchObject({ value: null, freshness: 'waiting', expected: 1 })
    expect(worstQuality([])).toBe('BadWaitingForInitialData')
  })

  it('average what contributes', () => {
    expect(meanOf([good(1), good(2), good(3), good(4), dead]).value).toBe(2.5)
    expect(meanOf([]).value).toBeNull()
  })

  it('never get better by one more input, and are never NaN', () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 20 }), input, (inputs, more) => {
        for (const aggregate of [totalOf, meanOf]) {
          const before = aggregate(inputs)
          const after = aggregate([...inputs, more])
          expect(severityOf(after.quality)).toBeGreaterThanOrEqual(severityOf(before.quality))
          expect(FRESHNESS_BYTE[after.freshness]).toBeGreaterThanOrEqual(FRESHNESS_BYTE[before.freshness])
          expect(after.value === null || Number.isFinite(after.value)).toBe(true)
          expect(after.coverage).toBeGreaterThanOrEqual(0)
          expect(after.coverage).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
