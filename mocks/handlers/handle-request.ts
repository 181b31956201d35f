import { problem } from '../../src/contract/problem.ts'
import { ProblemError } from '../problem-error.ts'
import { type Service, problemResponse } from '../serve.ts'
import type { WorldHost } from '../world-host.ts'
import { ALARM_SERVICES } from './alarm-handlers.ts'
import { GEOMETRY_SERVICES } from './geometry-handlers.ts'
import { PARK_SERVICES } from './park-handlers.ts'
import { READING_SERVICES } from './reading-handlers.ts'
import { guardWallLink } from './guard-wall-link.ts'

/** What the first picture of a park asks for. */
const FIRST_SERVICES: readonly Service[] = [
  ...PARK_SERVICES,
  ...GEOMETRY_SERVICES,
  ...READING_SERVICES,
  ...ALARM_SERVICES,
]

/** One service per endpoint of the contract; a test compares this list with the table. */
export async function allServices(): Promise<readonly Service[]> {
  return [...FIRST_SERVICES, ...(await import('./later-services.ts')).LATER_SERVICES]
}

/** Services on a path, of any method. No path has services of both lists. */
async function servicesOn(segments: readonly string[]): Promise<readonly Service[]> {
  const first = FIRST_SERVICES.filter((service) => matches(service.pattern, segments))
  return first.length > 0 ? first : (await allServices()).filter((service) => matches(service.pattern, segments))
}

/**
 * Answers one request of the contract, whatever carried it here: the page, a test or a real port.
 * Never throws: failures become problem documents (404 unknown path, 405 wrong method, 500 our own fault).
 */
export async function handleRequest(host: WorldHost, request: Request): Promise<Response> {
  try {
    const url = new URL(request.url)
    const segments = apiPathOf(url.pathname).split('/').map(decodeSegment)
    const onPath = await servicesOn(segments)
    const service = onPath.find((candidate) => candidate.method === request.method)
    if (service) {
      guardWallLink(host, request.headers.get('authorization'), service)
      return await service.answer(host, request, url, segments)
    }
    throw onPath.length > 0 ? wrongMethod(request.method, onPath) : unknownPath(url.pathname)
  } catch (error) {
    return problemResponse(asProblem(error))
  }
}

/** The service of a method and path of the contract, or null. */
export async function serviceFor(method: string, apiPath: string): Promise<Service | null> {
  const onPath = await servicesOn(apiPath.split('/').map(decodeSegment))
  return onPath.find((service) => service.method === method) ?? null
}

/** The contract's part of a path, so that the product may live below any sub-path of a host. */
export function apiPathOf(pathname: string): string {
  const at = pathname.indexOf('/api/v1/')
  return at > 0 ? pathname.slice(at) : pathname
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  return pattern.length === segments.length && pattern.every((part, k) => part.startsWith('{') || part === segments[k])
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function wrongMethod(method: string, services: readonly Service[]): ProblemError {
  const allowed = services.map((service) => service.method).join(', ')
  return new ProblemError(
    problem('invalid-parameter', 405, 'Method not allowed', {
      detail: `${method} is not allowed here, use ${allowed}`,
    }),
  )
}

function unknownPath(path: string): ProblemError {
  return new ProblemError(problem('not-found', 404, 'Not found', { detail: `no resource at ${path}` }))
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  const detail = error instanceof Error ? error.message : String(error)
  return new ProblemError(problem('internal', 500, 'Internal error', { detail }))
}
