import { sinceDayStartMs } from '../time/park-zone.ts'

const HOUR_MS = 3_600_000

/**
 * Whether a time (epoch milliseconds) is within the hour that begins at `at` (`HH:MM` of the park's zone). An hour
 * over midnight counts into the next day; null is never.
 */
export function isQuietTime(nowMs: number, zone: string, at: string | null): boolean {
  if (at === null) return false
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  const sinceMs = sinceDayStartMs(nowMs, zone) - (hours * 60 + minutes) * 60_000
  return (sinceMs >= 0 && sinceMs < HOUR_MS) || (sinceMs + 24 * HOUR_MS >= 0 && sinceMs + 24 * HOUR_MS < HOUR_MS)
}
