import { z } from 'zod'

/** Version of the wire contract. A server that names another major is refused with a message. */
export const CONTRACT_VERSION = '1.0'

/** Stable string ids: lower case letters, digits, dot and dash; they appear in URLs. */
const ID = /^[a-z0-9][a-z0-9.-]{0,79}$/
const idText = z.string().regex(ID)
export const parkIdSchema = idText.brand<'ParkId'>()
export const assetIdSchema = idText.brand<'AssetId'>()
export const pointIdSchema = idText.brand<'PointId'>()
export const tenantIdSchema = idText.brand<'TenantId'>()
export const featureIdSchema = idText.brand<'FeatureId'>()
export type ParkId = z.infer<typeof parkIdSchema>
export type AssetId = z.infer<typeof assetIdSchema>
export type PointId = z.infer<typeof pointIdSchema>
export type TenantId = z.infer<typeof tenantIdSchema>
export type FeatureId = z.infer<typeof featureIdSchema>

/** Text that was put together as an id. Without the schema: a park makes thousands. Throws an Error that names it. */
function checkedId(text: string | undefined): string {
  if (text === undefined || !ID.test(text)) throw new Error(`"${text ?? ''}" is no id`)
  return text
}
export const assetIdOf = (text: string | undefined): AssetId => checkedId(text) as AssetId
export const pointIdOf = (text: string | undefined): PointId => checkedId(text) as PointId

/** RFC 3339 instant in UTC, with `Z`. The screen shows it in the park's zone. */
export const instantSchema = z.iso.datetime({ offset: false })
export type Instant = z.infer<typeof instantSchema>

/** Calendar date in the park's zone, `YYYY-MM-DD`. */
export const dateSchema = z.iso.date()

export const localeSchema = z.enum(['vi', 'en', 'ja'])
export type Locale = z.infer<typeof localeSchema>

/** A text that the park supplies in the three languages of the product. */
export const localizedTextSchema = z.object({ vi: z.string(), en: z.string(), ja: z.string() })
export type LocalizedText = z.infer<typeof localizedTextSchema>

/** How sure a fact is: high, medium, low (see fixtures/reference), or produced by the simulator. */
export const confidenceSchema = z.enum(['high', 'medium', 'low', 'simulated'])
export type Confidence = z.infer<typeof confidenceSchema>

/** Where a fact comes from. `simulated` facts name the generator instead of a publication. */
export const sourceSchema = z.object({
  /** As it is published. */
  title: z.string().min(1),
  /** The title in three languages, where it is a description and not a name. */
  titles: localizedTextSchema.optional(),
  url: z.string().optional(),
  year: z.int().min(1900).max(2100).nullable(),
  confidence: confidenceSchema,
})
export type Source = z.infer<typeof sourceSchema>

/** One line of a fact sheet. An unknown capacity stays `null`; the screen says "not enough data". */
export const factSchema = z.object({
  key: z.string().min(1),
  /** Words of the park in three languages; a plain string for names, codes and dates, which have none. */
  value: z.union([z.number(), z.string(), localizedTextSchema, z.null()]),
  unit: z.string().nullable(),
  source: sourceSchema,
})
export type Fact = z.infer<typeof factSchema>

/** `simulated`: readings come from the embedded park. `null`: real data. Shown on every screen and export. */
export const dataModeSchema = z.enum(['simulated']).nullable()
export type DataMode = z.infer<typeof dataModeSchema>
