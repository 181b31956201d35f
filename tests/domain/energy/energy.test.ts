import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baselineOf, compareWithBaseline, intensityOf } from '../../../src/domain/energy/baseline.ts'
import { demandExcess, demandOf, demandOfGrowth, loadFactor, peakDemand } from '../../../src/domain/energy/demand.ts'
import { costByBand, priceOn, twoComponentCost, twoComponentPriceOn } from '../../../src/domain/energy/energy-cost.ts'
import { gridEmissions, gridFactorOf } from '../../../src/domain/energy/grid-emissions.ts'
import {
  isRuleFor,
  powerFactorOf,
  projectPowerFactor,
  surchargePercent,
  surchargeVnd,
} from '../../../src/domain/energy/power-factor.ts'
import {
  checkExport,
  fedBackKwh,
  renewableSharePercent,
  selfConsumptionPercent,
} from '../../../src/domain/energy/renewables.ts'
import { enough } from '../../../src/domain/statistics/outcome.ts'
import { recordOn } from '../../../src/domain/statistics/validity.ts'
import { valueOf } from '../statistics/value-of.ts'
import { at, DAY_MS, gridFactors, tariffs, ZONE } from '../reference-files.ts'

const MINUTE_MS = 60_000
const HALF_MS = 30 * MINUTE_MS
const midnight = at('2026-11-18T00:00:00')
const peakOnly = { sums: { peak: 1000, normal: 0, 'off-peak': 0 }, coverage: { contributing: 48, expected: 48 } }

describe('30-minute demand', () => {
  it('is the mean of each half hour of the park clock, with a gap under 80 %', () => {
    const powers = [100, 200, 300, 400, null, 600, 700, 800, 900, null, null, 1200]
    const demand = demandOf({ fromMs: midnight, stepMs: 5 * MINUTE_MS, values: powers }, ZONE)
    expect(demand).toEqual({ fromMs: midnight, stepMs: HALF_MS, values: [320, null] })
  })

  it('starts with the half hour that holds the first value', () => {
    const demand = demandOf(
      { fromMs: midnight + 25 * MINUTE_MS, stepMs: 5 * MINUTE_MS, values: [1, 2, 2, 2, 2, 2, 2] },
      ZONE,
    )
    expect(demand).toEqual({ fromMs: midnight, stepMs: HALF_MS, values: [null, 2] })
  })

  it('refuses intervals that do not divide the half hour', () => {
    expect(() => demandOf({ fromMs: 0, stepMs: 60 * MINUTE_MS, values: [1] }, ZONE)).toThrow(RangeError)
  })

  it('comes from a register too: 100 kWh in half an hour are 200 kW', () => {
    expect(demandOfGrowth({ fromMs: 0, stepMs: HALF_MS, values: [100, null] }).values).toEqual([200, null])
  })

  it('has a peak with its half hour, refused under 80 % of the half hours that have passed', () => {
    const demand = { fromMs: midnight, stepMs: HALF_MS, values: [10, 30, 20, null, 25] }
    const now = midnight + 5 * HALF_MS
    expect(valueOf(peakDemand(demand, midnight, midnight + DAY_MS, now))).toEqual({
      peakKw: 30,
      atMs: midnight + HALF_MS,
      coverage: { contributing: 4, expected: 5 },
    })
    expect(peakDemand(demand, midnight, midnight + DAY_MS, midnight + DAY_MS)).toMatchObject({
      ok: false,
      reason: 'low-coverage',
    })
    expect(peakDemand(demand, midnight, midnight + DAY_MS, midnight)).toMatchObject({ reason: 'no-data' })
  })

  it('is compared with the contract run by run', () => {
    const demand = { fromMs: midnight, stepMs: HALF_MS, values: [10, 31, 33, null, 32, 30] }
    expect(valueOf(demandExcess(demand, 30))).toEqual([
      { fromMs: midnight + HALF_MS, toMs: midnight + 3 * HALF_MS, peakKw: 33, excessKw: 3 },
      { fromMs: midnight + 4 * HALF_MS, toMs: midnight + 5 * HALF_MS, peakKw: 32, excessKw: 2 },
    ])
    expect(demandExcess(demand, null)).toMatchObject({ ok: false, reason: 'no-rating' })
  })

  it('gives a load factor from 0 to 1, and none without load', () => {
    const series = (values: (number | null)[]) => ({ fromMs: midnight, stepMs: HALF_MS, values })
    const end = midnight + 4 * HALF_MS
    expect(valueOf(loadFactor(series([10, 20, 30, 40]), midnight, end, end))).toBe(0.625)
    expect(loadFactor(series([0, 0, 0, 0]), midnight, end, end)).toMatchObject({ reason: 'zero-denominator' })
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9999 })), { minLength: 4, maxLength: 4 }), (values) => {
        const factor = loadFactor(series(values), midnight, end, end)
        expect(!factor.ok || (factor.value >= 0 && factor.value <= 1)).toBe(true)
      }),
    )
  })
})

