import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fuelFactorsSchema } from '../../src/contract/reference-fuels.ts'
import { inventoryOf, scopeOne, scopeTwo } from '../../src/domain/ghg/inventory.ts'
import { griRows, savingAgainstBaseline, targetPath } from '../../src/domain/ghg/roadmap.ts'
import { fillForm } from '../../src/domain/report/fill-form.ts'
import { FORM_A4, FORM_B4 } from '../../src/domain/report/form-fields.data.ts'
import { gridFactors } from './reference-files.ts'
import { recp, row, scorecardOf, statement } from './scorecard/scorecard-park.ts'

const fuels = fuelFactorsSchema.parse(JSON.parse(readFileSync('fixtures/reference/fuel-factors.json', 'utf8')))
const fuel = (massT: number, kind = 'diesel') =>
  row('fuel-use', { id: `f-${kind}`, fuel: kind, from: '2026-01-01', to: '2026-03-31', massT })

describe('forms', () => {
  const { registers } = scorecardOf({
    'recp-solutions': [
      recp(1, 100),
      { ...recp(2, 50), savedVnd: 900 },
      { ...recp(3, null), implementedOn: null, stage: 'planned' },
    ],
    'park-statements': [statement('land-total', { value: 200 }), statement('land-green', { value: 30 })],
  })
  const input = { registers, facts: [], year: 2026, tenantId: null }

  it('trace every filled field of A.4 to its rows and list the gaps', () => {
    const form = fillForm(FORM_A4, input)
    const of = (key: string) => form.fields.find(({ field }) => field.key === key)
    expect(of('land-green-percent')).toMatchObject({
      value: 15,
      sources: [{ id: 'st-land-green' }, { id: 'st-land-total' }],
    })
    expect(of('electricity-saved')).toMatchObject({ value: 150, sources: [{ id: 'recp-1' }, { id: 'recp-2' }] })
    expect(of('recp-firms-last-year')?.value).toBe(2)
    expect(of('recp-firms-planned')?.value).toBe(1)
    expect(of('total-cost-saved')).toMatchObject({ value: 900, sources: [{ id: 'recp-2' }] })
    expect(form.gaps.map(({ key }) => key)).toContain('land-social')
    expect(form.filled + form.gaps.length).toBe(FORM_A4.length)
    expect(form.fields.filter(({ value, sources }) => value !== null && value !== 0 && sources.length === 0)).toEqual(
      [],
    )
  })

  it('fill B.4 of one tenant from its own rows only', () => {
    const form = fillForm(FORM_B4, { ...input, tenantId: 't-2' })
    expect(form.fields.find(({ field }) => field.key === 'electricity-saved')).toMatchObject({
      value: 50,
      sources: [{ id: 'recp-2' }],
    })
    expect(form.gaps.map(({ key }) => key)).toContain('product')
  })
})

describe('greenhouse gases', () => {
  it('1,000 MWh at the factor of 2023 are 659.2 t, and 10 t of diesel 31.863 t', () => {
    const two = scopeTwo(1_000_000, gridFactors, 2023)
    expect(two).toMatchObject({ ok: true, value: { factorYear: 2023 } })
    expect(two.ok && two.value.tCO2).toBeCloseTo(659.2)
    const one = scopeOne([fuel(10)], fuels, '2026-01-01', '2026-12-31')
    expect(one.ok && one.value.tCO2).toBeCloseTo(31.863)
    const all = inventoryOf(one, two, { areaHa: 100, employees: 0 })
    expect(all.total.ok && all.total.value).toBeCloseTo(691.063)
    expect(all.perEmployee).toMatchObject({ ok: false, reason: 'zero-denominator' })
  })

  it('are not known with a scope missing', () => {
    const none = scopeOne([], fuels, '2026-01-01', '2026-12-31')
    expect(none).toMatchObject({ ok: false, reason: 'no-data' })
    expect(inventoryOf(none, scopeTwo(1, gridFactors, 2023), { areaHa: 1, employees: 1 }).total.ok).toBe(false)
    const without = { factors: fuels.factors.filter((one) => one.fuel !== 'diesel') }
    expect(scopeOne([fuel(10)], without, '2026-01-01', '2026-12-31')).toMatchObject({ reason: 'no-reference-value' })
  })

  it('follow a target path and a baseline that moves with what is served', () => {
    const path = [2026, 2027].map((year) =>
      row('targets', { id: `t-${year}`, key: 'renewable-share', year, value: year - 2016, unit: '%' }),
    )
    expect(targetPath(path, 'renewable-share', new Map([[2026, 9]]))).toMatchObject([
      { target: 10, actual: 9, onPath: false },
      { target: 11, actual: null, onPath: null },
    ])
    expect(savingAgainstBaseline({ use: 1000, served: 10 }, { use: 900, served: 12 })).toMatchObject({
      value: { adjustedBaseline: 1200, saving: 300, savingPercent: 25, indicator: 75 },
    })
    expect(savingAgainstBaseline({ use: null, served: 10 }, { use: 9, served: 1 })).toMatchObject({
      reason: 'no-reference-value',
    })
  })

  it('go out with GRI codes, a gap as null', () => {
    const figures = {
      energyKwh: 1,
      energyPerHa: 1,
      waterWithdrawnM3: 10,
      waterDischargedM3: null,
      scopeOneT: null,
      scopeTwoT: 2,
      emissionsPerHa: null,
      wasteT: 3,
      wasteDivertedT: 1,
      wasteDisposedT: 2,
    }
    const rows = griRows(figures)
    expect(rows.find(({ code }) => code === '303-5')?.value).toBeNull()
    expect(rows.map(({ code }) => code)).toEqual([
      '302-1',
      '302-3',
      '303-3',
      '303-4',
      '303-5',
      '305-1',
      '305-2',
      '305-4',
      '306-3',
      '306-4',
      '306-5',
    ])
  })
})
