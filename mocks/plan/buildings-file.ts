import { z } from 'zod'
import { buildingKindSchema, roofSchema } from '../../src/contract/collections.ts'

/**
 * Compact form of a park's buildings. A row is [kind, x, y, width, depth, height, roof, flags, base]: `kind` and
 * `roof` are indices into the lists, lengths are decimetres in the frame of the plot or site, flags are 1 = solar
 * roof, 2 = round; trailing zeros are left out.
 */
export const buildingsFileSchema = z.object({
  kinds: z.array(buildingKindSchema),
  roofs: z.array(roofSchema),
  groups: z.array(
    z.object({
      /** Feature id of the plot or site. */
      on: z.string(),
      /** Frame: its origin [lng, lat] and the direction of x in degrees, counter-clockwise from east. */
      at: z.tuple([z.number(), z.number()]),
      deg: z.number(),
      rows: z.array(z.array(z.int()).min(6).max(9)),
    }),
  ),
})
export type BuildingsFile = z.infer<typeof buildingsFileSchema>

export const FLAG_SOLAR = 1
export const FLAG_ROUND = 2
