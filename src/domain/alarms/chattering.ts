import { type AlarmRecord, isHidden } from './alarm-record.ts'
import { isActive } from './base-state.ts'
import { CHATTER_WINDOW_MS } from './step.ts'

/** Cycles in a minute from which an alarm chatters. Source: `hmi.md` 2.7. */
export const CHATTER_CYCLES = 3
/** An alarm that has stood on the list for longer is stale. */
export const STALE_AFTER_MS = 24 * 3_600_000

/** Cycles of active and clear in the last minute. */
export function cyclesPerMinute(record: AlarmRecord, nowMs: number): number {
  return record.cycles.reduce((count, ms) => count + (ms > nowMs - CHATTER_WINDOW_MS ? 1 : 0), 0)
}

export function isChattering(record: AlarmRecord, nowMs: number): boolean {
  return cyclesPerMinute(record, nowMs) >= CHATTER_CYCLES
}

/** Active for more than 24 hours and not hidden, which has a reason and an end already: a decision is due at handover. */
export function isStale(record: AlarmRecord, nowMs: number): boolean {
  return !isHidden(record) && isActive(record.state) && nowMs - record.activeMs > STALE_AFTER_MS
}
