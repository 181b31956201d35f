import type { z } from 'zod'
import { endpointOf } from '../contract/endpoint-of.ts'
import type { Answer, EndpointName } from '../contract/endpoints.ts'
import { ContractError } from './errors.ts'
import { issuesOf } from './issues.ts'
import { type CallInput, loadedFor, send } from './request.ts'

/**
 * Calls an endpoint of the contract and parses its answer strictly: one wrong field refuses the whole answer.
 * Lists and collections have lenient readers of their own (`call-list.ts`, `call-collection.ts`).
 * Throws HttpError, ContractError, OfflineError or AbortError.
 */
export async function call<N extends EndpointName>(name: N, input: CallInput<N>): Promise<Answer<N>> {
  const endpoint = await loadedFor(name, endpointOf(name))
  return parseAnswer(name, endpoint.answer, await send(name, endpoint, input))
}

/** Parses a whole answer or throws ContractError with the places at which it breaks the contract. */
export function parseAnswer<T>(endpoint: string, schema: z.ZodType<T>, json: unknown): T {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  throw new ContractError(endpoint, issuesOf(parsed.error))
}
