import { describe, expect, it } from 'vitest'
import { sinkRules } from '../../src/app/trusted-types.ts'

describe('what the page may be handed to run', () => {
  const rules = sinkRules('https://room.example/park/#/bau-bang/overview')

  it.each(['<b>x</b>', '<img src=x onerror=alert(1)>', ' ', 'text'])('refuses the markup %j', (text) => {
    expect(rules.createHTML(text)).toBeNull()
  })

  it('lets an element be cleared', () => {
    expect(rules.createHTML('')).toBe('')
  })

  it.each(['./sw.js', '/assets/worker.js', 'https://room.example/park/assets/worker.js'])(
    'takes code from %s',
    (address) => {
      expect(rules.createScriptURL(address)).toBe(address)
    },
  )

  it.each([
    'https://elsewhere.example/worker.js',
    '//elsewhere.example/x.js',
    'data:text/javascript,1',
    'blob:null/1',
    'https://',
  ])('refuses code from %s', (address) => {
    expect(rules.createScriptURL(address)).toBeNull()
  })
})
