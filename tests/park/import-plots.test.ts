import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Findings } from '../../mocks/park/check/findings.ts'
import { makePlots } from '../../mocks/park/import/make-plots.ts'
import { readParcels } from '../../mocks/park/import/parcel-file.ts'
import { parsePlotMapping } from '../../mocks/park/import/plot-mapping.ts'
import { openParkFolder } from '../../mocks/park/load-node.ts'
import type { PlotFeature } from '../../src/contract/collections.ts'

const SAMPLE = 'fixtures/samples/parcels-ch-av/parcels.geojson'
const MAPPING = 'fixtures/samples/parcels-ch-av/mapping.json'
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Runs an import in memory: the plots, and the lines about what is wrong. */
function importFrom(data: unknown, mapping: unknown, existing: readonly PlotFeature[] = []) {
  const findings: Findings = []
  const plots = makePlots(readParcels(data, findings), parsePlotMapping(mapping), existing, [], findings)
  return { plots, problems: findings.map(({ place, problem }) => `${place}: ${problem}`) }
}

const SQUARE = [
  [106.6, 11.24],
  [106.602, 11.24],
  [106.602, 11.242],
  [106.6, 11.242],
  [106.6, 11.24],
]
const parcel = (properties: Record<string, unknown>, ring: unknown = SQUARE, id: string | number = 7) => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
})
const fileOf = (...features: unknown[]) => ({ type: 'FeatureCollection', features })

describe('the sample of a land register', () => {
  const { plots, problems } = importFrom(readJson(SAMPLE), readJson(MAPPING))

  it('becomes sixteen plots with every vertex, the stated area and ids of their own', () => {
    expect(problems).toEqual([])
    expect(plots.length).toBe(16)
    const moor = plots.find((plot) => plot.id === 'plot-ch827785288941')
    expect(moor?.properties).toMatchObject({ code: '4723', zone: 'S', areaHa: 4.39, status: 'vacant', tenantId: null })
    expect(moor?.geometry.coordinates[0]?.length).toBe(156)
  })

  it('takes the area of the outline where the register states none', () => {
    const silent = plots.find((plot) => plot.id === 'plot-ch713038525960')
    expect(silent?.properties.areaHa).toBeGreaterThan(0)
  })
})

describe('a mapping', () => {
  const status = { field: 'zustand', values: { frei: 'vacant', belegt: 'leased' } }

  it('translates values and keeps what it does not speak of from the plot that is replaced', () => {
    const first = importFrom(fileOf(parcel({ nr: 'A 1', zustand: 'belegt', gewerbe: 'Holz' })), {
      code: 'nr',
      status,
      industry: { field: 'gewerbe', values: { Holz: 'furniture' }, otherwise: null },
    })
    expect(first.problems).toEqual([])
    const again = importFrom(fileOf(parcel({ nr: 'A 1' })), { code: 'nr' }, first.plots)
    expect(again.plots[0]?.properties).toMatchObject({ status: 'leased', industry: 'furniture', code: 'A 1' })
    expect(again.plots[0]?.id).toBe('plot-a-1')
  })

  it('is refused with the name of its wrong key', () => {
    expect(() => parsePlotMapping({ code: 'nr', colour: 'x' })).toThrow(/mapping: colour/)
    expect(() => parsePlotMapping({ zone: { value: 'A' } })).toThrow(/mapping: code/)
  })

  it('works for a parcel in one part of many, with heights and wound the wrong way', () => {
    const high = SQUARE.map(([x = 0, y = 0]) => [x, y, 31.4]).toReversed()
    const feature = {
      ...parcel({ nr: 1 }),
      geometry: { type: 'MultiPolygon', coordinates: [[high]] },
    }
    const { plots, problems } = importFrom(fileOf(feature), { code: 'nr' })
    expect(problems).toEqual([])
    expect(plots[0]?.geometry.coordinates[0]?.[0]).toHaveLength(2)
    expect(plots[0]?.properties.areaHa).toBeCloseTo(4.83, 1)
  })
})

