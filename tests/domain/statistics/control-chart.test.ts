import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ControlLimits, controlLimits, nelsonSignals } from '../../../src/domain/statistics/control-chart.ts'
import { valueOf } from './value-of.ts'

const LIMITS: ControlLimits = { mean: 50, sigma: 2, lower: 44, upper: 56, samples: 30 }
const calm = [51, 49, 50.5, 49.5, 51, 49, 50.5, 49.5]

describe('control limits', () => {
  it('are the mean plus and minus three sample standard deviations', () => {
    const limits = valueOf(controlLimits([2, 4, 4, 4, 5, 5, 7, 9]))
    expect(limits).toMatchObject({ mean: 5, samples: 8 })
    expect(limits.sigma).toBeCloseTo(2.13809, 5)
    expect(limits.upper).toBeCloseTo(11.41427, 5)
  })

  it('need eight values that differ', () => {
    expect(controlLimits([1, 2, null, 3])).toMatchObject({ ok: false, reason: 'too-few-samples' })
    expect(controlLimits(Array.from({ length: 12 }, () => 0.1))).toMatchObject({ ok: false, reason: 'no-variation' })
  })
})

describe('Nelson rules', () => {
  it('leave a calm process alone', () => {
    expect(nelsonSignals(calm, LIMITS)).toEqual([])
  })

  it('1: one value beyond three sigma, not on it', () => {
    expect(nelsonSignals([...calm, 56], LIMITS)).toEqual([])
    expect(nelsonSignals([...calm, 56.1], LIMITS)).toEqual([{ rule: 1, index: 8, fromIndex: 8 }])
  })

  it('2: nine values on one side of the mean', () => {
    const eight = [51, 51.5, 51, 51.5, 51, 51.5, 51, 51.5]
    expect(nelsonSignals(eight, LIMITS)).toEqual([])
    expect(nelsonSignals([...eight, 51], LIMITS)).toEqual([{ rule: 2, index: 8, fromIndex: 0 }])
    expect(nelsonSignals([...eight, 50, 51], LIMITS)).toEqual([])
  })

  it('3: six values that all rise or all fall', () => {
    expect(nelsonSignals([49, 49.5, 50, 50.5, 51], LIMITS)).toEqual([])
    expect(nelsonSignals([49, 49.5, 50, 50.5, 51, 51.5], LIMITS)).toEqual([{ rule: 3, index: 5, fromIndex: 0 }])
    expect(nelsonSignals([51, 50.8, 50.6, 50.4, 50.2, 49.9], LIMITS)).toMatchObject([{ rule: 3, index: 5 }])
    expect(nelsonSignals([49, 49.5, 50, 50, 50.5, 51, 51.5], LIMITS)).toEqual([])
  })

  it('5: two of three beyond two sigma on the same side', () => {
    expect(nelsonSignals([50.5, 54.5, 49.5, 54.5], LIMITS)).toEqual([{ rule: 5, index: 3, fromIndex: 1 }])
    expect(nelsonSignals([50.5, 54.5, 45.5, 49.5], LIMITS)).toEqual([])
    expect(nelsonSignals([54.5, 50.5, 49.5, 54.5], LIMITS)).toEqual([])
  })

  it('start again after a gap', () => {
    expect(nelsonSignals([51, 51.5, 51, 51.5, null, 51, 51.5, 51, 51.5, 51], LIMITS)).toEqual([])
    expect(nelsonSignals([54.5, null, 54.5], LIMITS)).toEqual([])
  })

  it('do not depend on the unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 40, max: 60 })), { maxLength: 40 }),
        fc.constantFrom(0.5, 4, 64),
        (values, factor) => {
          const scaled = { ...LIMITS, mean: LIMITS.mean * factor, sigma: LIMITS.sigma * factor }
          expect(
            nelsonSignals(
              values.map((value) => (value === null ? null : value * factor)),
              scaled,
            ),
          ).toEqual(nelsonSignals(values, LIMITS))
        },
      ),
    )
  })
})
