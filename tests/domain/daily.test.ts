import { describe, expect, it } from 'vitest'
import { dailyReportSchema } from '../../src/contract/daily.ts'
import { buildDailyReport, type DailyInput } from '../../src/domain/daily/build-report.ts'
import { diffReports } from '../../src/domain/daily/diff-reports.ts'
import { growthOf } from '../../src/domain/scorecard/year-aggregates.ts'
import { series } from './daily-series.ts'

const days = 31
const steady = (value: number, coverage = 1) => ({
  values: Array.from({ length: days }, (_, k) => value + k),
  coverage: Array.from({ length: days }, () => coverage),
  pointIds: ['p-1'],
})
const input = (more: Partial<DailyInput> = {}): DailyInput => ({
  date: '2026-11-19',
  cutOff: '2026-11-20T00:00:00Z',
  pointsGood: 90,
  pointsTotal: 100,
  weather: { maxTemperature: 33.1, rainMm: 4.2 },
  figures: new Map([
    ['cod', steady(20)],
    ['ammonium', steady(2, 0.71)],
  ]),
  given: new Map(),
  targets: [
    {
      key: 'cod-permit',
      value: 45,
      unit: 'mg/L',
      comparison: '<=',
      source: { title: 'Permit', year: 2026, confidence: 'simulated' },
    },
  ],
  exceptions: [
    { at: '2026-11-19T08:00:00Z', priority: 3, key: 'pressure', params: {}, owner: 'water' },
    { at: '2026-11-19T09:00:00Z', priority: 1, key: 'trip', params: {}, owner: 'power' },
  ],
  decisions: [1, 2, 3, 4, 5, 6].map((k) => ({ text: `Decision ${k}`, due: `2026-12-0${7 - k}`, actionId: null })),
  ...more,
})
const rowOf = (key: string, report = buildDailyReport(input())) => report.rows.find((row) => row.key === key)

describe('daily report', () => {
  it('keeps its contract, puts the worst first and five decisions at most', () => {
    const report = buildDailyReport(input())
    expect(dailyReportSchema.parse(report)).toEqual(report)
    expect(report.exceptions.map(({ priority }) => priority)).toEqual([1, 3])
    expect(report.decisions.map(({ due }) => due)).toEqual([
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
    ])
  })

  it('compares with target, day before and same weekday', () => {
    expect(rowOf('cod')).toMatchObject({ value: 50, dayBefore: 49, sameWeekday: 43, target: 45, meets: false })
    expect(rowOf('cod')?.spark.length).toBe(30)
  })

  it('shows no figure under 80 % coverage, and no pass for it', () => {
    expect(rowOf('ammonium')).toMatchObject({ value: null, meets: null, coverage: 0.71 })
    expect(rowOf('grid-import')).toMatchObject({ value: null, coverage: 0, link: { kind: 'none' } })
  })

  it('tells two revisions apart, and finds none between equals', () => {
    const first = buildDailyReport(input())
    const bod = {
      values: [19.6],
      coverage: [1],
      target: 24.3,
      note: '2026-11-13',
      link: { kind: 'register' as const, ids: ['lab-results'] },
    }
    const late = buildDailyReport(input({ given: new Map([['bod5', bod]]), decisions: [] }))
    expect(diffReports(first, first)).toEqual([])
    expect(diffReports(first, late)).toContainEqual({ rowKey: 'bod5', field: 'value', before: null, after: 19.6 })
    expect(diffReports(first, late).filter(({ field }) => field === 'decisions').length).toBe(5)
  })
})

describe('growth over a year', () => {
  it('sums registers, and says nothing when one is missing or ran backwards', () => {
    const good = series('a', [100, 150, 200])
    expect(
      growthOf(
        ['a', 'b'],
        new Map([
          ['a', good],
          ['b', series('b', [0, 1, 5])],
        ]),
      ),
    ).toMatchObject({ value: 105, coverage: 1 })
    expect(growthOf(['a', 'b'], new Map([['a', good]])).value).toBeNull()
    expect(growthOf(['a'], new Map([['a', series('a', [5, 9, 2])]])).value).toBeNull()
    expect(growthOf(['a'], new Map([['a', series('a', [1, null, 4])]])).coverage).toBeCloseTo(2 / 3)
    expect(growthOf([], new Map()).value).toBeNull()
  })
})
