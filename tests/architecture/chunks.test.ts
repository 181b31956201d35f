import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type WrittenChunk, bundleOf, writeCompileHints } from '../../.ci/chunks.mjs'
import { packedParks } from '../../.ci/park-files-plugin.mjs'

describe('files of the simulated park', () => {
  it.each([
    ['bau-bang', 'points.json', 'bau-bang-core'],
    ['bau-bang', 'networks.json', 'bau-bang-core'],
    ['long-duc', 'points.json', 'long-duc-core'],
    ['long-duc', 'plots.geojson', 'long-duc-ground'],
    ['long-duc', 'registers/waste-lots.json', 'long-duc-alarms'],
    ['long-duc', 'park.json', 'parks'],
    ['bau-bang', 'park.json', 'parks'],
    ['bau-bang', 'surroundings.geojson', 'bau-bang-surroundings'],
    ['bau-bang', 'tours.json', 'bau-bang-tours'],
    ['bau-bang', 'registers/actions.json', 'bau-bang-actions'],
  ])('%s: %s travels in %s', (park, file, bundle) => {
    expect(bundleOf(park, file)).toBe(bundle)
  })

  it('are all found where the table says, as they are in the folder', () => {
    const { places, sources } = packedParks()
    expect(Object.keys(places)).toContain('bau-bang')
    for (const [park, files] of Object.entries(places)) {
      for (const [file, path] of Object.entries(files)) {
        const held: unknown = JSON.parse(sources.get(path) ?? 'null')
        const inFolder: unknown = JSON.parse(readFileSync(`fixtures/parks/${park}/${file}`, 'utf8'))
        expect(held).toMatchObject({ [`${park}/${file}`]: inFolder })
      }
    }
    expect(places['bau-bang']).not.toHaveProperty(['plan.params.json'])
  })
})

function written(name: string): WrittenChunk {
  const chunk: WrittenChunk = { type: 'chunk', name, code: 'const a = 1', map: { mappings: 'AAAA' } }
  writeCompileHints({ [name]: chunk })
  return chunk
}

describe('code that a first picture runs at once', () => {
  it('begins with the line that has it compiled whole, and its map with an empty one', () => {
    expect(written('shell')).toMatchObject({
      code: '//# allFunctionsCalledOnLoad\nconst a = 1',
      map: { mappings: ';AAAA' },
    })
  })

  it('is left to the engine where little of it runs at once', () => {
    expect(written('map-session')).toMatchObject({ code: 'const a = 1', map: { mappings: 'AAAA' } })
  })
})
