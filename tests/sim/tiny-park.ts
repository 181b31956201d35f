import { ASSET_KINDS, type AssetKind } from '../../src/contract/asset-kinds.ts'
import { POINT_KINDS } from '../../src/contract/point-kinds.ts'
import { type Asset, type Point, assetSchema, parkSchema, pointSchema } from '../../src/contract/resources.ts'
import type { ParkModel } from '../../mocks/park/park-model.ts'
import { POINT_TEMPLATES } from '../../mocks/park/point-templates.ts'
import { type SimFault, type SimulationParams, simulationSchema } from '../../mocks/park/simulation-file.ts'

const source = { title: 'hand-made park of the tests', year: 2026, confidence: 'simulated' } as const
const centre: [number, number] = [106.61, 11.25]

function asset(id: string, kind: AssetKind, parentId: string | null, gatewayId: string | null = 'gw-01'): Asset {
  return assetSchema.parse({
    id,
    kind,
    code: id.toUpperCase(),
    name: null,
    position: centre,
    parentId,
    plotId: null,
    siteId: null,
    tenantId: null,
    gatewayId: kind === 'gateway' ? null : gatewayId,
    nodeId: null,
    wasteStream: kind === 'container' ? 'domestic' : null,
    facts: [],
  })
}

const PROFILES = [
  'continuous',
  'three-shift',
  'steel',
  'day-shift',
  'logistics',
  'two-shift',
  'housing',
  'bdew-g3',
] as const

function consumers(): unknown[] {
  return PROFILES.map((powerProfile, i) => {
    const n = `a0${i + 1}`
    return {
      plotId: `plot-${n}`,
      siteId: null,
      tenantId: null,
      industry: null,
      electricityMeterId: `em-${n}`,
      waterMeterId: `wm-${n}`,
      sewerMeterId: `sm-${n}`,
      solarPlantId: i % 3 === 0 ? `pv-${n}` : null,
      reclaimedMeterId: i === 1 ? `rm-${n}` : null,
      powerKw: i === 7 ? 9000 : 400 + 150 * i,
      powerProfile,
      powerFactor: 0.9 + i / 100,
      solarKwp: i % 3 === 0 ? 900 : 0,
      waterM3PerDay: 300 + 40 * i,
      dischargeM3PerDay: 220 + 30 * i,
      reclaimedM3PerDay: i === 1 ? 60 : 0,
      codMgL: 350 + 20 * i,
      tssMgL: 150,
      ammoniumMgL: 12,
      ph: 7.2,
      conductivityUsCm: 1500,
      temperatureC: 31,
      headcount: 400,
      shiftPattern: i === 0 ? 'continuous' : '2x8',
      supplyKv: i === 7 ? 110 : 22,
    }
  })
}

const ROUTE: [number, number][] = [
  [106.61, 11.25],
  [106.62, 11.25],
  [106.62, 11.26],
  [106.61, 11.26],
  [106.61, 11.25],
]

const transformer = (assetId: string, ratedMva: number): unknown => ({
  assetId,
  ratedMva,
  noLoadKw: ratedMva,
  loadLossKw: ratedMva * 7,
  oilRiseC: 50,
})
const container = (i: number): unknown => ({
  assetId: `ct-0${i}`,
  stream: i === 2 ? 'recyclable' : 'domestic',
  volumeM3: 4,
  fillPercentPerDay: 25 + 10 * i,
  kgPerPercent: 9,
  vehicleId: i < 3 ? 'cv-01' : null,
})

