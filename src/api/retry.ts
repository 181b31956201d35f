import { AbortError, ContractError, HttpError } from './errors.ts'

const DELAYS_MS = [1000, 2000, 5000, 10_000, 30_000]
const LONGEST_WAIT_MS = 120_000

/**
 * Whether a query should ask again after `failures` failures. A broken contract, a cancelled request and a refusal
 * (4xx) do not get better by asking again; a busy server, a lost network and a server fault do.
 */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (error instanceof ContractError || error instanceof AbortError) return false
  if (error instanceof HttpError && error.status < 500) return error.status === 408 || error.status === 429
  return failures < DELAYS_MS.length
}

/** Milliseconds to wait before the next try: what the server asked for (429, 503), else 1, 2, 5, 10, 30 s. */
export function retryDelay(failures: number, error: unknown): number {
  if (error instanceof HttpError && error.retryAfterMs !== null) return Math.min(error.retryAfterMs, LONGEST_WAIT_MS)
  return DELAYS_MS[Math.min(failures, DELAYS_MS.length - 1)] ?? 30_000
}
