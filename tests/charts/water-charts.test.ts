import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { controlChartLayout, type ControlChartData } from '../../src/charts/control-chart-layout.ts'
import { limitChartLayout, type LimitChartData } from '../../src/charts/limit-chart-layout.ts'
import { nelsonSignals, signalRuns } from '../../src/domain/statistics/control-chart.ts'

const SIZE = { width: 544, height: 252, scale: 1 }
const DAY = Date.parse('2026-11-19T17:00:00Z')
const STEP = 300_000
const OFFSET = 7 * 3_600_000

function limitData(values: readonly (number | null)[], more: Partial<LimitChartData> = {}): LimitChartData {
  return {
    fromMs: DAY,
    toMs: DAY + values.length * STEP,
    stepMs: STEP,
    values,
    limit: { min: null, max: 50 },
    spans: [],
    excursions: [],
    marks: [],
    ...more,
  }
}

describe('chart against an internal limit', () => {
  it('keeps limit and values in view, breaks the line at gaps and marks what is outside', () => {
    const layout = limitChartLayout(
      limitData([40, 41, null, 52, 53], { excursions: [{ fromMs: DAY + 3 * STEP, toMs: DAY + 5 * STEP }] }),
      SIZE,
      OFFSET,
    )
    expect(layout.line.match(/M/g)).toHaveLength(2)
    expect(layout.outside.match(/[ML]/g)).toHaveLength(2)
    expect(layout.last?.value).toBe(53)
    const [limit] = layout.limits
    expect(limit?.value).toBe(50)
    expect(limit?.y).toBeGreaterThan(layout.plot.top)
    expect(limit?.y).toBeLessThan(layout.plot.bottom)
  })

  it('prints hours of the park, not of UTC', () => {
    const layout = limitChartLayout(limitData(Array.from({ length: 144 }, () => 40)), SIZE, OFFSET)
    expect(layout.xTicks.map(({ ms }) => (ms - DAY) / 3_600_000)).toEqual([0, 3, 6, 9, 12])
  })

  it('puts an alarm at its time above the line, and keeps it inside the plot', () => {
    const mark = { priority: 2, state: 'unacknowledged', label: 'Alarm P2' } as const
    const data = limitData(
      Array.from({ length: 60 }, (_, k) => (k < 40 ? 40 : 55)),
      { marks: [40, 0, 59].map((k) => Object.assign({ id: String(k), ms: DAY + k * STEP }, mark)) },
    )
    const layout = limitChartLayout(data, SIZE, OFFSET)
    const [came, first, last] = layout.marks
    expect(came?.x).toBeCloseTo(layout.plot.left + ((layout.plot.right - layout.plot.left) * 40) / 60, 6)
    expect(came?.y).toBeLessThan(layout.last?.y ?? 0)
    expect(first?.x).toBeGreaterThan(layout.plot.left)
    expect(last?.x).toBeLessThan(layout.plot.right)
    for (const { y } of layout.marks) expect(y).toBeGreaterThan(layout.plot.top)
  })

  it('never leaves the plot and never holds NaN', () => {
    const values = fc.array(fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 })), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(values, (list) => {
        const layout = limitChartLayout(limitData(list), SIZE, OFFSET)
        expect(layout.line).not.toContain('NaN')
        for (const { y } of [...layout.yTicks, ...layout.limits]) {
          expect(y).toBeGreaterThanOrEqual(layout.plot.top - 1e-6)
          expect(y).toBeLessThanOrEqual(layout.plot.bottom + 1e-6)
        }
      }),
    )
  })
})

function controlData(values: readonly (number | null)[], more: Partial<ControlChartData> = {}): ControlChartData {
  return {
    days: values.map((value, k) => ({ fromMs: DAY + k * 86_400_000, value })),
    limits: { mean: 42, sigma: 3, lower: 33, upper: 51, samples: 29 },
    permit: { min: null, max: 60.75 },
    marks: [],
    alarm: null,
    ...more,
  }
}

describe('control chart', () => {
  it('draws today hollow, gaps as gaps, and labels that do not touch', () => {
    const layout = controlChartLayout(controlData([40, null, 44, 45]), SIZE)
    expect(layout.dots.map(({ isToday }) => isToday)).toEqual([false, false, true])
    expect(layout.line.match(/M/g)).toHaveLength(2)
    const labels = layout.lines.map(({ labelY }) => labelY)
    for (let k = 1; k < labels.length; k++) expect((labels[k] ?? 0) - (labels[k - 1] ?? 0)).toBeGreaterThanOrEqual(15)
    expect(layout.lines.map(({ id }) => id)).toEqual(['permit-max', 'upper', 'mean', 'lower'])
  })

  it('hatches days without enough records and puts an alarm on today', () => {
    const alarm = { priority: 2, state: 'acknowledged', label: 'Alarm P2' } as const
    const layout = controlChartLayout(controlData([40, null, 44, 62], { alarm }), SIZE)
    expect(layout.missing.map(({ fromMs }) => fromMs)).toEqual([DAY + 86_400_000])
    expect(layout.alarm?.y).toBeGreaterThan(layout.plot.top)
    expect(layout.alarm?.x).toBeLessThan(layout.plot.right)
    expect(controlChartLayout(controlData([40]), SIZE).alarm).toBeNull()
  })

  it('marks a rule at its value, and none where the day has none', () => {
    const layout = controlChartLayout(
      controlData([40, null, 55], {
        marks: [
          { index: 1, rules: [2] },
          { index: 2, rules: [1, 5] },
        ],
      }),
      SIZE,
    )
    expect(layout.marks.map(({ text }) => text)).toEqual(['1 5'])
  })

  it('tells a pattern that goes on once', () => {
    const limits = { mean: 40, sigma: 2, lower: 34, upper: 46, samples: 20 }
    const rising = [39, 40, 41, 42, 43, 44, 45, 45.5]
    const runs = signalRuns(nelsonSignals(rising, limits)).filter(({ rule }) => rule === 3)
    expect(runs).toEqual([{ rule: 3, firstIndex: 5, lastIndex: 7 }])
  })
})
