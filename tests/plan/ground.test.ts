import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { intersect, regionRings } from '../../mocks/plan/clip.ts'
import { footprintCorners } from '../../mocks/plan/footprint.ts'
import { boxesMeet, boxOf, isInside, signedArea, totalArea } from '../../mocks/plan/geometry.ts'
import { buildGround } from '../../mocks/plan/ground.ts'
import { localFrames, toWorld } from '../../mocks/plan/local-frame.ts'
import type { BuildingPlan, GroundPlan, Ring } from '../../mocks/plan/types.ts'
import { writeGround } from '../../mocks/plan/write-ground.ts'
import { bauBangParams } from './bau-bang.ts'
import { smallParkParams } from './small-park.ts'

const params = bauBangParams()
const plan = buildGround(params)

function hashOf(seed: number): string {
  const seeded = { ...params, seed }
  return createHash('sha256')
    .update(JSON.stringify(writeGround(buildGround(seeded), seeded)))
    .digest('hex')
}

function overlapM2(rings: readonly Ring[]): number {
  let sum = 0
  const boxes = rings.map((ring) => boxOf(ring))
  for (const [i, a] of rings.entries()) {
    for (const [j, b] of rings.entries()) {
      const [boxA, boxB] = [boxes[i], boxes[j]]
      if (j > i && boxA && boxB && boxesMeet(boxA, boxB)) sum += Math.abs(totalArea(intersect([a], [b])))
    }
  }
  return sum
}

function footprintOf(ground: GroundPlan, building: BuildingPlan): Ring {
  const frame = localFrames(ground).get(building.on)
  if (!frame) throw new Error(`nothing called ${building.on}`)
  const { x, y, w, d, round } = building
  return footprintCorners(x, y, w, d, round).map(([a, b]) => toWorld(frame, a, b))
}

/** Roof area over plot area, by plot; canopies and gantries above the ground do not count. */
function coverages(ground: GroundPlan): number[] {
  return ground.plots.map((plot) => {
    const own = ground.buildings.filter((building) => building.on === plot.id && building.baseM === 0)
    return own.reduce((sum, building) => sum + building.w * building.d, 0) / (plot.areaHa * 1e4)
  })
}

function shareOf(areaM2: number): number {
  return (areaM2 / signedArea(plan.boundary)) * 100
}

describe('same parameters, same plan', () => {
  it('gives the same bytes for the same seed', () => {
    expect(hashOf(params.seed)).toBe(hashOf(params.seed))
  })

  it('gives another plan for another seed', () => {
    expect(hashOf(params.seed + 1)).not.toBe(hashOf(params.seed))
  })
})

