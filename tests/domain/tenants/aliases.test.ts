import { array, assert, constantFrom, nat, property, stringMatching, tuple, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tenantSchema, type Tenant } from '../../../src/contract/resources.ts'
import { indexPark } from '../../../src/domain/network/park-index.ts'
import { nameVeil, withAliases } from '../../../src/domain/tenants/aliases.ts'
import { parkOf } from '../../tenants-park.ts'

const source = { title: 'Test', year: 2026, confidence: 'simulated' }

function tenant(name: string, at: number): Tenant {
  return tenantSchema.parse({
    id: `t-${at}`,
    name,
    alias: `#${at}`,
    country: 'VN',
    industry: 'textile',
    vsic: '1311',
    plotIds: [`plot-${at}`],
    headcount: null,
    contractedPowerKw: null,
    contractedWaterM3PerDay: null,
    contractedWastewaterM3PerDay: null,
    since: null,
    source,
  })
}

const aliasOf = ({ alias }: Tenant): string => alias
/** Names as people write them, with everything that means something in a pattern. */
const names = uniqueArray(stringMatching(/^[A-Za-zÀ-ỹ東京工業(][A-Za-zÀ-ỹ東京工業 .,&()+*?[\]{}|^$\\-]{2,30}$/u), {
  minLength: 1,
  maxLength: 8,
  selector: (name) => name.toLowerCase(),
})

describe('tenants under aliases', () => {
  it('leaves no name in the lists of the park, and everything else as it was', () => {
    const tenants = ['Công ty TNHH Dệt An Phú', 'Mirinae Metal Vina Co., Ltd.'].map(tenant)
    const index = indexPark(parkOf({ tour: true }), [], [], tenants)
    const shown = withAliases(index, aliasOf)
    expect(shown.tenants.map(({ name }) => name)).toEqual(['#0', '#1'])
    expect(shown.tenantById.get('t-1')?.name).toBe('#1')
    expect(shown.tenants.map(({ id, plotIds }) => [id, plotIds])).toEqual(
      tenants.map(({ id, plotIds }) => [id, plotIds]),
    )
    expect(shown.park).toBe(index.park)
  })

  it('takes the longer of two names that share their beginning', () => {
    const veil = nameVeil([tenant('An Phú', 0), tenant('An Phú Steel', 1)], aliasOf)
    expect(veil('An Phú Steel, An Phú; AN PHÚ STEEL')).toBe('#1, #0; #1')
  })

  it('skips blank names and changes nothing without tenants', () => {
    expect(nameVeil([tenant(' ', 0)], aliasOf)('a b')).toBe('a b')
    expect(nameVeil([], aliasOf)('a b')).toBe('a b')
  })

  it('knows a name in capital and small letters, with accents joined or apart', () => {
    const veil = nameVeil([tenant('İstanbul Tekstil', 0), tenant('Dệt An Phú', 1)], aliasOf)
    expect(veil('İstanbul Tekstil, İSTANBUL TEKSTIL')).toBe('#0, #0')
    expect(veil('İstanbul Tekstil'.toLowerCase())).toBe('#0')
    expect(veil(`DỆT AN PHÚ; ${'Dệt An Phú'.normalize('NFD')}`)).toBe('#1; #1')
  })

  it('leaves no name in any text, however it is written', () => {
    const written = constantFrom<(name: string) => string>(
      (name) => name,
      (name) => name.toLowerCase(),
      (name) => name.toUpperCase(),
      (name) => name.normalize('NFD'),
    )
    assert(
      property(names, array(tuple(nat(20), written), { maxLength: 12 }), (list, order) => {
        const tenants = list.map(tenant)
        const text = order.map(([at, write]) => write(list[at % list.length] ?? '')).join(' / ')
        const veiled = nameVeil(tenants, aliasOf)(text).normalize('NFC').toLowerCase()
        // A short name may also be part of an alias or of what stands between two of them.
        const left = list.filter((name) => veiled.includes(name.toLowerCase()) && !/^[#\d/ ]+$/.test(name))
        expect(left).toEqual([])
      }),
      { examples: [[['İA$', '().'], [[0, (name: string) => name]]]] },
    )
  })
})
