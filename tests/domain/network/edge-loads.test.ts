import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FRESHNESS_BYTE } from '../../../src/domain/quality/freshness.ts'
import {
  type LoadEdge,
  type LoadNode,
  buildEdgeLoadIndex,
  computeEdgeFreshness,
  computeEdgeLoads,
  consumerPointsOf,
} from '../../../src/domain/network/edge-loads.ts'

type Role = LoadEdge['properties']['role']
type Network = LoadEdge['properties']['network']

const edge = (from: string, to: string, role: Role = 'main', network: Network = 'power-22'): LoadEdge => ({
  id: `${from}-${to}`,
  properties: { network, from, to, role, meterPointId: null },
})
const node = (id: string, assetId: string | null = null): LoadNode => ({
  id,
  // Ids are branded in the contract; a test names its own.
  properties: { assetId: assetId as LoadNode['properties']['assetId'] },
})
const noPoint = (): number => -1
const indexOfMeter = (id: string): number => ['f-471.active-power', 'em-a01.active-power'].indexOf(id)

function loadsOf(index: ReturnType<typeof buildEdgeLoadIndex>, values: number[], freshness?: number[]): number[] {
  const out = new Float32Array(index.edgeIds.length)
  const bytes = Uint8Array.from(freshness ?? values.map(() => FRESHNESS_BYTE.live))
  computeEdgeLoads(index, { values: Float64Array.from(values), freshness: bytes }, out)
  return [...out]
}

