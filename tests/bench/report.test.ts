import { describe, expect, it } from 'vitest'
import { mostInOneSecond } from './frame-counter.ts'
import { merge, pageOf } from './record.ts'
import { jsonOf, tableOf, verdictOf } from './report.ts'
import { medianOf, slopeOf } from './stats.ts'
import { transferBefore } from './transfer.ts'

describe('bench figures', () => {
  it('takes medians without the runs that have no figure', () => {
    expect(medianOf([9, 1, Number.NaN, 5])).toBe(5)
    expect(medianOf([1, 2, 3, 10])).toBe(2.5)
    expect(medianOf([])).toBeNaN()
  })

  it('finds a slope that one outlier does not bend', () => {
    const samples = [0, 1, 2, 3, 4, 5, 6].map((x) => ({ x, y: x === 3 ? 50 : 10 + x * 0.5 }))
    expect(slopeOf(samples)).toBeCloseTo(0.5)
    expect(slopeOf(samples.slice(0, 1))).toBeNaN()
  })

  it('counts the most frames of any second, not of the clock’s seconds', () => {
    expect(mostInOneSecond([0, 900, 1100, 1899, 5000])).toBe(3)
    expect(mostInOneSecond([])).toBe(0)
  })

  it('judges by limit, by ratio to the floor, and says when a figure is missing', () => {
    const row = { group: 'g', name: 'n', value: 150, unit: 'ms' }
    expect(verdictOf(row)).toBe('')
    expect(verdictOf({ ...row, target: 150 })).toBe('ok')
    expect(verdictOf({ ...row, floor: 100, targetRatio: 1.3 })).toBe('OVER')
    expect(verdictOf({ ...row, targetRatio: 1.3 })).toBe('missing')
    expect(verdictOf({ ...row, value: Number.NaN, target: 1 })).toBe('missing')
  })

  it('prints what is off target and keeps missing figures out of the JSON as null', () => {
    const rows = [{ group: 'g', name: 'n', value: Number.NaN, unit: 'ms', target: 1 }]
    expect(tableOf(rows)).toContain('missing: g: n')
    expect(JSON.parse(jsonOf(rows, {}))).toMatchObject({ rows: [{ value: null, verdict: 'missing' }] })
  })

  it('sums what had left the server at a mark', () => {
    const hits = [
      { path: 'assets/a.js', bytes: 10, atMs: 1 },
      { path: 'assets/b.css', bytes: 5, atMs: 2 },
      { path: 'assets/late.js', bytes: 100, atMs: 3 },
    ]
    const sums = transferBefore(hits, (path) => (path.endsWith('.css') ? 'css' : 'script'), 2)
    expect(sums).toMatchObject({ script: 10, css: 5, worker: 0 })
  })

  it('keeps the last figures of what was not measured again, and says of each row which run it is from', () => {
    const row = { group: 'a', name: 'n', value: 1, unit: 'ms', target: 2 }
    const first = merge([], [row, { ...row, group: 'b', value: Number.NaN }], 'run one')
    const second = merge(first, [{ ...row, value: 3, floor: 2 }], 'run two')
    expect(second).toMatchObject([
      { group: 'a', value: 3, floor: 2, run: 'run two' },
      { group: 'b', value: null, run: 'run one' },
    ])
    const page = pageOf(second)
    expect(page).toContain('| n | 3.00 ms | 2.00 | 1.50× | ≤ 2 | OVER | 1 |')
    expect(page).toContain('| n | – ms |  |  | ≤ 2 | missing | 2 |')
    expect(page).toContain('2. run one')
  })
})
