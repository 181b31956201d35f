import { describe, expect, it } from 'vitest'
import { openPark, PARK_IDS } from '../../../mocks/park/load-node.ts'
import { indexPark } from '../../../src/domain/network/park-index.ts'
import {
  byLoss,
  districtBalance,
  districtsOf,
  nonRevenueWater,
  type District,
} from '../../../src/domain/water/districts.ts'
import { type FlowSeries, volumeOf } from '../../../src/domain/water/flow-terms.ts'
import { lowestReading } from '../../../src/domain/water/lowest-reading.ts'
import { descendantsOf, plantsOf } from '../../../src/domain/water/plant-units.ts'
import { hoursOfStorage, storedVolume, tankGrowth } from '../../../src/domain/water/storage.ts'
import { HOUR_MS } from '../reference-files.ts'
import { valueOf } from '../statistics/value-of.ts'

const model = await openPark('bau-bang').core()
const index = indexPark(model.park, model.assets, model.points, model.tenants)
const districts = districtsOf(index)
const HOURS = 24
const period = { stepMs: HOUR_MS, first: 0, last: HOURS }

/** A day of one flow, of which only some hours were measured. */
function flow(mean: number | null, hours = HOURS): FlowSeries {
  const known = (k: number): boolean => mean !== null && k < hours
  const columns = Array.from({ length: HOURS }, (_, k) => k)
  return {
    mean: columns.map((k) => (known(k) ? mean : null)),
    count: columns.map((k) => (known(k) ? 360 : 0)),
    expected: columns.map(() => 360),
    worstQuality: columns.map((k) => (known(k) ? 'Good' : 'BadNoCommunication')),
  }
}

/** A district with five consumers and one district behind it. */
const found = districts.find(({ outflows, consumers }) => outflows.length === 1 && consumers.length >= 5)
if (!found?.inflow || !found.outflows[0]) throw new Error('the park has no such district')
const district: District = { ...found, consumers: found.consumers.slice(0, 5) }
const ids = {
  inlet: found.inflow.id,
  out: found.outflows[0].id,
  consumers: district.consumers.map(({ id }) => id),
}
const balanceOf = (inlet: number | null, out: number | null, consumers: readonly (number | null)[]) =>
  districtBalance(
    district,
    new Map<string, FlowSeries>([
      [ids.inlet, flow(inlet)],
      [ids.out, flow(out)],
      ...ids.consumers.map((id, k) => [id, flow(consumers[k] ?? null)] as const),
    ]),
    period,
  )

describe('volume of a meter', () => {
  it('fills gaps up to a fifth of the time, and no more', () => {
    expect(volumeOf(flow(10), HOUR_MS)).toBeCloseTo(240, 9)
    expect(volumeOf(flow(10, 20), HOUR_MS)).toBeCloseTo(240, 9)
    expect(volumeOf(flow(10, 19), HOUR_MS)).toBeNull()
    expect(volumeOf(undefined, HOUR_MS)).toBeNull()
  })
})

describe('district balance', () => {
  it('takes what is handed on from the supply and names the loss', () => {
    const answer = balanceOf(100, 40, [10, 10, 10, 10, 14])
    expect(answer.supplied).toBeCloseTo(60 * HOURS, 6)
    expect(answer.metered).toBeCloseTo(54 * HOURS, 6)
    expect(valueOf(answer.loss)).toBeCloseTo(10, 6)
    expect(answer.balance.residualName).toBe('water-loss')
  })

  it('shows no loss under 80 % of the consumers, however good the large meters are', () => {
    const answer = balanceOf(100, 40, [10, 10, 10, null, null])
    expect(answer.loss).toMatchObject({ ok: false, reason: 'low-coverage', coverage: { contributing: 3, expected: 5 } })
    expect(answer.metered).toBeNull()
    expect(answer.meters).toEqual({ contributing: 3, expected: 5 })
    expect(balanceOf(100, 40, []).loss).toMatchObject({ ok: false, reason: 'no-data' })
  })

  it('keeps the sign of a negative residual and names meters to check', () => {
    const answer = balanceOf(100, 40, [12, 12, 12, 12, 20])
    expect(valueOf(answer.loss)).toBeCloseTo((-8 / 60) * 100, 6)
    expect(answer.balance.residualName).toBe('metering-error')
    const residual = valueOf(answer.balance.residual)
    expect(residual.verdict).toBe('negative')
    expect(residual.suspects.map(({ id }) => id)).toEqual([ids.inlet, ids.out])
  })

  it('has no share where a district gives more than it gets, but keeps the residual', () => {
    const answer = balanceOf(40, 60, [1, 1, 1, 1, 1])
    expect(answer.loss).toMatchObject({ ok: false, reason: 'negative-denominator' })
    expect(answer.supplied).toBeCloseTo(-20 * HOURS, 6)
    expect(valueOf(answer.balance.residual).value).toBeCloseTo(-25 * HOURS, 6)
    expect(balanceOf(40, 40, [0, 0, 0, 0, 0]).loss).toMatchObject({ ok: false, reason: 'zero-denominator' })
  })

  it('has none without consumers that are metered, and without the inlet', () => {
    expect(districtBalance({ ...district, consumers: [] }, new Map(), period).loss).toMatchObject({
      reason: 'no-meter',
    })
    expect(balanceOf(null, 40, [1, 1, 1, 1, 1])).toMatchObject({ supplied: null, loss: { ok: false } })
  })

  it('adds up to non-revenue water over the districts that have a loss, worst first in a list', () => {
    const [low, high, none] = [
      balanceOf(100, 40, [11, 11, 11, 11, 13]),
      balanceOf(100, 40, [9, 9, 9, 9, 9]),
      balanceOf(100, 40, []),
    ]
    const total = valueOf(nonRevenueWater([low, high, none]))
    expect(total.percent).toBeCloseTo((18 / 120) * 100, 6)
    expect(total.coverage).toEqual({ contributing: 2, expected: 3 })
    expect(byLoss([none, low, high])).toEqual([high, low, none])
    expect(nonRevenueWater([none])).toMatchObject({ ok: false, reason: 'no-data' })
  })
})

