/** Failures older than this say nothing about the next try. */
const MEMORY_MS = 10 * 60_000
const DELAYS_MS = [5000, 15_000, 60_000, 300_000] as const

/** Failures that still count, with one more. */
export function withFailure(failures: readonly number[], nowMs: number): readonly number[] {
  return [...failures.filter((atMs) => nowMs - atMs < MEMORY_MS), nowMs]
}

/**
 * Pause before something that failed is tried again by itself, in milliseconds: 5 s, 15 s, 1 min, then every 5 min.
 * `failures` are the times of its failures of the last ten minutes (`withFailure`), so that a part which fails once a
 * day starts over, and one that always fails costs nothing.
 */
export function retryDelayMs(failures: readonly number[]): number {
  return DELAYS_MS[Math.max(0, Math.min(failures.length, DELAYS_MS.length) - 1)] ?? DELAYS_MS[0]
}
