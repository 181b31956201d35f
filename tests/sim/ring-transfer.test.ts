import { describe, expect, it } from 'vitest'
import type { NetworkEdgeFeature } from '../../src/contract/collections.ts'
import { openPark, PARK_IDS } from '../../mocks/park/load-node.ts'
import { SCENARIOS } from '../../mocks/scenarios/scenarios.ts'
import { buildSupply } from '../../mocks/sim/supply.ts'
import { buildTopology } from '../../mocks/sim/topology.ts'

const NOW = Date.UTC(2026, 10, 20, 7, 32)
const MINUTE = 60_000

/** Pairs of feeders that a normally open piece of the drawn 22 kV grid lies between, by its switch. */
function drawnTies(edges: readonly NetworkEdgeFeature[]): Map<string, string> {
  const grid = edges.map(({ properties }) => properties).filter(({ network }) => network === 'power-22')
  const feederAt = (node: string): string =>
    grid.find(({ role, from, to, group }) => role !== 'open' && group !== null && (from === node || to === node))
      ?.group ?? ''
  return new Map(
    grid
      .filter(({ role }) => role === 'open')
      .map(({ assetId, from, to }) => [assetId ?? '', [feederAt(from), feederAt(to)].toSorted().join(' ')] as const)
      .filter(([, pair]) => new Set(pair.split(' ')).size === 2),
  )
}

describe.each(PARK_IDS)('open rings of %s', (id) => {
  it('the ties that the simulator may close are those of the drawn grid', async () => {
    const { simulation } = await openPark(id).core()
    const ties = new Map<string, string>(
      simulation.energy.ties.map(({ assetId, feederIds }) => [assetId, feederIds.toSorted().join(' ')]),
    )
    expect(ties.size).toBeGreaterThan(5)
    expect(ties).toEqual(drawnTies(await openPark(id).collection('network-edges')))
  })

  it('a tripped feeder is taken over by a neighbour in its ring, through the tie between them', async () => {
    const topology = buildTopology(await openPark(id).core())
    const effects = SCENARIOS['feeder-trip']({ topology, gatewayIds: [], startMs: NOW })
    const trip = effects.find(({ kind }) => kind === 'open-feeder')
    const victim = topology.feeders.indexOf(trip?.kind === 'open-feeder' ? trip.feederId : '')
    const supply = buildSupply(topology, effects, [])
    const after = NOW + 60 * MINUTE
    const carrier = supply.carrierAt(victim, after)
    const closed = topology.ties.filter(({ assetId }) => supply.ringSwitchAt(assetId, after))
    expect(supply.carrierAt(victim, NOW + 10 * MINUTE)).toBe(-1)
    expect(closed).toHaveLength(1)
    expect(new Set(closed[0]?.feeders)).toEqual(new Set([victim, carrier]))
  })
})
