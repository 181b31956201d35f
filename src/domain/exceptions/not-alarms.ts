import type { Alarm } from '../../contract/alarms.ts'
import type { ExceptionItem } from './exceptions.ts'

/**
 * Exceptions that no alarm speaks for. An alarm that somebody has shelved or taken out of service speaks for its point
 * as well: what was hidden on purpose must not come back by another door.
 */
export function notAlarms(items: readonly ExceptionItem[], alarms: Iterable<Alarm>): ExceptionItem[] {
  const points = new Set<string>()
  const sources = new Set<string>()
  for (const alarm of alarms) {
    if (alarm.pointId !== null) points.add(alarm.pointId)
    if (alarm.stream === 'data' && alarm.assetId !== null) sources.add(alarm.assetId)
  }
  return items.filter((item) => (item.pointId === null ? !sources.has(item.assetId) : !points.has(item.pointId)))
}
