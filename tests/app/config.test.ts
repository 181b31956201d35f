import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/app/config.ts'

describe('config.json', () => {
  it('takes the file that ships with the product', () => {
    const text = readFileSync(new URL('../../public/config.json', import.meta.url), 'utf8')
    expect(parseConfig(text)).toMatchObject({ ok: true, config: { apiBaseUrl: null, defaultLanguage: 'vi' } })
  })

  it('fills in what is left out', () => {
    expect(parseConfig('{}')).toMatchObject({ ok: true, config: { parks: ['bau-bang'], simulation: { speed: 1 } } })
  })

  it.each([
    ['{"defaultLanguage":"fr"}', { kind: 'key', key: 'defaultLanguage' }],
    ['{"apiBaseURL":"https://x.test"}', { kind: 'key', key: 'apiBaseURL' }],
    ['{"apiBaseUrl":"not an address"}', { kind: 'key', key: 'apiBaseUrl' }],
    ['{"parks":["a"],"defaultPark":"b"}', { kind: 'key', key: 'defaultPark' }],
    ['{"simulation":{"speed":-1}}', { kind: 'key', key: 'simulation.speed' }],
    ['{"parks":', { kind: 'syntax' }],
    ['<!doctype html>', { kind: 'syntax' }],
  ])('%s names what is wrong', (text, problem) => {
    expect(parseConfig(text)).toMatchObject({ ok: false, problem })
  })
})