describe('cost', () => {
  it('1,000 kWh at the peak of 22 kV production cost 3,398,000 VND without VAT', () => {
    const price = priceOn(tariffs, 'production', 22, '2026-07-15')
    expect(price?.id).toBe('P2')
    const cost = valueOf(costByBand(peakOnly, price, tariffs.vatPercent))
    expect(cost).toMatchObject({ totalVnd: 3_398_000, vatPercent: 8, powerVnd: 0 })
    expect(cost.byBand).toEqual({ peak: 3_398_000, normal: 0, 'off-peak': 0 })
  })

  it.each([
    ['production', 110, 'P1'],
    ['production', 109.9, 'P2'],
    ['production', 21.9, 'P3'],
    ['production', 6, 'P3'],
    ['production', 0.4, 'P4'],
    ['business', 22, 'B1'],
    ['business', 0.4, 'B3'],
  ] as const)('%s at %s kV pays %s', (customer, kv, id) => {
    expect(priceOn(tariffs, customer, kv, '2026-01-01')?.id).toBe(id)
  })

  it('has no number before the tariff, without a verified price, and under 80 % of the intervals', () => {
    expect(priceOn(tariffs, 'production', 22, '2025-05-09')).toBeNull()
    expect(costByBand(peakOnly, null, 8)).toMatchObject({ reason: 'no-reference-value' })
    const wholesale = priceOn(tariffs, 'wholesale-park', 22, '2026-01-01')
    expect(costByBand(peakOnly, wholesale, 8)).toMatchObject({ ok: false, reason: 'no-reference-value' })
    const price = priceOn(tariffs, 'production', 22, '2026-01-01')
    const thin = { ...peakOnly, coverage: { contributing: 37, expected: 48 } }
    expect(costByBand(thin, price, 8)).toMatchObject({ ok: false, reason: 'low-coverage' })
  })

  it('adds the power component of the two-component price in its pilot', () => {
    const price = twoComponentPriceOn(tariffs, 22, '2026-11-18')
    const split = { ...peakOnly, sums: { peak: 100, normal: 200, 'off-peak': 300 } }
    const cost = valueOf(twoComponentCost(split, enough(50), price, 8))
    expect(cost.powerVnd).toBe(235_414 * 50)
    expect(cost.totalVnd).toBe(235_414 * 50 + 100 * 2182 + 200 * 1275 + 300 * 859)
    expect(twoComponentPriceOn(tariffs, 22, '2026-06-30')).toBeNull()
  })
})

describe('power factor', () => {
  const [rule] = tariffs.powerFactor
  if (!rule) throw new Error('no rule')

  it.each([
    [0.95, 0],
    [0.9, 0],
    [0.89, 1.12],
    [0.85, 5.88],
    [0.8, 12.5],
    [0.75, 20],
    [0.7, 28.57],
    [0.6, 50],
    [0.55, 52.54],
  ])('cos φ %s costs %s %%', (cosPhi, percent) => {
    expect(Number(surchargePercent(cosPhi, rule).toFixed(2))).toBe(percent)
  })

  it('comes from the month’s energies', () => {
    expect(valueOf(powerFactorOf(80, 60))).toBe(0.8)
    expect(valueOf(powerFactorOf(80, -60))).toBe(0.8)
    expect(powerFactorOf(0, 0)).toMatchObject({ reason: 'zero-denominator' })
    expect(powerFactorOf(null, 5)).toMatchObject({ reason: 'no-data' })
    expect(powerFactorOf(-1, 5)).toMatchObject({ reason: 'negative-denominator' })
  })

  it('is projected to the end of the month', () => {
    const toDate = { activeKwh: 9000, reactiveKvarh: 3000 }
    const recent = { activeKwh: 1000, reactiveKvarh: 1000 }
    const month = valueOf(projectPowerFactor(toDate, recent, 7 * DAY_MS, 14 * DAY_MS, rule))
    expect(month.cosPhi).toBeCloseTo(0.9487, 4)
    expect(month.surchargePercent).toBe(0)
    expect(month.projectedCosPhi).toBeCloseTo(11_000 / Math.hypot(11_000, 5000), 9)
    expect(month.reactiveRoomKvarh).toBeCloseTo(11_000 * Math.tan(Math.acos(0.9)) - 3000, 6)
    const last = valueOf(projectPowerFactor(toDate, recent, 7 * DAY_MS, 0, rule))
    expect(last.projectedCosPhi).toBe(last.cosPhi)
    expect(projectPowerFactor(toDate, recent, 0, DAY_MS, rule)).toMatchObject({ reason: 'no-data' })
    expect(valueOf(surchargeVnd(enough(2_000_000), 12.5))).toBe(250_000)
  })

  it('concerns customers from 40 kW', () => {
    expect([39.9, 40, null].map((kw) => isRuleFor(rule, kw))).toEqual([false, true, null])
  })
})

