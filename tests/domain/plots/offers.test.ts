import { describe, expect, it } from 'vitest'
import type { NetworkEdgeFeature, PlotFeature } from '../../../src/contract/collections.ts'
import { assetIdSchema, featureIdSchema, parkIdSchema, tenantIdSchema } from '../../../src/contract/primitives.ts'
import type { Asset, Park, Point, Tenant } from '../../../src/contract/resources.ts'
import { indexPark } from '../../../src/domain/network/park-index.ts'
import { demandOf, rankOffers } from '../../../src/domain/plots/carry.ts'
import { buildingDensities } from '../../../src/domain/plots/density.ts'
import { plotOffers } from '../../../src/domain/plots/offers.ts'
import { measuredPeaks } from '../../../src/domain/plots/peaks.ts'
import { feederCapacityKw, mainCapacityM3PerDay } from '../../../src/domain/plots/ratings.ts'
import { mostTogether, sharedBy } from '../../../src/domain/plots/shared.ts'
import { valueOf } from '../statistics/value-of.ts'

const source = { title: 'Test', year: null, confidence: 'simulated' as const }
/** One hundredth of a degree is about 1.1 km: plots of 100 m at the equator. */
const at = (x: number, y: number): [number, number] => [x / 111_320, y / 110_574]

function plot(
  id: string,
  x: number,
  status: 'vacant' | 'leased' | 'construction',
  tenantId: string | null,
): PlotFeature {
  const ring = [at(x, 20), at(x + 100, 20), at(x + 100, 120), at(x, 120), at(x, 20)]
  return {
    type: 'Feature',
    id: featureIdSchema.parse(id),
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: {
      code: id,
      zone: 'A',
      areaHa: 1,
      status,
      industry: tenantId === null ? null : 'food',
      tenantId: tenantId === null ? null : tenantIdSchema.parse(tenantId),
      roadId: null,
      front: [at(x, 20), at(x + 100, 20)],
    },
  }
}

function edge(
  id: string,
  network: 'power-22' | 'water' | 'sewer',
  y: number,
  group: string,
  nominal: number,
): NetworkEdgeFeature {
  return {
    type: 'Feature',
    id: featureIdSchema.parse(id),
    geometry: { type: 'LineString', coordinates: [at(0, y), at(1000, y)] },
    properties: {
      network,
      from: `${id}-a`,
      to: `${id}-b`,
      lengthM: 1000,
      group,
      assetId: null,
      nominal,
      role: 'main',
      meterPointId: null,
      roadId: null,
    },
  }
}

function asset(id: string, kind: Asset['kind'], parentId: string | null, facts: Asset['facts'] = []): Asset {
  return {
    id: assetIdSchema.parse(id),
    kind,
    code: id,
    name: null,
    position: [0, 0],
    parentId: parentId === null ? null : assetIdSchema.parse(parentId),
    plotId: null,
    siteId: null,
    tenantId: null,
    gatewayId: null,
    nodeId: id === 'dma' ? 'water-a' : null,
    wasteStream: null,
    facts,
  }
}

const fact = (key: string, value: number | null, unit: string) => ({ key, value, unit, source })

function tenant(id: string, plotId: string, contract: number | null): Tenant {
  return {
    id: tenantIdSchema.parse(id),
    name: id,
    alias: id,
    country: 'VN',
    industry: 'food',
    vsic: '1010',
    plotIds: [plotId],
    headcount: null,
    contractedPowerKw: contract === null ? null : contract * 10,
    contractedWaterM3PerDay: contract,
    contractedWastewaterM3PerDay: contract,
    since: null,
    source,
  }
}

const current: Point = {
  id: 'f.current' as Point['id'],
  assetId: assetIdSchema.parse('f'),
  kind: 'current',
  stream: 'energy',
  unit: 'A',
  periodMs: 5000,
  range: [0, 800],
  decimals: 0,
  limits: [{ type: 'high', basis: 'design', value: 400, source }],
  gatewayId: null,
}

