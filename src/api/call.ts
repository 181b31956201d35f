import { type Answer, ENDPOINTS, type EndpointName } from '../contract/endpoints.ts'
import type { z } from 'zod'
import { ContractError } from './errors.ts'
import { issuesOf } from './issues.ts'
import { type CallInput, request } from './request.ts'

/** The table seen as "answer schema by endpoint", so that the compiler follows the name through to the type. */
const ANSWERS: { [N in EndpointName]: { answer: z.ZodType<Answer<N>> } } = ENDPOINTS

/**
 * Calls an endpoint of the contract and parses its answer strictly: one wrong field refuses the whole answer.
 * Lists and collections have lenient readers of their own (`call-list.ts`, `call-collection.ts`).
 * Throws HttpError, ContractError, OfflineError or AbortError.
 */
export async function call<N extends EndpointName>(name: N, input: CallInput<N>): Promise<Answer<N>> {
  const json = await request(name, input)
  return parseAnswer(name, ANSWERS[name].answer, json)
}

/** Parses a whole answer or throws ContractError with the places at which it breaks the contract. */
export function parseAnswer<T>(endpoint: string, schema: z.ZodType<T>, json: unknown): T {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  throw new ContractError(endpoint, issuesOf(parsed.error))
}
