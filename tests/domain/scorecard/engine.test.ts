import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { earliestByPlan, planOf } from '../../../src/domain/scorecard/action-plan.ts'
import { compareWith, evaluateCriterion, evaluateSet } from '../../../src/domain/scorecard/evaluate.ts'
import { monthsBefore } from '../../../src/domain/scorecard/measure.ts'
import { readLegalClock } from '../../../src/domain/waste/legal-clocks.ts'
import { norms } from '../reference-files.ts'
import { ARTICLE_37, EIP, firmsOfPark, HISTORIC, recp, row, scorecardOf, SMART } from './scorecard-park.ts'

const SETS = [ARTICLE_37, EIP, HISTORIC, SMART]
const criterionOf = (id: string) => {
  const found = SETS.flatMap(({ criteria }) => criteria).find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const full = { coverage: 1, pointIds: ['p-1'] }

const lot = (id: string, route: string, massT: number | null) =>
  row('waste-lots', { id, stream: 'recyclable', massT, generatedOn: '2026-05-01', route })

const grievance = (id: string, receivedOn: string, addressedOn: string | null) =>
  row('grievances', { id, receivedOn, from: 'worker', subject: 'Canteen', addressedOn })
const inTime = (...rows: ReturnType<typeof grievance>[]) =>
  evaluateCriterion(criterionOf('EIP-SO-2'), scorecardOf({ grievances: rows })).meets

const action = (id: string, due: string, effectAmount: number | null, state = 'open') =>
  row('actions', {
    id,
    title: 'Meter',
    criterionId: 'VN-37-2c',
    ownerRole: 'manager',
    due,
    state,
    effectAmount,
    doneOn: state === 'done' ? '2026-01-01' : null,
  })

describe('criteria sets', () => {
  it('are 51, 9, 10 and 11 rows with ids of their own', () => {
    expect(SETS.map(({ criteria }) => criteria.length)).toEqual([9, 51, 10, 11])
    const ids = SETS.flatMap(({ criteria }) => criteria.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(EIP.criteria.filter(({ kind }) => kind === 'prerequisite').length).toBe(18)
  })

  it('never pass an empty park: every criterion reads not enough data', () => {
    for (const set of SETS) {
      expect(evaluateSet(set, scorecardOf({})).results.filter(({ meets }) => meets !== null)).toEqual([])
    }
  })

  it('take a new criterion by data alone, and read one without a function as not enough data', () => {
    const base = criterionOf('EIP-EC-3')
    const input = scorecardOf({ 'tenant-profiles': firmsOfPark(4, { smallOrMedium: true }) })
    expect(evaluateCriterion({ ...base, id: 'X-1', indicator: 'firms-flag:smallOrMedium' }, input).meets).toBe(true)
    expect(evaluateCriterion({ ...base, id: 'X-2', indicator: 'invented' }, input)).toMatchObject({
      value: null,
      meets: null,
    })
  })
})

describe('comparison', () => {
  it.each([
    [20, '>=', 20, true],
    [19.999, '>=', 20, false],
    [50, '<', 50, false],
    [100, '=', 100, true],
    [50, '>', 50, false],
    [0.65, 'target', 0.65, true],
    [7, 'range', [6, 9], true],
    [20, '>=', null, null],
    [true, 'bool', true, true],
    [null, '>=', 20, null],
    [Number.NaN, '>=', 20, null],
  ] as const)('%s %s %s is %s', (value, comparison, benchmark, expected) => {
    const bound = Array.isArray(benchmark) ? ([benchmark[0], benchmark[1]] as [number, number]) : benchmark
    expect(compareWith(value, comparison, bound as number)).toBe(expected)
  })

  it('is never a pass under the coverage that is needed', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 1000 }), (coverage, value) => {
        const aggregate = { value, coverage, pointIds: ['p'] }
        const input = scorecardOf({}, { aggregates: { reused: aggregate, 'wastewater-in': { ...full, value: 1000 } } })
        const { meets } = evaluateCriterion(criterionOf('EIP-EN-8'), input)
        expect(meets).toBe(coverage >= 0.8 ? value >= 500 : null)
      }),
    )
  })
})

