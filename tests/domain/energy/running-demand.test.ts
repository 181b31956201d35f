import { describe, expect, it } from 'vitest'
import { registerHistory, sumOfSeries } from '../../../src/domain/energy/register-history.ts'
import { runningDemand } from '../../../src/domain/energy/running-demand.ts'
import { lastWeekHours, classOfValue } from '../../../src/domain/energy/week-hours.ts'
import { at } from '../reference-files.ts'
import { valueOf } from '../statistics/value-of.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const FIVE_MIN = 300_000
const HALF = 1_800_000

function series(values: (number | null)[]) {
  return { fromMs: at('2026-11-20T14:30:00'), stepMs: FIVE_MIN, values }
}

function halves(values: (number | null)[]) {
  return { fromMs: 0, stepMs: HALF, values }
}

describe('running demand', () => {
  it('is the mean since the half hour began, with the present power for what is not measured yet', () => {
    const now = at('2026-11-20T14:42:00')
    const demand = valueOf(runningDemand(series([100, 120]), 150, now, ZONE))
    expect(demand).toMatchObject({ fromMs: at('2026-11-20T14:30:00'), elapsedMs: 720_000 })
    expect(demand.meanKw).toBeCloseTo((100 * 5 + 120 * 5 + 150 * 2) / 12, 9)
    expect(demand.projectedKw).toBeCloseTo((100 * 5 + 120 * 5 + 150 * 20) / 30, 9)
  })

  it('is the present power when the half hour has just begun', () => {
    expect(valueOf(runningDemand(series([]), 150, at('2026-11-20T14:30:00'), ZONE)).meanKw).toBe(150)
  })

  it('refuses a number without a present power or with under 80 % of the time', () => {
    const now = at('2026-11-20T14:45:00')
    expect(runningDemand(series([100, 100, 100]), null, now, ZONE)).toMatchObject({ reason: 'no-data' })
    expect(runningDemand(series([null, null, 100]), 100, now, ZONE)).toMatchObject({ reason: 'low-coverage' })
  })
})

const good = (last: (number | null)[]) => ({
  last,
  max: last,
  count: last.map((value) => (value === null ? 0 : 30)),
  worstQuality: last.map((value) => (value === null ? ('BadNoCommunication' as const) : ('Good' as const))),
})

describe('history of a register', () => {
  const grid = { fromMs: at('2026-11-20T00:00:00'), stepMs: HALF }
  const growth = (last: (number | null)[], max = 1000) => registerHistory(good(last), grid, last.length, max)

  it('gives the growth of each bucket from the second on', () => {
    expect(growth([100, 150, 230])).toEqual({
      growth: { fromMs: grid.fromMs + HALF, stepMs: HALF, values: [50, 80] },
      events: [],
    })
  })

  it('leaves a gap where a reading is missing, and does not guess its course', () => {
    // Two half hours were silent: what they used together is known, not how.
    expect(growth([100, null, 200, 250]).growth.values).toEqual([50, 50, 50])
    expect(growth([100, null, null, null, 300, 350])).toMatchObject({
      growth: { values: [null, null, null, null, 50] },
      events: ['gap'],
    })
  })

  it('never shows a negative use: a new meter and a meter that falls are gaps that are told', () => {
    expect(growth([90_000, 20])).toMatchObject({ growth: { values: [null] }, events: ['replacement'] })
    expect(growth([90_000, 80_000])).toMatchObject({ growth: { values: [null] }, events: ['backwards'] })
  })

  it('finds a meter that jumps by more than its connection can carry', () => {
    expect(growth([100, 99_000, 99_050])).toMatchObject({ growth: { values: [null, 50] }, events: ['jump'] })
  })

  it('takes the highest good reading of a bucket that ends in a bad one', () => {
    const columns = {
      ...good([100, 170]),
      max: [100, 150],
      worstQuality: ['Good', 'UncertainSensorCalibration'] as const,
    }
    expect(registerHistory(columns, grid, 2, 1000).growth.values).toEqual([50])
  })

  it('sums only intervals that every meter has', () => {
    expect(sumOfSeries([halves([1, 2, null]), halves([10, null, 30])])?.values).toEqual([11, null, null])
    expect(sumOfSeries([])).toBeNull()
  })
})

describe('hours of the last week', () => {
  const nowMs = at('2026-11-20T14:40:00')
  const fromMs = at('2026-11-13T00:00:00')
  const values = Array.from({ length: 8 * 48 }, (_, k) => (k === 4 * 48 + 5 ? null : 10))
  const rows = lastWeekHours({ fromMs, stepMs: HALF, values }, nowMs, ZONE)

  it('has the seven days Monday to Sunday, today among them', () => {
    expect(rows.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(rows.find(({ isToday }) => isToday)).toMatchObject({ date: '2026-11-20', weekday: 5, passed: 14 })
    expect(rows[5]?.date).toBe('2026-11-14')
  })

  it('tells hours without data from hours to come, and never counts them as zero', () => {
    const tuesday = rows[1]
    expect(tuesday?.hours[2]).toMatchObject({ kwh: null, state: 'missing' })
    expect(tuesday).toMatchObject({ totalKwh: 23 * 20, known: 23, passed: 24 })
    expect(rows[4]?.hours[13]).toMatchObject({ kwh: 20, state: 'known' })
    expect(rows[4]?.hours[14]).toMatchObject({ kwh: null, state: 'future' })
  })

  it('puts an edge into the class above it', () => {
    expect([89, 90, 104, 140].map((value) => classOfValue(value, [90, 105, 120, 130, 140]))).toEqual([0, 1, 1, 5])
  })
})
