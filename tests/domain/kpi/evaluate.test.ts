import { describe, expect, it } from 'vitest'
import { evaluateKpi, type KpiInputs, type KpiReading } from '../../../src/domain/kpi/evaluate.ts'
import { KPI_DEFINITIONS, type KpiDefinition } from '../../../src/domain/kpi/kpi-definitions.data.ts'
import type { BucketSeries } from '../../../src/domain/kpi/series.ts'

function definition(id: KpiDefinition['id']): KpiDefinition {
  const found = KPI_DEFINITIONS.find((one) => one.id === id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}

const reading = (value: number, change: Partial<KpiReading> = {}): KpiReading => ({
  value,
  quality: 'Good',
  freshness: 'live',
  ageMs: 1000,
  sourceTimeMs: 1_700_000_000_000,
  ...change,
})

const series = (mean: readonly (number | null)[], count = 3, expected = 3): BucketSeries => ({
  min: [...mean],
  mean: [...mean],
  max: [...mean],
  last: [...mean],
  count: mean.map((value) => (value === null ? 0 : count)),
  expected: mean.map(() => expected),
})

function inputs(change: Partial<KpiInputs> & { readings?: Readonly<Record<string, KpiReading | null>> }): KpiInputs {
  const { readings = {}, ...rest } = change
  return {
    live: (id) => readings[id] ?? null,
    unitOf: () => 'kW',
    tankM3Of: () => 500,
    ids: {},
    day: new Map(),
    buckets: 4,
    midnightBucket: 0,
    loss: new Map(),
    lossBuckets: 0,
    dayStart: new Map(),
    monthStart: new Map(),
    tCO2PerMWh: 0.6592,
    ...rest,
  }
}

const twelve = Array.from({ length: 12 }, (_, i) => `t${i}`)
const all = (value: number): Record<string, KpiReading | null> =>
  Object.fromEntries(twelve.map((id) => [id, reading(value)]))

describe('sums', () => {
  it('adds live readings and turns kW to MW', () => {
    const result = evaluateKpi(definition('grid-import'), inputs({ ids: { inputs: twelve }, readings: all(1000) }))
    expect(result).toMatchObject({ value: 12, contributing: 12, expected: 12, freshness: 'live', quality: 'Good' })
  })

  it('says 11 of 12 when one source is lost', () => {
    const lost = reading(Number.NaN, { freshness: 'no-communication', quality: 'BadNoCommunication' })
    const result = evaluateKpi(
      definition('grid-import'),
      inputs({ ids: { inputs: twelve }, readings: { ...all(1000), t3: lost } }),
    )
    expect(result).toMatchObject({ value: 11, contributing: 11, expected: 12 })
  })

  it('gives no number under 80 % coverage', () => {
    const missing = { ...all(1000), t0: null, t1: null, t2: null }
    const result = evaluateKpi(definition('grid-import'), inputs({ ids: { inputs: twelve }, readings: missing }))
    expect(result).toMatchObject({ value: null, contributing: 9, expected: 12 })
  })

  it('is stale when a held value is in it', () => {
    const held = reading(1000, { freshness: 'stale', ageMs: 60_000 })
    const result = evaluateKpi(
      definition('grid-import'),
      inputs({ ids: { inputs: twelve }, readings: { ...all(1000), t5: held } }),
    )
    expect(result).toMatchObject({ value: 12, freshness: 'stale', ageMs: 60_000 })
  })

  it('leaves gaps in the 24 h where too few inputs are known', () => {
    const day = new Map([
      ['a', series([1000, null, 1000, 1000])],
      ['b', series([1000, 1000, null, 1000])],
    ])
    const result = evaluateKpi(definition('grid-import'), inputs({ ids: { inputs: ['a', 'b'] }, day }))
    expect([...result.spark]).toEqual([2, Number.NaN, Number.NaN, 2])
  })

  it('takes the lowest pressure, not the sum', () => {
    const result = evaluateKpi(
      definition('lowest-pressure'),
      inputs({ ids: { inputs: ['a', 'b'] }, unitOf: () => 'bar', readings: { a: reading(2.6), b: reading(2.31) } }),
    )
    expect(result.value).toBe(2.31)
  })
})

describe('power factor of the month', () => {
  const ids = { active: ['p'], reactive: ['q'], activePower: [], reactivePower: [] }
  const start = new Map([
    ['p', series([1000])],
    ['q', series([500])],
  ])

  it('is A / √(A² + R²) of the growth of the registers', () => {
    const result = evaluateKpi(
      definition('power-factor'),
      inputs({ ids, monthStart: start, readings: { p: reading(1400), q: reading(800) } }),
    )
    expect(result.value).toBeCloseTo(400 / Math.hypot(400, 300), 6)
  })

  it('does not guess when a register ran backwards or its start is unknown', () => {
    const back = { p: reading(900), q: reading(800) }
    expect(evaluateKpi(definition('power-factor'), inputs({ ids, monthStart: start, readings: back })).value).toBeNull()
    const result = evaluateKpi(definition('power-factor'), inputs({ ids, readings: { p: reading(1), q: reading(1) } }))
    expect(result).toMatchObject({ value: null, freshness: 'waiting' })
  })
})

describe('day average of valid records', () => {
  const cod = definition('cod-day')
  const readings = { c: reading(46) }

  it('weighs buckets by their valid records and starts at midnight', () => {
    const one: BucketSeries = { ...series([90, 40, 50]), count: [3, 1, 3] }
    const result = evaluateKpi(
      cod,
      inputs({ ids: { inputs: ['c'] }, readings, day: new Map([['c', one]]), midnightBucket: 1 }),
    )
    expect(result.value).toBeNull()
    const full: BucketSeries = { ...series([90, 40, 50]), count: [3, 2, 3] }
    const next = evaluateKpi(
      cod,
      inputs({ ids: { inputs: ['c'] }, readings, day: new Map([['c', full]]), midnightBucket: 1 }),
    )
    expect(next).toMatchObject({ value: (40 * 2 + 50 * 3) / 5, contributing: 5, expected: 6 })
  })
})

describe('ratios, losses and emissions', () => {
  it('compares what was reused with what came in since midnight', () => {
    const dayStart = new Map([
      ['r', series([100])],
      ['w', series([1000])],
    ])
    const result = evaluateKpi(
      definition('reuse'),
      inputs({
        ids: { numerator: ['r'], denominator: ['w'] },
        dayStart,
        readings: { r: reading(142), w: reading(1200) },
      }),
    )
    expect(result.value).toBeCloseTo(21, 9)
  })

  it('finds the loss as the part of the supply that no meter saw; the first hour only tells the level before', () => {
    const loss = new Map([
      ['plant', series([900, 100, 100])],
      ['m1', series([0, 45, 46])],
      ['m2', series([0, 46, 46])],
    ])
    const result = evaluateKpi(
      definition('water-loss'),
      inputs({
        ids: { supplied: ['plant'], metered: ['m1', 'm2'], levels: [] },
        loss,
        lossBuckets: 3,
        readings: { plant: reading(100) },
      }),
    )
    expect(result.value).toBeCloseTo(8.5, 9)
    expect([...result.spark].map((value) => Math.round(value))).toEqual([9, 8])
    expect(result).toMatchObject({ contributing: 2, expected: 2 })
  })

  it('does not take water that went into a tank for lost', () => {
    const loss = new Map([
      ['plant', series([100, 100, 100])],
      ['m1', series([90, 90, 90])],
      // One per cent of 500 m³ more, then two less.
      ['t1', series([50, 51, 49])],
    ])
    const settings = { loss, lossBuckets: 3, readings: { plant: reading(100) } }
    const ids = { supplied: ['plant'], metered: ['m1'], levels: ['t1'] }
    const result = evaluateKpi(definition('water-loss'), inputs({ ids, ...settings }))
    expect(result.value).toBeCloseTo(12.5, 9)
    expect([...result.spark].map((value) => Math.round(value))).toEqual([5, 20])
    const unknown = evaluateKpi(definition('water-loss'), inputs({ ids, ...settings, tankM3Of: () => null }))
    expect(unknown.value).toBeNull()
  })

  it('counts the energy of the day with the factor of the stated year', () => {
    const result = evaluateKpi(
      definition('grid-emissions'),
      inputs({
        ids: { energy: ['e'], power: [] },
        dayStart: new Map([['e', series([5_000_000])]]),
        readings: { e: reading(6_000_000) },
      }),
    )
    expect(result.value).toBeCloseTo(659.2, 9)
  })
})

describe('definitions', () => {
  it('are twelve, three of each stream side by side', () => {
    const streams = KPI_DEFINITIONS.map((one) => one.stream)
    expect(streams).toHaveLength(12)
    for (let i = 0; i < 12; i += 3) expect(new Set(streams.slice(i, i + 3)).size).toBe(1)
  })
})