describe.each(PARK_IDS)('plant of %s', (parkId) => {
  it('is built from the assets of the park', async () => {
    const park = await openPark(parkId).core()
    const own = indexPark(park.park, park.assets, park.points, park.tenants)
    const plants = plantsOf(own)
    expect(plants).toHaveLength(park.assets.filter(({ kind }) => kind === 'wastewater-plant').length)
    for (const { units, outfalls } of plants) {
      const steps = units.map(({ step }) => step)
      const lifts = park.assets.filter(({ kind }) => kind === 'lift-station').length
      expect(steps.includes('lift')).toBe(lifts > 0)
      expect(steps.slice(-1)).toEqual(['outfall'])
      expect(units.flatMap(({ assets }) => assets).length).toBe(new Set(units.flatMap(({ assets }) => assets)).size)
      expect(outfalls.length).toBeGreaterThan(0)
    }
    const permits = await openPark(parkId).permits()
    expect(permits.map(({ outfallId }) => outfallId)).toEqual(
      plants.flatMap(({ outfalls }) => outfalls.map(({ id }) => id)),
    )
    expect(permits.every(({ source }) => source.confidence === 'simulated')).toBe(true)
  })
})

describe('supply tree', () => {
  it('ends where the data goes in circles', () => {
    const plant = index.assets.find(({ kind }) => kind === 'wastewater-plant')
    if (!plant) throw new Error('no plant')
    const childrenOf = new Map([...index.childrenOf, [plant.id, [plant, ...(index.childrenOf.get(plant.id) ?? [])]]])
    expect(descendantsOf({ ...index, childrenOf }, plant.id)).toHaveLength(descendantsOf(index, plant.id).length)
  })
})

describe('storage', () => {
  it('is level times volume, and lasts as long as the draw allows', () => {
    const stored = storedVolume([
      { levelPercent: 50, volumeM3: 6000 },
      { levelPercent: 80, volumeM3: 1000 },
    ])
    expect(valueOf(stored)).toBe(3800)
    expect(valueOf(hoursOfStorage(stored, 950))).toBe(4)
    expect(hoursOfStorage(stored, 0)).toMatchObject({ reason: 'zero-denominator' })
    expect(hoursOfStorage(stored, null)).toMatchObject({ reason: 'no-data' })
  })

  it('is not known with a silent level or a tank of unknown size', () => {
    expect(storedVolume([])).toMatchObject({ reason: 'no-data' })
    expect(storedVolume([{ levelPercent: Number.NaN, volumeM3: 10 }])).toMatchObject({ reason: 'no-data' })
    expect(storedVolume([{ levelPercent: 5, volumeM3: null }])).toMatchObject({ reason: 'no-rating' })
    expect(valueOf(tankGrowth(50, 40, 6000))).toBeCloseTo(-600, 9)
    expect(tankGrowth(null, 40, 6000)).toMatchObject({ reason: 'no-data' })
    expect(tankGrowth(40, null, 6000)).toMatchObject({ reason: 'no-data' })
  })
})

const live = (value: number) => ({ value, quality: 'Good' as const, freshness: 'live' as const })

describe('lowest reading', () => {
  it('passes over what has no usable value', () => {
    expect(lowestReading([live(3), null, { ...live(1), freshness: 'bad' }, live(2)])).toBe(3)
    expect(lowestReading([null, live(Number.NaN)])).toBeNull()
  })
})
