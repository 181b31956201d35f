import { retryDelay, shouldRetry } from './retry.ts'

/** Plan, assets, points and tenants change by a new release of the park, not by the minute. */
export const MASTER_DATA = { staleTime: 3_600_000, gcTime: Infinity, retry: shouldRetry, retryDelay } as const

/** Answers that follow the clock. `staleTime` in milliseconds. */
export const FRESH_DATA = { staleTime: 30_000, retry: shouldRetry, retryDelay } as const

/**
 * Answers whose question names a span that moves on with the clock: nobody asks for the one before again, and on a page
 * that stands for months they would add up.
 */
export const WINDOW_DATA = { ...FRESH_DATA, gcTime: 60_000 } as const

/** What was is not going to change; and there are many instants, so that it is not kept for long. */
export const PAST_DATA = { staleTime: Infinity, gcTime: 30_000, retry: shouldRetry, retryDelay } as const