describe('indicators', () => {
  it('weigh waste by route, without what lies in store', () => {
    const lots = [
      lot('a', 'recycled', 30),
      lot('b', 'landfilled', 60),
      lot('c', 'reused', 10),
      lot('d', 'in-store', 500),
    ]
    const input = scorecardOf({ 'waste-lots': lots })
    expect(evaluateCriterion(criterionOf('EIP-EN-9'), input).value).toBe(40)
    expect(evaluateCriterion(criterionOf('EIP-EN-11'), input)).toMatchObject({
      value: 60,
      meets: false,
      gap: { unit: 't' },
    })
    const unweighed = scorecardOf({ 'waste-lots': [...lots.slice(0, 2), lot('e', 'reused', null)] })
    expect(evaluateCriterion(criterionOf('EIP-EN-9'), unweighed).meets).toBeNull()
  })

  it('count large firms only where their size is known', () => {
    const certified = firmsOfPark(2, { iso14001Until: '2027-01-01' })
    const others = firmsOfPark(3)
    expect(
      evaluateCriterion(criterionOf('EIP-EN-1'), scorecardOf({ 'tenant-profiles': [...certified, ...others] })),
    ).toMatchObject({ value: 40, meets: true })
    const expired = firmsOfPark(5, { iso14001Until: '2026-11-19' })
    expect(evaluateCriterion(criterionOf('EIP-EN-1'), scorecardOf({ 'tenant-profiles': expired })).value).toBe(0)
    const unknownSize = firmsOfPark(5, { headcount: null })
    expect(evaluateCriterion(criterionOf('EIP-EN-1'), scorecardOf({ 'tenant-profiles': unknownSize })).meets).toBeNull()
  })

  it('judge grievances on their 90th day, and leave young open ones aside', () => {
    expect(inTime(grievance('a', '2026-06-01', '2026-08-30'))).toBe(true)
    expect(inTime(grievance('a', '2026-06-01', '2026-08-31'))).toBe(false)
    expect(inTime(grievance('a', '2026-06-01', '2026-08-30'), grievance('b', '2026-11-01', null))).toBe(true)
    expect(inTime(grievance('b', '2026-08-21', null))).toBe(false)
  })

  it('need a national figure before renewable energy can meet it', () => {
    const aggregates = { solar: { ...full, value: 20 }, 'grid-import': { ...full, value: 80 } }
    const statements = ['declared-fuel-energy', 'direct-contract-energy'].map((key) =>
      row('park-statements', { id: key, key, year: 2026, asOf: '2026-10-01', value: 0 }),
    )
    const national = row('park-statements', {
      id: 'n',
      key: 'national-renewable-share',
      year: 2026,
      asOf: '2026-10-01',
      value: 14.2,
    })
    const without = evaluateCriterion(
      criterionOf('EIP-EN-3'),
      scorecardOf({ 'park-statements': statements }, { aggregates }),
    )
    expect(without).toMatchObject({ value: 20, meets: null })
    const set = scorecardOf({ 'park-statements': [...statements, national] }, { aggregates })
    expect(evaluateCriterion(criterionOf('EIP-EN-3'), set)).toMatchObject({ benchmark: 14.2, meets: true })
  })

  it('know the end of months', () => {
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28')
    expect(monthsBefore('2024-02-29', 12)).toBe('2023-02-28')
  })
})

describe('plan', () => {
  it('says when its own actions close the gap, and when the certificate is in reach', () => {
    const input = scorecardOf({ 'tenant-profiles': firmsOfPark(20), 'recp-solutions': [recp(1, 1), recp(2, 1)] })
    const result = evaluateCriterion(criterionOf('VN-37-2c'), input)
    const both = [action('b', '2027-01-31', 1), action('a', '2026-12-15', 1), action('c', '2026-01-01', 5, 'done')]
    expect(planOf(result, both)).toMatchObject({ closesOn: '2027-01-31', effect: 2 })
    expect(planOf(result, both.slice(1)).closesOn).toBeNull()
    expect(earliestByPlan([result], both)).toBe('2027-01-31')
    expect(earliestByPlan([result], [])).toBeNull()
  })
})

describe('legal clock of a lot', () => {
  const clock = norms.legalClocks.find(({ id }) => id === 'hazardous-lot')
  it.each([
    [299, 'within'],
    [300, 'warning'],
    [365, 'due'],
    [366, 'exceeded'],
  ] as const)('at %i days is %s', (age, state) => {
    if (clock === undefined) throw new Error('no clock')
    const from = new Date(Date.UTC(2026, 10, 20) - age * 86_400_000).toISOString().slice(0, 10)
    expect(readLegalClock(clock, from, '2026-11-20')).toMatchObject({ ok: true, value: { ageDays: age, state } })
  })
})
