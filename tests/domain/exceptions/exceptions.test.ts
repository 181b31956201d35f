import { describe, expect, it } from 'vitest'
import { pointSchema, type PointLimit } from '../../../src/contract/resources.ts'
import { brokenLimit, limitException, type WatchedReading } from '../../../src/domain/exceptions/exceptions.ts'

const source = { title: 'test', year: null, confidence: 'simulated' as const }
const limit = (type: 'high' | 'low', basis: PointLimit['basis'], value: number): PointLimit => ({
  type,
  basis,
  value,
  source,
})
const limits = [limit('high', 'internal', 55), limit('high', 'permit', 60.8)]
const point = pointSchema.parse({
  id: 'wwtp-outfall.cod',
  assetId: 'wwtp-outfall',
  kind: 'cod',
  stream: 'wastewater',
  unit: 'mg/L',
  periodMs: 300_000,
  range: [0, 300],
  decimals: 1,
  limits,
  gatewayId: null,
})
const reading = (value: number, change: Partial<WatchedReading> = {}): WatchedReading => ({
  value,
  quality: 'Good',
  freshness: 'live',
  sourceTimeMs: 0,
  ...change,
})

describe('limits', () => {
  it('names the weightiest limit that is broken', () => {
    expect(brokenLimit(58.4, limits)?.basis).toBe('internal')
    expect(brokenLimit(61, limits)?.basis).toBe('permit')
    expect(brokenLimit(55, limits)).toBeNull()
    expect(brokenLimit(1.2, [limit('low', 'design', 1.5)])?.type).toBe('low')
  })

  it.each([
    [reading(99, { quality: 'UncertainSensorCalibration' })],
    [reading(99, { freshness: 'stale' })],
    [reading(99, { freshness: 'bad', quality: 'BadSensorFailure' })],
    [reading(Number.NaN)],
    [null],
  ])('does not judge what is not a good fresh value', (doubtful) => {
    expect(limitException(point, doubtful)).toBeNull()
  })

  it('reports value, limit and kind', () => {
    expect(limitException(point, reading(61))).toMatchObject({ kind: 'high', basis: 'permit', limit: 60.8, value: 61 })
  })
})
