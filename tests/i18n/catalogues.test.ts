import { describe, expect, it } from 'vitest'
import { CATALOGUES, type Texts } from './all-texts.ts'

/** Keys whose text is a name, an abbreviation or only placeholders, and so the same in several languages. */
const SAME_ALLOWED = new Set([
  'chart:csv',
  'chart:png',
  'chart:xlsx',
  'water:short.ph',
  'water:short.cod',
  'water:short.tss',
  'water:short.ammonium',
  'words:point.cod',
  'wall:parameter.cod',
  'wall:parameter.ph',
  'wall:parameter.tss',
  'words:point.tss',
  'kpi:stream.short.energy',
  'kpi:stream.short.water',
  'kpi:stream.short.wastewater',
  'kpi:stream.short.waste',
  'kpi:bullet.label',
  'daily:change.fromTo',
  'shell:document.title',
  'overview:exceptions.above',
])

const base = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '')
const placeholders = (text: string): string => (text.match(/\{\{[^}]+\}\}/g) ?? []).toSorted().join(' ')

function flat(catalogue: Texts): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [namespace, entries] of Object.entries(catalogue)) {
    for (const [key, text] of Object.entries(entries)) texts.set(`${namespace}:${key}`, text)
  }
  return texts
}

const baseKeys = (from: Map<string, string>): string[] => [...new Set([...from.keys()].map(base))].toSorted()

const english = flat(CATALOGUES.en)

describe.each(['vi', 'ja'] as const)('catalogue %s', (locale) => {
  const texts = flat(CATALOGUES[locale])

  it('has the same keys as English', () => {
    expect(baseKeys(texts)).toEqual(baseKeys(english))
  })

  it('has the same placeholders as English', () => {
    const different = [...texts].filter(([key, text]) => {
      const other = english.get(key) ?? english.get(`${base(key)}_other`)
      return other !== undefined && placeholders(other) !== placeholders(text)
    })
    expect(different).toEqual([])
  })

  it('is translated: nothing equals English outside the list of names and units', () => {
    const same = [...texts]
      .filter(([key, text]) => text === english.get(key) && /\p{L}{2,}/u.test(text.replace(/\{\{[^}]+\}\}/g, '')))
      .map(([key]) => key)
      .filter((key) => !SAME_ALLOWED.has(key))
    expect(same).toEqual([])
  })

  it('leaves no text empty', () => {
    expect([...texts].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })
})

describe('catalogue ja', () => {
  it('holds Japanese letters wherever it holds words', () => {
    const plain = [...flat(CATALOGUES.ja)]
      .filter(([key]) => !SAME_ALLOWED.has(key))
      .filter(([, text]) => /\p{L}{3,}/u.test(text.replace(/\{\{[^}]+\}\}/g, '').replaceAll('Parkscope', '')))
      .filter(([, text]) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
      .map(([key]) => key)
    expect(plain).toEqual([])
  })
})

describe('plural forms', () => {
  it('has one and other in English', () => {
    const others = [...english.keys()].filter((key) => key.endsWith('_other'))
    expect(others.filter((key) => !english.has(key.replace(/_other$/, '_one')))).toEqual([])
  })
})
