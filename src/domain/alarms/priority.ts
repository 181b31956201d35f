import { type Consequence, PRIORITIES, type Priority } from '../../contract/alarm-definitions.ts'

/** Lowest severity of each priority; below 201 it is an event and no alarm. Source: OPC 40250-1 6.6.1, five bands. */
const LOWEST_SEVERITY = { P1: 801, P2: 601, P3: 401, P4: 201 } as const satisfies Record<Priority, number>

const SOON_S = 10 * 60
const LATER_S = 30 * 60
type Urgency = 'soon' | 'later' | 'time'

const MATRIX: Readonly<Record<Consequence, Readonly<Record<Urgency, Priority>>>> = {
  severe: { soon: 'P1', later: 'P1', time: 'P2' },
  major: { soon: 'P1', later: 'P2', time: 'P3' },
  moderate: { soon: 'P2', later: 'P3', time: 'P3' },
  minor: { soon: 'P3', later: 'P3', time: 'P3' },
  diagnostic: { soon: 'P4', later: 'P4', time: 'P4' },
}

/** Seconds added within a band, so that of two alarms of one priority the more urgent one is the more severe. */
const WITHIN_BAND: Readonly<Record<Urgency, number>> = { soon: 150, later: 100, time: 50 }

function urgencyOf(timeToRespondS: number | null): Urgency {
  if (timeToRespondS === null) return 'time'
  if (timeToRespondS <= SOON_S) return 'soon'
  return timeToRespondS <= LATER_S ? 'later' : 'time'
}

/**
 * Priority from consequence and time to respond: up to 10 min, up to 30 min, longer. Never from who asked.
 * Source: `hmi.md` 2.3, confidence high for the principle, low for the limits of time.
 *
 * @param timeToRespondS longest time to act, seconds; null when no clock runs
 */
export function priorityOf(consequence: Consequence, timeToRespondS: number | null): Priority {
  return MATRIX[consequence][urgencyOf(timeToRespondS)]
}

/** Severity (1 to 1000) of a consequence and a time to respond: within the band of its priority. */
export function severityOf(consequence: Consequence, timeToRespondS: number | null): number {
  return LOWEST_SEVERITY[priorityOf(consequence, timeToRespondS)] + WITHIN_BAND[urgencyOf(timeToRespondS)] - 1
}

/** Priority of a severity: P1 801 to 1000, P2 601, P3 401, P4 201; null for an event (1 to 200). */
export function priorityOfSeverity(severity: number): Priority | null {
  return PRIORITIES.find((priority) => severity >= LOWEST_SEVERITY[priority]) ?? null
}
