import { describe, expect, it } from 'vitest'
import { type AlarmTrendInput, alarmTrendLayout } from '../../src/charts/alarm-trend-layout.ts'

const MINUTE = 60_000
/** Ten minutes over a limit of 5 that ends below 4, from minute 3 to minute 7. */
const input: AlarmTrendInput = {
  values: [2, 2, 6, 6, 6, 6, 3, 3, 2, 2],
  newest: null,
  bad: Array.from({ length: 10 }, (_, at) => at === 9),
  fromMs: 0,
  stepMs: MINUTE,
  limit: 5,
  resetAt: 4,
  activeMs: 3 * MINUTE,
  returnMs: 7 * MINUTE,
  onDelayMs: MINUTE,
  offDelayMs: 2 * MINUTE,
  width: 1148,
  height: 300,
  unit: 1,
}

describe('trend of an alarm', () => {
  it('draws the limit, the deadband below it, and both delays where they were waited for', () => {
    const { limitY, band, whiskers, left, right } = alarmTrendLayout(input)
    const x = (minute: number): number => left + ((right - left) * minute) / 10
    expect(band).toMatchObject({ y: limitY })
    expect(whiskers).toEqual([
      { from: x(2), to: x(3), y: limitY },
      { from: x(5), to: x(7), y: (limitY ?? 0) + (band?.height ?? 0) },
    ])
  })

  it('waits for no delay that is none, and for no return that has not been', () => {
    expect(alarmTrendLayout({ ...input, returnMs: null }).whiskers).toHaveLength(1)
    expect(alarmTrendLayout({ ...input, onDelayMs: 0, offDelayMs: 0 }).whiskers).toEqual([])
    expect(alarmTrendLayout({ ...input, limit: null, resetAt: null }).whiskers).toEqual([])
  })

  it('hatches what was bad, and holds every value and the limit in the picture', () => {
    const { hatches, limitY, top, bottom, last } = alarmTrendLayout(input)
    expect(hatches).toHaveLength(1)
    for (const y of [limitY, last?.y]) {
      expect(y).toBeGreaterThanOrEqual(top)
      expect(y).toBeLessThanOrEqual(bottom)
    }
  })

  it('ends at the reading of this moment, which the scale holds too', () => {
    const closed = { ...input, values: Array.from({ length: 10 }, () => 1), limit: null, resetAt: null }
    const before = alarmTrendLayout({ ...closed, activeMs: null, returnMs: null })
    expect(before.last?.value).toBe(1)
    const tripped = alarmTrendLayout({ ...closed, newest: 0, activeMs: 10.2 * MINUTE, returnMs: null })
    expect(tripped.last).toMatchObject({ value: 0, x: tripped.right })
    expect(tripped.last?.y).toBeGreaterThan(before.last?.y ?? 0)
    expect(tripped.last?.y).toBeLessThanOrEqual(tripped.bottom)
    expect(tripped.calm).toMatch(new RegExp(`L${tripped.right.toFixed(1)} ${tripped.last?.y.toFixed(1)}$`))
    expect(alarmTrendLayout({ ...closed, newest: Number.NaN }).last?.value).toBe(1)
  })
})