const park: Park = {
  id: parkIdSchema.parse('p'),
  name: { vi: 'P', en: 'P', ja: 'P' },
  province: { vi: 'P', en: 'P', ja: 'P' },
  operator: 'P',
  centre: [0, 0],
  areaHa: 1,
  timeZone: 'Asia/Ho_Chi_Minh',
  dataMode: null,
  address: { vi: 'P', en: 'P', ja: 'P' },
  bbox: [0, 0, 1, 1],
  facts: [],
  targets: [],
  gridEmissionFactor: { tCO2PerMWh: 0.6592, year: 2023, source },
  planStatus: 'schematic',
  aliases: { wall: false, tour: false, export: false },
}

const PLOTS = [
  plot('a', 0, 'leased', 't-a'),
  plot('b', 100, 'leased', 't-b'),
  plot('c', 200, 'leased', 't-c'),
  plot('d', 300, 'construction', 't-d'),
  plot('free', 400, 'vacant', null),
]
const EDGES = [
  edge('power', 'power-22', 10, 'f', 22),
  edge('water', 'water', 0, 'dma', 200),
  edge('sewer', 'sewer', 5, 'wwtp', 300),
]
const TENANTS = [tenant('t-a', 'a', 100), tenant('t-b', 'b', 200), tenant('t-c', 'c', 300), tenant('t-d', 'd', null)]

function parkOf(plantCapacity: number | null) {
  const assets = [
    asset('t1', 'power-transformer', null, [fact('rated-power', 63, 'MV.A')]),
    asset('f', 'feeder', 't1'),
    asset('wtp', 'water-plant', null, [fact('capacity', 30_000, 'm3/d')]),
    asset('dma', 'district-meter', 'wtp'),
    asset('wwtp', 'wastewater-plant', null, [
      fact('capacity-phase-1', 4000, 'm3/d'),
      fact('capacity-phase-2', plantCapacity, 'm3/d'),
    ]),
  ]
  return indexPark(park, assets, [current], TENANTS)
}
const PEAKS = new Map([
  ['t1', 9000],
  ['f', 9000],
  ['wtp', 500],
  ['dma', 700],
  ['wwtp', 3000],
])

const hours = (of: (hour: number) => number | null) => Array.from({ length: 48 }, (_, hour) => of(hour))

