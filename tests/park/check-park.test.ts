import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runChecks } from '../../mocks/park/check/run-checks.ts'
import { openParkFolder } from '../../mocks/park/load-node.ts'
import {
  assetsFile,
  buildingsFile,
  boxFile,
  editFile,
  find,
  KEY,
  namesFile,
  parkFile,
  pointsFile,
  polygonsFile,
  problemsOf,
  ratingsFile,
  rowsFile,
  SHIPPED,
  withCopy,
} from './broken-park.ts'

describe('the shipped park', () => {
  it('is proved, with the counts that the product promises', async () => {
    const { findings, counts } = await runChecks(openParkFolder(SHIPPED))
    expect(findings).toEqual([])
    const count = new Map(counts)
    expect(Number(count.get('plots'))).toBeGreaterThanOrEqual(90)
    expect(Number(count.get('tenants'))).toBeGreaterThanOrEqual(60)
    expect(Number(count.get('points'))).toBeGreaterThanOrEqual(1500)
  })
})

type Breakage = [name: string, breakIt: (folder: string) => void, expected: RegExp]

const network = (
  folder: string,
  name: string,
  edit: (rows: { ids: string[]; nodes: number[][]; edges: number[][] }, names: string[]) => void,
): void =>
  editFile(folder, 'networks.json', rowsFile, (file) =>
    edit(
      find(file.networks, (rows) => rows.network === name),
      file.names,
    ),
  )

const addOrphan = (folder: string): void =>
  editFile(folder, 'points.json', pointsFile, ({ points }) => void points.push('em-zz9.active-power'))