const power = (values: (number | null)[]) => ({ fromMs: midnight, stepMs: 15 * MINUTE_MS, values })

describe('emissions and renewables', () => {
  it('1,000 MWh are 659.2 t in 2023, and later years say so', () => {
    expect(valueOf(gridEmissions(1000, gridFactors, 2023))).toMatchObject({
      tCO2: 659.2,
      factorYear: 2023,
      isOfYear: true,
    })
    expect(valueOf(gridEmissions(1000, gridFactors, 2026))).toMatchObject({ factorYear: 2023, isOfYear: false })
    expect(valueOf(gridFactorOf(gridFactors, 2016)).factor.tCO2PerMWh).toBe(0.9185)
    expect(gridFactorOf(gridFactors, 2013)).toMatchObject({ reason: 'no-reference-value' })
    expect(gridEmissions(null, gridFactors, 2023)).toMatchObject({ reason: 'no-data' })
  })

  it('checks the export against the cap of the day', () => {
    const period = { generatedKwh: 1000, exportedKwh: 300 }
    expect(valueOf(selfConsumptionPercent(period))).toBe(70)
    const now = recordOn(tariffs.exportCaps, '2026-11-18')
    const before = recordOn(tariffs.exportCaps, '2026-06-25')
    expect(valueOf(checkExport(period, now))).toMatchObject({ capPercent: 50, isWithinCap: true, roomKwh: 200 })
    expect(valueOf(checkExport(period, before))).toMatchObject({ capPercent: 20, isWithinCap: false, roomKwh: -100 })
    expect(valueOf(checkExport({ generatedKwh: 10, exportedKwh: 5 }, now)).isWithinCap).toBe(true)
    expect(checkExport({ generatedKwh: 0, exportedKwh: 0 }, now)).toMatchObject({ reason: 'zero-denominator' })
    expect(checkExport(period, null)).toMatchObject({ reason: 'no-limit' })
  })

  it('finds what was fed back in the negative part of a meter’s power', () => {
    expect(valueOf(fedBackKwh(power([-400, 100, -40, null, 0])))).toBe(110)
    expect(valueOf(fedBackKwh(power([5, 5])))).toBe(0)
    expect(fedBackKwh(power([-5, null]))).toMatchObject({ ok: false, reason: 'low-coverage' })
    expect(fedBackKwh(power([]))).toMatchObject({ ok: false, reason: 'no-data' })
  })

  it('shares what is renewable', () => {
    expect(valueOf(renewableSharePercent({ solarUsedKwh: 20, directContractKwh: 5, totalKwh: 100 }))).toBe(25)
    expect(renewableSharePercent({ solarUsedKwh: null, directContractKwh: 5, totalKwh: 100 })).toMatchObject({
      reason: 'no-data',
    })
  })
})

describe('baseline and intensity', () => {
  const days = [100, 102, 98, 101, null, 99, 400].map((use, i) => ({
    date: `2026-11-0${i + 1}`,
    dayType: 'workday',
    use,
  }))

  it('is the median of like days, not bent by one wild day', () => {
    const baseline = baselineOf(days, 'workday')
    expect(valueOf(baseline)).toMatchObject({ median: 100.5, days: 6 })
    expect(valueOf(compareWithBaseline(50, baseline))).toMatchObject({ place: 'below', difference: -50.5 })
    expect(valueOf(compareWithBaseline(100.5, baseline))).toMatchObject({ place: 'within', changePercent: 0 })
    expect(compareWithBaseline(null, baseline)).toMatchObject({ reason: 'no-data' })
  })

  it('needs five like days', () => {
    const none = baselineOf(days, 'sunday')
    expect(none).toMatchObject({ ok: false, reason: 'too-few-samples' })
    expect(compareWithBaseline(5, none)).toEqual(none)
  })

  it('has no intensity over nothing', () => {
    expect(valueOf(intensityOf(500, 2.5))).toBe(200)
    expect(intensityOf(500, 0)).toMatchObject({ reason: 'zero-denominator' })
    expect(intensityOf(500, null)).toMatchObject({ reason: 'no-data' })
  })
})