describe('offers of free plots', () => {
  it('rates feeders by their current limit and mains by their size', () => {
    expect(feederCapacityKw(400, 22)).toBeCloseTo(13_717.9, 0)
    expect(mainCapacityM3PerDay(200)).toBeCloseTo(2714.3, 0)
  })

  it('finds the nearest mains, adds up what is contracted and reserves for a tenant without a contract', () => {
    const [offer, ...rest] = plotOffers(parkOf(4000), PLOTS, EDGES, PEAKS)
    expect(rest).toEqual([])
    expect(offer?.connections.power).toMatchObject({ assetId: 'f', nominal: 22 })
    expect(offer?.connections.power?.distanceM).toBeCloseTo(10, 3)
    expect(offer?.connections.water?.distanceM).toBeCloseTo(20, 3)
    const feeder = offer?.stages.power.find(({ assetId }) => assetId === 'f')
    // 1,000 + 2,000 + 3,000 kW of contract, and the median of 2,000 kW per hectare for the plot under construction.
    expect(feeder?.commitment).toEqual({ contracted: 8000, estimated: 2000, estimatedFor: 1 })
    if (!offer) throw new Error('no offer')
    // Measured is more than contracted.
    expect(valueOf(offer.headroom.services.power)).toMatchObject({ assetId: 'f', committedBy: 'measured' })
    expect(valueOf(offer.headroom.services.water)).toMatchObject({ assetId: 'dma', committed: 800 })
    expect(valueOf(offer.headroom.services.wastewater)).toMatchObject({ rating: 8000, headroom: 5000 })
  })

  it('has no number where a phase, a rating or a peak is not known, and never a yes', () => {
    const [offer] = plotOffers(parkOf(null), PLOTS, EDGES, PEAKS)
    expect(offer?.headroom.services.wastewater).toMatchObject({ ok: false, reason: 'no-rating' })
    const demand = demandOf({ powerMw: 2, waterM3PerDay: 500, wastewaterM3PerDay: null })
    expect(rankOffers(offer ? [offer] : [], demand)[0]?.answer).toMatchObject({
      canCarry: null,
      unknown: [{ service: 'wastewater', reason: 'no-rating' }],
    })
    const [blind] = plotOffers(parkOf(4000), PLOTS, EDGES, new Map())
    expect(blind?.headroom.services.power).toMatchObject({ ok: false, reason: 'no-data' })
  })

  it('answers 2 MW and 500 m³/day with 80 % of it as wastewater', () => {
    const demand = demandOf({ powerMw: 2, waterM3PerDay: 500, wastewaterM3PerDay: null })
    expect(demand).toEqual({ power: 2000, water: 500, wastewater: 400 })
    const offers = plotOffers(parkOf(4000), PLOTS, EDGES, PEAKS)
    expect(rankOffers(offers, demand)[0]?.answer.canCarry).toBe(true)
    const more = demandOf({ powerMw: 5, waterM3PerDay: 500, wastewaterM3PerDay: 10 })
    expect(rankOffers(offers, more)[0]?.answer).toMatchObject({ canCarry: false, short: [{ service: 'power' }] })
  })

  it('takes peaks from samples of power and from whole days of flow, and none from a broken history', () => {
    const flow: Point = { ...current, id: 'wtp.flow' as Point['id'], assetId: assetIdSchema.parse('wtp'), kind: 'flow' }
    const power: Point = { ...current, id: 'f.active-power' as Point['id'], kind: 'active-power' }
    const columns = { mean: hours((hour) => (hour < 24 ? 10 : 12)), max: hours((hour) => 100 + hour) }
    const from = Date.parse('2026-11-17T17:00:00Z')
    const peaks = measuredPeaks([flow, power], from, 3_600_000, 'Asia/Ho_Chi_Minh', () => columns)
    expect(peaks.get('wtp')).toBe(288)
    expect(peaks.get('f')).toBe(147)
    const broken = { mean: hours((hour) => (hour % 2 ? null : 10)), max: hours((hour) => (hour % 2 ? null : 1)) }
    expect(measuredPeaks([flow, power], from, 3_600_000, 'Asia/Ho_Chi_Minh', () => broken).size).toBe(0)
  })

  it('tells how densely a plot is built', () => {
    const [first] = PLOTS
    if (!first) throw new Error('no plot')
    const ring = [at(0, 20), at(50, 20), at(50, 120), at(0, 120), at(0, 20)]
    const hall = {
      type: 'Feature' as const,
      id: featureIdSchema.parse('hall'),
      geometry: { type: 'Polygon' as const, coordinates: [ring] },
      properties: { kind: 'hall' as const, heightM: 8, baseM: 0, roof: 'flat' as const, solar: false, on: 'a' },
    }
    const onTop = { ...hall, properties: { ...hall.properties, baseM: 8 } }
    expect(
      valueOf(buildingDensities([first], [hall, onTop]).get('a') ?? { ok: false, reason: 'no-data', coverage: null }),
    ).toBeCloseTo(50, 1)
  })
})

const ask = (powerMw: number, waterM3PerDay: number) => demandOf({ powerMw, waterM3PerDay, wastewaterM3PerDay: null })

describe('what free plots share', () => {
  const free = [
    plot('free', 400, 'vacant', null),
    plot('free-2', 500, 'vacant', null),
    plot('free-3', 600, 'vacant', null),
  ]
  const offers = plotOffers(parkOf(4000), [...PLOTS.slice(0, 4), ...free], EDGES, PEAKS)

  it('counts the plots behind a stage', () => {
    expect(offers).toHaveLength(3)
    expect(sharedBy(offers, 'wastewater', 'wwtp')).toBe(3)
    expect(sharedBy(offers, 'power', 'wwtp')).toBe(0)
  })

  it('carries as many together as the tightest shared stage has room for', () => {
    // The feeder has 13,718 − 9,000 = 4,718 kW left, the district 1,914 m³/d, the plant 5,000 m³/d.
    for (const { answer } of rankOffers(offers, ask(2, 500))) expect(answer.canCarry).toBe(true)
    expect(mostTogether(offers, ask(2, 500))).toBe(2)
    expect(mostTogether(offers, ask(0, 900))).toBe(2)
    expect(mostTogether(offers, ask(1, 500))).toBe(3)
    expect(mostTogether(offers, ask(4, 0))).toBe(1)
  })

  it('counts nothing through a stage that cannot be judged', () => {
    const blind = plotOffers(parkOf(null), [...PLOTS.slice(0, 4), ...free], EDGES, PEAKS)
    expect(mostTogether(blind, ask(0, 500))).toBe(0)
  })
})
