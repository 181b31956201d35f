import { beforeAll, describe, expect, it } from 'vitest'
import { openPark, PARK_IDS } from '../../../mocks/park/load-node.ts'
import type { ParkModel } from '../../../mocks/park/park-model.ts'
import { type ImpactPark, impactOf, lostNodes } from '../../../src/domain/network/impact.ts'
import { upstreamOf } from '../../../src/domain/network/trace.ts'
import { type FeederData, transferOptions } from '../../../src/domain/network/ring-transfer.ts'
import {
  type NetworkGraph,
  type SupplyEdge,
  type SupplyNode,
  buildNetworkGraph,
  supplyOf,
} from '../../../src/domain/network/supply-graph.ts'

interface Opened {
  model: ParkModel
  nodes: readonly SupplyNode[]
  edges: readonly SupplyEdge[]
  graph: NetworkGraph
  park: ImpactPark
}

const parks = new Map<string, Opened>()

beforeAll(async () => {
  for (const id of PARK_IDS) {
    const files = openPark(id)
    const [model, nodes, edges] = await Promise.all([
      files.core(),
      files.collection('network-nodes'),
      files.collection('network-edges'),
    ])
    const graph = buildNetworkGraph(nodes, edges)
    const assetsByPlace = new Map<string, ParkModel['assets']>()
    for (const asset of model.assets) {
      const place = asset.siteId ?? asset.plotId ?? ''
      assetsByPlace.set(place, [...(assetsByPlace.get(place) ?? []), asset])
    }
    const park: ImpactPark = {
      assetById: new Map(model.assets.map((asset) => [asset.id, asset])),
      tenantById: new Map(model.tenants.map((tenant) => [tenant.id, tenant])),
      assetsByPlace,
    }
    parks.set(id, { model, nodes, edges, graph, park })
  }
})

function opened(id: string): Opened {
  const found = parks.get(id)
  if (!found) throw new Error(`no park ${id}`)
  return found
}

/** Reachability written down once more and slowly: by ids, edge by edge, until nothing changes. */
function slowlyServed({ nodes, edges, graph }: Opened, out: string | null): Set<string> {
  const isOut = new Set(
    nodes.filter(({ properties }) => properties.assetId === out && out !== null).map(({ id }) => id),
  )
  const served = new Set(graph.sources.flatMap((at) => nodes[at]?.id ?? []).filter((id) => !isOut.has(id)))
  const collects = new Set(['sewer', 'storm', 'waste-route'])
  const pairs: [string, string][] = []
  for (const { properties } of edges) {
    const { network, from, to, role } = properties
    if (role === 'open') continue
    pairs.push(collects.has(network) ? [to, from] : [from, to])
    if (!collects.has(network)) pairs.push([to, from])
  }
  const high = new Map(
    nodes
      .filter(({ properties }) => properties.network === 'power-110' && properties.assetId !== null)
      .map(({ id, properties }) => [properties.assetId, id]),
  )
  for (const { id, properties } of nodes) {
    const above = properties.network === 'power-22' ? high.get(properties.assetId) : undefined
    if (above !== undefined) pairs.push([above, id])
  }
  for (let grew = true; grew;) {
    grew = false
    for (const [from, to] of pairs) {
      if (!served.has(from) || served.has(to) || isOut.has(to)) continue
      served.add(to)
      grew = true
    }
  }
  return served
}

describe.each(PARK_IDS)('impact in the networks of %s', (id) => {
  it('every node is supplied or drained while all switches stand in their normal position', () => {
    const { graph, nodes } = opened(id)
    const { isServed } = supplyOf(graph, { out: new Set(), closedTies: new Set() })
    const dark = nodes.filter((_, at) => isServed[at] === 0).map(({ id: nodeId }) => nodeId)
    expect(dark).toEqual([])
  })

  it('loses exactly what a slow search can no longer reach', () => {
    const park = opened(id)
    const before = slowlyServed(park, null)
    const assets = [...park.graph.nodesOfAsset.keys()]
    // All that carry others, and every tenth of the many that carry nobody.
    const chosen = assets.filter((assetId, k) => k % 10 === 0 || lostNodes(park.graph, [assetId]).length > 2)
    for (const assetId of chosen) {
      const after = slowlyServed(park, assetId)
      const gone = [...before].filter((nodeId) => !after.has(nodeId)).toSorted()
      expect([assetId, ...impactOf(park.graph, park.park, [assetId]).nodeIds]).toEqual([assetId, ...gone])
    }
  })

  it('a feeder’s tenants are those whose meters hang below it in the supply tree', () => {
    const { model, graph, park } = opened(id)
    const parents = new Map(model.assets.map(({ id: assetId, parentId }) => [assetId as string, parentId as string]))
    const hangsBelow = (assetId: string, feeder: string): boolean => {
      for (let at: string | null = assetId; at !== null; at = parents.get(at) ?? null) if (at === feeder) return true
      return false
    }
    for (const feeder of model.assets.filter(({ kind }) => kind === 'feeder')) {
      const below = model.assets.filter(
        (asset) => asset.kind === 'electricity-meter' && hangsBelow(asset.id, feeder.id),
      )
      const tenants = [...new Set(below.flatMap(({ tenantId }) => tenantId ?? []))].toSorted()
      const impact = impactOf(graph, park, [feeder.id])
      expect([feeder.id, ...impact.tenantIds]).toEqual([feeder.id, ...tenants])
      expect(impact.contracts.waterM3PerDay).toBeNull()
    }
  })

  it('the way up from any meter ends at a source and passes its feeder', () => {
    const { model, graph } = opened(id)
    for (const meter of model.assets.filter(({ kind }) => kind === 'electricity-meter')) {
      const steps = upstreamOf(graph, meter.id)
      expect(steps.at(-1)?.nodeId).toBe('hv.grid-1')
      expect(new Set(steps.map(({ nodeId }) => nodeId)).size).toBe(steps.length)
    }
  })

  it('a transfer moves load and loses none: what is restored and what is left is what was lost', () => {
    const { model, graph } = opened(id)
    const kinds = new Map(model.assets.map((asset) => [asset.id as string, asset.kind]))
    const data: FeederData = {
      powerOf: (assetId) => 100 + assetId.length,
      isMeter: (assetId) => kinds.get(assetId) === 'electricity-meter',
      isFeeder: (assetId) => kinds.get(assetId) === 'feeder',
      ratingOf: () => 12_000,
    }
    const feeders = model.assets.filter(({ kind }) => kind === 'feeder')
    let options = 0
    for (const feeder of feeders) {
      const lost = lostNodes(graph, [feeder.id]).flatMap((at) => {
        const assetId = graph.nodes[at]?.properties.assetId ?? null
        return assetId !== null && data.isMeter(assetId) ? [assetId] : []
      })
      for (const option of transferOptions(graph, data, [feeder.id])) {
        options += 1
        expect([...option.restoredIds, ...option.leftIds].toSorted()).toEqual(lost.toSorted())
        const sumOf = (key: 'before' | 'after'): number =>
          option.feeders.reduce((sum, load) => sum + (load[key].ok ? load[key].value : Number.NaN), 0)
        const left = option.leftIds.reduce((sum, assetId) => sum + (data.powerOf(assetId) ?? 0), 0)
        expect(sumOf('after')).toBeCloseTo(sumOf('before') - left, 6)
        expect(option.feederId).not.toBe(feeder.id)
      }
    }
    expect(options).toBeGreaterThan(feeders.length / 2)
  })
})