describe('Bàu Bàng', () => {
  it('has the published area', () => {
    expect(signedArea(plan.boundary) / 1e4).toBeCloseTo(997.74, 1)
  })

  it('has 90 or more plots between 0.65 and about 84 ha, 17 of them vacant, with the published vacant sizes', () => {
    const areas = plan.plots.map((plot) => plot.areaHa)
    expect(areas.length).toBeGreaterThanOrEqual(90)
    expect(Math.min(...areas)).toBeGreaterThan(0.649)
    expect(Math.max(...areas)).toBeGreaterThan(80)
    expect(Math.max(...areas)).toBeLessThan(86)
    const vacant = plan.plots.filter((plot) => plot.status === 'vacant')
    expect(vacant).toHaveLength(17)
    for (const published of [0.65, 6.5, 11.89]) {
      expect(vacant.some((plot) => Math.abs(plot.areaHa - published) < 0.005)).toBe(true)
    }
  })

  it('gives every plot a unique code and id, a road and a gate on its fence', () => {
    expect(new Set(plan.plots.map((plot) => plot.code)).size).toBe(plan.plots.length)
    for (const plot of plan.plots) {
      expect(plot.id).toBe(`plot-${plot.code.toLowerCase()}`)
      expect(plot.code).toMatch(/^[A-D]\d\d$/)
      expect(plot.roadId).not.toBeNull()
      expect(isInside(plot.ring, plot.meters)).toBe(true)
    }
  })

  it('keeps plots and sites apart and off the roads', () => {
    const rings = [...plan.plots.map((plot) => plot.ring), ...plan.sites.map((site) => site.ring)]
    expect(overlapM2(rings)).toBe(0)
    expect(Math.abs(totalArea(intersect(rings, regionRings(plan.reserves))))).toBeLessThan(5)
  })

  it('keeps land use near the real shares', () => {
    const plots = shareOf(totalArea(plan.plots.map((plot) => plot.ring)))
    const roads = shareOf(totalArea(intersect(regionRings(plan.reserves), [plan.boundary])))
    const siteRings = plan.sites.filter((site) => site.kind !== 'park').map((site) => site.ring)
    const sites = shareOf(totalArea(siteRings))
    expect(plots).toBeGreaterThan(69)
    expect(plots).toBeLessThan(73)
    expect(roads).toBeGreaterThan(13)
    expect(roads).toBeLessThan(16)
    expect(sites).toBeGreaterThan(3.5)
    expect(sites).toBeLessThan(5)
    const green = 100 - plots - roads - sites
    expect(green).toBeGreaterThanOrEqual(10)
    expect(roads + sites + green).toBeGreaterThan(25)
  })

  it('puts every building inside its plot or site, at a density of at most 70 %', () => {
    const rings = new Map([...plan.plots, ...plan.sites].map((place) => [place.id, place.ring]))
    const outside = plan.buildings.filter((building) => {
      const ring = rings.get(building.on) ?? []
      return !footprintOf(plan, building).every((corner) => isInside(ring, corner))
    })
    expect(outside).toEqual([])
    expect(Math.max(...coverages(plan))).toBeLessThanOrEqual(0.7)
    expect(plan.buildings.length).toBeGreaterThan(1500)
  })

  it('leaves vacant plots empty and puts panels on about 30 % of the others, never on saw-tooth roofs', () => {
    const vacant = new Set(plan.plots.filter((plot) => plot.status === 'vacant').map((plot) => plot.id))
    expect(plan.buildings.filter((building) => vacant.has(building.on))).toEqual([])
    const solar = plan.buildings.filter((building) => building.solar)
    expect(solar.filter((building) => building.roof === 'saw' || building.kind !== 'hall')).toEqual([])
    const share = new Set(solar.map((building) => building.on)).size / (plan.plots.length - vacant.size)
    expect(share).toBeGreaterThan(0.22)
    expect(share).toBeLessThan(0.36)
  })

  it('draws every process unit that readings belong to', () => {
    const keys = plan.units.map((unit) => `${unit.site}/${unit.key}`)
    const needed = [
      'equalisation',
      'aeration-1',
      'aeration-2',
      'sludge-tank-1',
      'sludge-tank-2',
      'disinfection',
      'outlet',
    ]
    for (const key of [...needed, 'secondary-clarifier-1', 'secondary-clarifier-2', 'reclaimed']) {
      expect(keys).toContain(`site-wwtp/${key}`)
    }
    for (const key of ['clear-water-1', 'clear-water-2', 'pumps', 'water-tower'])
      expect(keys).toContain(`site-wtp/${key}`)
    for (const site of ['site-ss1', 'site-ss2']) expect(keys).toContain(`${site}/t2`)
    expect(keys).toContain('site-transfer/hazardous-store')
  })

  it('joins all roads of the park', () => {
    const reached = new Set([plan.edges[0]?.a])
    for (let before = -1; before !== reached.size;) {
      before = reached.size
      for (const edge of plan.edges) {
        if (reached.has(edge.a) || reached.has(edge.b)) for (const end of [edge.a, edge.b]) reached.add(end)
      }
    }
    expect(reached.size).toBe(plan.nodes.length)
    expect(new Set(params.roads.map((road) => road.name)).size).toBe(params.roads.length)
  })
})

describe('another park', () => {
  const small = smallParkParams()
  const ground = buildGround(small)

  it('works with one frame and no stream, national road, corridor or ponds', () => {
    expect(signedArea(ground.boundary) / 1e4).toBeCloseTo(60, 1)
    expect(ground.plots.length).toBeGreaterThan(10)
    expect(ground.stream).toEqual([])
    expect(ground.streamArea).toEqual([])
    expect(ground.surroundings).toEqual([])
    expect(overlapM2([...ground.plots, ...ground.sites].map((place) => place.ring))).toBe(0)
    expect(Math.max(...coverages(ground))).toBeLessThanOrEqual(0.6)
    expect(Object.keys(writeGround(ground, small))).toContain('waterways.geojson')
  })

  it('names the parameter that cannot be met', () => {
    const noGrowth = { ...small, boundary: { ...small.boundary, areaHa: 600 } }
    expect(() => buildGround(noGrowth)).toThrow(/boundary misses 600 ha/)
    const block = {
      at: ['main', 0, 0] as [string, number, number],
      whole: false,
      rows: 1 as const,
      targetHa: 2,
      across: false,
    }
    const tooLarge = { ...small, plots: { ...small.plots, blocks: [{ ...block, vacantHa: [40], letHa: [] }] } }
    expect(() => buildGround(tooLarge)).toThrow(/no room for a published plot of 40 ha/)
    expect(() => buildGround({ ...small, roads: [...small.roads, ...small.roads] })).toThrow(/road ids must be unique/)
  })
})
