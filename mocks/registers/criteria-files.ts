import { type CriteriaSet, criteriaSetSchema } from '../../src/contract/reference-criteria.ts'

/** Criteria sets that ship with the project; each is read when first asked for. */
const FILES: readonly (() => Promise<{ default: unknown }>)[] = [
  () => import('../../fixtures/reference/criteria/vn-35-2022.json', { with: { type: 'json' } }),
  () => import('../../fixtures/reference/criteria/eip-1.0.json', { with: { type: 'json' } }),
  () => import('../../fixtures/reference/criteria/smart-park.json', { with: { type: 'json' } }),
  () => import('../../fixtures/reference/criteria/vn-82-2018.json', { with: { type: 'json' } }),
]

/** The sets, parsed. Throws a ZodError for a file that breaks the schema. */
export async function criteriaSets(): Promise<CriteriaSet[]> {
  return Promise.all(FILES.map(async (load) => criteriaSetSchema.parse((await load()).default)))
}
