import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Source, sourceSchema } from '../../src/contract/primitives.ts'
import { sourceArticle, sourceNote, sourceTitle } from '../../src/i18n/source-title.ts'
import { norms } from '../domain/reference-files.ts'

const PARKS = new URL('../../fixtures/parks/', import.meta.url)
/** Names of publications, the same in every language. */
const NAMES: ReadonlySet<string> = new Set(['Daiwa House: Long Duc Industrial Park', 'doanhnhanvn.com, TDM Water'])

/** Every source anywhere in a file of a park folder. */
function sourcesIn(value: unknown): Source[] {
  if (Array.isArray(value)) return value.flatMap(sourcesIn)
  if (typeof value !== 'object' || value === null) return []
  const parsed = sourceSchema.safeParse(value)
  return parsed.success ? [parsed.data] : Object.values(value).flatMap(sourcesIn)
}

const files = readdirSync(PARKS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
const sources = files.flatMap((name) => sourcesIn(JSON.parse(readFileSync(new URL(name, PARKS), 'utf8'))))

describe('sources of the parks', () => {
  it('that are descriptions have a title in each language', () => {
    expect(sources.length).toBeGreaterThan(100)
    const bare = sources.filter(({ title, titles }) => titles === undefined && !NAMES.has(title))
    expect([...new Set(bare.map(({ title }) => title))]).toEqual([])
  })

  it.each([
    ['Parkscope simulator', 'Bộ mô phỏng Parkscope', 'Parkscopeシミュレーター'],
    ['Demo register of the simulated park', 'Sổ đăng ký mẫu của khu công nghiệp mô phỏng', '模擬団地の見本台帳'],
  ])('%s is said in Vietnamese and Japanese', (title, vi, ja) => {
    const found = sources.filter((source) => source.title === title)
    expect(found.length).toBeGreaterThan(4)
    for (const source of found) {
      expect([sourceTitle(source, 'en'), sourceTitle(source, 'vi'), sourceTitle(source, 'ja')]).toEqual([title, vi, ja])
    }
  })
})

describe('sources of rules, limits, prices, factors and criteria', () => {
  const REFERENCE = new URL('../../fixtures/reference/', import.meta.url)
  /** Documents that have one name. */
  const DOCUMENTS: ReadonlySet<string> = new Set([
    'Parkscope',
    'QCVN 01:2021/BXD',
    'TCXDVN 33:2006',
    'An International Framework for Eco-Industrial Parks, version 1.0 (2017)',
  ])
  const shown = ['limit-sets', 'norms', 'tariffs', 'grid-factors', 'fuel-factors', 'criteria/vn-35-2022']
    .concat(['criteria/vn-82-2018', 'criteria/eip-1.0', 'criteria/smart-park'])
    .flatMap((name) => sourcesIn(JSON.parse(readFileSync(new URL(`${name}.json`, REFERENCE), 'utf8'))))

  it('are said in each language where they are no name', () => {
    expect(shown.length).toBeGreaterThan(100)
    const bare = shown.filter(({ title, titles }) => titles === undefined && !DOCUMENTS.has(title))
    expect([...new Set(bare.map(({ title }) => title))]).toEqual([])
    const odd = shown.filter((source) => sourceTitle(source, 'en') !== source.title)
    expect(odd).toEqual([])
  })
})

describe('rules behind the clocks of hazardous waste', () => {
  const rules = [...norms.legalClocks, norms.hazardousPermitTrigger].map(({ source }) => source)

  it('have title, article and note in each language', () => {
    for (const source of rules) {
      expect(sourceTitle(source, 'vi')).toMatch(/^Nghị định/)
      expect(sourceTitle(source, 'ja')).toMatch(/^政令/)
      expect(sourceArticle(source, 'vi')).toMatch(/^Điều 71/)
      expect(sourceArticle(source, 'ja')).toMatch(/^第71条/)
      expect(sourceNote(source, 'vi')).not.toBe(source.note)
      expect(sourceNote(source, 'ja')).not.toBe(source.note)
      expect(sourceTitle(source, 'en')).toBe(source.title)
      expect(sourceArticle(source, 'en')).toBe(source.article)
      expect(sourceNote(source, 'en')).toBe(source.note)
    }
  })
})
