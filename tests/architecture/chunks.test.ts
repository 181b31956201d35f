import { describe, expect, it } from 'vitest'
import { fixtureChunk } from '../../.ci/chunks.mjs'

const file = (path: string): string => `/any/where/fixtures/${path}?raw`

describe('chunks of the simulated park', () => {
  it.each([
    ['parks/bau-bang/points.json', 'bau-bang-core'],
    ['parks/bau-bang/networks.json', 'bau-bang-core'],
    ['parks/long-duc/points.json', 'long-duc-core'],
    ['parks/long-duc/plots.geojson', 'long-duc-ground'],
    ['parks/long-duc/registers/waste-lots.json', 'long-duc-alarms'],
    ['parks/long-duc/park.json', 'parks'],
    ['parks/bau-bang/park.json', 'parks'],
    ['reference/alarms/energy.json', 'alarm-catalogue'],
  ])('%s travels with %s', (path, chunk) => {
    expect(fixtureChunk(file(path))).toBe(chunk)
  })

  it.each([
    'parks/bau-bang/surroundings.geojson',
    'parks/bau-bang/tours.json',
    'parks/bau-bang/registers/actions.json',
    'reference/tariffs.json',
  ])('%s is asked for by itself', (path) => {
    expect(fixtureChunk(file(path))).toBeNull()
  })
})
