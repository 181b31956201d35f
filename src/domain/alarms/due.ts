import type { AlarmRecord, AlarmSpec } from './alarm-record.ts'
import { isActive } from './base-state.ts'

/** When an alarm changes next if its condition stays as it is: end of a delay, a second call, end of a shelving; infinity for never. */
export function dueOf(record: AlarmRecord, spec: AlarmSpec): number {
  return Math.min(delayEndMs(record, spec), secondCallMs(record, spec), record.shelving?.untilMs ?? Infinity)
}

/** When the base state follows a condition that it does not follow yet. */
export function delayEndMs({ raw, rawSinceMs, state }: AlarmRecord, spec: AlarmSpec): number {
  if (raw === isActive(state)) return Infinity
  return rawSinceMs + (raw ? spec.onDelayMs : spec.offDelayMs)
}

/** When an acknowledged alarm that still stands calls again. */
export function secondCallMs({ state, ackMs, activeMs }: AlarmRecord, { reAlarmMs }: AlarmSpec): number {
  if (reAlarmMs === null || state !== 'ACTIVE_ACK') return Infinity
  return Math.max(Number.isNaN(ackMs) ? activeMs : ackMs, activeMs) + reAlarmMs
}
