import type { z } from 'zod'
import { REPLAY_HEADER } from '../src/contract/endpoint-parts.ts'
import { API_BASE, type Endpoint, isCommand } from '../src/contract/endpoint.ts'
import type { ENDPOINTS, EndpointName } from '../src/contract/endpoints.ts'
import { problem } from '../src/contract/problem.ts'
import { ProblemError, badParameter } from './problem-error.ts'
import type { Caller } from './session.ts'
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
  /** Who asks, by the request's token; throws a 401 for one that is not known. What needs no role does not ask. */
  callerOf: () => Promise<Caller>
  /** Wall link that the request came by; null for any other. */
  wallLinkId: string | null
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

/**
 * Binds resolvers to endpoints of one part of the contract; a service parses the request, and its own answer where the
 * host asks.
 */
export function serving<K extends EndpointName>(part: Pick<Table, K>) {
  return <N extends K>(name: N, resolver: Resolver<N>): Service => serviceOf<N>(name, part[name], resolver)
}

function serviceOf<N extends EndpointName>(name: N, endpoint: Table[N], resolver: Resolver<N>): Service {
  const general: Endpoint = endpoint
  const pattern = (API_BASE + general.path).split('/')
  return {
    name,
    method: general.method,
    pattern,
    async answer(host, request, url, segments) {
      if (isCommand(general)) refuseInReplay(request)
      const params = parsePath(endpoint.params, readPath(pattern, segments))
      const query = parseInput(endpoint.query, readQuery(url))
      const body = general.body === null ? null : parseInput(general.body, await readBody(request))
      // The table types body, parameters and query apart by endpoint; each was parsed with its own schema just above.
      const input = {
        host,
        params,
        query,
        body,
        path: url.pathname,
        callerOf: () => host.callerOf(request.headers.get('authorization')),
        wallLinkId: host.wallLinks.linkOf(request.headers.get('authorization')),
        signal: request.signal,
      } as ResolverInput<N>
      const data = withPark(await resolver(input), input.params)
      if (host.checkAnswers) checkAnswer(name, general, data)
      const headers = { 'content-type': 'application/json' }
      return new Response(JSON.stringify(data), { status: general.status, headers })
    },
  }
}

/** A list says whose it is, so that whoever reads it can tell an answer to another question. */
function withPark(data: unknown, params: unknown): unknown {
  const isList = typeof data === 'object' && data !== null && ('nextCursor' in data || 'features' in data)
  return isList && typeof params === 'object' && params !== null && 'parkId' in params
    ? { parkId: params.parkId, ...data }
    : data
}

/** The past can't be changed: a client that looks at it is refused before anything of its request is looked at. */
function refuseInReplay(request: Request): void {
  const instant = request.headers.get(REPLAY_HEADER)
  if (instant === null) return
  const detail = `the client replays ${instant.slice(0, 40)}; commands need the live park`
  throw new ProblemError(problem('replay-read-only', 409, 'Read-only in replay', { detail }))
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
