import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { buildAsyncApi } from '../../src/contract/docs/asyncapi.ts'
import { buildOpenApi } from '../../src/contract/docs/openapi.ts'

describe('emitted documents', () => {
  it.each([
    ['openapi.json', buildOpenApi],
    ['asyncapi.json', buildAsyncApi],
  ])('docs/%s is what the contract says (npm run contract:docs)', async (name, build) => {
    const file = await readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
    expect(file).toBe(`${JSON.stringify(build(), null, 2)}\n`)
  })

  it('documents positions although one check reads them', () => {
    expect(JSON.stringify(buildOpenApi())).toContain('"prefixItems":[{"type":"number","minimum":-180')
  })
})
