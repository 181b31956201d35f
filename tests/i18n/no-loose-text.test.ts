import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const SOURCE = new URL('../../src/', import.meta.url).pathname

/** Names that are the same in every language. */
const NAMES = new Set(['Parkscope', 'Esc', 'CO'])

/** Words between tags, and words in attributes that are read out or shown. */
function looseTexts(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const found: string[] = []
  for (const match of code.matchAll(/>([^<>{}=;]*\p{L}{2,}[^<>{}=;]*)<\//gu)) found.push((match[1] ?? '').trim())
  for (const match of code.matchAll(/\s(?:aria-label|title|placeholder|alt|label)="([^"]*\p{L}[^"]*)"/gu)) {
    found.push(match[1] ?? '')
  }
  return found.filter((text) => text !== '' && !NAMES.has(text))
}

describe('screen code', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))

  it('finds a loose text when there is one', () => {
    expect(looseTexts('<p className="x">Hello there</p>')).toEqual(['Hello there'])
    expect(looseTexts('<Button aria-label="Close it" />')).toEqual(['Close it'])
    expect(looseTexts('<p>{t("nav.overview")}</p>')).toEqual([])
  })

  it.each(files)('%s takes its words from the catalogues', (name) => {
    expect(looseTexts(readFileSync(join(SOURCE, name), 'utf8'))).toEqual([])
  })
})
