import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeTarget, occupancyPercent, perHectare, placesOf } from '../../../src/domain/portfolio/compare-parks.ts'

describe('places', () => {
  it('are shared by equal values and skip what is missing', () => {
    expect(placesOf([10, null, 30, 10, Number.NaN], 'larger')).toEqual([2, null, 1, 2, null])
    expect(placesOf([10, 30, 5], 'lower')).toEqual([2, 3, 1])
  })

  it('start at one, and a missing value moves nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 12 }), (values) => {
        const places = placesOf(values, 'higher')
        expect(places).toContain(1)
        expect(placesOf([...values, null], 'higher').slice(0, -1)).toEqual(places)
      }),
    )
  })
})

describe('target', () => {
  it('is met by its own comparison, and never by missing data', () => {
    expect(judgeTarget(60, 60, '>=')).toBe('meets')
    expect(judgeTarget(59.9, 60, '>=')).toBe('misses')
    expect(judgeTarget(60, 60, '<=')).toBe('meets')
    expect(judgeTarget(null, 60, '<=')).toBe('unknown')
    expect(judgeTarget(1, null, '<=')).toBe('unknown')
    expect(judgeTarget(Number.NaN, 60, '<=')).toBe('unknown')
    expect(judgeTarget(1, 2, null)).toBe('unknown')
  })
})

describe('per hectare and occupancy', () => {
  it('refuse a park without area', () => {
    expect(perHectare(10, 4)).toMatchObject({ ok: true, value: 2.5 })
    expect(perHectare(10, 0)).toMatchObject({ reason: 'zero-denominator' })
    expect(perHectare(null, 4)).toMatchObject({ reason: 'no-data' })
    expect(occupancyPercent({ plots: 0, letPlots: 0, areaHa: 0, letHa: 0 })).toMatchObject({
      reason: 'zero-denominator',
    })
  })
})
