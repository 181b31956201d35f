import type { QueryClient } from '@tanstack/react-query'
import type { Alarm } from '../contract/alarms.ts'
import type { AlarmList } from './call-alarms.ts'

/** Newest picture of each alarm that live frames and commands brought, by park. */
const memories = new WeakMap<QueryClient, Map<string, Map<string, Alarm>>>()

function memoryOf(client: QueryClient, parkId: string): Map<string, Alarm> {
  const parks = memories.get(client) ?? new Map<string, Map<string, Alarm>>()
  memories.set(client, parks)
  const memory = parks.get(parkId) ?? new Map<string, Alarm>()
  parks.set(parkId, memory)
  return memory
}

/** Remembers alarms and answers those that are not older than what was seen before. */
export function rememberAlarms(client: QueryClient, parkId: string, alarms: readonly Alarm[]): Alarm[] {
  const memory = memoryOf(client, parkId)
  return alarms.filter((alarm) => {
    const seen = memory.get(alarm.id)
    if (seen && seen.rev > alarm.rev) return false
    memory.set(alarm.id, alarm)
    return true
  })
}

/**
 * The answer of a condition refresh together with what live frames have brought since it was made: an answer that was
 * long on its way must not undo them.
 */
export function withNewer(client: QueryClient, parkId: string, list: AlarmList): AlarmList {
  const newer = [...memoryOf(client, parkId).values()].filter((alarm) => alarm.rev > list.rev)
  return newer.length === 0 ? list : mergeAlarms(list, newer)
}

/** The list with changed alarms in it; those that are no longer retained leave it. */
export function mergeAlarms(list: AlarmList, changed: readonly Alarm[]): AlarmList {
  const byId = new Map(list.alarms.map((alarm) => [alarm.id, alarm]))
  for (const alarm of changed) {
    if ((byId.get(alarm.id)?.rev ?? 0) > alarm.rev) continue
    if (alarm.retain) byId.set(alarm.id, alarm)
    else byId.delete(alarm.id)
  }
  return { ...list, alarms: [...byId.values()] }
}
