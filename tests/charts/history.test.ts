import { describe, expect, it } from 'vitest'
import { historyCsv } from '../../src/charts/export.ts'
import {
  axisHours,
  doubtfulSpans,
  linePairs,
  visibleLimits,
  type HistoryColumns,
} from '../../src/charts/history-options.ts'
import { historyTicks } from '../../src/charts/history-axis.ts'
import { mergeColumns } from '../../src/charts/history-merge.ts'
import { createFormat } from '../../src/i18n/format-values.ts'

const FROM = Date.UTC(2026, 10, 19, 7, 30)
const STEP = 900_000
const columns: HistoryColumns = {
  fromMs: FROM,
  stepMs: STEP,
  mean: Float64Array.of(40, 41, Number.NaN, Number.NaN, 43),
  min: Float64Array.of(39, 40, Number.NaN, Number.NaN, 42),
  max: Float64Array.of(41, 42, Number.NaN, Number.NaN, 44),
  count: [3, 3, 0, 0, 3],
  quality: ['Good', 'Good', 'BadNoCommunication', 'BadNoCommunication', 'UncertainSensorCalibration'],
}
const source = { title: 'test', year: null, confidence: 'simulated' as const }

describe('history', () => {
  it('keeps gaps as gaps', () => {
    expect(Number.isNaN(linePairs(columns)[5])).toBe(true)
    expect(linePairs(columns)[0]).toBe(FROM + STEP / 2)
  })

  it('joins missing and doubtful buckets to spans for the hatch', () => {
    expect(doubtfulSpans(columns)).toEqual([{ fromMs: FROM + 2 * STEP, toMs: FROM + 5 * STEP }])
  })

  it('puts the axis on round hours of the park', () => {
    const ticks = axisHours(FROM, FROM + 86_400_000, 7 * 3_600_000, 4)
    expect(ticks.map((ms) => new Date(ms + 7 * 3_600_000).getUTCHours())).toEqual([16, 20, 0, 4, 8, 12])
  })

  it('always draws the permit, and other limits when they are near', () => {
    const limits = [
      { type: 'high' as const, basis: 'permit' as const, value: 500, source },
      { type: 'high' as const, basis: 'design' as const, value: 500, source },
      { type: 'high' as const, basis: 'internal' as const, value: 50, source },
    ]
    expect(visibleLimits(columns, limits).map((limit) => limit.basis)).toEqual(['permit', 'internal'])
  })
})

describe('long ranges', () => {
  const hours = 8760
  const year: HistoryColumns = {
    fromMs: FROM,
    stepMs: 3_600_000,
    mean: Float64Array.from({ length: hours }, (_, k) => (k >= 4000 && k < 4100 ? Number.NaN : 50)),
    min: Float64Array.from({ length: hours }, (_, k) => (k === 7000 ? 3 : 49)),
    max: Float64Array.from({ length: hours }, (_, k) => (k === 123 ? 99 : 51)),
    count: Array.from({ length: hours }, (_, k) => (k >= 4000 && k < 4100 ? 0 : 60)),
    quality: Array.from({ length: hours }, (_, k) => (k >= 4000 && k < 4100 ? 'BadNoCommunication' : 'Good')),
  }

  it('joins neighbours until they fit the pixels, and loses neither peak nor gap', () => {
    const merged = mergeColumns(year, 366)
    expect(merged.mean.length).toBeLessThanOrEqual(366)
    expect(merged.stepMs * merged.mean.length).toBeGreaterThanOrEqual(hours * 3_600_000)
    expect(Math.max(...merged.max.filter((value) => !Number.isNaN(value)))).toBe(99)
    expect(Math.min(...merged.min.filter((value) => !Number.isNaN(value)))).toBe(3)
    expect(merged.mean.some((value) => Number.isNaN(value))).toBe(true)
    expect(merged.mean.filter((value) => !Number.isNaN(value)).every((value) => Math.abs(value - 50) < 1e-9)).toBe(true)
    expect(Array.from(merged.count).reduce((sum, one) => sum + one, 0)).toBe((hours - 100) * 60)
    expect(mergeColumns(columns, 366)).toBe(columns)
  })

  it.each([
    [1, 'hour', 6],
    [7, 'date', 4],
    [30, 'date', 6],
    [365, 'date', 6],
  ] as const)('has a readable number of marks over %d days', (days, unit, about) => {
    const ticks = historyTicks(FROM, FROM + days * 86_400_000, 'Asia/Ho_Chi_Minh')
    expect(ticks.unit).toBe(unit)
    expect(Math.abs(ticks.at.length - about)).toBeLessThanOrEqual(1)
    expect(ticks.at.every((ms) => ms >= FROM && ms <= FROM + days * 86_400_000)).toBe(true)
  })

  it('marks a year by the months of the park', () => {
    const ticks = historyTicks(FROM, FROM + 365 * 86_400_000, 'Asia/Ho_Chi_Minh')
    expect(ticks.at.every((ms) => new Date(ms + 7 * 3_600_000).getUTCDate() === 1)).toBe(true)
  })

  it('counts 29 February as a day like any other', () => {
    const from = Date.UTC(2028, 1, 24, 17)
    const ticks = historyTicks(from, from + 6 * 86_400_000, 'Asia/Ho_Chi_Minh')
    expect(ticks.at.map((ms) => new Date(ms + 7 * 3_600_000).toISOString().slice(5, 10))).toContain('02-29')
  })
})

describe('CSV export', () => {
  const meta = {
    title: '=HYPERLINK("x")',
    unit: 'mg/L',
    period: 'a – b',
    zone: 'Asia/Ho_Chi_Minh (UTC+7)',
    source: 'wwtp-outfall.cod',
    dataMode: 'Dữ liệu mô phỏng',
    asOf: 'now',
  }
  const heads = { time: 'Thời điểm', mean: 'Trung bình', min: 'Min', max: 'Max', count: 'n', quality: 'q' }
  const lines = historyCsv(meta, heads, columns, createFormat('vi', 'Asia/Ho_Chi_Minh').isoLocal).split('\r\n')

  it('says its unit, zone and data mode, and runs no formula', () => {
    expect(lines[0]).toContain('mg/L')
    expect(lines[0]).toContain('Asia/Ho_Chi_Minh')
    expect(lines[0]).toContain('Dữ liệu mô phỏng')
    expect(lines[0]).toContain(`"'=HYPERLINK`)
  })

  it('writes decimal points, park time with its offset, and nothing where there is nothing', () => {
    expect(lines[2]).toBe('2026-11-19T14:30:00+07:00,40,39,41,3,Good')
    expect(lines[4]).toBe('2026-11-19T15:00:00+07:00,,,,0,BadNoCommunication')
  })
})
