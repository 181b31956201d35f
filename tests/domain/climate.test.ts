import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fuelFactorsSchema } from '../../src/contract/reference-fuels.ts'
import { scorecardHistorySchema } from '../../src/contract/scorecard.ts'
import { climateOf, yearlyActuals, type ClimateInput } from '../../src/domain/ghg/climate.ts'
import type { Aggregate } from '../../src/domain/scorecard/scorecard-types.ts'
import { gridFactors } from './reference-files.ts'
import { firmsOfPark, recp, row, scorecardOf, statement, TODAY } from './scorecard/scorecard-park.ts'

const fuelFactors = fuelFactorsSchema.parse(JSON.parse(readFileSync('fixtures/reference/fuel-factors.json', 'utf8')))
const sumOf = (value: number | null, coverage = 1): Aggregate => ({ value, coverage, pointIds: [] })
const fuel = row('fuel-use', { id: 'f-1', fuel: 'diesel', from: '2026-01-01', to: '2026-06-30', massT: 10 })
const leased = (year: number, value: number) =>
  row('park-statements', { id: `st-${year}`, key: 'leased-area', year, asOf: '2025-01-01', value, unit: 'har' })
const target = (year: number, value: number) =>
  row('targets', { id: `t-${year}`, key: 'renewable-share', year, value, unit: '%' })

function input(more: Partial<ClimateInput> = {}): ClimateInput {
  const { registers, aggregates } = scorecardOf(
    {
      'fuel-use': [fuel],
      'tenant-profiles': firmsOfPark(2),
      'recp-solutions': [{ ...recp(1, 400), stage: 'verified' }],
      'park-statements': [
        leased(2025, 10),
        leased(2026, 12),
        statement('direct-contract-energy', { value: 0 }),
        statement('declared-fuel-energy', { value: 1000 }),
      ],
      targets: [target(2024, 5), target(2026, 10)],
    },
    { aggregates: { 'grid-import': sumOf(8000), solar: sumOf(1000), 'water-supplied': sumOf(36_500) } },
  )
  return {
    registers,
    aggregates,
    baseline: { ...aggregates, 'grid-import': sumOf(9000), solar: sumOf(0) },
    gridFactors,
    fuelFactors,
    history: null,
    areaHa: 10,
    today: TODAY,
    ...more,
  }
}

describe('climate of a park', () => {
  it('has scopes with their factors, intensities, share and saving', () => {
    const climate = climateOf(input())
    // 10 t of diesel × 43 TJ/kt × 74.1 tCO2/TJ; 8 MWh × 0.6592 of 2023, the newest official factor.
    expect(climate.inventory.scopeOne).toMatchObject({ value: { tCO2: expect.closeTo(31.863, 3) } })
    expect(climate.inventory.scopeTwo).toMatchObject({ value: { tCO2: expect.closeTo(5.2736, 4), factorYear: 2023 } })
    expect(climate.energyPerHa).toMatchObject({ value: 900 })
    expect(climate.energyPerEmployee).toMatchObject({ value: 15 })
    expect(climate.waterPerHaDay).toMatchObject({ value: 10 })
    expect(climate.renewableShare).toMatchObject({ value: 10 })
    expect(climate.renewablePath).toMatchObject([
      { year: 2024, actual: null },
      { year: 2026, actual: 10, onPath: true },
    ])
    // Baseline 9,000 kWh on 10 ha: 10,800 on 12 ha; 9,000 were used.
    expect(climate.saving).toMatchObject({ value: { adjustedBaseline: 10_800, saving: 1800, indicator: 750 } })
    expect(climate.verifiedKwh).toBe(400)
    // What was burnt counts as well: 10 t of diesel are 0.43 TJ, 119,444 kWh.
    expect(climate.gri.find(({ code }) => code === '302-1')?.value).toBeCloseTo(128_444.4, 1)
  })

  it('knows nothing from a year with gaps, and no saving without a baseline', () => {
    const { aggregates } = input()
    const gaps = climateOf(input({ aggregates: { ...aggregates, 'grid-import': sumOf(8000, 0.7) } }))
    expect(gaps.energyKwh).toBeNull()
    expect(gaps.inventory.total.ok).toBe(false)
    expect(gaps.gri.find(({ code }) => code === '305-2')?.value).toBeNull()
    expect(climateOf(input({ baseline: null })).saving).toMatchObject({ ok: false, reason: 'no-reference-value' })
  })

  it('takes the last stored quarter of a year for what was reached', () => {
    const history = scorecardHistorySchema.parse({
      parkId: 'p',
      quarters: ['2025-Q3', '2025-Q4', '2026-Q1'],
      series: [{ criterionId: 'EIP-EN-3', value: [4, 6, null], meets: [], coverage: [] }],
      source: { title: 'T', year: 2026, confidence: 'simulated' },
      dataMode: 'simulated',
    })
    const found = yearlyActuals(history, 'EIP-EN-3', { year: 2026, value: 9 })
    expect([...found]).toEqual([
      [2025, 6],
      [2026, 9],
    ])
  })
})
