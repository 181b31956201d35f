import type { StepTime } from '../../contract/tours.ts'
import { addDaysMs, dayStartMs } from '../time/park-zone.ts'

/**
 * Instant that a step shows, ms UTC; null where it shows the park as it is. A time of day that is still to come today
 * counts as now. Unit: ms. Never fails. Source: contract/tours.ts.
 */
export function stepInstantMs(time: StepTime | null, nowMs: number, zone: string): number | null {
  if (time === null) return null
  if (typeof time === 'string') return Math.min(Date.parse(time), nowMs)
  const [hours = 0, minutes = 0] = time.time.split(':').map(Number)
  const midnight = addDaysMs(dayStartMs(nowMs, zone), -time.daysAgo, zone)
  const atMs = midnight + (hours * 60 + minutes) * 60_000
  return atMs >= nowMs ? null : atMs
}
