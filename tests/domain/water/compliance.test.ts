import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUALITIES, type QualityName } from '../../../src/contract/quality.ts'
import { outfallCompliance, parameterCompliance, willExceed } from '../../../src/domain/water/compliance.ts'
import {
  allowedLevel,
  type AnalyserRecord,
  averageOf,
  averageOfBuckets,
  projectDay,
  recordStateOf,
} from '../../../src/domain/water/day-average.ts'
import { effectiveLimit, limitSetFor, PARAMETER_OF_POINT } from '../../../src/domain/water/limits.ts'
import { enough, notEnough } from '../../../src/domain/statistics/outcome.ts'
import { at, DAY_MS, HOUR_MS, limitSets } from '../reference-files.ts'
import { valueOf } from '../statistics/value-of.ts'

const PERIOD_MS = 5 * 60_000
const day = at('2026-11-18T00:00:00')
const record = (k: number, value: number | null, quality: QualityName = 'Good'): AnalyserRecord => ({
  timeMs: day + k * PERIOD_MS,
  value,
  quality,
})
const records = (count: number, value: number): AnalyserRecord[] =>
  Array.from({ length: count }, (_, k) => record(k, value))
const PERMIT = { limitSetId: 'qcvn-40-2011-a', kq: 0.9, kf: 1 }
const averageAt = (average: number) => enough({ average, coverage: { contributing: 288, expected: 288 } })

describe('limits of a permit', () => {
  it('QCVN 40:2011 A, COD with Kq 0.9 and Kf 1.0 is 67.5 mg/L', () => {
    const limit = valueOf(effectiveLimit(limitSets, PERMIT, 'cod'))
    expect(limit).toMatchObject({ max: 67.5, min: null, unit: 'mg/L', factor: 0.9, column: 'A', confidence: 'medium' })
    expect(valueOf(effectiveLimit(limitSets, { ...PERMIT, kf: 0.9 }, 'cod')).max).toBeCloseTo(60.75, 9)
  })

  it.each(['temp', 'color', 'ph', 'coliform'])('leaves %s without factors', (parameter) => {
    expect(valueOf(effectiveLimit(limitSets, { ...PERMIT, kq: null, kf: null }, parameter)).factor).toBe(1)
  })

  it('needs both factors where they apply', () => {
    expect(effectiveLimit(limitSets, { ...PERMIT, kf: null }, 'cod')).toMatchObject({ reason: 'no-reference-value' })
  })

  it('knows every parameter that the outfall measures', () => {
    for (const parameter of Object.values(PARAMETER_OF_POINT)) {
      expect(effectiveLimit(limitSets, PERMIT, parameter).ok).toBe(true)
    }
  })

  it('has no number that was not verified', () => {
    const set = limitSetFor(limitSets, 'QCVN 40:2025/BTNMT', 'A', 12_000)
    expect(set?.id).toBe('qcvn-40-2025-a-f2')
    expect(effectiveLimit(limitSets, { ...PERMIT, limitSetId: set?.id ?? '' }, 'cod')).toMatchObject({
      ok: false,
      reason: 'no-limit',
    })
    expect(effectiveLimit(limitSets, PERMIT, 'toc')).toMatchObject({ reason: 'no-limit' })
    expect(effectiveLimit(limitSets, { ...PERMIT, limitSetId: 'none' }, 'cod')).toMatchObject({ reason: 'no-limit' })
  })

  it.each([
    [2000, 'f1'],
    [2001, 'f2'],
    [20_000, 'f2'],
    [20_001, 'f3'],
  ])('%s m³/d lies in band %s', (flow, band) => {
    expect(limitSetFor(limitSets, 'QCVN 40:2025/BTNMT', 'B', flow)?.id).toBe(`qcvn-40-2025-b-${band}`)
  })
})

