import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildingsFileSchema } from '../../mocks/plan/buildings-file.ts'
import { intersect } from '../../mocks/plan/clip.ts'
import { expandBuildings } from '../../mocks/plan/expand-buildings.ts'
import { boxesMeet, boxOf, isInside, signedArea, totalArea } from '../../mocks/plan/geometry.ts'
import { buildGround } from '../../mocks/plan/ground.ts'
import { projector } from '../../mocks/plan/project.ts'
import type { Ring } from '../../mocks/plan/types.ts'
import { writeGround } from '../../mocks/plan/write-ground.ts'
import { COLLECTIONS, collectionIdSchema } from '../../src/contract/collections.ts'
import { bauBangParams } from './bau-bang.ts'

const params = bauBangParams()
const plan = buildGround(params)
const files = writeGround(plan, params, {
  tenantOfPlot: new Map([['plot-a01', 'tenant-1']]),
  assetOfSite: new Map([['site-wwtp', 'wwtp']]),
})
const collectionNames = Object.keys(files).filter((name) => name.endsWith('.geojson'))

const looseCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      id: z.string(),
      geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
})
function readShipped(name: string): unknown {
  const file = new URL(`../../fixtures/parks/bau-bang/${name}`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}

const ringSchema = z.array(z.tuple([z.number(), z.number()]))

function featuresOf(name: string) {
  return looseCollection.parse(files[name]).features
}

function polygonsOf(name: string): Ring[][] {
  return featuresOf(name).flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return [z.array(ringSchema).parse(geometry.coordinates)]
    if (geometry.type === 'MultiPolygon') return z.array(z.array(ringSchema)).parse(geometry.coordinates)
    return []
  })
}

describe('ground files', () => {
  it.each(collectionNames)('%s holds features of its collection with unique ids', (name) => {
    const id = collectionIdSchema.parse(name.replace('.geojson', ''))
    const features = featuresOf(name)
    expect(features.length).toBeGreaterThan(0)
    for (const feature of looseCollection.parse(files[name]).features) {
      const parsed = COLLECTIONS[id].safeParse({ type: 'Feature', ...feature })
      expect(parsed.error?.issues ?? []).toEqual([])
    }
    expect(new Set(features.map((feature) => feature.id)).size).toBe(features.length)
  })

  it.each(collectionNames)('%s has closed rings, outer counter-clockwise, holes clockwise, six decimals', (name) => {
    const wrong = polygonsOf(name).flatMap((rings) =>
      rings.filter((ring, i) => {
        const closed = JSON.stringify(ring[0]) === JSON.stringify(ring.at(-1))
        const turns = signedArea(ring.slice(1)) > 0
        const rounded = ring.every((p) => p.every((x) => Math.abs(x * 1e6 - Math.round(x * 1e6)) < 1e-3))
        return !closed || ring.length < 4 || turns !== (i === 0) || !rounded
      }),
    )
    expect(wrong).toEqual([])
  })

  it('keeps plots apart after rounding to six decimals', () => {
    const { toLocal } = projector(params.origin)
    const rings = polygonsOf('plots.geojson').map((polygon) => (polygon[0] ?? []).slice(1).map((p) => toLocal(p)))
    const boxes = rings.map((ring) => boxOf(ring))
    let overlap = 0
    for (const [i, a] of rings.entries()) {
      for (const [j, b] of rings.entries()) {
        const [boxA, boxB] = [boxes[i], boxes[j]]
        if (j > i && boxA && boxB && boxesMeet(boxA, boxB)) overlap += Math.abs(totalArea(intersect([a], [b])))
      }
    }
    expect(overlap).toBe(0)
  })

  it.each(['boundary', 'roads', 'carriageways', 'green', 'water', 'waterways', 'surroundings', 'yards'])(
    'the shipped %s is what the generator writes',
    (id) => {
      expect(readShipped(`${id}.geojson`)).toEqual(files[`${id}.geojson`])
    },
  )

  it('the shipped buildings are what the generator writes', () => {
    expect(readShipped('buildings.json')).toEqual(files['buildings.json'])
  })

  it('carries the links of other stages', () => {
    const a01 = featuresOf('plots.geojson').find((feature) => feature.id === 'plot-a01')
    expect(a01?.properties['tenantId']).toBe('tenant-1')
    const plant = featuresOf('sites.geojson').find((feature) => feature.id === 'site-wwtp')
    expect(plant?.properties['assetId']).toBe('wwtp')
  })

  it('names every road once', () => {
    const names = featuresOf('roads.geojson').map((feature) => feature.properties['name'])
    expect(new Set(names).size).toBe(names.length)
  })

  it('stays within its share of the budget', () => {
    const bytes = Object.values(files).map((file) => gzipSync(JSON.stringify(file), { level: 9 }).length)
    expect(bytes.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThan(170)
  })
})

describe('compact buildings', () => {
  const file = buildingsFileSchema.parse(files['buildings.json'])

  it('expand to the buildings of the plan, in place', () => {
    const features = expandBuildings(file, plan.plots, plan.sites)
    expect(features).toHaveLength(plan.buildings.length)
    expect(new Set(features.map((feature) => feature.id)).size).toBe(features.length)
    const { toLocal } = projector(params.origin)
    const rings = new Map([...plan.plots, ...plan.sites].map((place) => [place.id, place.ring]))
    for (const feature of features) {
      expect(COLLECTIONS.buildings.safeParse(feature).success).toBe(true)
      const footprint = (feature.geometry.coordinates[0] ?? []).slice(1).map((p) => toLocal(p))
      expect(signedArea(footprint)).toBeGreaterThan(0)
      const ring = rings.get(feature.properties.on) ?? []
      expect(footprint.every((corner) => isInside(ring, corner))).toBe(true)
    }
  })

  it('name the plot that is missing', () => {
    const withoutFirst = plan.plots.filter((plot) => plot.id !== 'plot-a01')
    expect(() => expandBuildings(file, withoutFirst, plan.sites)).toThrow(/no plot or site "plot-a01"/)
  })
})
