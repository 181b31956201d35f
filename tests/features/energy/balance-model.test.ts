import { describe, expect, it } from 'vitest'
import { openPark } from '../../../mocks/park/load-node.ts'
import { indexPark } from '../../../src/domain/network/park-index.ts'
import { enough, notEnough, type Outcome } from '../../../src/domain/statistics/outcome.ts'
import { balanceOfDay } from '../../../src/features/energy/balance-model.ts'
import { balanceRows, balanceTable, shortName } from '../../../src/features/energy/balance-panel.tsx'
import type { MeterGrowth } from '../../../src/domain/energy/tenant-energy.ts'
import { contractKw, energyPoints, supplyVoltageKv } from '../../../src/domain/energy/energy-points.ts'
import { heatClasses, heatEdges } from '../../../src/features/energy/heat-panel.tsx'
import { sortTenants, tenantRows, tenantTable } from '../../../src/features/energy/tenant-rows.ts'
import type { Baselines } from '../../../src/live/use-baselines.ts'
import { failureOf, withoutSuspects, type DayEnergy } from '../../../src/live/use-day-energy.ts'
import { unitSuspects } from '../../../src/domain/energy/unit-suspects.ts'

const files = openPark('bau-bang')
const { assets, points: pointList, tenants } = await files.core()
const index = indexPark(await files.park(), assets, pointList, tenants)
const points = energyPoints(index)
const t = (key: string): string => key

function retry(): void {
  // Nothing is asked here.
}

/** A day on which every consumer used 100 kWh, roofs made 20 kWh each and fed half of it back. */
function dayOf(change: Record<string, MeterGrowth> = {}): DayEnergy {
  const growth = new Map<string, MeterGrowth>()
  for (const { energyId } of points.consumers)
    if (energyId) growth.set(energyId, { kwh: 100, event: null, suspicion: null })
  for (const { generatedId } of points.solar)
    if (generatedId) growth.set(generatedId, { kwh: 20, event: null, suspicion: null })
  const used = points.consumers.length * 100 - points.withSolar.length * 10
  for (const { energyId } of points.incomers) {
    if (energyId) growth.set(energyId, { kwh: (used * 1.02) / points.incomers.length, event: null, suspicion: null })
  }
  for (const [id, value] of Object.entries(change)) growth.set(id, value)
  const fedBack = new Map(points.withSolar.map(({ asset }): [string, Outcome<number>] => [asset.id, enough(10)]))
  return { untilMs: 0, growth, fedBack, storage: { dischargedKwh: 0, chargedKwh: 0 }, error: null, retry }
}

const NO_BASELINES: Baselines = { byRegister: null, usual: new Map(), weekOf: new Map(), error: null, retry }

function twoHectares(): number {
  return 2
}

function week(values: (number | null)[]) {
  const hours = values.map((kwh, k) => ({ fromMs: k, kwh, state: 'known' as const }))
  return [{ weekday: 1, date: '2026-11-16', isToday: false, hours, totalKwh: 0, known: 0, passed: 0 }]
}

describe('energy balance of a day', () => {
  const made = balanceOfDay(index, points, dayOf(), 10)

  it('closes: what is supplied is used, lost or unaccounted, with sun behind meters on both sides', () => {
    if (!made) throw new Error('no balance')
    const used = made.uses.reduce((sum, { kwh }) => sum + kwh, 0)
    expect(used + made.lossKwh + (made.unaccountedKwh ?? Number.NaN)).toBeCloseTo(made.suppliedKwh, 6)
    expect(made.balance.residualName).toBe('electrical-loss')
  })

  it('shows a negative residual with the meters to check, never clipped', () => {
    const [first] = points.incomers
    const low = balanceOfDay(
      index,
      points,
      dayOf({ [first?.energyId ?? '']: { kwh: 1, event: null, suspicion: null } }),
      10,
    )
    expect(low?.balance.residualName).toBe('metering-error')
    const residual = low?.balance.residual
    if (!residual?.ok) throw new Error('no residual')
    expect(residual.value.value).toBeLessThan(0)
    expect(residual.value.suspects.length).toBeGreaterThan(0)
    const rows = balanceRows(low ?? made!, ({ what }) => what.kind, t)
    expect(rows.uses.at(-1)?.value).toBeLessThan(0)
    expect(rows.uses.at(-1)?.label).toBe('flow.excess')
  })

  it('has no residual under 80 % of the incomers, and says how many meters count', () => {
    const lost = points.incomers
      .slice(0, 2)
      .map(({ energyId }) => [energyId ?? '', { kwh: null, event: 'jump' as const, suspicion: null }])
    const poor = balanceOfDay(index, points, dayOf(Object.fromEntries(lost)), 10)
    expect(poor?.balance.residual).toMatchObject({ ok: false, reason: 'low-coverage' })
    expect(poor?.unaccountedKwh).toBeNull()
    const { contributing, expected } = poor?.balance.coverage ?? { contributing: 0, expected: 0 }
    expect(expected - contributing).toBe(2)
  })

  it('exports every flow with its unit and share', () => {
    const rows = balanceRows(made!, ({ what }) => what.kind, t)
    const table = balanceTable(rows, (made?.suppliedKwh ?? 0) / 1000, t)
    expect(table.columns[2]).toMatchObject({ unit: 'MWh', kind: 'number' })
    expect(table.rows).toHaveLength(rows.sources.length + rows.uses.length)
    expect(balanceTable(rows, 0, t).rows.every((row) => row[3] === null)).toBe(true)
  })

  it('has the short name of a substation, its contract and its voltage from data', () => {
    expect(shortName(index, 'ss-lai-uyen')).toBe('Lai Uyên')
    expect([contractKw(index), supplyVoltageKv(index)]).toEqual([160_000, 110])
  })
})

