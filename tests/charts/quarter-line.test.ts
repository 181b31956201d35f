import { describe, expect, it } from 'vitest'
import { layoutQuarters } from '../../src/charts/quarter-line-layout.ts'

const SIZE = { width: 420, height: 120, right: 52 }
const QUARTERS = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1']

describe('quarters of a criterion', () => {
  it('puts more value higher, zero on the axis, and the running quarter last', () => {
    const { points } = layoutQuarters(QUARTERS, [0, 5, 10, 15, 20], 20, SIZE)
    expect(points[0]?.y).toBe(96)
    expect(points.map(({ y }) => y)).toEqual(points.map(({ y }) => y).toSorted((a, b) => b - a))
    expect(points.map(({ isRunning }) => isRunning)).toEqual([false, false, false, false, true])
  })

  it('keeps the benchmark in sight when no value reaches it', () => {
    const { benchmarkY, points } = layoutQuarters(QUARTERS, [1, 1, 1, 1, 1], 20, SIZE)
    expect(benchmarkY).toBe(12)
    expect(points.every(({ y }) => y > 12)).toBe(true)
  })

  it('leaves a gap for a quarter without a result, and draws no point for it', () => {
    const { points, path } = layoutQuarters(QUARTERS, [1, null, 3, 4, 5], null, SIZE)
    expect(points).toHaveLength(4)
    expect(path.match(/M/g)).toHaveLength(2)
  })

  it('writes the year with the first quarter of each', () => {
    const { ticks } = layoutQuarters(QUARTERS, [], null, SIZE)
    expect(ticks.map(({ label }) => label)).toEqual(['Q1 25', 'Q2', 'Q3', 'Q4', 'Q1 26'])
  })
})