describe('loads of network edges', () => {
  it('add up what is metered downstream, and do not pass an open tie', () => {
    const edges = [
      edge('bus', 'tap-1'),
      edge('tap-1', 'em-1', 'service'),
      edge('tap-1', 'tap-2'),
      edge('tap-2', 'em-2', 'service'),
      edge('tap-2', 'other', 'open'),
      edge('other', 'em-3', 'service'),
    ]
    const nodes = [node('em-1', 'a1'), node('em-2', 'a2'), node('em-3', 'a3')]
    const meters = new Map([
      ['a1', 0],
      ['a2', 1],
      ['a3', 2],
    ])
    const index = buildEdgeLoadIndex(edges, nodes, meters, noPoint)
    expect(loadsOf(index, [10, 20, 40])).toEqual([30, 10, 20, 20, 0, 40])
  })

  it('are zero on a stub that leads to nobody, and unknown in a network without meters', () => {
    const edges = [edge('bus', 'em-1'), edge('bus', 'stub'), edge('a', 'b', 'main', 'fibre')]
    const index = buildEdgeLoadIndex(edges, [node('em-1', 'a1')], new Map([['a1', 0]]), noPoint)
    expect(loadsOf(index, [5])).toEqual([5, 0, Number.NaN])
    const worst = new Uint8Array(3)
    computeEdgeFreshness(index, Uint8Array.of(FRESHNESS_BYTE.stale), worst)
    expect([...worst]).toEqual([FRESHNESS_BYTE.stale, FRESHNESS_BYTE.live, FRESHNESS_BYTE.waiting])
  })

  it('go on from a 110 kV line into the 22 kV network of its substation', () => {
    const edges = [edge('grid', 'ss-110', 'main', 'power-110'), edge('ss-22', 'em-1')]
    const nodes = [node('ss-110', 'ss'), node('ss-22', 'ss'), node('em-1', 'a1')]
    const index = buildEdgeLoadIndex(edges, nodes, new Map([['a1', 0]]), noPoint)
    expect(loadsOf(index, [5])[1]).toBe(5)
    expect(loadsOf(index, [5])[0]).toBe(5)
  })

  it('collect upstream in a sewer', () => {
    const edges = [
      edge('sm-1', 'hole-1', 'service', 'sewer'),
      edge('sm-2', 'hole-2', 'service', 'sewer'),
      edge('hole-1', 'hole-2', 'main', 'sewer'),
      edge('hole-2', 'plant', 'force', 'sewer'),
    ]
    const nodes = [node('sm-1', 'a1'), node('sm-2', 'a2'), node('plant', 'wwtp')]
    const meters = new Map([
      ['a1', 0],
      ['a2', 1],
    ])
    expect(loadsOf(buildEdgeLoadIndex(edges, nodes, meters, noPoint), [1, 2])).toEqual([1, 2, 1, 3])
  })

  it('read the meter that sits on the edge, and count a consumer connection by its own point', () => {
    const feeder: LoadEdge = edge('bus', 'tap')
    const service: LoadEdge = edge('tap', 'dt', 'service')
    const metered = [
      { ...feeder, properties: { ...feeder.properties, meterPointId: 'f-471.active-power' } },
      { ...service, properties: { ...service.properties, meterPointId: 'em-a01.active-power' } },
    ] as LoadEdge[]
    const above = [edge('source', 'bus'), ...metered]
    expect(loadsOf(buildEdgeLoadIndex(above, [], new Map(), indexOfMeter), [103, 100])).toEqual([100, 103, 100])
  })

  it('show no load under 80 % of the meters, and the worst freshness of all', () => {
    const edges = [edge('bus', 'n'), ...Array.from({ length: 5 }, (_, i) => edge('n', `m${i}`, 'service'))]
    const nodes = Array.from({ length: 5 }, (_, i) => node(`m${i}`, `a${i}`))
    const meters = new Map(nodes.map((_, i) => [`a${i}`, i]))
    const index = buildEdgeLoadIndex(edges, nodes, meters, noPoint)
    const { live, stale, bad } = FRESHNESS_BYTE
    expect(loadsOf(index, [1, 1, 1, 1, 1], [live, live, live, stale, bad])[0]).toBe(4)
    expect(loadsOf(index, [1, 1, 1, 1, 1], [live, live, live, bad, bad])[0]).toBeNaN()
    expect(loadsOf(index, [1, 1, 1, 1, Number.NaN])[0]).toBe(4)
    const worst = new Uint8Array(edges.length)
    computeEdgeFreshness(index, Uint8Array.of(live, live, live, stale, bad), worst)
    expect([...worst]).toEqual([bad, live, live, live, stale, bad])
  })

  it('find the load point of each consumer', () => {
    const assets = [
      { id: 'em-1', kind: 'electricity-meter' },
      { id: 'f-1', kind: 'feeder' },
      { id: 'wm-1', kind: 'water-meter' },
    ] as const
    const points = [
      { assetId: 'em-1', kind: 'voltage' },
      { assetId: 'em-1', kind: 'active-power' },
      { assetId: 'f-1', kind: 'active-power' },
      { assetId: 'wm-1', kind: 'flow' },
    ] as const
    expect([...consumerPointsOf(assets, points)]).toEqual([
      ['em-1', 1],
      ['wm-1', 3],
    ])
  })

  it('agree with a walk over random graphs, cycles included', () => {
    const graph = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom<Role>('main', 'open', 'loop', 'service')), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(graph, fc.constantFrom<Network>('power-22', 'sewer'), (pairs, network) => {
        const edges = pairs.map(([from, to, role], i) => ({
          ...edge(`n${from}`, `n${to}`, role, network),
          id: `e${i}`,
        }))
        const nodes = Array.from({ length: 12 }, (_, i) => node(`n${i}`, i % 2 === 0 ? `a${i}` : null))
        const meters = new Map(Array.from({ length: 6 }, (_, k) => [`a${2 * k}`, k] as const))
        const values = [1, 2, 4, 8, 16, 32]
        const loads = loadsOf(buildEdgeLoadIndex(edges, nodes, meters, noPoint), values)
        // A network in which no edge leads to a meter is not metered at all.
        const isMetered = edges.some((one) => isMeterNode(farOf(one)))
        edges.forEach((one, e) => expect(loads[e]).toEqual(bruteLoad(one, edges, values, isMetered)))
      }),
    )
  })
})

function farOf({ properties }: LoadEdge): string {
  return properties.network === 'sewer' ? properties.from : properties.to
}

function isMeterNode(id: string): boolean {
  return Number(id.slice(1)) % 2 === 0
}

/** Load by repeated growth of the set of nodes behind an edge; nodes n0, n2, … carry meters 0, 1, … */
function bruteLoad(first: LoadEdge, edges: readonly LoadEdge[], values: readonly number[], isMetered: boolean): number {
  const { role, network } = first.properties
  if (!isMetered || role === 'loop') return Number.NaN
  if (role === 'open') return 0
  const reached = new Set([farOf(first)])
  for (let round = 0; round < edges.length; round++) {
    for (const { properties } of edges) {
      if (properties.role === 'open' || properties.role === 'loop') continue
      const [near, far] = network === 'sewer' ? [properties.to, properties.from] : [properties.from, properties.to]
      if (reached.has(near)) reached.add(far)
    }
  }
  return [...reached].filter(isMeterNode).reduce((sum, id) => sum + (values[Number(id.slice(1)) / 2] ?? 0), 0)
}
