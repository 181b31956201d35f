import { describe, expect, it } from 'vitest'
import { POWER_DENSITY, WATER_INTENSITY, classLabels, classOf, measureOf } from '../../src/map/layers/plot-themes.ts'

describe('classes of a live plot theme', () => {
  it.each([
    [0, 0],
    [49.9, 0],
    [50, 1],
    [199.9, 2],
    [200, 3],
    [400, 4],
    [9000, 4],
  ])('puts %d kW/ha into class %d', (value, expected) => {
    expect(classOf(POWER_DENSITY, value)).toBe(expected)
  })

  it('knows a value that is missing from one that is low', () => {
    expect(classOf(POWER_DENSITY, Number.NaN)).toBe('no-data')
    expect(classOf(WATER_INTENSITY, Number.POSITIVE_INFINITY)).toBe('no-data')
  })

  it('prints every edge', () => {
    expect(classLabels(POWER_DENSITY)).toEqual(['< 50', '50–100', '100–200', '200–400', '≥ 400'])
  })

  it('has no measure where the theme is not one', () => {
    expect(measureOf('exceptions')).toBeNull()
    expect(measureOf('status')).toBeNull()
  })
})
