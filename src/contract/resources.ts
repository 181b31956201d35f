import { z } from 'zod'
import { assetKindSchema, streamSchema, wasteStreamSchema } from './asset-kinds.ts'
import { industrySchema } from './collections.ts'
import { positionSchema } from './geojson.ts'
import { pointKindSchema } from './point-kinds.ts'
import {
  assetIdSchema,
  dataModeSchema,
  dateSchema,
  factSchema,
  instantSchema,
  localizedTextSchema,
  parkIdSchema,
  pointIdSchema,
  sourceSchema,
  tenantIdSchema,
} from './primitives.ts'

/** Answer of `GET /server`: who is speaking, in which contract version, at what time. */
export const serverInfoSchema = z.object({
  contract: z.string(),
  name: z.string(),
  time: instantSchema,
  dataMode: dataModeSchema,
  /** Seconds a lost source holds its last value as stale before it reads "no communication". */
  holdLastValueS: z.int().positive(),
})
export type ServerInfo = z.infer<typeof serverInfoSchema>

export const parkSummarySchema = z.object({
  id: parkIdSchema,
  name: localizedTextSchema,
  province: localizedTextSchema,
  operator: z.string(),
  centre: positionSchema,
  areaHa: z.number().positive(),
  timeZone: z.string(),
  dataMode: dataModeSchema,
})
export type ParkSummary = z.infer<typeof parkSummarySchema>

/** Values that the park's screens compare with. Each has its own source; unknown ones are null. */
export const parkTargetSchema = z.object({
  key: z.enum([
    'contracted-power',
    'power-factor',
    'water-capacity',
    'lowest-pressure',
    'water-loss',
    'wastewater-capacity',
    'cod-permit',
    'reuse',
    'hazardous-store',
    'diversion',
    'grid-emissions',
  ]),
  value: z.number().nullable(),
  unit: z.string(),
  comparison: z.enum(['<=', '>=', '=']),
  source: sourceSchema,
})
export type ParkTarget = z.infer<typeof parkTargetSchema>

export const parkSchema = parkSummarySchema.extend({
  address: localizedTextSchema,
  /** Outline box [west, south, east, north] that the map fits to once. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  facts: z.array(factSchema),
  targets: z.array(parkTargetSchema),
  gridEmissionFactor: z.object({ tCO2PerMWh: z.number().positive(), year: z.int(), source: sourceSchema }),
  planStatus: z.enum(['schematic', 'surveyed']),
  /** Where tenants appear under their alias instead of their name. */
  aliases: z
    .object({ wall: z.boolean().default(false), tour: z.boolean().default(false), export: z.boolean().default(false) })
    .prefault({}),
})
export type Park = z.infer<typeof parkSchema>

export const tenantSchema = z.object({
  id: tenantIdSchema,
  name: z.string(),
  /** Neutral code that stands for the name where the park says so ("A-01"); it stays with the tenant. */
  alias: z.string().min(1),
  country: z.string().length(2),
  industry: industrySchema,
  /** VSIC 2018 class code. */
  vsic: z.string(),
  plotIds: z.array(z.string()).min(1),
  headcount: z.int().nonnegative().nullable(),
  contractedPowerKw: z.number().nullable(),
  contractedWaterM3PerDay: z.number().nullable(),
  contractedWastewaterM3PerDay: z.number().nullable(),
  since: dateSchema.nullable(),
  source: sourceSchema,
})
export type Tenant = z.infer<typeof tenantSchema>

export const assetSchema = z.object({
  id: assetIdSchema,
  kind: assetKindSchema,
  /** Short code as painted on the equipment, unique in the park. */
  code: z.string(),
  /** Own name where it has one; otherwise the screen says kind and code. */
  name: localizedTextSchema.nullable(),
  position: positionSchema,
  parentId: assetIdSchema.nullable(),
  plotId: z.string().nullable(),
  siteId: z.string().nullable(),
  tenantId: tenantIdSchema.nullable(),
  gatewayId: assetIdSchema.nullable(),
  /** Node of the network graph at which it stands. */
  nodeId: z.string().nullable(),
  wasteStream: wasteStreamSchema.nullable(),
  facts: z.array(factSchema),
})
export type Asset = z.infer<typeof assetSchema>

/** A limit on a point. `permit` is legal, `internal` is the park's own, `design` is equipment's rating. */
export const pointLimitSchema = z.object({
  type: z.enum(['high', 'low']),
  basis: z.enum(['permit', 'internal', 'design', 'contract']),
  value: z.number(),
  source: sourceSchema,
})
export type PointLimit = z.infer<typeof pointLimitSchema>

export const pointSchema = z.object({
  id: pointIdSchema,
  assetId: assetIdSchema,
  kind: pointKindSchema,
  stream: streamSchema,
  unit: z.string(),
  /** Expected period of the source in milliseconds; freshness is judged against it. */
  periodMs: z.int().positive(),
  range: z.tuple([z.number(), z.number()]),
  decimals: z.int().min(0).max(6),
  limits: z.array(pointLimitSchema),
  gatewayId: assetIdSchema.nullable(),
  /** Where a register begins again at zero (10 to the number of its digits), in its unit; absent where not known. */
  rollOverAt: z.number().positive().optional(),
})
export type Point = z.infer<typeof pointSchema>

export const agendaItemSchema = z.object({
  id: z.string(),
  due: instantSchema,
  kind: z.enum(['collection', 'peak-tariff', 'handover', 'hazardous-handover', 'report', 'maintenance']),
  stream: streamSchema.nullable(),
  /** Values for the localized sentence of its kind; numbers keep their unit in the catalogue. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  assetId: assetIdSchema.nullable(),
})
export type AgendaItem = z.infer<typeof agendaItemSchema>

export const catalogueIdSchema = z.enum(['point-kinds', 'asset-kinds', 'qualities', 'industries'])
export const catalogueSchema = z.object({
  id: catalogueIdSchema,
  entries: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
})
