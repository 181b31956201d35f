import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CATALOGUES } from './all-texts.ts'

const SOURCE = new URL('../../src/', import.meta.url).pathname
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('i18n/'))
  .map((name) => ({ name, code: readFileSync(join(SOURCE, name), 'utf8') }))

/** Keys that come with the data: fact sheets name theirs, and another test holds the two together. */
const FROM_DATA = new Set(['facts'])

/** Code that holds keys of a namespace as data and leaves the asking to others. */
const KEY_TABLES: Readonly<Record<string, RegExp>> = { map: /^map\//, kpi: /^domain\/kpi\// }

/** Code that asks for texts of a namespace names it in quotes: useText('shell'), Text<'shell'>. */
function codeOf(namespace: string): string {
  return files
    .filter(({ name, code }) => code.includes(`'${namespace}'`) || KEY_TABLES[namespace]?.test(name))
    .map(({ code }) => code)
    .join('\n')
}

/** Whether a key is asked for: as it stands, or by a template in which each `${…}` stands for one part of it. */
function isUsedIn(code: string): (key: string) => boolean {
  const literals = new Set([...code.matchAll(/'([^'\n]+)'/g)].map((match) => match[1] ?? ''))
  const patterns = [...code.matchAll(/`(?=([\w.-]*\$\{[^`\n]*)`)/g)]
    .map((match) => (match[1] ?? '').split(/\$\{(?:[^{}]|\{[^}]*\})*\}/))
    .filter((parts) => parts.join('').includes('.') && parts.every((part) => /^[\w.-]*$/.test(part)))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w-]+')}$`))
  return (key) => literals.has(key) || patterns.some((pattern) => pattern.test(key))
}

const texts = Object.entries(CATALOGUES.en).filter(([namespace]) => !FROM_DATA.has(namespace))

describe.each(texts)('catalogue %s', (namespace, entries) => {
  it('has no key that nothing asks for', () => {
    const isUsed = isUsedIn(codeOf(namespace))
    const unused = Object.keys(entries).filter((key) => !isUsed(key.replace(/_(one|other)$/, '')))
    expect(unused).toEqual([])
  })
})
