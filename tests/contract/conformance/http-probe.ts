import type { z } from 'zod'
import { type Problem, problemSchema } from '../../../src/contract/problem.ts'
import { type Answer, ENDPOINTS, type EndpointName } from '../../../src/contract/endpoints.ts'
import { pathText } from '../../../src/api/issues.ts'
import { CheckFailure, expectThat } from './report.ts'

const ANSWERS: { [N in EndpointName]: { answer: z.ZodType<Answer<N>>; status: number } } = ENDPOINTS
const TIMEOUT_MS = 20_000

/** Speaks to the server under test: plain fetch, nothing of the product's own client. */
export class HttpProbe {
  readonly #apiUrl: string

  constructor(baseUrl: string) {
    this.#apiUrl = `${baseUrl.replace(/\/+$/, '')}/api/v1`
  }

  /** Asks and parses strictly: status as the contract says, JSON, every field of the schema. */
  async get<N extends EndpointName>(name: N, path: string, init: RequestInit = {}): Promise<Answer<N>> {
    const response = await this.fetch(path, init)
    const { answer, status } = ANSWERS[name]
    expectThat(response.status === status, `${name} ${path}`, `status ${response.status}, the contract says ${status}`)
    return parseAt(name, answer, await jsonOf(name, response))
  }

  /** Asks for something wrong and expects a problem document (RFC 9457) of that status, naming `field` if given. */
  async refused(name: string, path: string, status: number, init: RequestInit = {}, field?: string): Promise<Problem> {
    const response = await this.fetch(path, init)
    const place = `${name} ${path}`
    expectThat(response.status === status, place, `status ${response.status}, the contract says ${status}`)
    const type = response.headers.get('content-type') ?? ''
    expectThat(type.startsWith('application/problem+json'), place, `content type "${type}" is not a problem document`)
    const body = parseAt(place, problemSchema, await jsonOf(place, response))
    expectThat(body.status === status, place, `status: the document says ${body.status}, the answer is ${status}`)
    if (field !== undefined) {
      expectThat(body.field === field, place, `field: names "${body.field ?? ''}" instead of "${field}"`)
    }
    return body
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.#apiUrl + path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
  }
}

/** POST of a JSON body. */
export function posting(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

async function jsonOf(place: string, response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    throw new CheckFailure(place, 'the answer is not JSON')
  }
}

/** Parses or fails naming the first field that is wrong. */
export function parseAt<T>(place: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const more = parsed.error.issues.length > 1 ? ` (and ${parsed.error.issues.length - 1} more)` : ''
  throw new CheckFailure(place, `${pathText(issue?.path ?? []) || 'answer'}: ${issue?.message ?? 'invalid'}${more}`)
}
