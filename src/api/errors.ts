import type { Problem } from '../contract/problem.ts'

/** One place at which an answer breaks the contract: field path and what is wrong with it. */
export interface ContractIssue {
  path: string
  message: string
}

/** The server answered with an error status. `problem` is its RFC 9457 document, null when it sent none. */
export class HttpError extends Error {
  readonly endpoint: string
  readonly status: number
  readonly problem: Problem | null
  /** How long the server asks to wait before the next try, milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null

  constructor(endpoint: string, status: number, problem: Problem | null, retryAfterMs: number | null) {
    super(`${endpoint}: HTTP ${status}${problem ? ` ${problem.detail ?? problem.title}` : ''}`)
    this.name = 'HttpError'
    this.endpoint = endpoint
    this.status = status
    this.problem = problem
    this.retryAfterMs = retryAfterMs
  }
}

/** An answer, or what the caller wanted to send, is not what the contract says. Trying again does not help. */
export class ContractError extends Error {
  readonly endpoint: string
  readonly issues: readonly ContractIssue[]

  constructor(endpoint: string, issues: readonly ContractIssue[]) {
    const first = issues[0]
    super(`${endpoint}: ${first ? `${first.path || 'answer'}: ${first.message}` : 'breaks the contract'}`)
    this.name = 'ContractError'
    this.endpoint = endpoint
    this.issues = issues
  }
}

/** No answer came: no network, server unreachable, refused by the browser, or timed out. */
export class OfflineError extends Error {
  readonly endpoint: string

  constructor(endpoint: string, cause: unknown) {
    super(`${endpoint}: no answer`, { cause })
    this.name = 'OfflineError'
    this.endpoint = endpoint
  }
}

/** The caller took the request back. */
export class AbortError extends Error {
  readonly endpoint: string

  constructor(endpoint: string) {
    super(`${endpoint}: cancelled`)
    this.name = 'AbortError'
    this.endpoint = endpoint
  }
}

/** Everything that a request can fail with. */
export type ApiError = HttpError | ContractError | OfflineError | AbortError

/** Whether something caught is one of ours. */
export function isApiError(error: unknown): error is ApiError {
  return (
    error instanceof HttpError ||
    error instanceof ContractError ||
    error instanceof OfflineError ||
    error instanceof AbortError
  )
}