describe('day average', () => {
  it('counts valid records only', () => {
    const mixed = [
      ...records(230, 50),
      record(230, 900, 'UncertainSensorCalibration'),
      record(231, 900, 'BadSensorFailure'),
      record(232, null, 'BadNoCommunication'),
      record(233, 900, 'UncertainLastUsableValue'),
      record(288, 900),
    ]
    expect(averageOf(mixed, day, day + DAY_MS, 288)).toMatchObject({ ok: false, reason: 'low-coverage' })
    expect(valueOf(averageOf([...mixed, record(234, 281)], day, day + DAY_MS, 288))).toEqual({
      average: 51,
      coverage: { contributing: 231, expected: 288 },
    })
    expect(averageOf([], day, day + DAY_MS, 288)).toMatchObject({ reason: 'no-data' })
  })

  it('knows the agency’s words', () => {
    expect(recordStateOf('Good', 1)).toBe('ok')
    expect(recordStateOf('Good', null)).toBe('no-signal')
    expect(recordStateOf('UncertainSensorCalibration', 1)).toBe('calibrating')
    expect(recordStateOf('BadDeviceFailure', 1)).toBe('device-error')
    expect(recordStateOf('BadNoCommunication', 1)).toBe('no-signal')
  })

  it('is the same from buckets', () => {
    const buckets = { mean: [50, null, 80], count: [12, 0, 11], expected: [12, 1, 12] }
    expect(valueOf(averageOfBuckets(buckets)).average).toBeCloseTo((600 + 880) / 23, 9)
    expect(averageOfBuckets({ ...buckets, expected: [12, 12, 12] })).toMatchObject({ reason: 'low-coverage' })
    expect(averageOfBuckets({ mean: [], count: [], expected: [] })).toMatchObject({ reason: 'no-data' })
  })

  it('ignores whatever invalid records say', () => {
    const invalid = QUALITIES.map(({ name }) => name).filter((name) => !name.startsWith('Good'))
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 24, maxLength: 24 }),
        fc.array(fc.record({ value: fc.option(fc.double()), quality: fc.constantFrom<QualityName>(...invalid) })),
        (values, noise) => {
          const valid = values.map((value, k) => record(k, value))
          const wild = noise.map(({ value, quality }, k) => record(k, value, quality))
          expect(averageOf([...wild, ...valid], day, day + 2 * HOUR_MS, 24)).toEqual(
            averageOf(valid, day, day + 2 * HOUR_MS, 24),
          )
        },
      ),
    )
  })

  it('is projected with the level of the last hour', () => {
    const noon = day + 12 * HOUR_MS
    const list = Array.from({ length: 144 }, (_, k) => record(k, k < 132 ? 60 : 84))
    const projection = valueOf(projectDay(list, day, day + DAY_MS, noon, PERIOD_MS))
    expect(projection).toMatchObject({ soFar: 62, recent: 84, shareLeft: 0.5, projected: 73 })
    const limit = effectiveLimit(limitSets, PERMIT, 'cod')
    expect(willExceed(enough(projection), limit)).toBe(true)
    expect(valueOf(allowedLevel(projection, 67.5))).toBe(73)
    expect(willExceed(notEnough('no-data'), limit)).toBeNull()
    const end = valueOf(projectDay(records(288, 60), day, day + DAY_MS, day + DAY_MS, PERIOD_MS))
    expect(end.projected).toBe(60)
    expect(allowedLevel(end, 67.5)).toMatchObject({ reason: 'zero-denominator' })
    expect(projectDay([], day, day + DAY_MS, day, PERIOD_MS)).toMatchObject({ reason: 'no-data' })
  })
})

describe('compliance', () => {
  const cod = effectiveLimit(limitSets, PERMIT, 'cod')
  const ph = effectiveLimit(limitSets, PERMIT, 'ph')

  it('meets on the limit, exceeds above it', () => {
    expect(parameterCompliance('cod', averageAt(67.5), cod)).toMatchObject({
      state: 'meets',
      margin: 0,
      percentOfLimit: 100,
    })
    expect(parameterCompliance('cod', averageAt(67.6), cod).state).toBe('exceeds')
    expect(parameterCompliance('ph', averageAt(5.9), ph)).toMatchObject({ state: 'exceeds' })
    expect(parameterCompliance('ph', averageAt(6), ph).state).toBe('meets')
    expect(parameterCompliance('ph', averageAt(9.1), ph).margin).toBeCloseTo(-0.1, 9)
  })

  it('is never a pass without data or without a limit', () => {
    expect(parameterCompliance('cod', notEnough('low-coverage'), cod)).toMatchObject({
      state: 'not-enough-data',
      reason: 'low-coverage',
      margin: null,
    })
    expect(parameterCompliance('toc', averageAt(1), effectiveLimit(limitSets, PERMIT, 'toc'))).toMatchObject({
      state: 'not-enough-data',
      reason: 'no-limit',
    })
  })

  it('of an outfall is the worst of its parameters', () => {
    const meets = parameterCompliance('cod', averageAt(50), cod)
    const open = parameterCompliance('ph', notEnough('no-data'), ph)
    const exceeds = parameterCompliance('cod', averageAt(90), cod)
    expect(outfallCompliance([meets])).toMatchObject({ state: 'meets', decided: 1, required: 1 })
    expect(outfallCompliance([meets, open])).toMatchObject({ state: 'not-enough-data', decided: 1, required: 2 })
    expect(outfallCompliance([open, exceeds]).state).toBe('exceeds')
    expect(outfallCompliance([]).state).toBe('not-enough-data')
  })
})
