import { z } from 'zod'
import { assetKindSchema, wasteStreamSchema } from './asset-kinds.ts'
import {
  featureSchema,
  lineGeometrySchema,
  multiPolygonGeometrySchema,
  pointGeometrySchema,
  polygonGeometrySchema,
} from './geojson.ts'
import { assetIdSchema, localizedTextSchema, pointIdSchema, tenantIdSchema } from './primitives.ts'

const areaGeometry = z.discriminatedUnion('type', [polygonGeometrySchema, multiPolygonGeometrySchema])

export const roadClassSchema = z.enum(['national', 'axis', 'arterial', 'collector', 'service'])
export type RoadClass = z.infer<typeof roadClassSchema>

export const siteKindSchema = z.enum([
  'substation',
  'wastewater-plant',
  'water-plant',
  'transfer-station',
  'service',
  'fire-station',
  'housing',
  'park',
])
export type SiteKind = z.infer<typeof siteKindSchema>

export const buildingKindSchema = z.enum([
  'hall',
  'office',
  'civic',
  'housing',
  'tank',
  'silo',
  'stack',
  'tower',
  'utility',
  'guard',
  'shed',
  'canteen',
  'canopy',
  'container',
  'truck',
  'gantry',
  'transformer',
  'cooling-tower',
])
export type BuildingKind = z.infer<typeof buildingKindSchema>

export const roofSchema = z.enum(['saw', 'monitor', 'flat', 'none'])
export type RoofKind = z.infer<typeof roofSchema>

export const networkSchema = z.enum([
  'power-110',
  'power-22',
  'water',
  'sewer',
  'storm',
  'reclaimed',
  'fibre',
  'waste-route',
])
export type Network = z.infer<typeof networkSchema>

export const industrySchema = z.enum([
  'textile',
  'fibre',
  'food',
  'furniture',
  'electronics',
  'plastics',
  'metal',
  'logistics',
  'packaging',
])
export type Industry = z.infer<typeof industrySchema>

/** `leased`: in operation. `construction`: let, not yet running. `vacant`: offered to investors. */
export const plotStatusSchema = z.enum(['leased', 'construction', 'vacant'])
export type PlotStatus = z.infer<typeof plotStatusSchema>

export const COLLECTIONS = {
  boundary: featureSchema(polygonGeometrySchema, z.object({ areaHa: z.number().positive() })),
  surroundings: featureSchema(
    polygonGeometrySchema,
    z.object({ kind: z.enum(['plantation', 'field', 'house', 'bank']) }),
  ),
  green: featureSchema(
    areaGeometry,
    z.object({ kind: z.enum(['belt', 'stream-park', 'verge', 'median', 'corridor']) }),
  ),
  water: featureSchema(
    areaGeometry,
    z.object({ kind: z.enum(['stream', 'pond', 'basin']), name: localizedTextSchema.nullable() }),
  ),
  waterways: featureSchema(lineGeometrySchema, z.object({ name: localizedTextSchema })),
  carriageways: featureSchema(areaGeometry, z.object({ kind: z.enum(['reserve', 'carriageway']) })),
  roads: featureSchema(
    lineGeometrySchema,
    z.object({ roadId: z.string(), name: z.string(), class: roadClassSchema, widthM: z.number().positive() }),
  ),
  sites: featureSchema(
    polygonGeometrySchema,
    z.object({
      kind: siteKindSchema,
      name: localizedTextSchema,
      areaHa: z.number(),
      assetId: assetIdSchema.nullable(),
    }),
  ),
  plots: featureSchema(
    polygonGeometrySchema,
    z.object({
      code: z.string(),
      zone: z.string(),
      areaHa: z.number().positive(),
      status: plotStatusSchema,
      industry: industrySchema.nullable(),
      tenantId: tenantIdSchema.nullable(),
      roadId: z.string().nullable(),
      /** Front edge of the plot as a line, gate on it; the plot's own frame starts at its first position. */
      front: z.tuple([z.array(z.number()).length(2), z.array(z.number()).length(2)]),
    }),
  ),
  buildings: featureSchema(
    polygonGeometrySchema,
    z.object({
      kind: buildingKindSchema,
      heightM: z.number().nonnegative(),
      baseM: z.number().nonnegative(),
      roof: roofSchema,
      solar: z.boolean(),
      /** Feature id of the plot or site that it stands on. */
      on: z.string(),
    }),
  ),
  yards: featureSchema(
    polygonGeometrySchema,
    z.object({
      kind: z.enum(['paved', 'lawn', 'bare', 'car-park', 'street', 'gravel', 'bund', 'basin', 'basin-wall', 'path']),
      on: z.string(),
    }),
  ),
  'unit-labels': featureSchema(
    pointGeometrySchema,
    z.object({ name: localizedTextSchema, assetId: assetIdSchema.nullable() }),
  ),
  'network-nodes': featureSchema(
    pointGeometrySchema,
    z.object({
      network: networkSchema,
      kind: z.union([
        assetKindSchema,
        z.enum(['junction', 'tap', 'pylon', 'manhole', 'storm-outlet', 'stop', 'source']),
      ]),
      assetId: assetIdSchema.nullable(),
      plotId: z.string().nullable(),
    }),
  ),
  'network-edges': featureSchema(
    lineGeometrySchema,
    z.object({
      network: networkSchema,
      from: z.string(),
      to: z.string(),
      lengthM: z.number().nonnegative(),
      /** Feeder, district, sewer branch or collection route that the edge belongs to. */
      group: z.string().nullable(),
      /** Asset whose failure opens this edge, if it is one (a cable section belongs to its feeder). */
      assetId: assetIdSchema.nullable(),
      /** Nominal size in millimetres for pipes, kilovolts for power lines. */
      nominal: z.number().nullable(),
      /** `service`: the last metres to one consumer. `open`: normally open tie of a ring. */
      role: z.enum(['main', 'loop', 'open', 'service', 'force', 'outfall']),
      /** Points whose values add up to this edge's load when no meter sits on it (unit of the point). */
      meterPointId: pointIdSchema.nullable(),
      roadId: z.string().nullable(),
    }),
  ),
  containers: featureSchema(
    pointGeometrySchema,
    z.object({
      stream: wasteStreamSchema,
      volumeM3: z.number().positive(),
      assetId: assetIdSchema,
      plotId: z.string().nullable(),
    }),
  ),
} as const

export type CollectionId = keyof typeof COLLECTIONS
export const collectionIdSchema = z.enum(Object.keys(COLLECTIONS) as [CollectionId, ...CollectionId[]])
export type FeatureOf<C extends CollectionId> = z.infer<(typeof COLLECTIONS)[C]>
export type PlotFeature = FeatureOf<'plots'>
export type NetworkEdgeFeature = FeatureOf<'network-edges'>
export type NetworkNodeFeature = FeatureOf<'network-nodes'>
