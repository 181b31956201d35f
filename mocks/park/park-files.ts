import { z } from 'zod'
import { assetKindSchema, wasteStreamSchema } from '../../src/contract/asset-kinds.ts'
import { industrySchema } from '../../src/contract/collections.ts'
import { positionSchema } from '../../src/contract/geojson.ts'
import { pointKindSchema } from '../../src/contract/point-kinds.ts'
import {
  assetIdSchema,
  dateSchema,
  localizedTextSchema,
  pointIdSchema,
  sourceSchema,
  tenantIdSchema,
} from '../../src/contract/primitives.ts'
import { outfallPermitSchema } from '../../src/contract/reference.ts'
import { parkSchema, parkTargetSchema } from '../../src/contract/resources.ts'

export { simulationFileSchema, simulationSchema } from './simulation-file.ts'

/*
 * Schemas of the files of a park folder. They say the same as the contract's resources with less text:
 * a source is written once in park.json and named by its key, what is null or follows from the kind may be left out.
 */

/** Key of a source in park.json's `sources`, or a source in full. */
const sourceRefSchema = z.union([z.string().min(1), sourceSchema])
export type SourceRef = z.infer<typeof sourceRefSchema>

const factFileSchema = z.object({
  key: z.string().min(1),
  value: z.union([z.number(), z.string(), localizedTextSchema, z.null()]),
  unit: z.string().nullable(),
  source: sourceRefSchema,
})
export type FactFile = z.infer<typeof factFileSchema>

export const parkFileSchema = parkSchema.extend({
  sources: z.record(z.string(), sourceSchema),
  facts: z.array(factFileSchema),
  targets: z.array(parkTargetSchema.extend({ source: sourceRefSchema })),
  gridEmissionFactor: parkSchema.shape.gridEmissionFactor.extend({ source: sourceRefSchema }),
})
export type ParkFile = z.infer<typeof parkFileSchema>

const tenantFileSchema = z.object({
  id: tenantIdSchema,
  name: z.string(),
  alias: z.string(),
  country: z.string().length(2),
  industry: industrySchema,
  vsic: z.string(),
  plotIds: z.array(z.string()).min(1),
  headcount: z.int().nonnegative().nullable().default(null),
  contractedPowerKw: z.number().nullable().default(null),
  contractedWaterM3PerDay: z.number().nullable().default(null),
  contractedWastewaterM3PerDay: z.number().nullable().default(null),
  since: dateSchema.nullable().default(null),
  source: sourceRefSchema,
})
export const tenantsFileSchema = z.object({ tenants: z.array(tenantFileSchema) })
export type TenantEntry = z.input<typeof tenantFileSchema>

const assetFileSchema = z.object({
  id: assetIdSchema,
  kind: assetKindSchema,
  /** The id in capitals where it is left out. */
  code: z.string().optional(),
  name: localizedTextSchema.nullable().default(null),
  /** Position, node and plot follow from the network node that names the asset where they are left out. */
  position: positionSchema.optional(),
  parentId: assetIdSchema.nullable().default(null),
  plotId: z.string().nullable().optional(),
  siteId: z.string().nullable().default(null),
  /** The tenant of its plot where it is left out. */
  tenantId: tenantIdSchema.nullable().optional(),
  gatewayId: assetIdSchema.nullable().default(null),
  nodeId: z.string().nullable().optional(),
  wasteStream: wasteStreamSchema.nullable().default(null),
  facts: z.array(factFileSchema).default([]),
})
export const assetsFileSchema = z.object({ assets: z.array(assetFileSchema) })
export type AssetEntry = z.input<typeof assetFileSchema>
export type AssetFile = z.output<typeof assetFileSchema>

const limitFileSchema = z.object({
  type: z.enum(['high', 'low']),
  basis: z.enum(['permit', 'internal', 'design', 'contract']),
  value: z.number(),
  source: sourceRefSchema,
})
/** Stream, unit and decimals follow from the kinds; period and range from the template; gateway from the asset. */
const pointFileSchema = z.object({
  id: pointIdSchema,
  /** Asset and kind follow from the id `<asset>.<kind>` where they are left out. */
  assetId: assetIdSchema.optional(),
  kind: pointKindSchema.optional(),
  unit: z.string().optional(),
  periodMs: z.int().positive().optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
  decimals: z.int().min(0).max(6).optional(),
  limits: z.array(limitFileSchema).default([]),
  gatewayId: assetIdSchema.nullable().optional(),
})
/** A point without anything of its own is just its id. */
const pointEntrySchema = z.union([pointIdSchema.transform((id) => ({ id, limits: [] })), pointFileSchema])
export const pointsFileSchema = z.object({ points: z.array(pointEntrySchema) })
export type PointEntry = z.input<typeof pointEntrySchema>
export type PointFile = z.output<typeof pointFileSchema>

/** Permits of the outfalls; a folder without the file has none that is known. */
export const permitsFileSchema = z.object({
  permits: z.array(outfallPermitSchema.extend({ source: sourceRefSchema })),
})