/** A node at which an asset of the same name stands. Ids are branded in the contract; a test names its own. */
const node = (nodeId: string, kind: SupplyNode['properties']['kind']): SupplyNode => ({
  id: nodeId,
  properties: {
    network: 'power-22',
    kind,
    assetId: nodeId as SupplyNode['properties']['assetId'],
    plotId: null,
  },
})

const edge = (
  from: string,
  to: string,
  role: SupplyEdge['properties']['role'] = 'main',
  tie: string | null = null,
): SupplyEdge => ({
  id: `${from}-${to}`,
  properties: { network: 'power-22', from, to, role, assetId: tie as SupplyEdge['properties']['assetId'] },
})

describe('rings, cycles and islands', () => {
  const nodes = [
    node('bus', 'substation'),
    node('f1', 'feeder'),
    node('f2', 'feeder'),
    node('a', 'electricity-meter'),
    node('b', 'electricity-meter'),
    node('c', 'electricity-meter'),
    node('island', 'electricity-meter'),
  ]
  const ring = [
    edge('bus', 'f1'),
    edge('f1', 'a'),
    edge('a', 'b'),
    edge('b', 'c', 'open', 'tie'),
    edge('f2', 'c'),
    edge('bus', 'f2'),
    edge('nowhere', 'c'),
  ]
  const data: FeederData = {
    powerOf: (assetId) => ({ a: 300, b: 200, c: 400 })[assetId] ?? null,
    isMeter: (assetId) => ['a', 'b', 'c', 'island'].includes(assetId),
    isFeeder: (assetId) => assetId.startsWith('f'),
    ratingOf: () => 800,
  }

  it('closing the tie brings all back and overloads the neighbour, and says so', () => {
    const [option, ...rest] = transferOptions(buildNetworkGraph(nodes, ring), data, ['f1'])
    expect(rest).toEqual([])
    expect(option).toMatchObject({ tieId: 'tie', feederId: 'f2', restoredIds: ['a', 'b'], leftIds: [] })
    expect(option?.isWithinRating).toBe(false)
    const taker = option?.feeders.find(({ feederId }) => feederId === 'f2')
    expect(taker).toMatchObject({ before: { ok: true, value: 400 }, after: { ok: true, value: 900 }, share: 1.125 })
  })

  it('a load that is not known is never within the rating', () => {
    const blind = { ...data, powerOf: () => null }
    const [option] = transferOptions(buildNetworkGraph(nodes, ring), blind, ['f1'])
    expect(option?.isWithinRating).toBeNull()
  })

  it('a ring that is closed loses nothing, one that is open loses all behind the failure', () => {
    const graph = buildNetworkGraph(nodes, ring)
    const closed = { out: new Set<string>(), closedTies: new Set(['tie']) }
    expect(lostNodes(graph, ['f1'], closed).map((at) => graph.nodes[at]?.id)).toEqual(['f1'])
    expect(lostNodes(graph, ['f1']).map((at) => graph.nodes[at]?.id)).toEqual(['f1', 'a', 'b'])
    expect(upstreamOf(graph, 'b', { out: new Set(['f1']), closedTies: new Set(['tie']) }).map((s) => s.nodeId)).toEqual(
      ['b', 'c', 'f2', 'bus'],
    )
  })

  it('an island has no supply to lose, and an unknown asset nothing at all', () => {
    const graph = buildNetworkGraph(nodes, [...ring, edge('island', 'island')])
    expect(upstreamOf(graph, 'island')).toEqual([])
    expect(lostNodes(graph, ['island'])).toEqual([])
    expect(lostNodes(graph, ['nobody'])).toEqual([])
  })
})
