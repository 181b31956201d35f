import type { z } from 'zod'
import { ASSET, POINT, TENANT } from './compiled.ts'
import type { Endpoint } from './endpoint.ts'
import type { Answer, EndpointName, ListName, RowOf } from './endpoints.ts'
import { FIRST_ENDPOINTS } from './first-endpoints.ts'

/** The table as a caller sees it, so that the compiler follows a name through to the type of its answer. */
type Called = { [N in EndpointName]: Endpoint & { answer: z.ZodType<Answer<N>> } }
type Lists = { [N in ListName]: { answer: { shape: { items: { element: z.ZodType<RowOf<N>> } } } } }

const FIRST: Partial<Called> = FIRST_ENDPOINTS
const FIRST_LISTS: Partial<Lists> = FIRST_ENDPOINTS

const later = async () => (await import('./later-endpoints.ts')).LATER_ENDPOINTS

async function found<T, N extends keyof T>(
  name: N,
  first: Partial<T>,
  others: () => Promise<Partial<T>>,
): Promise<T[N]> {
  const endpoint = first[name] ?? (await others())[name]
  if (endpoint === undefined) throw new Error(`the contract has no endpoint ${String(name)}`)
  return endpoint
}

/** An endpoint of the contract. Rejects where the code of those that come later could not be loaded. */
export const endpointOf = <N extends EndpointName>(name: N): Promise<Called[N]> => found<Called, N>(name, FIRST, later)

type Rows = { [N in ListName]: z.ZodType<RowOf<N>> }
/** Long lists of the first picture. */
const COMPILED: Partial<Rows> = { points: POINT, assets: ASSET, tenants: TENANT }

/** Schema of one row of a list. Rejects like `endpointOf`. */
export async function rowSchemaOf<N extends ListName>(name: N): Promise<z.ZodType<RowOf<N>>> {
  const compiled = COMPILED[name]
  if (compiled) return compiled
  const list: Lists[N] = await found<Lists, N>(name, FIRST_LISTS, later)
  return list.answer.shape.items.element
}
