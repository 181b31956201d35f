import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { unitSymbol } from '../../src/domain/units/units.ts'
import { en } from '../../src/i18n/en.ts'
import { ja } from '../../src/i18n/ja.ts'
import { vi } from '../../src/i18n/vi.ts'

const PARKS = new URL('../../fixtures/parks/', import.meta.url)
const LABELS: Readonly<Record<string, ReadonlySet<string>>> = {
  vi: new Set(Object.keys(vi.facts)),
  en: new Set(Object.keys(en.facts)),
  ja: new Set(Object.keys(ja.facts)),
}

const factSchema = z.object({ key: z.string(), unit: z.string().nullable().optional() })
type FactHead = z.infer<typeof factSchema>

/** Every `facts` list anywhere in a file, however the park folder is laid out. */
function factsIn(value: unknown): FactHead[] {
  if (Array.isArray(value)) return value.flatMap(factsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => {
    const parsed = name === 'facts' ? z.array(factSchema).safeParse(part) : null
    return parsed?.success ? parsed.data : factsIn(part)
  })
}

function factsOf(park: string): FactHead[] {
  return ['park.json', 'assets.json']
    .map((file) => new URL(`${park}/${file}`, PARKS))
    .filter((file) => existsSync(file))
    .flatMap((file) => factsIn(JSON.parse(readFileSync(file, 'utf8'))))
}

const parks = readdirSync(PARKS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/park.json`, PARKS)))
  .map((entry) => entry.name)

describe.each(parks)('facts of %s', (park) => {
  const facts = factsOf(park)

  it('are read', () => {
    expect(facts.length).toBeGreaterThan(5)
  })

  it.each(['vi', 'en', 'ja'])('all have a label in %s', (locale) => {
    const missing = new Set(facts.map((fact) => fact.key).filter((key) => !LABELS[locale]?.has(key)))
    expect([...missing]).toEqual([])
  })

  it('are in units that have a symbol', () => {
    const unknown = new Set(
      facts
        .map((fact) => fact.unit ?? '1')
        .filter((unit) => !['1', '[pH]'].includes(unit) && unitSymbol(unit) === unit && /[.{[]/.test(unit)),
    )
    expect([...unknown]).toEqual([])
  })
})
