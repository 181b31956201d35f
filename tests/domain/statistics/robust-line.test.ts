import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitRobustLine } from '../../../src/domain/statistics/robust-line.ts'
import { valueOf } from './value-of.ts'

describe('robust line', () => {
  it('is not bent by a wild value', () => {
    const points = Array.from({ length: 21 }, (_, x) => ({ x, y: x === 10 ? 900 : 3 + 2 * x }))
    expect(valueOf(fitRobustLine(points))).toMatchObject({ slope: 2, intercept: 3, samples: 21, medianResidual: 0 })
  })

  it('refuses too few values and values of one instant', () => {
    expect(fitRobustLine([])).toMatchObject({ reason: 'too-few-samples' })
    expect(
      fitRobustLine([
        { x: 1, y: Number.NaN },
        { x: 2, y: 1 },
      ]),
    ).toMatchObject({ reason: 'too-few-samples' })
    expect(fitRobustLine([1, 2, 3].map((y) => ({ x: 5, y })))).toMatchObject({ reason: 'no-variation' })
  })

  it('finds any exact line, thinned or not, and is never NaN', () => {
    const number = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(number, number, fc.integer({ min: 3, max: 500 }), (slope, intercept, count) => {
        const line = valueOf(fitRobustLine(Array.from({ length: count }, (_, x) => ({ x, y: intercept + slope * x }))))
        expect(line.slope).toBeCloseTo(slope, 6)
        expect(line.intercept).toBeCloseTo(intercept, 4)
        expect(line.slopeLow).toBeLessThanOrEqual(line.slopeHigh)
      }),
      { numRuns: 30 },
    )
    fc.assert(
      fc.property(fc.array(fc.record({ x: fc.double(), y: fc.double() }), { maxLength: 30 }), (points) => {
        const line = fitRobustLine(points)
        expect(!line.ok || Number.isFinite(line.value.slope + line.value.intercept)).toBe(true)
      }),
    )
  })
})
