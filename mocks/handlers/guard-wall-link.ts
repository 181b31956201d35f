import { problem } from '../../src/contract/problem.ts'
import { ProblemError } from '../problem-error.ts'
import type { WorldHost } from '../world-host.ts'

/** A wall link reads, and takes tickets for the live channel. Throws for anything else, and for a link that is no more. */
export function guardWallLink(
  host: WorldHost,
  authorization: string | null,
  service: { name: string; method: string },
): void {
  if (host.wallLinks.linkOf(authorization) === null) return
  if (service.method === 'GET' || service.name === 'liveTicket') return
  throw new ProblemError(problem('forbidden', 403, 'Not allowed', { detail: 'a wall link only reads', field: 'role' }))
}
