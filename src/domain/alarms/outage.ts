import type { Alarm } from '../../contract/alarms.ts'

/** Definitions whose alarm means that what hangs below the source has no power. */
const OUTAGES: ReadonlySet<string> = new Set(['feeder-trip', 'supply-voltage-lost'])

/** Whether everything downstream of the source is without power while the alarm stands. */
export function isOutage(alarm: Alarm): boolean {
  return OUTAGES.has(alarm.definitionId) && alarm.activeState
}
