import type { Priority } from '../../contract/alarm-definitions.ts'
import type { Role } from '../../contract/session.ts'

export interface EscalationLevel {
  afterMs: number
  role: Role
}

const MINUTE_MS = 60_000

/** Whom the server calls when nobody acknowledges. Proposal, a setting of the park (`hmi.md` 2.15, confidence low). */
export const ESCALATION: Readonly<Partial<Record<Priority, readonly EscalationLevel[]>>> = {
  P1: [
    { afterMs: 5 * MINUTE_MS, role: 'shift-lead' },
    { afterMs: 15 * MINUTE_MS, role: 'manager' },
  ],
  P2: [
    { afterMs: 15 * MINUTE_MS, role: 'shift-lead' },
    { afterMs: 60 * MINUTE_MS, role: 'manager' },
  ],
}

/** When the next level is due for an unacknowledged alarm; infinity when there is none. */
export function nextLevelMs(priority: Priority, reached: number, annunciatedMs: number): number {
  return annunciatedMs + (ESCALATION[priority]?.[reached]?.afterMs ?? Number.POSITIVE_INFINITY)
}

/**
 * The level that is due for an unacknowledged alarm, or null.
 *
 * @param reached levels that were called already
 * @param annunciatedMs when the alarm last called for attention
 */
export function dueLevel(
  priority: Priority,
  reached: number,
  annunciatedMs: number,
  nowMs: number,
): EscalationLevel | null {
  const level = ESCALATION[priority]?.[reached]
  return level !== undefined && nowMs - annunciatedMs >= level.afterMs ? level : null
}
