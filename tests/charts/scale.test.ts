import { assert, constantFrom, double, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alarmTrendLayout } from '../../src/charts/alarm-trend-layout.ts'
import { isFlat, niceTicks, tickDecimals } from '../../src/charts/scale.ts'

describe('decimals of an axis', () => {
  it.each([
    [40, 51, 1],
    [0, 10, 0],
    [0, 0.1, 2],
    [0.02, 0.13, 3],
    [40.123456789, 40.123456789, 4],
    [Number.NaN, 1, 0],
  ])('from %d to %d are %d for every tick', (low, high, decimals) => {
    expect(tickDecimals(niceTicks(low, high))).toBe(decimals)
  })
})

describe('ticks of a scale', () => {
  it.each([
    [0, 10, [0, 2, 4, 6, 8, 10]],
    [0.1, 0.9, [0.2, 0.4, 0.6, 0.8]],
    [-30, 70, [-20, 0, 20, 40, 60]],
    [40, 40, [40]],
    [Number.NaN, 1, []],
    [1, Number.POSITIVE_INFINITY, [1]],
  ])('from %d to %d are round: %j', (low, high, ticks) => {
    expect(niceTicks(low, high)).toEqual(ticks)
  })

  it('are few and inside, whatever the numbers, also those that differ in their last bits', () => {
    assert(
      property(
        double({ noNaN: true }),
        constantFrom(0, 2 ** -52, 2 ** -50, 1e-12, 1e-9, 1e-3, 1, 1e6),
        integer({ min: 0, max: 8 }),
        (low, share, count) => {
          const high = low + Math.abs(low) * share
          const ticks = niceTicks(low, high, count)
          expect(ticks.length).toBeLessThanOrEqual(2 * count + 3)
          if (!Number.isFinite(low) || !Number.isFinite(high)) return
          const slack = Math.max(Math.abs(low), Math.abs(high)) * 1e-9
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(low - slack)
            expect(tick).toBeLessThanOrEqual(high + slack)
          }
        },
      ),
      { numRuns: 10_000 },
    )
  })

  it('leave room around an even line whose last reading was worked out in another way', () => {
    const even = 0.1 + 0.2
    expect(isFlat(0.3, even)).toBe(true)
    const { ticks, last } = alarmTrendLayout({
      values: Array.from({ length: 10 }, () => 0.3),
      newest: even,
      bad: [],
      fromMs: 0,
      stepMs: 1000,
      limit: null,
      resetAt: null,
      activeMs: null,
      returnMs: null,
      onDelayMs: 0,
      offDelayMs: 0,
      width: 600,
      height: 200,
      unit: 1,
    })
    expect(ticks.length).toBeLessThan(10)
    expect(last?.y).toBeCloseTo((28 + 176) / 2, 0)
  })
})
