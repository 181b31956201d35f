import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  growthByInterval,
  growthOver,
  registerDeltas,
  type RegisterRules,
  type RegisterSample,
} from '../../../src/domain/balance/register.ts'
import { checkEnergyUnit } from '../../../src/domain/balance/unit-check.ts'
import { valueOf } from '../statistics/value-of.ts'

const M = 60_000
const RULES: RegisterRules = { rollOverAt: 100_000, maxPerHour: 600, periodMs: M, replacements: [] }
const samples = (...rows: [minute: number, value: number | null][]): RegisterSample[] =>
  rows.map(([minute, value]) => ({ timeMs: minute * M, value }))
const kinds = (list: RegisterSample[], rules = RULES) =>
  registerDeltas(list, rules).map(({ kind, growth }) => [kind, growth])

describe('register', () => {
  it('grows', () => {
    expect(kinds(samples([0, 100], [1, 105], [2, 105]))).toEqual([
      ['normal', 5],
      ['normal', 0],
    ])
  })

  it('knows the sum over a gap, not its course', () => {
    const deltas = registerDeltas(samples([0, 100], [1, null], [10, 150], [11, 155]), RULES)
    expect(deltas.map(({ kind, growth }) => [kind, growth])).toEqual([
      ['gap', 50],
      ['normal', 5],
    ])
    expect(growthByInterval(deltas, 0, 5 * M, 3).values).toEqual([null, null, null])
    expect(growthByInterval(deltas, 0, 10 * M, 1).values).toEqual([50])
    expect(valueOf(growthOver(deltas, 0, 11 * M, M))).toMatchObject({ growth: 55, events: ['gap'] })
  })

  it('rolls over', () => {
    expect(kinds(samples([0, 99_997], [1, 2]))).toEqual([['roll-over', 5]])
  })

  it('is replaced: known from the record, unknown without it', () => {
    expect(kinds(samples([0, 52_000], [1, 3]))).toEqual([['replacement', null]])
    const record = { ...RULES, replacements: [{ atMs: 0.5 * M, oldFinal: 52_004, newInitial: 1 }] }
    expect(kinds(samples([0, 52_000], [1, 3]), record)).toEqual([['replacement', 6]])
  })

  it('does not believe jumps, steps back and clocks that go back', () => {
    expect(kinds(samples([0, 100], [1, 900], [2, 905]))).toEqual([
      ['jump', null],
      ['normal', 5],
    ])
    expect(kinds(samples([0, 52_000], [1, 51_000]))).toEqual([['backwards', null]])
    expect(kinds(samples([0, 100], [5, 110], [3, 105], [6, 112]))).toEqual([
      ['gap', 10],
      ['clock-jump', null],
      ['normal', 2],
    ])
  })

  it('refuses a sum when under 80 % of the time is known', () => {
    const deltas = registerDeltas(samples([0, 100], [1, 101], [2, 102], [3, 103]), RULES)
    expect(growthOver(deltas, 0, 4 * M, M)).toMatchObject({ ok: false, reason: 'low-coverage' })
    expect(growthOver(deltas, 10 * M, 20 * M, M)).toMatchObject({ ok: false, reason: 'no-data' })
    expect(growthOver([], 0, 0, M)).toMatchObject({ ok: false, reason: 'no-data' })
  })

  it('gives back what a meter counted, over any roll-over, and never less than nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999 }),
        fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 60 }),
        (start, steps) => {
          let total = start
          const list = [{ timeMs: 0, value: start }]
          steps.forEach((step, i) => {
            total += step
            list.push({ timeMs: (i + 1) * M, value: total % 100_000 })
          })
          const deltas = registerDeltas(list, RULES)
          expect(valueOf(growthOver(deltas, 0, steps.length * M, M)).growth).toBeCloseTo(total - start, 6)
          expect(growthByInterval(deltas, 0, M, steps.length).values).toEqual(steps)
        },
      ),
    )
    fc.assert(
      fc.property(
        fc.array(fc.record({ timeMs: fc.integer({ min: 0, max: 1e9 }), value: fc.option(fc.double()) })),
        (list) => {
          for (const { growth } of registerDeltas(list, RULES)) expect(growth === null || growth >= 0).toBe(true)
        },
      ),
    )
  })
})

describe('unit of a register', () => {
  const H = 3_600_000
  const powers = [500, 620, 580, 710, 640, 560, 600, 690]
  const rows = (registerOf: (i: number) => number) =>
    powers.map((meanPowerKw, i) => ({ timeMs: i * H, registerKwh: registerOf(i), meanPowerKw }))
  const energyTo = (i: number): number => powers.slice(1, i + 1).reduce((sum, kw) => sum + kw, 0)

  it('is fine when growth is the integral of power', () => {
    const check = valueOf(checkEnergyUnit(rows((i) => 1e6 + energyTo(i))))
    expect(check.suspicion).toBeNull()
    expect(check.ratio).toBeCloseTo(1, 9)
  })

  it('is suspected when it sends power for energy, watt hours or megawatt hours', () => {
    expect(valueOf(checkEnergyUnit(rows((i) => (powers[i] ?? 0) * 1.01)))).toMatchObject({
      suspicion: 'power-as-energy',
      ratio: null,
    })
    expect(valueOf(checkEnergyUnit(rows((i) => 1e9 + 1000 * energyTo(i)))).suspicion).toBe('watt-hours')
    expect(valueOf(checkEnergyUnit(rows((i) => 1e3 + energyTo(i) / 1000))).suspicion).toBe('megawatt-hours')
    expect(valueOf(checkEnergyUnit(rows((i) => 1e6 + energyTo(i) * 40))).suspicion).toBe('wrong-factor')
  })

  it('is not judged on too little', () => {
    expect(checkEnergyUnit(rows((i) => i).slice(0, 4))).toMatchObject({ reason: 'too-few-samples' })
    const idle = powers.map((_, i) => ({ timeMs: i * H, registerKwh: i, meanPowerKw: 0 }))
    expect(checkEnergyUnit(idle)).toMatchObject({ reason: 'zero-denominator' })
  })
})
