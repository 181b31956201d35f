import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { energyBalance, wastewaterBalance, waterBalance } from '../../../src/domain/balance/balance-kinds.ts'
import { closeBalance, expandedUncertainty } from '../../../src/domain/balance/balance.ts'
import { FRESHNESS_BYTE } from '../../../src/domain/quality/freshness.ts'
import { severityOf } from '../../../src/domain/quality/total.ts'
import { valueOf } from '../statistics/value-of.ts'
import { anyTerm, silent, term } from './terms.ts'

const tenants = (count: number, value: number) => Array.from({ length: count }, (_, i) => term(`em-${i}`, value))

describe('balance', () => {
  it('names the loss, its share and the uncertainty of the meters', () => {
    const balance = closeBalance([term('t1', 1200)], tenants(11, 100))
    const residual = valueOf(balance.residual)
    expect(residual).toMatchObject({ value: 100, verdict: 'loss', suspects: [] })
    expect(valueOf(residual.percent)).toBeCloseTo(8.333, 3)
    // 2 · √((1200 · 1 % / √3)² + 11 · (100 · 1 % / √3)²)
    expect(valueOf(residual.uncertainty)).toBeCloseTo(2 * Math.sqrt((12 ** 2 + 11) / 3), 9)
  })

  it('says 11 of 12 meters and carries the worst quality', () => {
    const dead = { value: Number.NaN, quality: 'BadNoCommunication', freshness: 'no-communication' } as const
    const balance = closeBalance([term('t1', 1150)], [...tenants(10, 100), { ...term('em-x', 0), reading: dead }])
    expect(balance).toMatchObject({
      coverage: { contributing: 11, expected: 12 },
      quality: 'BadNoCommunication',
      freshness: 'no-communication',
      used: { missingIds: ['em-x'] },
    })
    expect(valueOf(balance.residual).value).toBe(150)
  })

  it('refuses a number when either side has under 80 % of its meters', () => {
    expect(closeBalance([term('t1', 10)], [...tenants(3, 2), silent('em-9')]).residual).toEqual({
      ok: false,
      reason: 'low-coverage',
      coverage: { contributing: 3, expected: 4 },
    })
    expect(closeBalance([], tenants(3, 2)).residual).toMatchObject({ reason: 'no-data' })
    expect(closeBalance([silent('t1')], tenants(3, 2)).residual).toMatchObject({ reason: 'no-data' })
  })

  it('does not call a residual within the meters’ uncertainty a loss', () => {
    const balance = closeBalance([term('t1', 1005)], tenants(10, 100))
    expect(valueOf(balance.residual)).toMatchObject({ value: 5, verdict: 'within-uncertainty' })
    const unknown = closeBalance([term('t1', 1005, { accuracyPercent: null })], tenants(10, 100))
    expect(valueOf(unknown.residual)).toMatchObject({
      verdict: 'loss',
      uncertainty: { ok: false, reason: 'no-reference-value', coverage: { contributing: 10, expected: 11 } },
    })
  })

  it('shows a negative residual and the meters to check, never clipped', () => {
    const used = [
      term('em-1', 500, { usual: 495 }),
      term('em-2', 331, { usual: 290 }),
      term('em-3', 200, { usual: 200 }),
    ]
    const residual = valueOf(closeBalance([term('t1', 1000, { usual: 990 })], used).residual)
    expect(residual.value).toBe(-31)
    expect(valueOf(residual.percent)).toBeCloseTo(-3.1, 9)
    expect(residual.verdict).toBe('negative')
    expect(residual.suspects).toEqual([
      { id: 'em-2', reason: 'unusual' },
      { id: 't1', reason: 'largest' },
    ])
  })

  it('suspects what runs backwards, what is missing from the supply, and doubtful quality', () => {
    const supplied = [...['a', 'b', 'c', 'd'].map((id) => term(id, 100)), silent('e', 100)]
    const doubtful = {
      ...term('x', 300),
      reading: { value: 300, quality: 'UncertainSensorNotAccurate', freshness: 'live' } as const,
    }
    const names = (used: Parameters<typeof closeBalance>[1]) =>
      valueOf(closeBalance(supplied, used).residual).suspects.map(({ id, reason }) => `${id} ${reason}`)
    expect(names([doubtful, term('y', 190)])).toEqual(['e missing', 'x quality'])
    expect(names([term('x', 600), term('y', -50)])).toEqual(['y runs-backwards', 'e missing'])
    expect(names([term('x', 600), term('tank', -50, { isSigned: true })])).toEqual(['e missing', 'x largest'])
  })

  it('has no share of nothing', () => {
    const residual = valueOf(closeBalance([term('t1', 0)], [term('em-1', 0)]).residual)
    expect(residual.percent).toMatchObject({ ok: false, reason: 'zero-denominator' })
  })

  it('closes to the last digit, is never NaN, and no stale input ever improves it', () => {
    const side = fc.array(anyTerm, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(side, side, anyTerm, (supplied, used, more) => {
        const before = closeBalance(supplied, used)
        const stale = { ...more, reading: more.reading && { ...more.reading, freshness: 'stale' as const } }
        for (const after of [closeBalance([...supplied, stale], used), closeBalance(supplied, [...used, stale])]) {
          expect(severityOf(after.quality)).toBeGreaterThanOrEqual(severityOf(before.quality))
          expect(FRESHNESS_BYTE[after.freshness]).toBeGreaterThanOrEqual(FRESHNESS_BYTE[before.freshness])
        }
        const { residual } = before
        const sum = (before.supplied.total.value ?? Number.NaN) - (before.used.total.value ?? Number.NaN)
        expect(!residual.ok || (Number.isFinite(residual.value.value) && residual.value.value === sum)).toBe(true)
        expect(!residual.ok || !residual.value.percent.ok || Number.isFinite(residual.value.percent.value)).toBe(true)
        const uncertainty = expandedUncertainty([...supplied, ...used])
        expect(!uncertainty.ok || uncertainty.value >= 0).toBe(true)
      }),
    )
  })
})

