import { z } from 'zod'
import { COLLECTIONS, type CollectionId, type FeatureOf } from '../../src/contract/collections.ts'
import { POINT_KINDS, type PointKind } from '../../src/contract/point-kinds.ts'
import { assetSchema, parkSchema, pointSchema, tenantSchema } from '../../src/contract/resources.ts'
import type { ParkFiles, ParkModel } from '../../mocks/park/park-model.ts'
import { simulationSchema } from '../../mocks/park/simulation-file.ts'

/** A park small enough to read in a test: one plot, two assets, a handful of points. */
export const SMALL_PARK_ID = 'small-park'

const source = { title: 'test', year: null, confidence: 'simulated' }
const text = (name: string) => ({ vi: name, en: name, ja: name })

const park = parkSchema.parse({
  id: SMALL_PARK_ID,
  name: text('Small'),
  province: text('Nowhere'),
  operator: 'Operator',
  centre: [106.6, 11.2],
  areaHa: 100,
  timeZone: 'Asia/Ho_Chi_Minh',
  dataMode: 'simulated',
  address: text('Road 1'),
  bbox: [106.59, 11.19, 106.61, 11.21],
  facts: [{ key: 'area', value: 100, unit: 'har', source }],
  targets: [{ key: 'power-factor', value: 0.9, unit: '1', comparison: '>=', source }],
  gridEmissionFactor: { tCO2PerMWh: 0.66, year: 2023, source },
  planStatus: 'schematic',
  aliases: { wall: false, tour: false, export: false },
})

const asset = (id: string, kind: string, parentId: string | null) =>
  assetSchema.parse({
    id,
    kind,
    code: id.toUpperCase(),
    name: null,
    position: [106.6, 11.2],
    parentId,
    plotId: 'plot-a01',
    siteId: null,
    tenantId: null,
    gatewayId: 'gw-01',
    nodeId: null,
    wasteStream: null,
    facts: [],
  })

const assets = [asset('gw-01', 'gateway', null), asset('em-a01', 'electricity-meter', null)]

const POINTS: readonly [PointKind, number][] = [
  ['active-power', 5000],
  ['reactive-power', 5000],
  ['energy-import', 60_000],
  ['voltage', 5000],
  ['longitude', 5000],
  ['cod', 300_000],
]

const points = POINTS.map(([kind, periodMs]) =>
  pointSchema.parse({
    id: `em-a01.${kind}`,
    assetId: 'em-a01',
    kind,
    stream: 'energy',
    unit: POINT_KINDS[kind].unit,
    periodMs,
    range: [0, 1000],
    decimals: POINT_KINDS[kind].decimals,
    limits: kind === 'active-power' ? [{ type: 'high', basis: 'contract', value: 900, source }] : [],
    gatewayId: 'gw-01',
  }),
)

const tenants = [
  tenantSchema.parse({
    id: 'tenant-1',
    name: 'Tenant <b>1</b>',
    alias: 'T1',
    country: 'VN',
    industry: 'textile',
    vsic: '1311',
    plotIds: ['plot-a01'],
    headcount: null,
    contractedPowerKw: 100,
    contractedWaterM3PerDay: null,
    contractedWastewaterM3PerDay: null,
    since: null,
    source,
  }),
]

const simulation = simulationSchema.parse({
  seed: 1,
  source,
  centre: [106.6, 11.2],
  consumers: [],
  energy: {
    feeders: [],
    transformers: [],
    hvConnections: [],
    ties: [],
    busVoltageKv: 22,
    solarPerformanceRatio: 0.8,
    storage: [],
  },
  water: { plants: [], districts: [], tanks: [], pumps: [], loggers: [] },
  wastewater: {
    plant: {
      assetId: 'wwtp',
      phases: [],
      kwhPerM3: 0.5,
      remaining: { cod: 0.1, tss: 0.1, ammonium: 0.1 },
      effluent: { ph: 7, temperatureC: 30 },
      residenceHours: 24,
      rainM3PerMm: 1,
      infiltrationShare: 0,
    },
    liftStations: [],
    gauges: [],
    reclaimed: { stationId: 'reclaimed', capacityM3PerDay: 10 },
    ponds: [],
  },
  waste: {
    containers: [],
    vehicles: [],
    transferStationId: 'transfer',
    hazardousStoreId: 'store',
    hazardousTPerDay: 1,
    hazardousHandoverDays: 7,
    sludgeTPerDay: 0,
    diversionShare: { domestic: 0, 'ordinary-industrial': 0, recyclable: 1, hazardous: 0, sludge: 0 },
  },
  gateways: [],
  faults: [],
})

const ring = [
  [106.6, 11.2],
  [106.601, 11.2],
  [106.601, 11.201],
  [106.6, 11.201],
  [106.6, 11.2],
]

function plotsOf(): FeatureOf<'plots'>[] {
  return Array.from({ length: 5 }, (_, k) =>
    COLLECTIONS.plots.parse({
      type: 'Feature',
      id: `plot-a0${k + 1}`,
      geometry: { type: 'Polygon', coordinates: [ring] },
      properties: {
        code: `A0${k + 1}`,
        zone: 'A',
        areaHa: 1,
        status: 'leased',
        industry: null,
        tenantId: null,
        roadId: null,
        front: [ring[0], ring[1]],
      },
    }),
  )
}

export const smallModel: ParkModel = { park, tenants, assets, points, simulation }

/** The small park as a park folder. Collections other than `plots` are empty. */
export function openSmallPark(): ParkFiles {
  return {
    park: async () => park,
    core: async () => smallModel,
    registerFile: async () => undefined,
    tours: async () => [],
    permits: async () => [],
    async collection<C extends CollectionId>(id: C): Promise<FeatureOf<C>[]> {
      return z.array<z.ZodType<FeatureOf<C>>>(SCHEMAS[id]).parse(id === 'plots' ? plotsOf() : [])
    },
  }
}

const SCHEMAS: { [C in CollectionId]: z.ZodType<FeatureOf<C>> } = COLLECTIONS
