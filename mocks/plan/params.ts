import { z } from 'zod'
import { industrySchema, roadClassSchema, siteKindSchema } from '../../src/contract/collections.ts'
import { localizedTextSchema } from '../../src/contract/primitives.ts'

/**
 * A place in a frame: [frame, u, v] in metres along and across it, or ['seam', u, v] with u counted from the
 * seam of the two frames. 'grow' places move out with the side that is fitted to the published area.
 */
const placeSchema = z.union([
  z.tuple([z.string(), z.number(), z.number()]),
  z.tuple([z.string(), z.number(), z.number(), z.literal('grow')]),
])
export type Place = z.infer<typeof placeSchema>

const metres = z.number().nonnegative()
/** Rectangle [frame, u0, v0, u1, v1]. */
const rectSchema = z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()])

const roadClassShape = z.object({ carriagewayHalfM: metres, medianHalfM: metres })

const blockSchema = z.object({
  /** Rough centre of the block that this line describes: [frame, u, v]. */
  at: z.tuple([z.string(), z.number(), z.number()]),
  /** One plot takes the whole block. */
  whole: z.boolean().default(false),
  rows: z.union([z.literal(1), z.literal(2)]).default(1),
  targetHa: z.number().positive().default(3),
  /** Rows run across the frame's main direction. */
  across: z.boolean().default(false),
  /** Published plot sizes to cut exactly, first along the row; they stay vacant. */
  vacantHa: z.array(z.number().positive()).default([]),
  /** Published sizes of plots in use, cut exactly after the vacant ones. */
  letHa: z.array(z.number().positive()).default([]),
})
export type BlockSpec = z.infer<typeof blockSchema>

const siteSchema = z.object({
  id: z.string(),
  kind: siteKindSchema,
  name: localizedTextSchema,
  rect: rectSchema,
})

const roadSchema = z.object({
  id: z.string(),
  name: z.string(),
  class: roadClassSchema.exclude(['national']),
  widthM: z.number().positive(),
  spline: z.boolean().default(false),
  points: z.array(placeSchema).min(2),
})
export type RoadSpec = z.infer<typeof roadSchema>

/** Everything that the ground generator knows about one park. Optional parts may be left out. */
const planParamsSchema = z.object({
  seed: z.int(),
  /** Longitude and latitude of local (0, 0). */
  origin: z.tuple([z.number(), z.number()]),
  frames: z
    .array(z.object({ id: z.string(), angleDeg: z.number() }))
    .min(1)
    .max(2),
  /** Where the frames meet, local metres. The second frame lies to the left (west) of the seam. */
  frameOrigin: z.tuple([z.number(), z.number()]),
  /** The outline's 'grow' places are moved until the land left by stream and national road has this area. */
  boundary: z.object({ areaHa: z.number().positive(), outline: z.array(placeSchema).min(4) }),
  stream: z
    .object({
      name: localizedTextSchema,
      points: z.array(placeSchema).min(2),
      halfWidthM: metres,
      bankM: metres,
      greenM: metres,
      /** Land between this road and the stream becomes park; the closing places lie beyond the stream. */
      park: z.object({ roadId: z.string(), closing: z.array(placeSchema).min(1) }).optional(),
    })
    .optional(),
  nationalRoad: z
    .object({
      id: z.string(),
      name: z.string(),
      points: z.array(placeSchema).min(2),
      halfWidthM: metres,
      medianHalfM: metres,
      zoneM: metres,
      greenM: metres,
    })
    .optional(),
  roadClasses: z.object({
    axis: roadClassShape,
    arterial: roadClassShape,
    collector: roadClassShape,
    service: roadClassShape,
  }),
  roads: z.array(roadSchema).min(1),
  /** Roundabouts where both named roads meet. */
  roundabouts: z
    .array(z.object({ at: z.tuple([z.string(), z.string()]), outerM: metres, islandM: metres }))
    .default([]),
  /** Belt inside the boundary, strips along the axis roads. */
  green: z.object({ beltM: metres, axisStripM: metres }),
  /** 110 kV lines, first place at the park's edge. */
  corridor: z.object({ halfWidthM: metres, lines: z.array(z.array(placeSchema).min(2)) }).optional(),
  /** Other strips of land that stay free, such as a corridor of pipelines. */
  strips: z.array(z.object({ points: z.array(placeSchema).min(2), halfWidthM: metres })).default([]),
  /** Carved from the blocks before the plots, in this order. */
  sites: z.array(siteSchema).default([]),
  plots: z.object({
    minHa: z.number().positive(),
    minWidthM: metres,
    /** Standard deviation of the logarithm of a plot's area inside its block. */
    spread: z.number().nonnegative(),
    /** Every block takes the nearest description of its frame. */
    blocks: z.array(blockSchema).min(1),
    /** Letters of the plot codes by frame, u and v; the first that fits counts. */
    zones: z
      .array(
        z.object({
          code: z.string(),
          frame: z.string(),
          minV: z.number().nullable().default(null),
          maxV: z.number().nullable().default(null),
          minU: z.number().nullable().default(null),
          maxU: z.number().nullable().default(null),
        }),
      )
      .min(1),
  }),
  occupancy: z.object({
    vacant: z.int().nonnegative(),
    construction: z.int().nonnegative(),
    /** Larger plots are always in operation. */
    maxVacantHa: z.number().positive(),
    /** Industries of the largest plots, in order of size. */
    largest: z.array(industrySchema),
    mix: z.partialRecord(industrySchema, z.number().positive()),
    solarShare: z.number().min(0).max(1),
    maxCoverage: z.number().min(0).max(1),
  }),
  ponds: z.array(z.object({ at: placeSchema, radiiM: z.tuple([z.number(), z.number()]) })).default([]),
  elevation: z.object({
    baseM: z.number(),
    /** Local place with the base level and rise per metre east and north. */
    at: z.tuple([z.number(), z.number()]),
    rise: z.tuple([z.number(), z.number()]),
  }),
  surroundings: z
    .object({
      cellM: z.tuple([z.number(), z.number()]),
      tiltDeg: z.number(),
      reachM: metres,
      plantationShare: z.number().min(0).max(1),
      houses: z.boolean(),
    })
    .optional(),
})
export type PlanParams = z.infer<typeof planParamsSchema>

/** Parses a park's `plan.params.json`. Throws a ZodError that names the first bad field. */
export function parsePlanParams(data: unknown): PlanParams {
  return planParamsSchema.parse(data)
}