const BREAKAGES: readonly Breakage[] = [
  [
    'a plot moved onto its neighbour',
    (folder) =>
      editFile(folder, 'plots.geojson', polygonsFile, ({ features }) => {
        const target = find(features, (feature) => feature.id === 'plot-a03')
        find(features, (feature) => feature.id === 'plot-a02').geometry.coordinates = target.geometry.coordinates
      }),
    /plot-a02 and plot-a03: overlap by \d+ m²/,
  ],
  [
    'a polygon that crosses itself',
    (folder) =>
      editFile(folder, 'sites.geojson', polygonsFile, ({ features }) => {
        const ring = find(features, (feature) => feature.id === 'site-wtp').geometry.coordinates[0] ?? []
        const [west, south] = [Math.min(...ring.map((p) => p[0])), Math.min(...ring.map((p) => p[1]))]
        const [east, north] = [Math.max(...ring.map((p) => p[0])), Math.max(...ring.map((p) => p[1]))]
        ring.splice(0, ring.length, [west, south], [east, north], [east, south], [west, north], [west, south])
      }),
    /site-wtp: the polygon crosses itself near 106\.\d+, 11\.\d+/,
  ],
  [
    'a building outside its plot',
    (folder) =>
      editFile(folder, 'buildings.json', buildingsFile, ({ groups }) => {
        const row = find(groups, (group) => group.on === `plot-${KEY}`).rows[0] ?? []
        row[1] = 60_000
      }),
    new RegExp(String.raw`${KEY}-b1: reaches \d+\.\d m outside plot-${KEY}`),
  ],
  [
    'a plot built over too densely',
    (folder) =>
      editFile(folder, 'buildings.json', buildingsFile, ({ groups }) => {
        const { rows } = find(groups, (group) => group.on === `plot-${KEY}`)
        rows.push(...rows, ...rows, ...rows)
      }),
    new RegExp(String.raw`plot-${KEY}: is built over by \d+ %`),
  ],
  [
    'an edge of the water main deleted',
    (folder) =>
      network(folder, 'water', (rows) => {
        const meter = rows.ids.indexOf(`wa.m-${KEY}`)
        rows.edges = rows.edges.filter(([, , to]) => to !== meter)
      }),
    new RegExp(String.raw`plot-${KEY}: tenant t-${KEY} is not served by water`),
  ],
  [
    'a main deleted, so that a part is cut off',
    (folder) =>
      network(folder, 'reclaimed', (rows) => {
        rows.edges.splice(0, 1)
      }),
    /nodes? of reclaimed (are|is) cut off from the rest/,
  ],
  [
    'a cycle in the sewers',
    (folder) =>
      network(folder, 'sewer', (rows) => {
        const longest = find(rows.edges, (edge) => edge[3] === 0 && (edge[1] ?? 0) !== (edge[2] ?? 0))
        rows.edges.push([9999, longest[2] ?? 0, longest[1] ?? 0, 0, 300, 0, 0, 0, 0])
      }),
    /se\d+: sewer: (this edge closes a cycle|node .* already drains) .*/,
  ],
  [
    'a normally open switch closed',
    (folder) =>
      network(folder, 'power-22', (rows) => {
        for (const edge of rows.edges) if (edge[3] === 2) edge[3] = 0
      }),
    /pw\d+: closes a ring of power-22 that has no open switch \(feeder f-\d+\)/,
  ],
  [
    'an edge that ends nowhere',
    (folder) =>
      network(folder, 'fibre', (rows) => {
        find(rows.edges, () => true)[1] = 99_999
      }),
    /edge fi\d+ ends at a node that is not there/,
  ],
  ['an orphaned point', addOrphan, /point em-zz9\.active-power: no asset em-zz9/],
  [
    'a point in a wrong unit',
    (folder) =>
      editFile(
        folder,
        'points.json',
        pointsFile,
        ({ points }) => void (points[0] = { id: `wm-${KEY}.flow-2`, unit: 'L/s' }),
      ),
    new RegExp(String.raw`wm-${KEY}\.flow-2: unit L/s, flow is measured in m3/h`),
  ],
  [
    'a point twice',
    (folder) => editFile(folder, 'points.json', pointsFile, ({ points }) => void points.push(`em-${KEY}.active-power`)),
    new RegExp(String.raw`em-${KEY}\.active-power: the point id comes more than once`),
  ],
  [
    'an asset id twice',
    (folder) =>
      editFile(
        folder,
        'assets.json',
        assetsFile,
        ({ assets }) => void assets.push({ ...find(assets, (asset) => asset.id === `em-${KEY}`) }),
      ),
    new RegExp(String.raw`em-${KEY}: the asset id comes more than once`),
  ],
  [
    'a cycle of districts',
    (folder) =>
      editFile(folder, 'assets.json', assetsFile, ({ assets }) => {
        const lower = find(
          assets,
          (asset) => asset.id.startsWith('dma-') && String(asset['parentId']).startsWith('dma-'),
        )
        find(assets, (asset) => asset.id === lower['parentId'])['parentId'] = lower.id
      }),
    /dma-\d+: its parents form a cycle at dma-\d+/,
  ],
  [
    'a fact without its source',
    (folder) =>
      editFile(
        folder,
        'park.json',
        parkFile,
        ({ facts }) => void delete find(facts, (fact) => fact.key === 'water-plant-biwase')['source'],
      ),
    /park\.json: facts\.\d+\.source/,
  ],
  [
    'a source that no list holds',
    (folder) =>
      editFile(folder, 'park.json', parkFile, ({ targets }) => void (find(targets, () => true)['source'] = 'hearsay')),
    /target contracted-power: park\.json has no source "hearsay"/,
  ],
  [
    'a vacant plot let to a tenant',
    (folder) =>
      editFile(folder, 'plots.geojson', polygonsFile, ({ features }) => {
        find(features, (feature) => feature.id === `plot-${KEY}`).properties['status'] = 'vacant'
      }),
    new RegExp(String.raw`plot-${KEY}: is vacant, but t-${KEY} rents it`),
  ],
  [
    'a feature that breaks its schema',
    (folder) =>
      editFile(folder, 'plots.geojson', polygonsFile, ({ features }) => {
        find(features, (feature) => feature.id === 'plot-b01').properties['areaHa'] = -4
      }),
    /plots\.geojson: plot-b01 properties\.areaHa/,
  ],
  [
    'two tenants of one name',
    (folder) =>
      editFile(folder, 'tenants.json', namesFile, ({ tenants }) => {
        const [first, second] = tenants
        if (first && second) Object.assign(second, { name: first.name, alias: first.alias })
      }),
    /: the tenant name comes more than once\n.*: the tenant alias comes more than once/,
  ],
  [
    'a transformer that is too small for its plot',
    (folder) =>
      editFile(folder, 'simulation.json', ratingsFile, ({ energy }) => {
        find(energy.transformers, (unit) => unit.assetId === 'dt-a03').ratedMva = 0.01
      }),
    /dt-a03: its peak takes \d+ % of 0\.01 MVA/,
  ],
  [
    'a published share of the land that the plan misses',
    (folder) =>
      editFile(folder, 'park.json', parkFile, ({ facts }) => {
        const area = find(facts, (fact) => fact.key === 'area')
        facts.push({ ...area, key: 'land-roads', value: 12 })
      }),
    /park fact land-roads: states 12 ha, the plan draws 1\d\d\.\d+ ha/,
  ],
  [
    'a box that does not hold the outline',
    (folder) =>
      editFile(folder, 'park.json', boxFile, (park) => {
        park.bbox = [106.6, 11.24, 106.61, 11.25]
      }),
    /park\.json: bbox does not hold the outline, which is \[106\./,
  ],
  ['a file that is missing', (folder) => rmSync(join(folder, 'tenants.json')), /tenants\.json: the file is missing/],
  ['a file that is no JSON', (folder) => writeFileSync(join(folder, 'assets.json'), '{"assets": ['), /assets\.json: /],
]

describe('a broken copy', () => {
  it.each(BREAKAGES)('names %s', async (_name, breakIt, expected) => {
    const problems = await problemsOf(breakIt)
    expect(problems.join('\n')).toMatch(expected)
  })
})

const run = (folder: string) => spawnSync(process.execPath, ['mocks/park/check-park.ts', folder], { encoding: 'utf8' })

describe('the command', () => {
  it('exits with 0 for the shipped park and prints its counts', () => {
    const { status, stdout } = run(SHIPPED)
    expect(stdout).toMatch(/plots\s+\d+/)
    expect(status).toBe(0)
  })

  it('exits with 1 for a broken one and names the place', async () => {
    const { status, stderr } = await withCopy(addOrphan, async (folder) => run(folder))
    expect(stderr).toContain('em-zz9')
    expect(status).toBe(1)
  })
})
