import { z } from 'zod'
import { referenceSourceSchema } from './reference.ts'

/** Emission factors of fuels: tCO2 = t × TJ/t × tCO2/TJ. */
export const fuelFactorsSchema = z.object({
  factors: z.array(
    z.object({
      fuel: z.enum(['natural-gas', 'lpg', 'diesel', 'gasoline', 'fuel-oil', 'coal']),
      /** Net calorific value, TJ per 1000 t. */
      tjPerKt: z.number().positive(),
      /** tCO2 per TJ. */
      tCO2PerTj: z.number().positive(),
      source: referenceSourceSchema,
    }),
  ),
})
export type FuelFactors = z.infer<typeof fuelFactorsSchema>
