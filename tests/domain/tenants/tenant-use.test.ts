import { describe, expect, it } from 'vitest'
import { enough, notEnough } from '../../../src/domain/statistics/outcome.ts'
import { contractUse, totalsOf, wastewaterShare } from '../../../src/domain/tenants/tenant-use.ts'
import { valueOf } from '../statistics/value-of.ts'

describe('use of a tenant', () => {
  it('is the growth of its registers since midnight and on the day before', () => {
    const totals = totalsOf([
      { now: 1500, midnight: 1200, midnightBefore: 700 },
      { now: 90, midnight: 80, midnightBefore: 60 },
    ])
    expect(valueOf(totals.today)).toBe(310)
    expect(valueOf(totals.yesterday)).toBe(520)
  })

  it('has no number without meters, with one of two missing, or when a register ran backwards', () => {
    expect(totalsOf([]).today).toMatchObject({ ok: false, reason: 'no-meter' })
    const one = { now: 10, midnight: 5, midnightBefore: 1 }
    expect(totalsOf([one, { ...one, midnight: null }]).today).toMatchObject({ ok: false, reason: 'low-coverage' })
    expect(totalsOf([{ ...one, now: 4 }]).today).toMatchObject({ ok: false, reason: 'no-data' })
  })

  it('tells the share of water that leaves as wastewater, also over 100 %', () => {
    expect(valueOf(wastewaterShare(enough(40), enough(50)))).toBe(80)
    expect(valueOf(wastewaterShare(enough(60), enough(50)))).toBe(120)
    expect(wastewaterShare(enough(60), enough(0))).toMatchObject({ reason: 'zero-denominator' })
    expect(wastewaterShare(notEnough('no-meter'), enough(50))).toMatchObject({ reason: 'no-meter' })
  })
})

describe('contract use', () => {
  it('is the largest of what can be judged, with how many could', () => {
    expect(
      valueOf(
        contractUse([
          { stream: 'energy', used: enough(800), contracted: 1000 },
          { stream: 'water', used: enough(95), contracted: 100 },
          { stream: 'wastewater', used: notEnough('no-meter'), contracted: 50 },
        ]),
      ),
    ).toEqual({ stream: 'water', percent: 95, judged: 2, expected: 3 })
  })

  it('has no number without a contract, or with a contract of zero', () => {
    expect(contractUse([{ stream: 'energy', used: enough(1), contracted: null }])).toMatchObject({
      reason: 'no-rating',
    })
    expect(contractUse([{ stream: 'energy', used: enough(1), contracted: 0 }])).toMatchObject({
      reason: 'zero-denominator',
    })
  })
})
