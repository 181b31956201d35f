import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  demandPromise,
  dischargePromise,
  nominalVoltage,
  powerFactorPromise,
  pressurePromise,
  voltagePromise,
} from '../../../src/domain/tenants/promises.ts'
import { valueOf } from '../statistics/value-of.ts'

const HALF_HOUR_MS = 1_800_000
/** Midnight in Ho Chi Minh City. */
const MIDNIGHT = Date.parse('2026-11-19T17:00:00Z')
const series = (values: readonly (number | null)[]) => ({ fromMs: MIDNIGHT, stepMs: HALF_HOUR_MS, values })

describe('promises', () => {
  it('counts minutes outside of nominal voltage ± 5 %', () => {
    const kept = valueOf(voltagePromise(series([22, 23.1, 23.2, 20.8, 20.9]), 22))
    expect(kept).toEqual({ outMinutes: 60, judgedMinutes: 150, expectedMinutes: 150, worst: 20.8 })
  })

  it('knows the nominal voltage of a measured one, and none where it is near none', () => {
    expect([nominalVoltage(22.6), nominalVoltage(0.41), nominalVoltage(113), nominalVoltage(3)]).toEqual([
      22,
      0.4,
      110,
      null,
    ])
    expect(voltagePromise(series([3]), null)).toMatchObject({ ok: false, reason: 'no-reference-value' })
  })

  it('counts minutes under the least pressure, the limit itself is kept', () => {
    expect(valueOf(pressurePromise(series([1.5, 1.49, 3]), 1.5))).toMatchObject({ outMinutes: 30, worst: 1.49 })
    expect(pressurePromise(series([1]), null)).toMatchObject({ ok: false, reason: 'no-limit' })
  })

  it('does not judge the power factor without a rule', () => {
    expect(powerFactorPromise(series([900]), series([435]), 1000, null)).toMatchObject({ reason: 'no-limit' })
  })

  it('judges the power factor only while there is load', () => {
    // 900 kW with 436 kvar is 0.9; with 484 kvar it is 0.88. 1 kW of 1,000 kW says nothing.
    const kept = valueOf(powerFactorPromise(series([900, 900, 1]), series([435, 484, 50]), 1000, 0.9))
    expect(kept).toMatchObject({ outMinutes: 30, judgedMinutes: 60, expectedMinutes: 60 })
    expect(kept.worst).toBeCloseTo(0.8807, 4)
  })

  it('counts demand over the contracted power', () => {
    expect(valueOf(demandPromise(series([100, 101, 99]), 100))).toMatchObject({ outMinutes: 30, worst: 101 })
    expect(demandPromise(series([100]), null)).toMatchObject({ ok: false, reason: 'no-rating' })
  })

  it('counts the rest of the day after the contracted discharge was used up, and begins again at midnight', () => {
    // 20 m³/h for a day: 480 m³. A contract of 240 is used up at noon.
    const twoDays = series([...Array.from({ length: 48 }, () => 20), ...Array.from({ length: 48 }, () => 10)])
    expect(valueOf(dischargePromise(twoDays, 240, 'Asia/Ho_Chi_Minh'))).toMatchObject({
      outMinutes: 12 * 60,
      judgedMinutes: 48 * 60,
      worst: 480,
    })
  })

  it('is not a pass without data', () => {
    expect(demandPromise(series([null, null]), 100)).toMatchObject({ ok: false, reason: 'no-data' })
    expect(demandPromise(series([]), 100)).toMatchObject({ ok: false, reason: 'no-data' })
    expect(demandPromise(series([50, null, null]), 100)).toMatchObject({
      ok: false,
      reason: 'low-coverage',
      coverage: { contributing: 1, expected: 3 },
    })
    expect(demandPromise(series([Number.NaN, Number.POSITIVE_INFINITY]), 100)).toMatchObject({ reason: 'no-data' })
  })

  it('never counts more minutes out than were judged, nor more judged than there are', () => {
    const value = fc.option(fc.double({ min: -10, max: 500, noNaN: true }))
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.double({ min: 0, max: 400, noNaN: true }), (values, limit) => {
        for (const kept of [
          demandPromise(series(values), limit),
          dischargePromise(series(values), limit, 'Asia/Ho_Chi_Minh'),
          pressurePromise(series(values), limit),
        ]) {
          if (!kept.ok) continue
          expect(kept.value.outMinutes).toBeLessThanOrEqual(kept.value.judgedMinutes)
          expect(kept.value.judgedMinutes).toBeLessThanOrEqual(kept.value.expectedMinutes)
          expect(Number.isFinite(kept.value.worst)).toBe(true)
        }
      }),
    )
  })
})
