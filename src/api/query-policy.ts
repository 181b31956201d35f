import { retryDelay, shouldRetry } from './retry.ts'

/** Plan, assets, points and tenants change by a new release of the park, not by the minute. */
export const MASTER_DATA = { staleTime: 3_600_000, gcTime: Infinity, retry: shouldRetry, retryDelay } as const

/** Answers that follow the clock. `staleTime` in milliseconds. */
export const FRESH_DATA = { staleTime: 30_000, retry: shouldRetry, retryDelay } as const
