import type { Alarm } from '../../contract/alarms.ts'
import type { TimeRange } from '../../contract/shift.ts'
import { sinceMs } from './alarm-list.ts'

/**
 * Stretch of time that a log entry about an alarm speaks of: from its activation until it went back to normal, or until
 * now while it is active. Null where that would be empty, as with a clock that has not reached the activation yet.
 *
 * @param nowMs server time, milliseconds
 */
export function noteRange(alarm: Alarm, nowMs: number): TimeRange | null {
  const fromMs = sinceMs(alarm)
  const toMs = alarm.activeState || alarm.returnTime === null ? nowMs : Date.parse(alarm.returnTime)
  if (!(toMs > fromMs)) return null
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() }
}