const sewers = (inflow: number) => ({ plantInflow: [term('in', inflow)], discharges: [term('sm', 1000)] })

describe('named balances', () => {
  const none = { solar: [], storageDischarge: [], ownUse: [], storageCharge: [], exported: [] }

  it('energy: what is lost is the electrical loss', () => {
    const balance = energyBalance({
      ...none,
      incomers: [term('t1', 900)],
      solar: [term('pv', 100)],
      exported: [term('ex', 20)],
      tenants: [term('em', 940)],
    })
    expect(balance).toMatchObject({ unit: 'kW.h', residualName: 'electrical-loss', residual: { value: { value: 40 } } })
  })

  it('energy: has no residual when incomers are missing, however many roofs are metered', () => {
    const balance = energyBalance({
      ...none,
      incomers: [term('t1', 500), silent('t2', 400), silent('t3', 400)],
      solar: Array.from({ length: 20 }, (_, k) => term(`pv-${k}`, 1)),
      tenants: [term('em', 1200)],
    })
    expect(balance).toMatchObject({ residualName: 'electrical-loss', residual: { ok: false, reason: 'low-coverage' } })
    expect(balance.supplied.missingIds).toEqual(['t2', 't3'])
  })

  it('water: tanks that empty feed the use without being suspects', () => {
    const balance = waterBalance({
      sources: [term('plant', 1000)],
      tenants: [term('wm', 1050)],
      handedOn: [],
      tankGrowth: [term('tank', -120)],
    })
    expect(balance.residual).toMatchObject({ value: { value: 70, verdict: 'loss' } })
    expect(balance.residualName).toBe('water-loss')
  })

  it('water: a district that hands on more than it gets is a fault of metering', () => {
    const balance = waterBalance({
      sources: [term('dma-1', 1000)],
      tenants: [term('wm', 300)],
      handedOn: [term('dma-2', 800, { usual: 650 })],
      tankGrowth: [],
    })
    expect(balance).toMatchObject({
      residualName: 'metering-error',
      residual: { value: { value: -100, suspects: [{ id: 'dma-2', reason: 'unusual' }, { id: 'dma-1' }] } },
    })
  })

  it('wastewater: more at the plant is infiltration, less is a fault of metering', () => {
    expect(wastewaterBalance(sewers(1300)).residualName).toBe('infiltration')
    expect(wastewaterBalance(sewers(700)).residualName).toBe('metering-error')
  })
})