describe('ranking of tenants', () => {
  it('ranks by use, and puts a tenant without meter or without data at the end with the reason', () => {
    const [big, second] = points.consumers.filter(({ asset }) => asset.tenantId !== null)
    const day = dayOf({
      [big?.energyId ?? '']: { kwh: 900, event: null, suspicion: null },
      [second?.energyId ?? '']: { kwh: null, event: 'backwards' as const, suspicion: null },
    })
    const rows = sortTenants(tenantRows(index, points, day, NO_BASELINES, twoHectares), 'absolute')
    expect(rows[0]?.tenant.id).toBe(big?.asset.tenantId)
    expect(rows[0]?.kwhPerHa).toEqual(enough(450))
    const bad = rows.find(({ tenant }) => tenant.id === second?.asset.tenantId)
    expect(bad).toMatchObject({ kwh: notEnough('no-data'), event: 'backwards' })
    const without = rows.filter(({ meters }) => meters.length === 0)
    expect(without.every(({ kwh }) => !kwh.ok && kwh.reason === 'no-meter')).toBe(true)
    const table = tenantTable(rows, t)
    expect(table.rows.at(-1)?.slice(2)).toEqual([null, null, null, expect.stringMatching(/^reason\./)])
  })

  it('has no intensity of a plot without area, and no change against a baseline of too few days', () => {
    const [row] = tenantRows(index, points, dayOf(), NO_BASELINES, () => null)
    expect(row?.kwhPerHa).toMatchObject({ ok: false, reason: 'no-data' })
    expect(row?.baseline).toMatchObject({ ok: false })
    const [zero] = tenantRows(index, points, dayOf(), NO_BASELINES, () => 0)
    expect(zero?.kwhPerHa).toMatchObject({ ok: false, reason: 'zero-denominator' })
  })
})

const columns = (values: number[]) => ({
  max: values,
  last: values,
  mean: values,
  count: values.map(() => 60),
  worstQuality: values.map(() => 'Good' as const),
})

describe('a meter that does not send energy', () => {
  const meter = points.consumers.find(
    ({ asset, powerId }) =>
      asset.tenantId !== null && powerId !== null && !points.withSolar.some((one) => one.asset === asset),
  )
  if (!meter?.energyId || !meter.powerId) throw new Error('no meter')
  const { energyId, powerId } = meter
  const powers = [500, 620, 580, 710, 640, 560, 600, 690]
  const grid = { fromMs: 0, stepMs: 3_600_000 }
  const history = (register: number[]) =>
    new Map([
      [energyId, columns(register)],
      [powerId, columns(powers)],
    ])

  it('is found by its register and its power, and no other is', () => {
    expect([...unitSuspects(points, history(powers), grid)]).toEqual([[energyId, 'power-as-energy']])
    const sum = powers.map((_, k) => 1e6 + powers.slice(1, k + 1).reduce((total, kw) => total + kw, 0))
    expect(unitSuspects(points, history(sum), grid).size).toBe(0)
    expect(unitSuspects(points, new Map(), grid).size).toBe(0)
  })

  it('has no number, is a meter without a value in the balance, and says so in the table', () => {
    const day = withoutSuspects(dayOf(), new Map([[energyId, 'power-as-energy' as const]]))
    const row = tenantRows(index, points, day, NO_BASELINES, twoHectares).find(
      ({ tenant }) => tenant.id === meter.asset.tenantId,
    )
    expect(row).toMatchObject({ kwh: { ok: false, reason: 'no-data' }, suspicion: 'power-as-energy' })
    expect(row ? tenantTable([row], t).rows[0]?.at(-1) : null).toBe('suspect.power-as-energy')
    expect(balanceOfDay(index, points, day, 10)?.balance.used.missingIds).toContain(meter.asset.id)
  })
})

describe('what a register did besides counting', () => {
  it.each(['roll-over', 'clock-jump', 'replacement', 'jump'] as const)('%s stands in the table', (event) => {
    const meter = points.consumers.find(({ asset }) => asset.tenantId !== null)
    const day = dayOf({ [meter?.energyId ?? '']: { kwh: 5, event, suspicion: null } })
    const row = tenantRows(index, points, day, NO_BASELINES, twoHectares).find(
      ({ tenant }) => tenant.id === meter?.asset.tenantId,
    )
    expect(row ? tenantTable([row], t).rows[0]?.at(-1) : null).toBe(`event.${event}`)
  })
})

describe('a question that failed', () => {
  it('is told instead of waiting for it, and not while there is an answer', () => {
    const good = { error: null, retry }
    const failed = { error: new Error('503'), retry }
    expect(failureOf(dayOf(), failed)).toBeNull()
    expect(failureOf({ ...dayOf(), growth: null }, good)).toBeNull()
    expect(failureOf({ ...dayOf(), growth: null }, failed)).toBe(failed)
    expect(failureOf({ ...dayOf(), growth: null, ...failed }, good)?.error).toBe(failed.error)
  })
})

describe('classes of the heat map', () => {
  it('are six of round edges over the week’s own range', () => {
    const edges = heatEdges(week([97_000, 131_000]))
    expect(edges).toEqual([102, 108, 114, 120, 126])
    expect(heatClasses(edges, String)).toEqual(['< 102', '102', '108', '114', '120', '126+'])
  })

  it('are none without data or without a range', () => {
    expect(heatEdges(week([null]))).toEqual([])
    expect(heatEdges(week([5, 5]))).toEqual([])
  })
})
