import type { Problem } from '../src/contract/problem.ts'
import { problem } from '../src/contract/problem.ts'

/** Thrown by a resolver to answer with an RFC 9457 problem document instead of data. */
export class ProblemError extends Error {
  readonly problem: Problem
  readonly retryAfterS: number | null

  constructor(body: Problem, retryAfterS: number | null = null) {
    super(body.detail ?? body.title)
    this.name = 'ProblemError'
    this.problem = body
    this.retryAfterS = retryAfterS
  }
}

/** 404 that names what was asked for. */
export function notFound(what: string, id: string): ProblemError {
  return new ProblemError(problem('not-found', 404, 'Not found', { detail: `${what} "${id}" does not exist` }))
}

/** 400 that names the offending parameter. */
export function badParameter(field: string, detail: string): ProblemError {
  return new ProblemError(problem('invalid-parameter', 400, 'Invalid parameter', { field, detail }))
}

/** 404 for an instant before what is kept. */
export function notKept(what: string, fromMs: number): ProblemError {
  const detail = `${what} kept from ${new Date(fromMs).toISOString()} on`
  return new ProblemError(problem('not-kept', 404, 'Not kept', { field: 'at', detail }))
}
