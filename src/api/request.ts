import { API_BASE, type Endpoint, isCommand } from '../contract/endpoint.ts'
import { endpointOf } from '../contract/endpoint-of.ts'
import type { Body, EndpointName, Params, Query } from '../contract/endpoints.ts'
import { REPLAY_HEADER } from '../contract/endpoint-parts.ts'
import { problemSchema } from '../contract/problem.ts'
import { apiConfig, currentReplayMs, currentToken } from './config.ts'
import { AbortError, ContractError, HttpError, OfflineError } from './errors.ts'
import { issuesOf } from './issues.ts'

/** Leaves out what an endpoint does not take. */
type Part<K extends string, V> = V extends undefined
  ? { [P in K]?: undefined }
  : {} extends V
    ? { [P in K]?: V }
    : { [P in K]: V }
export type CallInput<N extends EndpointName> = Part<'params', Params<N>> &
  Part<'query', Query<N>> &
  Part<'body', Body<N>> & { signal?: AbortSignal }

interface PlainInput {
  params?: unknown
  query?: unknown
  body?: unknown
  signal?: AbortSignal
}

/** A part of the contract that is loaded when it is needed. Throws OfflineError where its code does not come. */
export async function loadedFor<T>(name: EndpointName, part: Promise<T>): Promise<T> {
  try {
    return await part
  } catch (error) {
    throw new OfflineError(name, error)
  }
}

/** Sends a request of the contract by its name. Answers and throws like `send`. */
export async function request(name: EndpointName, input: PlainInput): Promise<unknown> {
  return send(name, await loadedFor(name, endpointOf(name)), input)
}

/**
 * Sends a request of the contract and answers its body as JSON, not yet parsed.
 * Throws HttpError, ContractError (parameters, or an answer that is no JSON), OfflineError or AbortError.
 */
export async function send(name: EndpointName, endpoint: Endpoint, input: PlainInput): Promise<unknown> {
  if (input.signal?.aborted) throw new AbortError(name)
  const { baseUrl, fetch, timeoutMs } = apiConfig()
  const url = baseUrl + API_BASE + pathOf(name, endpoint, input.params) + queryOf(name, endpoint, input.query)
  const timeout = AbortSignal.timeout(timeoutMs)
  const headers = new Headers({ accept: 'application/json, application/geo+json, application/problem+json' })
  const token = currentToken()
  if (token !== null) headers.set('authorization', `Bearer ${token}`)
  const replayMs = isCommand(endpoint) ? currentReplayMs() : null
  if (replayMs !== null) headers.set(REPLAY_HEADER, new Date(replayMs).toISOString())
  const init: RequestInit = {
    method: endpoint.method,
    headers,
    signal: input.signal ? AbortSignal.any([input.signal, timeout]) : timeout,
  }
  if (endpoint.body !== null) {
    check(name, 'body', endpoint.body.safeParse(input.body))
    init.body = JSON.stringify(input.body)
    headers.set('content-type', 'application/json')
  }
  try {
    const response = await fetch(url, init)
    if (!response.ok) throw await httpErrorOf(name, response)
    const json = await readJson(name, response)
    checkPark(name, input.params, json)
    return json
  } catch (error) {
    if (error instanceof HttpError || error instanceof ContractError) throw error
    if (input.signal?.aborted) throw new AbortError(name)
    throw new OfflineError(name, error)
  }
}

async function readJson(name: string, response: Response): Promise<unknown> {
  try {
    const value: unknown = await response.json()
    return value
  } catch (error) {
    // Only a body that is not JSON breaks the contract; one that stops half-way is a lost connection.
    if (error instanceof SyntaxError) throw new ContractError(name, [{ path: '', message: 'the answer is not JSON' }])
    throw error
  }
}

function textAt(value: unknown, key: string): string | null {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null
  return typeof found === 'string' ? found : null
}

/** An answer that names another park belongs to another question: a cache or a route on the way has mixed them up. */
function checkPark(name: string, params: unknown, json: unknown): void {
  const asked = textAt(params, 'parkId')
  const field = name === 'park' ? 'id' : 'parkId'
  const answered = textAt(json, field)
  if (asked === null || answered === null || asked === answered) return
  throw new ContractError(name, [{ path: field, message: `"${answered}" was not asked for` }])
}

async function httpErrorOf(name: string, response: Response): Promise<HttpError> {
  const body: unknown = await response.json().catch(() => null)
  const parsed = problemSchema.safeParse(body)
  return new HttpError(
    name,
    response.status,
    parsed.success ? parsed.data : null,
    readRetryAfter(response.headers.get('retry-after'), response.headers.get('date')),
  )
}

/** Wait in milliseconds that a Retry-After header asks for: seconds, or a date judged by the server's own clock. */
export function readRetryAfter(header: string | null, serverDate: string | null): number | null {
  if (header === null) return null
  if (/^\d{1,6}$/.test(header.trim())) return Number(header) * 1000
  const waitMs = Date.parse(header) - (serverDate === null ? Date.now() : Date.parse(serverDate))
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : null
}

function pathOf(name: string, endpoint: Endpoint, params: unknown): string {
  const values = check(name, 'params', endpoint.params.safeParse(params ?? {}))
  return endpoint.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(values[key])))
}

/** The query as given: transforms of the schema belong to the server's side. */
function queryOf(name: string, endpoint: Endpoint, query: unknown): string {
  check(name, 'query', endpoint.query.safeParse(query ?? {}))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(key, String(value))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

type Parsed<T> = { success: true; data: T } | { success: false; error: Parameters<typeof issuesOf>[0] }

function check<T>(name: string, part: string, parsed: Parsed<T>): T {
  if (parsed.success) return parsed.data
  throw new ContractError(name, issuesOf(parsed.error, [part]))
}
