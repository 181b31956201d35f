import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/app/config.ts'
import { type Search, searchOfView, searchSchema, viewOfSearch } from '../../src/app/search.ts'
import { alwaysHolds, hostile, mutated } from './hostile.ts'

const KEYS = Object.keys(searchSchema.shape)
const GOOD: Readonly<Record<string, string>> = {
  sel: 'plot:plot-a01',
  cam: '106.6,11.2,14,0,0',
  layers: 'water,-sewer',
  mode: 'assets',
  at: '2026-11-20T00:00:00Z',
}
const search = fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string()), fc.oneof(fc.string(), hostile), {
  maxKeys: 8,
})

/** Only something that is no object at all is refused, and the router never hands that on. */
function opensTheSameAgain(raw: unknown): boolean {
  const parsed = searchSchema.safeParse(raw)
  if (!parsed.success) return typeof raw !== 'object' || raw === null || Array.isArray(raw)
  const view = viewOfSearch('bau-bang', 'overview', parsed.data)
  const again: Search = searchSchema.parse(searchOfView(view, {}))
  const isSane = view.camera === null || Object.values(view.camera).every(Number.isFinite)
  return isSane && isDeepStrictEqual(viewOfSearch('bau-bang', 'overview', again), view)
}

describe('addresses', () => {
  it('open whatever they say, and what they open has an address that opens the same', () => {
    expect(() => alwaysHolds<unknown>(fc.oneof(search, mutated(GOOD)), opensTheSameAgain)).not.toThrow()
  })
})

describe('config.json', () => {
  it('is a configuration or a problem that is named', () => {
    const text = fc.oneof(
      fc.string(),
      hostile.map((value) => JSON.stringify(value) ?? ''),
      mutated({ apiBaseUrl: 'https://a.example', parks: ['bau-bang'], simulation: { seed: 1, speed: 2 } }).map(
        (value) => JSON.stringify(value) ?? '',
      ),
    )
    expect(() =>
      alwaysHolds(text, (json) => {
        const result = parseConfig(json)
        return result.ok ? result.config.parks.length > 0 : result.problem.kind.length > 0
      }),
    ).not.toThrow()
  })
})
