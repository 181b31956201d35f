import type { AlarmDefinition } from '../../contract/alarm-definitions.ts'
import type { JournalEntry } from '../../contract/alarms.ts'
import type { DailyException } from '../../contract/daily.ts'

/** Key of an exception that is an alarm: its words come from the alarm's own definition. */
export const ALARM_EXCEPTION = 'alarm'

/**
 * Alarms that called within a day, each once with how often, P1 to P3: exceptions of the report. The asset is what
 * follows the definition in the alarm's id; `park` for the park as a whole.
 *
 * @param journal entries in rising order
 */
export function exceptionsOf(
  journal: readonly JournalEntry[],
  definitions: ReadonlyMap<string, AlarmDefinition>,
  fromMs: number,
  toMs: number,
): DailyException[] {
  const found = new Map<string, DailyException>()
  for (const { alarmId, definitionId, priority, annunciated, receiveTime } of journal) {
    const atMs = Date.parse(receiveTime)
    if (!annunciated || priority === 'P4' || atMs < fromMs || atMs >= toMs) continue
    const before = found.get(alarmId)
    const times = Number(before?.params['times'] ?? 0) + 1
    found.set(alarmId, {
      at: before?.at ?? receiveTime,
      priority: Math.min(before?.priority ?? 4, Number(priority.slice(1))),
      key: ALARM_EXCEPTION,
      params: { definition: definitionId, asset: alarmId.slice(definitionId.length + 1), times },
      owner: definitions.get(definitionId)?.owner ?? '',
    })
  }
  return [...found.values()]
}
