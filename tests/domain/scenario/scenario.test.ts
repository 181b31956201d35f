import { assert, constantFrom, double, integer, pre, property } from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPark } from '../../../mocks/park/load-node.ts'
import type { ParkModel } from '../../../mocks/park/park-model.ts'
import { sumOfMeters } from '../../../src/domain/network/carried.ts'
import { failingOf, lostNodes } from '../../../src/domain/network/impact.ts'
import { irregularitiesOf } from '../../../src/domain/network/irregular.ts'
import {
  type NetworkGraph,
  NORMAL_STATE,
  type SupplyEdge,
  type SupplyNode,
  buildNetworkGraph,
} from '../../../src/domain/network/supply-graph.ts'
import { switchingPlan } from '../../../src/domain/network/switching-plan.ts'
import { mainsOf, traceOf } from '../../../src/domain/network/trace.ts'
import { canCarry, plotHeadroom } from '../../../src/domain/plots/headroom.ts'
import type { OfferStage } from '../../../src/domain/plots/offers.ts'
import { judgedPlot, newcomerStages } from '../../../src/domain/scenario/newcomer.ts'
import { roofPotentials, solarChange, yieldPerKwp } from '../../../src/domain/scenario/solar-roofs.ts'
import { scaled, stageChanges } from '../../../src/domain/scenario/stage-changes.ts'

let model: ParkModel
let graph: NetworkGraph
let feeders: string[]
let stages: { id: string; of: string[] }[]
let isMeter: (id: string) => boolean
let kindOf: (id: string) => string | undefined
let childrenOf: Map<string, { id: string }[]>

beforeAll(async () => {
  const files = openPark('bau-bang')
  const [core, nodes, edges] = await Promise.all([
    files.core(),
    files.collection('network-nodes'),
    files.collection('network-edges'),
  ])
  model = core
  graph = buildNetworkGraph(nodes, edges)
  const kinds = new Map(model.assets.map((asset) => [asset.id as string, asset.kind]))
  kindOf = (id) => kinds.get(id)
  childrenOf = new Map()
  for (const asset of model.assets) {
    const parent = asset.parentId ?? ''
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), asset])
  }
  isMeter = (id) => kinds.get(id) === 'electricity-meter'
  feeders = model.assets.filter(({ kind }) => kind === 'feeder').map(({ id }) => id)
  stages = model.assets
    .filter(({ kind }) => kind === 'feeder' || kind === 'substation')
    .map(({ id }) => ({ id, of: [id] }))
})

/** Some load for each meter, the same for the same name. */
const loadOf = (id: string): number =>
  Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2000, 7)

const idsOf = (kinds: readonly string[]): string[] =>
  model.assets.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)

const served = (changes: ReturnType<typeof stageChanges>, key: 'before' | 'after'): number =>
  changes.reduce((sum, change) => sum + (change[key].ok ? change[key].value : 0), 0)

