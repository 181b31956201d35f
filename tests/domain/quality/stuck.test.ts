import { assert, double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meteringOf } from '../../../src/domain/quality/metering.ts'
import { tenantSchema } from '../../../src/contract/resources.ts'
import { isOutOfRange, isStuck } from '../../../src/domain/quality/stuck.ts'
import { tinyPark } from '../../sim/tiny-park.ts'

const MINUTE_MS = 60_000
const run = (minutes: number, value = 3.21, samples = 60) => ({ value, lengthMs: minutes * MINUTE_MS, samples })

describe('a stuck instrument', () => {
  it('has sent the same number for longer than its kind may', () => {
    expect(isStuck('pressure', null, run(30))).toBe(false)
    expect(isStuck('pressure', null, run(31))).toBe(true)
    expect(isStuck('ph', null, run(31))).toBe(false)
    expect(isStuck('ph', null, run(121))).toBe(true)
  })

  it('is not one whose quantity may stand still: a state, a register, a flow of nothing', () => {
    expect(isStuck('switch-state', null, run(10_000))).toBe(false)
    expect(isStuck('volume', null, run(10_000))).toBe(false)
    expect(isStuck('flow', null, run(300, 0))).toBe(false)
    expect(isStuck('level', null, run(300, 0))).toBe(true)
  })

  it('is not a pump of fixed speed, nor a storm pond in dry weather', () => {
    expect(isStuck('flow', 'pump', run(600))).toBe(false)
    expect(isStuck('level', 'storm-pond', run(6000))).toBe(false)
    expect(isStuck('flow', 'water-meter', run(600))).toBe(true)
  })

  it('is not proved by a few samples, and a missing value is not stuck but missing', () => {
    expect(isStuck('cod', null, run(600, 40, 5))).toBe(false)
    expect(isStuck('cod', null, run(600, Number.NaN))).toBe(false)
  })
})

describe('range of an instrument', () => {
  it('includes its ends, and says nothing about what is not a number', () => {
    expect([0, 10, -0.01, 10.01, Number.NaN].map((value) => isOutOfRange(value, [0, 10]))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
  })

  it('is never left by a value between its ends', () => {
    assert(property(double({ min: -5, max: 5, noNaN: true }), (value) => !isOutOfRange(value, [-5, 5])))
  })
})

const TENANT = {
  id: 't-1',
  name: 'Sample',
  alias: 'Tenant 1',
  country: 'VN',
  industry: 'textile',
  vsic: '1311',
  plotIds: ['plot-1'],
  headcount: 100,
  contractedPowerKw: 500,
  contractedWaterM3PerDay: null,
  contractedWastewaterM3PerDay: null,
  since: null,
  source: { title: 'Sample', year: null, confidence: 'low' },
}

describe('unmetered share', () => {
  const { assets } = tinyPark()
  const plotId = 'plot-1'
  const meter = assets.find(({ kind }) => kind === 'electricity-meter')
  const placed = meter ? [{ ...meter, plotId }] : []
  const tenants = [tenantSchema.parse({ ...TENANT, plotIds: [plotId] })]
  it('is that of the contracted quantity of tenants without a meter', () => {
    const all = meteringOf({ assets: placed, tenants }, 'energy', () => true)
    expect(all.tenants).toBeGreaterThan(0)
    expect(all.silentShare).toBe(0)
    const none = meteringOf({ assets: [], tenants }, 'energy', () => true)
    expect(none.unmeteredShare).toBe(1)
    expect(none.without).toHaveLength(none.tenants)
  })

  it('counts a meter that says nothing apart from one that is not there', () => {
    const silent = meteringOf({ assets: placed, tenants }, 'energy', () => false)
    expect((silent.silentShare ?? 0) + (silent.unmeteredShare ?? 0)).toBeCloseTo(1, 12)
  })

  it('is not known where nobody has a contract', () => {
    const free = tenants.map((tenant) => Object.assign({ ...tenant }, { contractedPowerKw: null }))
    expect(meteringOf({ assets: placed, tenants: free }, 'energy', () => true).unmeteredShare).toBeNull()
  })
})
