import { describe, expect, it } from 'vitest'
import { openPark } from '../../mocks/park/load-node.ts'
import { waterBalance } from '../../src/domain/balance/balance-kinds.ts'
import { usualOnWeekday } from '../../src/domain/balance/usual.ts'
import { energyPoints } from '../../src/domain/energy/energy-points.ts'
import { registerHistory } from '../../src/domain/energy/register-history.ts'
import { changeByPlot, energyOfTenants, tenantEnergy } from '../../src/domain/energy/tenant-energy.ts'
import { indexPark } from '../../src/domain/network/park-index.ts'
import { sumByDay } from '../../src/domain/statistics/calendar-groups.ts'
import { enough } from '../../src/domain/statistics/outcome.ts'
import { dateStartMs } from '../../src/domain/time/park-zone.ts'
import { volumesByIndustry } from '../../src/domain/water/volumes-by-industry.ts'
import { term } from './balance/terms.ts'
import { HOUR_MS } from './reference-files.ts'
import { valueOf } from './statistics/value-of.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const model = await openPark('bau-bang').core()
const index = indexPark(model.park, model.assets, model.points, model.tenants)
const points = energyPoints(index)

/** Buckets of a register that showed these values at their ends. */
function shown(last: readonly (number | null)[]) {
  const values = [...last]
  return {
    max: values,
    last: values,
    count: values.map((value) => (value === null ? 0 : 60)),
    worstQuality: values.map((value) => (value === null ? ('BadNoCommunication' as const) : ('Good' as const))),
  }
}
const grid = { fromMs: 0, stepMs: HOUR_MS }
const growthOf = (last: readonly (number | null)[], rollOverAt: number | null = null) =>
  registerHistory(shown(last), grid, last.length, 1000, rollOverAt)

describe('registers of meters', () => {
  it('have a width in every park, so that a roll-over is known for what it is', () => {
    const registers = index.points.filter(({ kind }) => kind === 'energy-import' || kind === 'volume')
    expect(registers.length).toBeGreaterThan(100)
    expect(registers.every(({ rollOverAt }) => rollOverAt === 1e10)).toBe(true)
    expect(points.incomers.every(({ rollOverAt }) => rollOverAt === 1e10)).toBe(true)
  })

  it('roll over at their width: the growth is known; without a width it is a gap', () => {
    expect(growthOf([99_400, 99_900, 400], 100_000)).toMatchObject({
      growth: { values: [500, 500] },
      events: ['roll-over'],
    })
    expect(growthOf([99_400, 99_900, 400])).toMatchObject({ growth: { values: [500, null] }, events: ['replacement'] })
  })

  it('are replaced, run backwards, jump or fall silent: a gap that is told, never a negative use', () => {
    expect(growthOf([52_000, 3], 100_000_000).events).toEqual(['replacement'])
    expect(growthOf([52_000, 51_000], 100_000_000).events).toEqual(['backwards'])
    expect(growthOf([52_000, 62_000], 100_000_000).events).toEqual(['jump'])
    for (const last of [
      [52_000, 3],
      [52_000, 51_000],
      [52_000, 62_000],
      [52_000, null],
      [Number.NaN, 5],
    ])
      expect(growthOf(last, 100_000_000).growth.values).toEqual([null])
  })
})

describe('days', () => {
  it('29 February is a day with 24 hours of its own', () => {
    const fromMs = dateStartMs(2028, 2, 28, ZONE)
    const days = sumByDay({ fromMs, stepMs: HOUR_MS, values: Array.from({ length: 72 }, () => 1) }, ZONE)
    expect(days.map(({ date, sum }) => [date, sum])).toEqual([
      ['2028-02-28', 24],
      ['2028-02-29', 24],
      ['2028-03-01', 24],
    ])
  })

  it('are usual against the same weekday, and only when there are enough of them', () => {
    // Four weeks of 10 on weekdays and 2 on Sundays; the day that follows is a Sunday.
    const days = Array.from({ length: 28 }, (_, k) => (k % 7 === 0 ? 2 : 10))
    expect(usualOnWeekday(days)).toBe(2)
    expect(usualOnWeekday(days.map((value, k) => (k === 7 ? 90 : value)))).toBe(2)
    expect(usualOnWeekday(days.map((value, k) => (k < 14 ? null : value)))).toBeNull()
    expect(usualOnWeekday([])).toBeNull()
  })

  it('name the meter that reads more than on such days, and the residual as it is', () => {
    const residual = valueOf(
      waterBalance({
        sources: [term('plant', 1000, { usual: 995 })],
        tenants: [term('wm-1', 600, { usual: 590 }), term('wm-2', 431, { usual: 390 })],
        handedOn: [],
        tankGrowth: [],
      }).residual,
    )
    expect(residual).toMatchObject({ value: -31, verdict: 'negative' })
    expect(valueOf(residual.percent)).toBeCloseTo(-3.1, 9)
    expect(residual.suspects[0]).toEqual({ id: 'wm-2', reason: 'unusual' })
  })
})

describe('tenants and plots', () => {
  const [tenant] = model.tenants
  if (!tenant) throw new Error('no tenant')
  const known = { growth: new Map(), byRegister: new Map() }

  it('a tenant without a meter has no use, no intensity and no baseline, and colours no plot', () => {
    const row = tenantEnergy(tenant, [], known, () => 2)
    for (const outcome of [row.kwh, row.kwhPerHa, row.baseline]) expect(outcome).toMatchObject({ reason: 'no-meter' })
    expect(changeByPlot([row]).size).toBe(0)
  })

  it('a tenant on land without an area has a use and no intensity; no baseline is no change', () => {
    const meter = points.consumers.find(({ asset }) => asset.tenantId !== null)
    if (!meter?.energyId) throw new Error('no meter')
    const growth = new Map([[meter.energyId, { kwh: 120, event: null, suspicion: null }]])
    const flat = { median: 0, low: 0, high: 0, days: 9 }
    const one = (areaHa: number | null) =>
      tenantEnergy(
        tenant,
        [meter],
        { growth, byRegister: new Map([[meter.energyId ?? '', enough(flat)]]) },
        () => areaHa,
      )
    expect(valueOf(one(2).kwhPerHa)).toBe(60)
    expect(one(null).kwhPerHa).toMatchObject({ ok: false, reason: 'no-data' })
    expect(one(0).kwhPerHa).toMatchObject({ ok: false, reason: 'zero-denominator' })
    expect(one(2).baseline).toMatchObject({ ok: false, reason: 'zero-denominator' })
  })

  it('every tenant is in the list, metered or not', () => {
    const rows = energyOfTenants(index, points, known, () => 1)
    expect(rows.map((row) => row.tenant)).toEqual(model.tenants)
  })

  it('water of a plot without a tenant is counted under no industry, not lost', () => {
    const meters = index.points.filter(
      ({ kind, assetId }) => kind === 'flow' && index.assetById.get(assetId)?.kind === 'water-meter',
    )
    const terms = meters.slice(0, 3).map(({ id }) => term(id, 10))
    const volumes = volumesByIndustry({ ...index, tenants: [] }, terms)
    expect(volumes).toEqual([{ industry: null, m3: 30 }])
  })
})