function simulation(faults: readonly SimFault[]): SimulationParams {
  return simulationSchema.parse({
    seed: 11,
    source,
    centre,
    consumers: consumers(),
    energy: {
      feeders: ['f-471', 'f-472'].map((assetId) => ({ assetId, lossFactor: 0.015, ratedA: 400 })),
      transformers: [
        transformer('ss-t1', 40),
        ...PROFILES.slice(0, 7).map((_, i) => transformer(`dt-a0${i + 1}`, 2.5)),
      ],
      hvConnections: [{ assetId: 'hv-a08', lossFactor: 0.008, ratedMva: 25 }],
      ties: [{ assetId: 'rs-01', feederIds: ['f-471', 'f-472'] }],
      busVoltageKv: 22,
      solarPerformanceRatio: 0.82,
      storage: [{ assetId: 'bess-01', capacityKwh: 1000, powerKw: 500 }],
    },
    water: {
      plants: [
        {
          assetId: 'wtp',
          supplyShare: 1,
          capacityM3PerDay: 12_000,
          kwhPerM3: 0.3,
          turbidityNtu: 0.4,
          chlorineMgL: 0.6,
          ph: 7.2,
        },
      ],
      districts: [
        { assetId: 'dma-01', leakageM3PerDay: 120, inletPressureBar: 3.6 },
        { assetId: 'dma-02', leakageM3PerDay: 90, inletPressureBar: 3.2 },
      ],
      tanks: [{ assetId: 'tank-1', volumeM3: 1200, heightM: 5, minLevelM: 0.8, maxLevelM: 4.6 }],
      pumps: [1, 2, 3].map((order) => ({ assetId: `pump-${order}`, ratedM3PerH: 90, ratedKw: 30, order })),
      loggers: [{ assetId: 'pl-01', elevationM: 30, distanceM: 2400, meanBar: 2.8 }],
    },
    wastewater: {
      plant: {
        assetId: 'wwtp',
        phases: [{ name: 'phase 1', m3PerDay: 4000, year: 2020, simulated: false }],
        kwhPerM3: 0.7,
        remaining: { cod: 0.12, tss: 0.1, ammonium: 0.2 },
        effluent: { ph: 7.3, temperatureC: 30 },
        residenceHours: 18,
        rainM3PerMm: 12,
        infiltrationShare: 0.05,
      },
      liftStations: [{ assetId: 'ls-1', wellM2: 9, startLevelM: 2.4, stopLevelM: 0.9, pumpM3PerH: 160 }],
      gauges: [{ assetId: 'sg-1', diameterMm: 600, slopePercent: 0.3, meanM3PerDay: 1500 }],
      reclaimed: { stationId: 'rs', capacityM3PerDay: 300 },
      ponds: [{ assetId: 'pond-1', areaM2: 9000, depthM: 4, dryLevelM: 0.6, catchmentHa: 40 }],
    },
    waste: {
      containers: [1, 2, 3].map(container),
      vehicles: [
        {
          assetId: 'cv-01',
          stream: 'domestic',
          route: ROUTE,
          lengthM: 4400,
          stops: [
            { containerId: 'ct-01', alongM: 900 },
            { containerId: 'ct-02', alongM: 2600 },
          ],
          startLocal: '06:30',
          days: [1, 3, 5],
          speedKmH: 20,
          stopSeconds: 180,
          capacityT: 8,
        },
      ],
      transferStationId: 'wts',
      hazardousStoreId: 'hws',
      hazardousTPerDay: 0.4,
      hazardousHandoverDays: 45,
      sludgeTPerDay: 2,
      diversionShare: { domestic: 0.1, 'ordinary-industrial': 0.5, recyclable: 0.95, hazardous: 0, sludge: 0.4 },
    },
    gateways: [
      { assetId: 'gw-01', latencyMs: 24, dropsPerYear: 0, dropMinutes: 12 },
      { assetId: 'gw-02', latencyMs: 40, dropsPerYear: 40, dropMinutes: 20 },
    ],
    faults,
  })
}

