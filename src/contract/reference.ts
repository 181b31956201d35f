import { z } from 'zod'
import { dateSchema, localizedTextSchema, sourceSchema } from './primitives.ts'

/** Source of a rule or a figure of the law: with the article, when it was in force, and what is doubtful about it. */
export const referenceSourceSchema = sourceSchema.extend({
  article: z.string().nullable(),
  /** The article as each language cites it; where a screen shows it. */
  articles: localizedTextSchema.optional(),
  note: z.string().optional(),
  /** The note in three languages; where a screen shows it. */
  notes: localizedTextSchema.optional(),
})
export type ReferenceSource = z.infer<typeof referenceSourceSchema>

/**
 * Days on which a record holds, in the park's zone: from the first on, up to but not including `validTo`.
 * `null` is open: the first day was not verified, or no end is known.
 */
const validity = { validFrom: dateSchema.nullable(), validTo: dateSchema.nullable() }
export interface Validity {
  validFrom: string | null
  validTo: string | null
}

/** Minute of the day, 0 to 1440. */
const minuteSchema = z.int().min(0).max(1440)
export const tariffBandSchema = z.enum(['peak', 'normal', 'off-peak'])
export type TariffBand = z.infer<typeof tariffBandSchema>

/** Half-open windows [fromMinute, toMinute) on ISO weekdays (1 Monday to 7 Sunday); what no window holds is normal. */
export const touWindowSchema = z
  .object({
    band: tariffBandSchema,
    weekdays: z.array(z.int().min(1).max(7)).min(1),
    fromMinute: minuteSchema,
    toMinute: minuteSchema,
  })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute, { message: 'a window ends after it begins' })

export const touScheduleSchema = z.object({
  id: z.string(),
  windows: z.array(touWindowSchema),
  /** `null`: no rule of their own was found, so holidays are ordinary weekdays. */
  holidays: z.enum(['as-sunday']).nullable(),
  issued: dateSchema.nullable(),
  source: referenceSourceSchema,
})
export type TouSchedule = z.infer<typeof touScheduleSchema>

/** VND per kWh without VAT. */
const bandPricesSchema = z.object({ peak: z.number(), normal: z.number(), 'off-peak': z.number() })
export type BandPrices = z.infer<typeof bandPricesSchema>

/** Voltage range [minKv, maxKv); null is open. */
const voltageRange = { minKv: z.number().nullable(), maxKv: z.number().nullable() }

export const energyPriceSchema = z.object({
  id: z.string(),
  customer: z.enum(['production', 'business', 'wholesale-park']),
  ...voltageRange,
  ...validity,
  /** `null`: not verified. */
  vndPerKwh: bandPricesSchema.nullable(),
  source: referenceSourceSchema,
})
export type EnergyPrice = z.infer<typeof energyPriceSchema>

export const twoComponentPriceSchema = z.object({
  id: z.string(),
  ...voltageRange,
  ...validity,
  vndPerKwMonth: z.number(),
  vndPerKwh: bandPricesSchema,
  source: referenceSourceSchema,
})
export type TwoComponentPrice = z.infer<typeof twoComponentPriceSchema>

export const powerFactorRuleSchema = z.object({
  id: z.string(),
  ...validity,
  /** Registered maximum power from which the rule applies, kW. */
  fromPowerKw: z.number(),
  threshold: z.number().positive().max(1),
  /** Below this factor the surcharge no longer grows. */
  floor: z.number().positive().max(1),
  floorPercent: z.number(),
  source: referenceSourceSchema,
})
export type PowerFactorRule = z.infer<typeof powerFactorRuleSchema>

export const exportCapSchema = z.object({
  id: z.string(),
  ...validity,
  /** Share of the output that may be sold to the grid, per cent. */
  maxSharePercent: z.number(),
  source: referenceSourceSchema,
})
export type ExportCap = z.infer<typeof exportCapSchema>

export const tariffsSchema = z.object({
  currency: z.literal('VND'),
  /** Per cent on top of every price here; null when not known. */
  vatPercent: z.number().nullable(),
  /** Which schedule bills from when: the park's own setting, to be checked with its contract. */
  activeSchedules: z
    .array(z.object({ scheduleId: z.string(), validFrom: dateSchema.nullable(), source: referenceSourceSchema }))
    .min(1),
  schedules: z.array(touScheduleSchema),
  prices: z.array(energyPriceSchema),
  twoComponent: z.array(twoComponentPriceSchema),
  powerFactor: z.array(powerFactorRuleSchema),
  exportCaps: z.array(exportCapSchema),
})
export type Tariffs = z.infer<typeof tariffsSchema>