const BROKEN: readonly [string, unknown, unknown, RegExp][] = [
  ['no collection', { type: 'Topology' }, { code: 'nr' }, /^file: a GeoJSON FeatureCollection is expected/],
  ['an empty file', fileOf(), { code: 'nr' }, /^file: features: the file holds no parcel/],
  [
    'a national grid by name',
    { ...fileOf(parcel({ nr: 1 })), crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2056' } } },
    { code: 'nr' },
    /^file: crs: .*2056 is not WGS 84/,
  ],
  [
    'metres for degrees',
    fileOf(
      parcel(
        { nr: 1 },
        SQUARE.map(([x = 0, y = 0]) => [x * 25000, y * 1e5]),
      ),
    ),
    { code: 'nr' },
    /^feature 1 \(7\): geometry ring 1: .* is no longitude and latitude/,
  ],
  ['an open ring', fileOf(parcel({ nr: 1 }, SQUARE.slice(0, 4))), { code: 'nr' }, /ring 1: the ring does not end/],
  [
    'a bow tie',
    fileOf(parcel({ nr: 1 }, [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3], SQUARE[0]])),
    { code: 'nr' },
    /the outline crosses itself near 106\.\d+, 11\.\d+/,
  ],
  [
    'a line',
    fileOf({ ...parcel({ nr: 1 }), geometry: { type: 'LineString', coordinates: SQUARE } }),
    { code: 'nr' },
    /^feature 1 \(7\): geometry/,
  ],
  [
    'two parts',
    fileOf({ ...parcel({ nr: 1 }), geometry: { type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]] } }),
    { code: 'nr' },
    /it has 2 parts/,
  ],
  [
    'an attribute that is not there',
    fileOf(parcel({ nr: 1 })),
    { code: 'number' },
    /code: there is no attribute "number"; the parcel has nr/,
  ],
  ['an empty code', fileOf(parcel({ nr: null })), { code: 'nr' }, /code: attribute "nr" is empty/],
  [
    'a value that the mapping does not know',
    fileOf(parcel({ nr: 1, state: 'sold' })),
    { code: 'nr', status: { field: 'state', values: { free: 'vacant' } } },
    /status: attribute "state" is "sold", the mapping knows free/,
  ],
  [
    'a status of another language',
    fileOf(parcel({ nr: 1, state: 'frei' })),
    { code: 'nr', status: 'state' },
    /\(7\): status: /,
  ],
  [
    'an area in the wrong unit',
    fileOf(parcel({ nr: 1, area: 48300 })),
    { code: 'nr', area: { field: 'area', unit: 'ha' } },
    /area: attribute "area" states 48300\.00 ha, the outline holds 4\.8\d ha/,
  ],
  [
    'an area in words',
    fileOf(parcel({ nr: 1, area: 'five' })),
    { code: 'nr', area: { field: 'area', unit: 'ha' } },
    /area: attribute "area" is "five", a number above 0/,
  ],
  [
    'one code twice',
    fileOf(parcel({ nr: 1 }), parcel({ nr: 1 }, SQUARE, 8)),
    { code: 'nr' },
    /^feature 2 \(8\): id: plot-1 is also feature 1/,
  ],
]

describe('a broken file', () => {
  it.each(BROKEN)('%s is named', (_name, data, mapping, expected) => {
    expect(importFrom(data, mapping).problems.join('\n')).toMatch(expected)
  })
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plots-'))
  const run = (...options: string[]) =>
    spawnSync(process.execPath, ['mocks/park/import-plots.ts', ...options, '--park', folder], { encoding: 'utf8' })
  beforeAll(() => cpSync('fixtures/parks/long-duc', folder, { recursive: true }))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('merges into the park, replaces what is there and adds the rest', async () => {
    const before = await openParkFolder(folder).collection('plots')
    const own = join(folder, 'own.geojson')
    const moved = before
      .slice(0, 2)
      .map(({ id, geometry, properties }) => ({ type: 'Feature', id, geometry, properties }))
    writeFileSync(own, JSON.stringify(fileOf(...moved, parcel({ code: 'N 1' }))))
    const map = join(folder, 'map.json')
    writeFileSync(map, JSON.stringify({ code: 'code' }))
    const { status, stdout, stderr } = run(own, '--map', map)
    expect(stderr).toBe('')
    expect(stdout).toContain(`holds ${before.length + 1} plots: 1 added, 2 replaced, ${before.length - 2} kept`)
    expect(status).toBe(0)
    const after = await openParkFolder(folder).collection('plots')
    expect(after.length).toBe(before.length + 1)
    expect(after[0]?.properties).toMatchObject({
      tenantId: before[0]?.properties.tenantId,
      areaHa: before[0]?.properties.areaHa,
    })
    expect(after[0]?.properties.roadId).not.toBeNull()
  })

  it('writes nothing while a parcel is wrong', () => {
    const before = readFileSync(join(folder, 'plots.geojson'), 'utf8')
    const map = join(folder, 'map.json')
    writeFileSync(map, JSON.stringify({ code: 'parcel_number' }))
    const { status, stderr } = run(SAMPLE, '--map', map)
    expect(status).toBe(1)
    expect(stderr).toContain(
      'feature 1 (CH127620463518): code: there is no attribute "parcel_number"; the parcel has egrid',
    )
    expect(stderr).toContain('16 problems, nothing is written')
    expect(readFileSync(join(folder, 'plots.geojson'), 'utf8')).toBe(before)
  })

  it('says how it is called', () => {
    const { status, stderr } = run()
    expect(status).toBe(2)
    expect(stderr).toContain('usage: npm run import:plots')
  })
})

describe('its sample', () => {
  it('names its origin and licence', () => {
    const text = z.string().parse(readFileSync('fixtures/samples/parcels-ch-av/SOURCE.md', 'utf8'))
    expect(text).toContain('MIT')
  })
})
