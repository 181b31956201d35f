import { describe, expect, it } from 'vitest'
import { REGISTERS, type RecpSolution, type SymbiosisExchange } from '../../../src/contract/registers.ts'
import { certificatesOf, exchangesOf, isMeasured, measuredSavings } from '../../../src/domain/tenants/register-facts.ts'

const source = { title: 'Test', year: 2026, confidence: 'simulated' }
/** A row with nothing in its fields; what a row may lack altogether it lacks. */
const blank = (fields: Readonly<Record<string, unknown>>, given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.keys(fields)
      .filter((key) => key !== 'texts')
      .map((key) => [key, given[key] ?? null]),
  )

const profile = REGISTERS['tenant-profiles'].schema.parse({
  ...blank(REGISTERS['tenant-profiles'].schema.shape, {}),
  id: 'tp-1',
  version: 1,
  source,
  tenantId: 't-1',
  status: 'operating',
  iso9001Until: '2027-06-01',
  iso14001Until: '2026-12-31',
  iso45001Until: '2026-11-27',
  asOf: '2026-11-01',
})

function solution(given: Readonly<Record<string, unknown>>): RecpSolution {
  const { schema } = REGISTERS['recp-solutions']
  return schema.parse({
    ...blank(schema.shape, {}),
    id: 'r-1',
    version: 1,
    source,
    tenantId: 't-1',
    title: 'Heat',
    stage: 'verified',
    identifiedOn: '2025-01-01',
    ...given,
  })
}

function exchange(id: string, giverTenantId: string | null, takerTenantId: string | null): SymbiosisExchange {
  const { schema } = REGISTERS['symbiosis-exchanges']
  return schema.parse({
    ...blank(schema.shape, {}),
    id,
    version: 1,
    source,
    title: 'Steam',
    kind: 'other',
    stage: 'active',
    material: 'steam',
    giverTenantId,
    takerTenantId,
  })
}

const states = (today: string) => certificatesOf(profile, today).map(({ standard, state }) => `${standard} ${state}`)

describe('certificates', () => {
  it('hold up to their last day, are said to end in the last 90 days, and are not invented', () => {
    expect(states('2026-11-28')).toEqual(['iso9001 valid', 'iso14001 ending', 'iso45001 ended', 'iso50001 none'])
    expect(states('2026-11-27')[2]).toBe('iso45001 ending')
    expect(states('2026-10-02')[1]).toBe('iso14001 ending')
    expect(states('2026-10-01')[1]).toBe('iso14001 valid')
  })
})

describe('measured savings', () => {
  const measured = { measuredFrom: '2026-01-01', measuredTo: '2026-06-30' }

  it('count only what was carried out and measured over a period', () => {
    expect(isMeasured(solution(measured))).toBe(true)
    expect(isMeasured(solution({ ...measured, stage: 'planned' }))).toBe(false)
    expect(isMeasured(solution({ measuredFrom: '2026-01-01' }))).toBe(false)
  })

  it('add up by quantity; a quantity that no solution has stays empty', () => {
    const rows = [
      solution({ ...measured, savedKwh: 1000, savedVnd: 2e6 }),
      solution({ ...measured, stage: 'implemented', savedKwh: 500 }),
      solution({ savedKwh: 9999, savedWaterM3: 9999 }),
    ]
    expect(measuredSavings(rows)).toEqual({ measured: 2, all: 3, kwh: 1500, waterM3: null, vnd: 2e6 })
    expect(measuredSavings([])).toEqual({ measured: 0, all: 0, kwh: null, waterM3: null, vnd: null })
  })
})

describe('exchanges', () => {
  it('are those in which the tenant gives or takes', () => {
    const rows = [exchange('a', 't-1', 't-2'), exchange('b', 't-3', 't-1'), exchange('c', 't-2', 't-3')]
    expect(exchangesOf(rows, 't-1').map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
