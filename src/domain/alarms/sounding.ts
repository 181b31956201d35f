import type { Priority } from '../../contract/alarm-definitions.ts'
import type { Alarm } from '../../contract/alarms.ts'
import { isUnacked } from './alarm-list.ts'

/** Priorities that have a sound. P4 concerns instruments and stays silent. */
export type SoundPriority = Exclude<Priority, 'P4'>

/**
 * The sound that has to be heard: that of the most urgent alarm which is active, not acknowledged and was not silenced.
 * In a flood only P1 sounds. Null for silence. Source: `hmi.md` 2.1 (display per state), 2.6 and 2.12.
 *
 * @param silenced events that an operator has silenced; a new event sounds again
 */
export function soundOf(
  alarms: Iterable<Alarm>,
  silenced: ReadonlySet<string>,
  inFlood: boolean,
): SoundPriority | null {
  let found: SoundPriority | null = null
  for (const alarm of alarms) {
    const { priority } = alarm
    if (priority === 'P4' || (inFlood && priority !== 'P1')) continue
    if (!isUnacked(alarm) || alarm.stateName === 'RTN_UNACK' || silenced.has(alarm.eventId)) continue
    if (found === null || priority < found) found = priority
  }
  return found
}

/** Events that would sound now: what a press on "silence" silences. */
export function soundingEvents(alarms: Iterable<Alarm>): Set<string> {
  const events = new Set<string>()
  for (const alarm of alarms) if (isUnacked(alarm) && alarm.stateName !== 'RTN_UNACK') events.add(alarm.eventId)
  return events
}
