import { parkSchema, type Park } from '../src/contract/resources.ts'

const source = { title: 'Test', year: 2026, confidence: 'simulated' }
const three = (text: string) => ({ vi: text, en: text, ja: text })

/** A park without anything in it, with its setting of aliases. */
export function parkOf(aliases: Partial<Park['aliases']>): Park {
  return parkSchema.parse({
    id: 'test-park',
    name: three('Test'),
    province: three('Test'),
    operator: 'x',
    centre: [106.6, 11.2],
    areaHa: 1,
    timeZone: 'Asia/Ho_Chi_Minh',
    dataMode: 'simulated',
    address: three('x'),
    bbox: [106, 11, 107, 12],
    facts: [],
    targets: [],
    gridEmissionFactor: { tCO2PerMWh: 0.6592, year: 2023, source },
    planStatus: 'schematic',
    aliases,
  })
}