describe('what-if on the network', () => {
  it('a feeder out never serves more than before, with or without its switching plan', () => {
    const before = { state: NORMAL_STATE, valueOf: loadOf }
    const substations = stages.filter(({ id }) => !feeders.includes(id))
    for (const feeder of feeders) {
      const lost = lostNodes(graph, [feeder]).flatMap((at) => {
        const id = graph.nodes[at]?.properties.assetId ?? null
        return id !== null && isMeter(id) ? [id] : []
      })
      const data = {
        powerOf: loadOf,
        isMeter,
        isFeeder: (id: string) => feeders.includes(id),
        ratingOf: () => 14_000,
      }
      const plan = switchingPlan(graph, data, [feeder], lost)
      const outOnly = { out: new Set([feeder]), closedTies: new Set<string>() }
      const dark = stageChanges(graph, isMeter, substations, before, { state: outOnly, valueOf: loadOf })
      const switched = stageChanges(graph, isMeter, substations, before, { state: plan.state, valueOf: loadOf })
      const lostKw = sumOfMeters(loadOf, lost)
      expect(served(dark, 'after')).toBeCloseTo(served(dark, 'before') - (lostKw.ok ? lostKw.value : 0), 6)
      expect(served(switched, 'after')).toBeLessThanOrEqual(served(switched, 'before') + 1e-6)
      expect(served(switched, 'after')).toBeGreaterThanOrEqual(served(dark, 'after') - 1e-6)
      // What is restored and what stays off is what was lost, and no chosen step overloads a feeder.
      expect([...plan.restoredIds, ...plan.leftIds].toSorted()).toEqual(lost.toSorted())
      for (const step of plan.steps) expect(step.isWithinRating).toBe(true)
    }
  })

  it('a cut by nothing leaves every figure as it was', () => {
    const before = { state: NORMAL_STATE, valueOf: loadOf }
    const uncut = stageChanges(
      graph,
      isMeter,
      stages,
      before,
      scaled(before, () => 1),
    )
    expect(uncut.map(({ after }) => after)).toEqual(uncut.map((change) => change.before))
  })

  it('a cut by a share takes that share of every stage', () => {
    assert(
      property(integer({ min: 0, max: 100 }), (percent) => {
        const before = { state: NORMAL_STATE, valueOf: loadOf }
        const after = scaled(before, () => 1 - percent / 100)
        for (const change of stageChanges(graph, isMeter, stages, before, after)) {
          if (!change.before.ok || !change.after.ok) continue
          expect(change.after.value).toBeCloseTo(change.before.value * (1 - percent / 100), 6)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('one tenant that stops lowers its feeder and its substation by exactly what it drew, and nothing else', () => {
    const before = { state: NORMAL_STATE, valueOf: loadOf }
    const after = scaled(before, (id) => (id === 'em-a04' ? 0 : 1))
    const moved = stageChanges(graph, isMeter, stages, before, after).flatMap(({ id, before: was, after: is }) =>
      was.ok && is.ok && was.value !== is.value ? [[id, was.value - is.value] as const] : [],
    )
    expect(moved.map(([id]) => id).toSorted()).toEqual(['f-473', 'ss-lai-uyen'])
    for (const [, kw] of moved) expect(kw).toBeCloseTo(loadOf('em-a04'), 6)
  })

  it('one tenant that stops lowers its district and the waterworks, its sewer and the plant, by exactly what it used', () => {
    const before = { state: NORMAL_STATE, valueOf: loadOf }
    const after = scaled(before, (id) => (/^(wm|sm)-a04$/.test(id) ? 0 : 1))
    const lowered = (kind: string, extra: readonly string[], ids: readonly string[]) =>
      stageChanges(
        graph,
        (id) => kindOf(id) === kind,
        [...ids, ...extra].map((id) => ({ id, of: failingOf(graph, childrenOf, id) })),
        before,
        after,
      ).flatMap(({ id, before: was, after: is }) =>
        was.ok && is.ok && was.value !== is.value ? [[id, was.value - is.value] as const] : [],
      )
    const water = lowered('water-meter', [], idsOf(['district-meter', 'water-plant']))
    expect(water.map(([id]) => kindOf(id))).toEqual(expect.arrayContaining(['district-meter', 'water-plant']))
    const sewers = mainsOf(graph, 'sewer', ['sm-a04'])
    expect(sewers).toHaveLength(1)
    const drained = lowered('sewer-meter', sewers, idsOf(['lift-station', 'wastewater-plant']))
    expect(drained.map(([id]) => id)).toEqual(expect.arrayContaining([...sewers, 'wwtp']))
    for (const [, flow] of water) expect(flow).toBeCloseTo(loadOf('wm-a04'), 6)
    for (const [, flow] of drained) expect(flow).toBeCloseTo(loadOf('sm-a04'), 6)
  })

  it('a piece of main or sewer fails like a valve closed at its source’s side', () => {
    for (const network of ['water', 'sewer', 'power-22']) {
      const edge = graph.edges.find(({ properties }) => properties.network === network && properties.role === 'service')
      if (!edge) throw new Error(`no service edge in ${network}`)
      const lost = lostNodes(graph, [edge.id]).map((at) => graph.nodes[at]?.id)
      const collects = network === 'sewer'
      expect(lost).toContain(collects ? edge.properties.from : edge.properties.to)
      expect(lost).not.toContain(collects ? edge.properties.to : edge.properties.from)
      const trace = traceOf(graph, [edge.id])
      expect(trace.downEdgeIds.has(edge.id)).toBe(true)
      expect(trace.isSupplied).toBe(true)
    }
  })
})

const node = (id: string, kind: SupplyNode['properties']['kind']): SupplyNode => ({
  id,
  properties: { network: 'power-22', kind, assetId: id as SupplyNode['properties']['assetId'], plotId: null },
})
const edge = (from: string, to: string): SupplyEdge => ({
  id: `${from}-${to}`,
  properties: { network: 'power-22', from, to, role: 'main', assetId: null },
})

describe('what is odd in a network', () => {
  it('names an island and a closed ring, and finds neither in the shipped park', () => {
    const nodes = [
      node('bus', 'substation'),
      node('f1', 'feeder'),
      node('a', 'electricity-meter'),
      node('b', 'electricity-meter'),
      node('far', 'electricity-meter'),
      node('away', 'electricity-meter'),
    ]
    const ring = [edge('bus', 'f1'), edge('f1', 'a'), edge('a', 'b'), edge('b', 'f1'), edge('far', 'away')]
    const found = irregularitiesOf(buildNetworkGraph(nodes, ring))
    expect(found).toEqual([
      { kind: 'loop', network: 'power-22', nodeIds: ['a', 'b', 'f1'], assetIds: ['a', 'b', 'f1'], edgeId: 'b-f1' },
      { kind: 'island', network: 'power-22', nodeIds: ['away', 'far'], assetIds: ['away', 'far'], edgeId: null },
    ])
    expect(irregularitiesOf(graph)).toEqual([])
  })
})

describe('a tenant on a free plot', () => {
  it('is judged on the picked plot, and on the first free one where none or none that is free was picked', async () => {
    const plots = await openPark('bau-bang').collection('plots')
    const free = plots.filter(({ properties }) => properties.status === 'vacant')
    const taken = plots.find(({ properties }) => properties.status !== 'vacant')
    expect(judgedPlot(plots, free[2]?.id ?? '')?.id).toBe(free[2]?.id)
    expect(judgedPlot(plots, null)?.id).toBe(free[0]?.id)
    expect(judgedPlot(plots, taken?.id ?? '')?.id).toBe(free[0]?.id)
    expect(judgedPlot([], null)).toBeNull()
  })

  it('leaves the headroom of the plots less its demand, and carries where the plots say so', () => {
    const amount = double({ min: 0, max: 20_000, noNaN: true })
    const asset = model.assets[0]
    if (!asset) throw new Error('no asset')
    const stage = (rating: number, contracted: number, measuredPeak: number): OfferStage => ({
      assetId: asset.id,
      rating,
      contracted,
      measuredPeak,
      asset,
      ratingFrom: null,
      commitment: null,
    })
    assert(
      property(
        amount,
        amount,
        amount,
        amount,
        constantFrom('power', 'water', 'wastewater'),
        (rating, held, peak, ask, service) => {
          const all = {
            power: [stage(rating, held, peak)],
            water: [stage(rating, held, peak)],
            wastewater: [stage(rating, held, peak)],
          }
          const demand = { power: 0, water: 0, wastewater: 0, [service]: ask }
          const result = newcomerStages(all, demand)
          for (const { service: own, before, after } of result) {
            if (!before.ok || !after.ok) throw new Error('known stages have headroom')
            expect(after.value.headroom).toBeCloseTo(before.value.headroom - demand[own], 6)
          }
          const short = result.some(
            ({ service: own, after }) => own === service && after.ok && after.value.headroom < -1e-9,
          )
          const { canCarry: can } = canCarry(plotHeadroom(all), demand)
          pre(ask > 0 && Math.abs(rating - Math.max(held, peak) - ask) > 1e-6)
          expect(can).toBe(!short)
        },
      ),
    )
  })
})

const square = (metres: number): [number, number][] => {
  const d = metres / 110_574
  return [
    [0, 0],
    [metres / 111_320, 0],
    [metres / 111_320, d],
    [0, d],
    [0, 0],
  ]
}

const roof = (metres: number, more: object = {}) => ({
  geometry: { type: 'Polygon' as const, coordinates: [square(metres)] },
  properties: {
    kind: 'hall' as const,
    heightM: 9,
    baseM: 0,
    roof: 'flat' as const,
    solar: false,
    on: 'p1',
    ...more,
  },
})

describe('solar on the roofs', () => {
  const hour = 3_600_000
  const series = (values: (number | null)[]) => ({ fromMs: 0, stepMs: hour, values })

  it('roofs: outline × usable share × kWp/m²; small, covered and raised ones are left out', () => {
    const found = roofPotentials([roof(100), roof(10), roof(100, { solar: true }), roof(100, { baseM: 3 })]).get('p1')
    expect(found?.roofs).toBe(1)
    expect(found?.areaM2).toBeCloseTo(10_000, 0)
    expect(found?.kwp).toBeCloseTo(10_000 * 0.6 * 0.2, 0)
  })

  it('a day by hand: 10 kWp under 500 W/m² gives 4 kWh an hour; what the meter does not take is fed back', () => {
    const sun = yieldPerKwp(series([500, 0]))
    expect(sun.values).toEqual([0.4, 0])
    const change = solarChange([{ net: series([3, 5]), generated: null, addedKwp: 10 }], sun, series([3, 5]))
    expect(change).toMatchObject({
      ok: true,
      value: {
        addedKwh: 4,
        before: { generatedKwh: 0, fedBackKwh: 0, usedKwh: 8 },
        after: { generatedKwh: 4, fedBackKwh: 1, usedKwh: 8 },
        leavesParkKwh: { ok: true, value: 1 },
      },
    })
    if (!change.ok) return
    expect(change.value.after.renewablePercent).toEqual({ ok: true, value: 37.5 })
    expect(change.value.after.selfConsumptionPercent).toEqual({ ok: true, value: 75 })
  })

  it('no added roofs change nothing, and a day with too many gaps has no number', () => {
    const sun = yieldPerKwp(series([500, 700]))
    const same = solarChange([{ net: series([3, -1]), generated: series([1, 2]), addedKwp: 0 }], sun, null)
    expect(same.ok && same.value.before).toEqual(same.ok && same.value.after)
    const gap = solarChange([{ net: series([3, null]), generated: null, addedKwp: 5 }], sun, null)
    expect(gap).toMatchObject({ ok: false, reason: 'low-coverage' })
  })
})
