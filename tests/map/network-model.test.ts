import { describe, expect, it } from 'vitest'
import type { NetworkEdgeFeature } from '../../src/contract/collections.ts'
import { FRESHNESS_BYTE } from '../../src/domain/quality/freshness.ts'
import { edgeLabel } from '../../src/map/data/network-labels.ts'
import { joinLines } from '../../src/map/data/join-roads.ts'
import { edgeWidth, flowOf, isSameLook, lookOf, placeChevrons } from '../../src/map/overlay/network-model.ts'
import { distanceToSegment } from '../../src/map/picking-maths.ts'
import { scaleLength } from '../../src/map/ui/furniture.ts'

function edge(id: string, change: Partial<NetworkEdgeFeature['properties']> = {}): NetworkEdgeFeature {
  return {
    type: 'Feature',
    id,
    geometry: {
      type: 'LineString',
      coordinates: [
        [106.6, 11.25],
        [106.61, 11.25],
      ],
    },
    properties: {
      network: 'power-22',
      from: 'a',
      to: 'b',
      lengthM: 1000,
      group: 'f-471',
      assetId: null,
      nominal: 22,
      role: 'main',
      meterPointId: null,
      roadId: null,
      ...change,
    },
  }
}

describe('line width', () => {
  it('grows with the root of the load, within 1 and 8 pixels', () => {
    expect(edgeWidth('power-22', 'main', 4000)).toBe(2.75)
    expect(edgeWidth('power-22', 'main', 1e9)).toBe(8)
    expect(edgeWidth('power-22', 'main', 0)).toBe(1)
    expect(edgeWidth('water', 'main', 100)).toBe(2.5)
  })

  it('is thin where the load is not known', () => {
    expect(edgeWidth('power-22', 'main', Number.NaN)).toBe(1)
  })

  it('changes only in steps that can be seen', () => {
    expect(edgeWidth('power-22', 'main', 4000)).toBe(edgeWidth('power-22', 'main', 4010))
  })
})

describe('direction of flow', () => {
  it('follows the sign of the load', () => {
    expect(flowOf(5, FRESHNESS_BYTE.live, 'main')).toBe('along')
    expect(flowOf(-5, FRESHNESS_BYTE.live, 'main')).toBe('against')
    expect(flowOf(0, FRESHNESS_BYTE.live, 'main')).toBe('none')
  })

  it('is unknown when the reading is stale, and none on an open tie', () => {
    expect(flowOf(5, FRESHNESS_BYTE.stale, 'main')).toBe('unknown')
    expect(flowOf(5, FRESHNESS_BYTE.live, 'open')).toBe('none')
  })

  it('shows chevrons only where it flows, turned round against the line', () => {
    const edges = [edge('a'), edge('b'), edge('c')]
    const fresh = new Uint8Array(3)
    const look = lookOf(edges, Float32Array.of(9000, -9000, 0), fresh)
    const chevrons = placeChevrons(edges, look, () => true, 2)
    expect(new Set(chevrons.map((chevron) => chevron.edge))).toEqual(new Set([0, 1]))
    expect(chevrons.find((chevron) => chevron.edge === 0)?.angle).toBeCloseTo(0)
    expect(chevrons.find((chevron) => chevron.edge === 1)?.angle).toBeCloseTo(180)
  })

  it('knows two looks that draw the same', () => {
    const edges = [edge('a')]
    const fresh = new Uint8Array(1)
    const look = lookOf(edges, Float32Array.of(4000), fresh)
    expect(isSameLook(look, lookOf(edges, Float32Array.of(4010), fresh))).toBe(true)
    expect(isSameLook(look, lookOf(edges, Float32Array.of(9000), fresh))).toBe(false)
  })
})

describe('texts along lines', () => {
  it('carry the letter, the size and the branch', () => {
    expect(edgeLabel(edge('a'))).toBe('E 22 kV · 471')
    expect(edgeLabel(edge('a', { network: 'water', nominal: 150, group: null }))).toBe('W DN150')
    expect(edgeLabel(edge('a', { role: 'service' }))).toBeNull()
  })

  it('run along whole roads, not along pieces', () => {
    const joined = joinLines([
      [
        [0, 0],
        [1, 0],
      ],
      [
        [2, 0],
        [1, 0],
      ],
      [
        [5, 5],
        [6, 6],
      ],
    ])
    expect(joined).toHaveLength(2)
    expect(joined[0]).toHaveLength(3)
  })
})

describe('small measures', () => {
  it('gives the scale a round length that fits', () => {
    expect(scaleLength(5)).toEqual({ metres: 500, pixels: 100 })
    expect(scaleLength(0.01).metres).toBe(5)
  })

  it('measures the distance to a segment and to its ends', () => {
    expect(distanceToSegment([-1, 2], [1, 2])).toBe(2)
    expect(distanceToSegment([3, 4], [6, 8])).toBe(5)
  })
})
