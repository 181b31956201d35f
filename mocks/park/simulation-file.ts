import { z } from 'zod'
import { wasteStreamSchema } from '../../src/contract/asset-kinds.ts'
import { industrySchema } from '../../src/contract/collections.ts'
import { positionSchema } from '../../src/contract/geojson.ts'
import { assetIdSchema, pointIdSchema, sourceSchema, tenantIdSchema } from '../../src/contract/primitives.ts'

/** Borrowed shape of a load over the week; files of the same name stand in fixtures/profiles. */
export const powerProfileSchema = z.enum([
  'steel',
  'continuous',
  'three-shift',
  'two-shift',
  'day-shift',
  'logistics',
  'bdew-g1',
  'bdew-g3',
  'bdew-g4',
  'housing',
  'utility',
])

/** Working week: two letters and figures are hours from the park's local midnight. */
export const shiftPatternSchema = z.enum(['continuous', '3x8', '2x8', '1x8', 'office'])

/** One plot or site that takes from and gives to the networks. All means are over an ordinary week. */
const consumerSchema = z.object({
  plotId: z.string().nullable(),
  siteId: z.string().nullable(),
  tenantId: tenantIdSchema.nullable(),
  industry: industrySchema.nullable(),
  electricityMeterId: assetIdSchema.nullable(),
  waterMeterId: assetIdSchema.nullable(),
  sewerMeterId: assetIdSchema.nullable(),
  solarPlantId: assetIdSchema.nullable(),
  reclaimedMeterId: assetIdSchema.nullable(),
  /** Mean electrical load behind the meter (own use, before rooftop solar), kW. */
  powerKw: z.number().nonnegative(),
  powerProfile: powerProfileSchema,
  powerFactor: z.number().min(0.5).max(1),
  /** Whether rooftop solar feeds the same meter (the meter then shows load less solar). */
  solarKwp: z.number().nonnegative(),
  waterM3PerDay: z.number().nonnegative(),
  dischargeM3PerDay: z.number().nonnegative(),
  reclaimedM3PerDay: z.number().nonnegative(),
  codMgL: z.number().nonnegative(),
  tssMgL: z.number().nonnegative(),
  ammoniumMgL: z.number().nonnegative(),
  ph: z.number().min(0).max(14),
  conductivityUsCm: z.number().nonnegative(),
  temperatureC: z.number(),
  headcount: z.int().nonnegative(),
  shiftPattern: shiftPatternSchema,
  supplyKv: z.union([z.literal(22), z.literal(110)]),
})
export type SimConsumer = z.infer<typeof consumerSchema>

const transformerSchema = z.object({
  assetId: assetIdSchema,
  ratedMva: z.number().positive(),
  noLoadKw: z.number().nonnegative(),
  /** Copper loss at rated load, kW; it grows with the square of the load. */
  loadLossKw: z.number().nonnegative(),
  oilRiseC: z.number().positive(),
})

const energySchema = z.object({
  /** `lossFactor`: share of the delivered energy lost in cables at mean load. */
  feeders: z.array(z.object({ assetId: assetIdSchema, lossFactor: z.number(), ratedA: z.number().positive() })),
  /** Normally open switches of the rings and the two feeders that each can join. */
  ties: z.array(z.object({ assetId: assetIdSchema, feederIds: z.tuple([assetIdSchema, assetIdSchema]) })),
  /** Power transformers of substations and distribution transformers at plots. */
  transformers: z.array(transformerSchema),
  hvConnections: z.array(z.object({ assetId: assetIdSchema, lossFactor: z.number(), ratedMva: z.number().positive() })),
  busVoltageKv: z.number().positive(),
  /** Performance ratio of rooftop solar: AC energy per kWp and kWh/m2 of sun. */
  solarPerformanceRatio: z.number().positive(),
  storage: z.array(
    z.object({ assetId: assetIdSchema, capacityKwh: z.number().positive(), powerKw: z.number().positive() }),
  ),
})

const waterSchema = z.object({
  plants: z.array(
    z.object({
      assetId: assetIdSchema,
      /** Plants that stand by for emergencies carry share 0 of the supply. */
      supplyShare: z.number().min(0).max(1),
      capacityM3PerDay: z.number().positive(),
      kwhPerM3: z.number().positive(),
      turbidityNtu: z.number(),
      chlorineMgL: z.number(),
      ph: z.number(),
    }),
  ),
  /** Leakage of the district itself, districts downstream not counted. */
  districts: z.array(
    z.object({ assetId: assetIdSchema, leakageM3PerDay: z.number().nonnegative(), inletPressureBar: z.number() }),
  ),
  tanks: z.array(
    z.object({
      assetId: assetIdSchema,
      volumeM3: z.number().positive(),
      heightM: z.number().positive(),
      minLevelM: z.number(),
      maxLevelM: z.number(),
    }),
  ),
  pumps: z.array(
    z.object({
      assetId: assetIdSchema,
      ratedM3PerH: z.number().positive(),
      ratedKw: z.number().positive(),
      /** 1 starts first; a pump with the highest number is the standby. */
      order: z.int().positive(),
    }),
  ),
  loggers: z.array(
    z.object({
      assetId: assetIdSchema,
      elevationM: z.number(),
      /** Length of main from the plant, m: head is lost along it. */
      distanceM: z.number(),
      /** Pressure at mean flow, bar. */
      meanBar: z.number(),
    }),
  ),
})

