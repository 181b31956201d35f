import { describe, expect, it } from 'vitest'
import { openPark } from '../../mocks/park/load-node.ts'
import { deriveDetail } from '../../src/map/derive/derive.ts'
import type { DeriveInput } from '../../src/map/derive/derive-types.ts'
import { rectangleOf } from '../../src/map/derive/rectangle.ts'
import { roofParts, solarFields, stallLines } from '../../src/map/derive/roofs.ts'
import { castShadows, convexHull } from '../../src/map/derive/shadows.ts'
import { ringArea } from '../../src/map/geo.ts'
import type { Metres } from '../../src/map/geo.ts'

async function parkInput(): Promise<DeriveInput> {
  const park = openPark('bau-bang')
  return {
    buildings: await park.collection('buildings'),
    yards: await park.collection('yards'),
    roads: await park.collection('roads'),
    green: await park.collection('green'),
    plots: await park.collection('plots'),
    sites: await park.collection('sites'),
    water: await park.collection('water'),
    carriageways: await park.collection('carriageways'),
  }
}

const box = (x: number, y: number, w: number, d: number): Metres[] => [
  [x, y],
  [x + w, y],
  [x + w, y + d],
  [x, y + d],
  [x, y],
]

describe('derived detail of a park', () => {
  it('is the same for the same features, whatever their order of arrival', async () => {
    const input = await parkInput()
    const once = deriveDetail(input)
    const again = deriveDetail(structuredClone(input))
    expect(again.collections).toEqual(once.collections)
    expect(again.trees).toEqual(once.trees)
  })

  it('gives roofs, solar fields, shadows, stalls and trees', async () => {
    const { collections, trees } = deriveDetail(await parkInput())
    for (const { features } of Object.values(collections)) expect(features.length).toBeGreaterThan(0)
    expect(trees.length / 2).toBeGreaterThan(5000)
    expect(trees.every((value) => Number.isFinite(value))).toBe(true)
  })
})

describe('roofs', () => {
  const hall = rectangleOf(box(0, 0, 72, 130))

  it('reads the longer side of a footprint as its length', () => {
    expect(hall?.lengthM).toBeCloseTo(130)
    expect(hall?.widthM).toBeCloseTo(72)
    expect(rectangleOf(box(0, 0, 4, 4).slice(0, 4))).toBeNull()
  })

  it('puts one tooth every nine metres and one monitor per bay', () => {
    if (!hall) throw new Error('no hall')
    expect(roofParts('b', 'saw', hall).blocks).toHaveLength(14)
    expect(roofParts('b', 'monitor', hall).blocks).toHaveLength(3)
    expect(roofParts('b', 'none', hall).blocks).toHaveLength(0)
    expect(roofParts('b', 'flat', hall)).toEqual(roofParts('b', 'flat', hall))
    expect(solarFields(hall).length).toBeGreaterThan(4)
    expect(stallLines(hall).length).toBe(2 * 51)
  })
})

describe('shadows', () => {
  it('merge where they overlap, so that no ground is darkened twice', () => {
    const shadows = castShadows([
      { on: 'p', ring: box(0, 0, 10, 10).slice(0, 4), heightM: 10 },
      { on: 'p', ring: box(5, 0, 10, 10).slice(0, 4), heightM: 10 },
    ])
    expect(shadows).toHaveLength(1)
    expect(shadows[0]?.rings).toHaveLength(1)
  })

  it('reach no further than the tallest height', () => {
    const tall = castShadows([{ on: 'p', ring: box(0, 0, 10, 10).slice(0, 4), heightM: 500 }])
    const xs = tall.flatMap(({ rings }) => rings.flat().map(([x]) => x))
    expect(Math.max(...xs)).toBeCloseTo(10 + 0.62 * 30, 1)
  })

  it('are convex per building', () => {
    const hull = convexHull([...box(0, 0, 4, 4), [2, 2], [1, 3]])
    expect(hull).toHaveLength(4)
    expect(ringArea(hull)).toBeCloseTo(16)
  })
})