function assets(): Asset[] {
  const list: Asset[] = [
    asset('ss-north', 'substation', null),
    asset('ss-t1', 'power-transformer', 'ss-north'),
    asset('f-471', 'feeder', 'ss-t1'),
    asset('f-472', 'feeder', 'ss-t1'),
    asset('rs-01', 'ring-switch', 'f-471'),
    asset('hv-a08', 'hv-connection', null),
    asset('bess-01', 'battery-storage', 'dt-a02'),
    asset('wtp', 'water-plant', null),
    asset('tank-1', 'water-tank', 'wtp'),
    ...[1, 2, 3].map((n) => asset(`pump-${n}`, 'pump', 'wtp')),
    asset('dma-01', 'district-meter', 'wtp'),
    asset('dma-02', 'district-meter', 'dma-01'),
    asset('pl-01', 'pressure-logger', 'dma-02', 'gw-02'),
    asset('wwtp', 'wastewater-plant', null),
    ...(['equalisation-tank', 'aeration-tank', 'clarifier', 'sludge-tank', 'outfall'] as const).map((kind) =>
      asset(`wwtp-${kind}`, kind, 'wwtp'),
    ),
    asset('ls-1', 'lift-station', 'wwtp'),
    asset('sg-1', 'sewer-gauge', 'wwtp'),
    asset('rs', 'reclaimed-station', 'wwtp'),
    asset('pond-1', 'storm-pond', null),
    asset('wts', 'transfer-station', null),
    asset('hws', 'hazardous-store', 'wts'),
    asset('cv-01', 'collection-vehicle', 'wts'),
    ...[1, 2, 3].map((n) => asset(`ct-0${n}`, 'container', 'wts', 'gw-02')),
    asset('wx', 'weather-station', null),
    asset('aq', 'air-station', null),
    asset('fn-1', 'fibre-node', null),
    asset('gw-01', 'gateway', null),
    asset('gw-02', 'gateway', null),
  ]
  PROFILES.forEach((_, i) => {
    const n = `a0${i + 1}`
    const supply = i === 7 ? 'hv-a08' : `dt-${n}`
    if (i < 7) list.push(asset(supply, 'distribution-transformer', i < 3 ? 'f-471' : 'f-472'))
    list.push(
      asset(`em-${n}`, 'electricity-meter', supply),
      asset(`wm-${n}`, 'water-meter', i < 4 ? 'dma-01' : 'dma-02'),
    )
    list.push(asset(`sm-${n}`, 'sewer-meter', i < 4 ? 'wwtp' : 'ls-1'))
    if (i % 3 === 0) list.push(asset(`pv-${n}`, 'solar-plant', supply))
    if (i === 1) list.push(asset(`rm-${n}`, 'reclaimed-meter', 'rs'))
  })
  return list
}

/** A park of eight consumers with at least one asset of nearly every kind. */
export function tinyPark(faults: readonly SimFault[] = []): ParkModel {
  const list = assets()
  const points: Point[] = list.flatMap((item) =>
    POINT_TEMPLATES[item.kind].map((template) =>
      pointSchema.parse({
        id: `${item.id}.${template.kind}`,
        assetId: item.id,
        kind: template.kind,
        stream: ASSET_KINDS[item.kind],
        unit: POINT_KINDS[template.kind].unit,
        periodMs: template.periodMs,
        range: [...template.range],
        decimals: POINT_KINDS[template.kind].decimals,
        limits: [],
        gatewayId: item.gatewayId,
      }),
    ),
  )
  const name = { vi: 'Nhỏ', en: 'Tiny', ja: '小' }
  const park = parkSchema.parse({
    id: 'tiny',
    name,
    province: name,
    operator: 'Tests',
    centre,
    areaHa: 50,
    timeZone: 'Asia/Ho_Chi_Minh',
    dataMode: 'simulated',
    address: name,
    bbox: [106.6, 11.24, 106.63, 11.27],
    facts: [],
    targets: [],
    gridEmissionFactor: { tCO2PerMWh: 0.6592, year: 2023, source },
    planStatus: 'schematic',
    aliases: { wall: false, tour: false, export: false },
  })
  return { park, tenants: [], assets: list, points, simulation: simulation(faults) }
}
