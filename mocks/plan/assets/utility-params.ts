import { z } from 'zod'
import { NAME_SETS } from './tenant-stems.ts'
import { wasteStreamSchema } from '../../../src/contract/asset-kinds.ts'
import { industrySchema } from '../../../src/contract/collections.ts'
import { localizedTextSchema, sourceSchema } from '../../../src/contract/primitives.ts'

const substationSchema = z.object({
  /** Site of the ground plan that it stands on. */
  siteId: z.string(),
  assetId: z.string(),
  name: localizedTextSchema,
  transformers: z.array(z.object({ ratedMva: z.number().positive() })).min(1),
  /** Numbers painted on the feeders, one feeder each. */
  feederNumbers: z.array(z.string()).min(1),
  /** Key of a source in park.json for the rating. */
  source: z.string(),
  /** Source for the rating of each unit where only their sum is published. */
  unitSource: z.string().optional(),
})

/** What the network and asset stage knows about one park: names, ratings and the totals that it calibrates to. */
export const utilityParamsSchema = z.object({
  seed: z.int(),
  simulatedSource: sourceSchema,
  substations: z.array(substationSchema).min(1).max(2),
  power: z.object({
    /** Mean demand of all customers at 22 kV and of those at 110 kV, before rooftop solar, kW. */
    mean22Kw: z.number().positive(),
    mean110Kw: z.number().nonnegative(),
    solarKwp: z.number().nonnegative(),
    /** Industries that take 110 kV directly when their plot is at least this large, ha. */
    hv: z.object({ industries: z.array(industrySchema), minHa: z.number() }),
  }),
  water: z.object({
    siteId: z.string(),
    assetId: z.string(),
    name: localizedTextSchema,
    capacityM3PerDay: z.number().positive(),
    source: z.string(),
    consumptionM3PerDay: z.number().positive(),
    leakageM3PerDay: z.number().nonnegative(),
    districtM3PerDay: z.number().positive(),
    /** Volume of each of the two clear-water tanks, m³. */
    tankM3: z.number().positive(),
    /** Ground level at which mean pressures hold, metres above sea level. */
    datumM: z.number(),
  }),
  wastewater: z.object({
    siteId: z.string(),
    assetId: z.string(),
    name: localizedTextSchema,
    dischargeM3PerDay: z.number().positive(),
    infiltrationShare: z.number().nonnegative(),
    /** Rain that finds its way into the sewers, m³ per mm. */
    rainM3PerMm: z.number().nonnegative(),
    phases: z
      .array(
        z.object({
          name: z.string(),
          m3PerDay: z.number(),
          year: z.int().nullable(),
          simulated: z.boolean(),
          source: z.string(),
        }),
      )
      .min(1),
    reclaimedM3PerDay: z.number().positive(),
    reclaimedCapacityM3PerDay: z.number().positive(),
    codPermitMgL: z.number().positive(),
    tssPermitMgL: z.number().positive(),
    ammoniumPermitMgL: z.number().positive(),
    permitSource: z.string(),
  }),
  waste: z.object({
    siteId: z.string(),
    assetId: z.string(),
    name: localizedTextSchema,
    hazardousTPerDay: z.number().positive(),
    /** What the store for hazardous waste may hold, t. */
    hazardousStoreT: z.number().positive(),
    sludgeTPerDay: z.number().positive(),
    /** Vehicles by stream and the zones of plots that each one serves. */
    rounds: z
      .array(z.object({ vehicleId: z.string(), stream: wasteStreamSchema, zones: z.array(z.string()).min(1) }))
      .min(1),
  }),
  tenants: z.object({
    atLeast: z.int().positive(),
    /** Shares of the tenants' countries; left out: the listed names in a mix of their own. */
    countries: z.partialRecord(z.enum(['VN', 'JP', 'KR', 'TW']), z.number().positive()).optional(),
    /** Parks of different sets share no name; 0 belongs to the listed names. */
    nameSet: z
      .int()
      .min(0)
      .max(NAME_SETS - 1)
      .default(0),
  }),
})
export type UtilityParams = z.infer<typeof utilityParamsSchema>