const wastewaterSchema = z.object({
  plant: z.object({
    assetId: assetIdSchema,
    /** Phases in service; a phase that no publication names is marked simulated. */
    phases: z.array(
      z.object({ name: z.string(), m3PerDay: z.number().positive(), year: z.int().nullable(), simulated: z.boolean() }),
    ),
    kwhPerM3: z.number().positive(),
    /** Share of the pollutant that leaves with the effluent at mean load. */
    remaining: z.object({ cod: z.number(), tss: z.number(), ammonium: z.number() }),
    effluent: z.object({ ph: z.number(), temperatureC: z.number() }),
    residenceHours: z.number().positive(),
    /** Rain that finds its way into sewers: m3 per mm of rain on the whole park. */
    rainM3PerMm: z.number().nonnegative(),
    /** Dry-weather infiltration, share of the discharge. */
    infiltrationShare: z.number().nonnegative(),
  }),
  liftStations: z.array(
    z.object({
      assetId: assetIdSchema,
      wellM2: z.number().positive(),
      startLevelM: z.number(),
      stopLevelM: z.number(),
      pumpM3PerH: z.number().positive(),
    }),
  ),
  gauges: z.array(
    z.object({ assetId: assetIdSchema, diameterMm: z.number(), slopePercent: z.number(), meanM3PerDay: z.number() }),
  ),
  reclaimed: z.object({ stationId: assetIdSchema, capacityM3PerDay: z.number().positive() }),
  ponds: z.array(
    z.object({
      assetId: assetIdSchema,
      areaM2: z.number().positive(),
      depthM: z.number().positive(),
      dryLevelM: z.number(),
      catchmentHa: z.number().nonnegative(),
    }),
  ),
})

const vehicleSchema = z.object({
  assetId: assetIdSchema,
  stream: wasteStreamSchema,
  /** Closed loop along road edges; the first and last position are the transfer station. */
  route: z.array(positionSchema).min(4),
  lengthM: z.number().positive(),
  stops: z.array(z.object({ containerId: assetIdSchema, alongM: z.number().nonnegative() })),
  /** Start of a round in the park's local time, `HH:MM`; one round a day. */
  startLocal: z.string().regex(/^\d{2}:\d{2}$/),
  /** Days of the round, 1 = Monday … 7 = Sunday. */
  days: z.array(z.int().min(1).max(7)),
  speedKmH: z.number().positive(),
  stopSeconds: z.number().positive(),
  capacityT: z.number().positive(),
})

const wasteSchema = z.object({
  containers: z.array(
    z.object({
      assetId: assetIdSchema,
      stream: wasteStreamSchema,
      volumeM3: z.number().positive(),
      fillPercentPerDay: z.number().positive(),
      kgPerPercent: z.number().positive(),
      /** Vehicle that empties it. */
      vehicleId: assetIdSchema.nullable(),
    }),
  ),
  vehicles: z.array(vehicleSchema),
  transferStationId: assetIdSchema,
  hazardousStoreId: assetIdSchema,
  /** Hazardous waste brought to the store each day, and days between handovers to the treatment operator. */
  hazardousTPerDay: z.number().positive(),
  hazardousHandoverDays: z.int().positive(),
  sludgeTPerDay: z.number().nonnegative(),
  /** Share of the mass of a stream that is recycled or reused. */
  diversionShare: z.object({
    domestic: z.number(),
    'ordinary-industrial': z.number(),
    recyclable: z.number(),
    hazardous: z.number(),
    sludge: z.number(),
  }),
})

const gatewaySchema = z.object({
  assetId: assetIdSchema,
  latencyMs: z.number().positive(),
  /** Unplanned drops per year and their median length. */
  dropsPerYear: z.number().nonnegative(),
  dropMinutes: z.number().positive(),
})

/** Recurring window in park time: every `everyDays` days from day `offsetDays`, at `startHour` for `hours`. */
const windowShape = {
  pointId: pointIdSchema,
  everyDays: z.int().positive(),
  offsetDays: z.int().nonnegative(),
  startHour: z.number().min(0).max(24),
  hours: z.number().positive(),
}
const faultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stuck'), ...windowShape }),
  z.object({ kind: z.literal('dropout'), ...windowShape }),
  z.object({ kind: z.literal('calibration'), ...windowShape, offset: z.number() }),
  /** The labels of two points are swapped all the time. */
  z.object({ kind: z.literal('mislabelled'), pointId: pointIdSchema, swappedWith: pointIdSchema }),
  z.object({ kind: z.literal('late'), pointId: pointIdSchema, delaySeconds: z.number(), share: z.number() }),
  z.object({ kind: z.literal('repeated'), pointId: pointIdSchema, share: z.number() }),
])
export type SimFault = z.infer<typeof faultSchema>

/** The simulator's own parameters of a park: every number in it is simulated. */
export const simulationSchema = z.object({
  seed: z.int(),
  source: sourceSchema,
  centre: positionSchema,
  consumers: z.array(consumerSchema),
  energy: energySchema,
  water: waterSchema,
  wastewater: wastewaterSchema,
  waste: wasteSchema,
  gateways: z.array(gatewaySchema),
  faults: z.array(faultSchema),
})
export type SimulationParams = z.infer<typeof simulationSchema>

/** simulation.json itself: a round may be left out, it then follows from the edges of the route network. */
export const simulationFileSchema = simulationSchema.extend({
  waste: wasteSchema.extend({
    vehicles: z.array(vehicleSchema.extend({ route: vehicleSchema.shape.route.optional() })),
  }),
})
export type SimulationFile = z.infer<typeof simulationFileSchema>