export const gridFactorsSchema = z.object({
  country: z.string().length(2),
  unit: z.literal('t{CO2}/MW.h'),
  factors: z.array(
    z.object({
      year: z.int(),
      tCO2PerMWh: z.number().positive(),
      official: z.boolean(),
      source: referenceSourceSchema,
    }),
  ),
})
export type GridFactors = z.infer<typeof gridFactorsSchema>
export type GridFactor = GridFactors['factors'][number]

/** A parameter's limit as the regulation prints it. Both null: the number was not verified. */
export const limitValueSchema = z.object({
  unit: z.string(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  confidence: sourceSchema.shape.confidence,
})

/** Limits as one regulation in one version and column states them; a permit picks one and adds its factors. */
export const limitSetSchema = z.object({
  id: z.string(),
  /** Short name for the screen: "QCVN 40:2011/BTNMT". */
  code: z.string(),
  version: z.string(),
  medium: z.enum(['wastewater', 'ambient-air', 'noise']),
  column: z.string().nullable(),
  /** Discharge flow for which the column holds, m³/d: above `moreThan`, up to `upTo`. */
  flowBand: z.object({ moreThan: z.number().nullable(), upTo: z.number().nullable() }).nullable(),
  /** Averaging window or part of the day, for air and noise. */
  window: z.string().nullable(),
  /** Flow and capacity factors of the receiving water and the source apply: Cmax = C · Kq · Kf. */
  usesFactors: z.boolean(),
  /** Parameters to which Kq and Kf are not applied. */
  factorExempt: z.array(z.string()),
  ...validity,
  status: z.enum(['in-force', 'transition', 'legacy']),
  values: z.record(z.string(), limitValueSchema),
  source: referenceSourceSchema,
})
export type LimitSet = z.infer<typeof limitSetSchema>
export const limitSetsSchema = z.object({ limitSets: z.array(limitSetSchema) })

/** What the permit of one outfall says: which set, and its factors. Comes from the park's folder. */
export const outfallPermitSchema = z.object({
  /** Number of the permit. */
  id: z.string(),
  outfallId: z.string(),
  limitSetId: z.string(),
  kq: z.number().positive().nullable(),
  kf: z.number().positive().nullable(),
  /** Flow of the design that the permit names, m³/d. */
  designFlowM3PerDay: z.number().positive().nullable(),
  /** The park's own tighter limits, not legal ones. */
  internalLimits: z.record(z.string(), limitValueSchema.omit({ confidence: true })),
  source: sourceSchema,
})
export type OutfallPermit = z.infer<typeof outfallPermitSchema>

export const holidaysSchema = z.object({
  country: z.string().length(2),
  days: z.array(
    z.object({
      date: dateSchema,
      key: z.enum(['new-year', 'tet', 'hung-kings', 'reunification', 'labour', 'national', 'bridge']),
      confidence: sourceSchema.shape.confidence,
    }),
  ),
  source: referenceSourceSchema,
})
export type Holidays = z.infer<typeof holidaysSchema>

export const normSchema = z.object({
  id: z.string(),
  topic: z.enum(['water', 'wastewater', 'waste', 'land', 'energy']),
  unit: z.string(),
  comparison: z.enum(['<=', '>=', 'range', 'info']),
  min: z.number().nullable(),
  max: z.number().nullable(),
  ...validity,
  source: referenceSourceSchema,
})
export type Norm = z.infer<typeof normSchema>

/** A time limit of the law: own warning before it, the last lawful day, counted from an event. */
export const legalClockSchema = z.object({
  id: z.enum(['hazardous-lot', 'hazardous-manifest']),
  warnDays: z.int(),
  limitDays: z.int(),
  source: referenceSourceSchema,
})
export type LegalClock = z.infer<typeof legalClockSchema>

export const normsSchema = z.object({
  norms: z.array(normSchema),
  legalClocks: z.array(legalClockSchema),
  /** Regular hazardous waste from which an environmental permit is needed. */
  hazardousPermitTrigger: z.object({
    kgPerMonth: z.number(),
    kgPerYear: z.number(),
    source: referenceSourceSchema,
  }),
})
