import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimate } from '../../src/charts/decimate.ts'

const evenly = (values: readonly number[]) => ({
  times: Float64Array.from(values, (_, k) => k),
  values: Float64Array.from(values),
})

function drawn(values: readonly number[], columns: number): [number, number][] {
  const series = evenly(values)
  const out = decimate(series.times, series.values, 0, values.length, columns)
  return Array.from({ length: out.length }, (_, k) => [out.times[k] ?? Number.NaN, out.values[k] ?? Number.NaN])
}

describe('decimation', () => {
  it('keeps lowest and highest of each column in the order in which they came', () => {
    expect(drawn([5, 1, 9, 3, 7, 2, 8, 4], 2)).toEqual([
      [1, 1],
      [2, 9],
      [5, 2],
      [6, 8],
    ])
  })

  it('draws one point for a column of one value, and few values as they are', () => {
    expect(drawn([4, 4, 4, 4], 2)).toEqual([
      [0, 4],
      [2, 4],
    ])
    expect(drawn([1, 2, 3], 100).map(([, value]) => value)).toEqual([1, 2, 3])
  })

  it('breaks the line over a gap once, and not for a value that is missing within a column', () => {
    const { NaN: gap } = Number
    expect(drawn([1, 2, gap, gap, gap, gap, 3, 4], 4)).toEqual([
      [0, 1],
      [1, 2],
      [2, gap],
      [6, 3],
      [7, 4],
    ])
    expect(drawn([1, gap, 3, 4], 1).map(([, value]) => value)).toEqual([1, 4])
  })

  it('has nothing to draw of nothing, and of gaps only', () => {
    expect(drawn([], 10)).toEqual([])
    expect(drawn([Number.NaN, Number.NaN], 10)).toEqual([])
  })

  it('never loses the extremes, stays within two points a column, and keeps time rising', () => {
    const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(Number.NaN))
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 500 }),
        fc.integer({ min: 1, max: 60 }),
        (values, columns) => {
          const points = drawn(values, columns)
          const known = values.filter((one) => !Number.isNaN(one))
          const shown = points.map(([, one]) => one).filter((one) => !Number.isNaN(one))
          expect(points.length).toBeLessThanOrEqual(2 * columns + 2)
          expect(points.every(([time], k) => k === 0 || time > (points[k - 1]?.[0] ?? 0))).toBe(true)
          if (known.length === 0) return
          expect(Math.max(...shown)).toBe(Math.max(...known))
          expect(Math.min(...shown)).toBe(Math.min(...known))
        },
      ),
    )
  })

  it('reuses its arrays when they are large enough', () => {
    const { times, values } = evenly([1, 2, 3, 4])
    const first = decimate(times, values, 0, 4, 8)
    expect(decimate(times, values, 0, 4, 2, first)).toBe(first)
  })
})
