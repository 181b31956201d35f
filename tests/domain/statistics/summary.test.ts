import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanOf, medianOf, quantileOf, sampleDeviation } from '../../../src/domain/statistics/summary.ts'

describe('summary', () => {
  it('gives the textbook figures', () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9]
    expect(meanOf(values)).toBe(5)
    expect(sampleDeviation(values)).toBeCloseTo(2.138_089_935, 9)
    expect(medianOf(values)).toBe(4.5)
    expect(quantileOf([1, 2, 3, 4], 0.1)).toBeCloseTo(1.3, 12)
    expect([quantileOf([5], 0.9), quantileOf([3, 1, 2], 0), quantileOf([3, 1, 2], 1)]).toEqual([5, 1, 3])
    expect([meanOf([]), medianOf([]), sampleDeviation([1])]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })

  it('keeps quantiles in order and between the ends', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, a, b) => {
          const [low, high] = a <= b ? [a, b] : [b, a]
          expect(quantileOf(list, low)).toBeLessThanOrEqual(quantileOf(list, high))
          expect(quantileOf(list, low)).toBeGreaterThanOrEqual(Math.min(...list))
          expect(quantileOf(list, high)).toBeLessThanOrEqual(Math.max(...list))
        },
      ),
    )
  })
})
