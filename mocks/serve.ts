import type { z } from 'zod'
import { API_BASE, ENDPOINTS, type Endpoint, type EndpointName } from '../src/contract/endpoints.ts'
import { problem } from '../src/contract/problem.ts'
import { ValueResponse } from './json-response.ts'
import { ProblemError, badParameter } from './problem-error.ts'
import type { WorldHost } from './world-host.ts'

type Table = typeof ENDPOINTS
type OutputOf<S> = S extends z.ZodType ? z.output<S> : null

export interface ResolverInput<N extends EndpointName> {
  host: WorldHost
  params: z.output<Table[N]['params']>
  query: z.output<Table[N]['query']>
  body: OutputOf<Table[N]['body']>
  /** Path of this request, for links to other pages. */
  path: string
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal
}
export type Resolver<N extends EndpointName> = (input: ResolverInput<N>) => Promise<z.input<Table[N]['answer']>>

/** One endpoint with its resolver, ready to answer a request whose path matched. */
export interface Service {
  name: EndpointName
  method: string
  pattern: readonly string[]
  answer(host: WorldHost, request: Request, url: URL, segments: readonly string[]): Promise<Response>
}

/** Binds a resolver to an endpoint of the contract; parses the request, and its own answer where the host asks. */
export function serve<N extends EndpointName>(name: N, resolver: Resolver<N>): Service {
  const endpoint: Table[N] = ENDPOINTS[name]
  const general: Endpoint = endpoint
  const pattern = (API_BASE + general.path).split('/')
  return {
    name,
    method: general.method,
    pattern,
    async answer(host, request, url, segments) {
      const params = parsePath(endpoint.params, readPath(pattern, segments))
      const query = parseInput(endpoint.query, readQuery(url))
      const body = general.body === null ? null : parseInput(general.body, await readBody(request))
      // The table types body, parameters and query apart by endpoint; each was parsed with its own schema just above.
      const input = { host, params, query, body, path: url.pathname, signal: request.signal } as ResolverInput<N>
      const data = await resolver(input)
      if (host.checkAnswers) checkAnswer(name, general, data)
      return new ValueResponse(data, { status: general.status, headers: { 'content-type': 'application/json' } })
    },
  }
}

function checkAnswer(name: string, endpoint: Endpoint, data: unknown): void {
  // Judge what goes over the wire, not what stands in memory: JSON drops undefined and turns NaN into null.
  const parsed = endpoint.answer.safeParse(JSON.parse(JSON.stringify(data)))
  if (parsed.success) return
  const issue = parsed.error.issues[0]
  throw new Error(`answer of ${name} breaks the contract at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

function readPath(pattern: readonly string[], segments: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {}
  pattern.forEach((part, index) => {
    if (part.startsWith('{')) params[part.slice(1, -1)] = segments[index] ?? ''
  })
  return params
}

function readQuery(url: URL): Record<string, string> {
  return Object.fromEntries(url.searchParams)
}

async function readBody(request: Request): Promise<unknown> {
  const text = await request.text()
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    throw badParameter('body', 'the request body is not JSON')
  }
}

/** A path that cannot name anything is a 404, not a 400: the resource does not exist. */
function parsePath<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new ProblemError(
    problem('not-found', 404, 'Not found', {
      field: issue?.path.join('.') ?? '',
      detail: issue?.message ?? 'no such resource',
    }),
  )
}

function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw badParameter(issue?.path.join('.') || 'body', issue?.message ?? 'invalid')
}

/** Answers with a problem document. */
export function problemResponse(error: ProblemError): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (error.retryAfterS !== null) headers.set('retry-after', String(error.retryAfterS))
  return new Response(JSON.stringify(error.problem), { status: error.problem.status, headers })
}
