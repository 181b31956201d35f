import { describe, expect, it } from 'vitest'
import type { LegalClock } from '../../../src/contract/reference.ts'
import { reviewMonth } from '../../../src/domain/waste/exchange-flows.ts'
import { hazardousKg, lotClocks, manifestClocks } from '../../../src/domain/waste/hazardous-clocks.ts'
import { lotRecords, monthPeriods, reviewStreams, type WasteLot } from '../../../src/domain/waste/waste-periods.ts'
import { at, norms, ZONE } from '../reference-files.ts'
import { valueOf } from '../statistics/value-of.ts'

function clock(id: LegalClock['id']): LegalClock {
  const found = norms.legalClocks.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const now = at('2026-11-20T10:00:00')
const lot = (id: string, rest: Partial<WasteLot>): WasteLot => ({
  id,
  stream: 'hazardous',
  route: 'in-store',
  massT: 1,
  generatedOn: '2026-11-01',
  ...rest,
})

const manifest = (id: string, handedOverOn: string, returnedOn: string | null) => ({
  id,
  massT: 1,
  handedOverOn,
  returnedOn,
})

describe('periods', () => {
  it('compare the month so far with the same days before', () => {
    const { thisMonth, lastMonth, sameDays } = monthPeriods(now, ZONE)
    expect(thisMonth).toEqual({ fromMs: at('2026-11-01T00:00:00'), toMs: at('2026-11-21T00:00:00') })
    expect(lastMonth).toEqual({ fromMs: at('2026-10-01T00:00:00'), toMs: at('2026-11-01T00:00:00') })
    expect(sameDays).toEqual({ fromMs: at('2026-10-01T00:00:00'), toMs: at('2026-10-21T00:00:00') })
  })

  it('take all of a shorter month before, and the leap day', () => {
    expect(monthPeriods(at('2028-03-31T10:00:00'), ZONE).sameDays.toMs).toBe(at('2028-03-01T00:00:00'))
    expect(monthPeriods(at('2028-03-29T10:00:00'), ZONE).sameDays.toMs).toBe(at('2028-03-01T00:00:00'))
    expect(monthPeriods(at('2027-01-05T10:00:00'), ZONE).lastMonth.fromMs).toBe(at('2026-12-01T00:00:00'))
  })
})

describe('streams of the register', () => {
  it('are summed by period and route; a faulty mass is counted, not summed', () => {
    const records = lotRecords(
      [
        lot('a', { stream: 'domestic', route: 'landfilled', massT: 10, generatedOn: '2026-11-05' }),
        lot('b', { stream: 'domestic', route: 'recycled', massT: 4, generatedOn: '2026-10-20' }),
        lot('c', { stream: 'domestic', route: 'landfilled', massT: 2, generatedOn: '2026-10-21' }),
        lot('d', { stream: 'domestic', massT: -3, generatedOn: '2026-11-06' }),
        lot('e', { stream: 'domestic', massT: 99, generatedOn: 'soon' }),
      ],
      ZONE,
    )
    const review = reviewStreams(records, now, ZONE).find(({ stream }) => stream === 'domestic')
    expect(review).toEqual({
      stream: 'domestic',
      thisMonthT: 10,
      lastMonthT: 6,
      sameDaysT: 4,
      routes: [
        { route: 'landfilled', massT: 12 },
        { route: 'recycled', massT: 4 },
      ],
      unweighed: 1,
    })
  })

  it('say nothing where the register says nothing', () => {
    for (const { thisMonthT, lastMonthT, routes } of reviewStreams([], now, ZONE)) {
      expect([thisMonthT, lastMonthT, routes]).toEqual([null, null, []])
    }
  })
})

describe('hazardous clocks', () => {
  const today = '2026-11-20'

  it('run for what is in store, oldest first', () => {
    const items = lotClocks(
      [
        lot('young', {}),
        lot('old', { generatedOn: '2026-01-10' }),
        lot('gone', { route: 'treated', generatedOn: '2025-01-01' }),
        lot('other', { stream: 'domestic' }),
      ],
      clock('hazardous-lot'),
      today,
    )
    expect(items.map(({ id }) => id)).toEqual(['old', 'young'])
    expect(valueOf(items[0]?.reading ?? { ok: false, reason: 'no-data', coverage: null })).toMatchObject({
      ageDays: 314,
      state: 'warning',
    })
  })

  it('run for manifests whose last copy is out, and refuse one that ends before it starts', () => {
    const items = manifestClocks(
      [
        manifest('open', '2026-06-20', null),
        manifest('back', '2026-06-20', '2026-07-20'),
        manifest('wrong', '2026-06-20', '2026-06-19'),
      ],
      clock('hazardous-manifest'),
      today,
    )
    expect(items.map(({ id }) => id)).toEqual(['wrong', 'open'])
    expect(items[0]?.reading).toMatchObject({ ok: false, reason: 'not-finite' })
    expect(items[1]?.reading).toMatchObject({ ok: true, value: { ageDays: 153, state: 'warning', daysLeft: 30 } })
  })

  it('sum the month and the twelve months in kilograms, without faulty masses', () => {
    const lots = [
      lot('a', { massT: 0.06 }),
      lot('b', { massT: 0.05, generatedOn: '2026-11-19' }),
      lot('c', { massT: 1, generatedOn: '2025-11-21' }),
      lot('d', { massT: 1, generatedOn: '2025-11-20' }),
      lot('e', { massT: null }),
      lot('f', { massT: -5 }),
    ]
    const { monthKg, yearKg } = hazardousKg(lots, today)
    expect(monthKg).toBeCloseTo(110, 9)
    expect(yearKg).toBeCloseTo(1110, 9)
    expect(hazardousKg([], today)).toEqual({ monthKg: null, yearKg: null })
  })
})

describe('exchange of a month', () => {
  const row = { id: 'x', contractedTPerMonth: 100, actualTPerMonth: 80, agreedOn: '2025-01-01', endsOn: null }

  it('compares what was delivered with what was agreed', () => {
    const review = valueOf(reviewMonth(row, now))
    expect(review.contracted).toBeCloseTo(100, 6)
    expect(review.fulfilmentPercent).toBeCloseTo(80, 6)
  })

  it('gives no share without a contract in force or without a measurement', () => {
    expect(reviewMonth({ ...row, contractedTPerMonth: null }, now)).toMatchObject({ reason: 'no-target' })
    expect(reviewMonth({ ...row, endsOn: '2026-01-01' }, now)).toMatchObject({ reason: 'no-target' })
    expect(reviewMonth({ ...row, agreedOn: '2027-01-01' }, now)).toMatchObject({ reason: 'no-target' })
    expect(reviewMonth({ ...row, actualTPerMonth: null }, now)).toMatchObject({ reason: 'no-data' })
  })
})
