import type { z } from 'zod'
import { ASSET_KINDS } from '../../src/contract/asset-kinds.ts'
import { industrySchema } from '../../src/contract/collections.ts'
import { POINT_KINDS } from '../../src/contract/point-kinds.ts'
import { QUALITIES } from '../../src/contract/quality.ts'
import type { catalogueIdSchema, catalogueSchema } from '../../src/contract/resources.ts'

type Catalogue = z.infer<typeof catalogueSchema>
type CatalogueId = z.infer<typeof catalogueIdSchema>

const BUILDERS: Record<CatalogueId, () => Catalogue['entries']> = {
  'point-kinds': () => Object.entries(POINT_KINDS).map(([id, kind]) => Object.assign({ id }, kind)),
  'asset-kinds': () => Object.entries(ASSET_KINDS).map(([id, stream]) => ({ id, stream })),
  qualities: () => QUALITIES.map((quality, byte) => Object.assign({ byte }, quality)),
  industries: () => industrySchema.options.map((id) => ({ id })),
}

/** A catalogue of the contract as rows. */
export function catalogueOf(id: CatalogueId): Catalogue {
  return { id, entries: BUILDERS[id]() }
}
