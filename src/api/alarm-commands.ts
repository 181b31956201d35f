import { type QueryClient, mutationOptions } from '@tanstack/react-query'
import {
  type Alarm,
  type AlarmCommand,
  type AlarmCommandAnswer,
  type AlarmMethod,
  alarmIdSchema,
  alarmSchema,
} from '../contract/alarms.ts'
import { parkIdSchema } from '../contract/primitives.ts'
import { applyAlarmEvent } from './alarm-cache.ts'
import { alarmKeys } from './alarm-queries.ts'
import type { AlarmList } from './call-alarms.ts'
import { call } from './call.ts'
import { HttpError } from './errors.ts'
import { shiftQueries } from './shift-queries.ts'

export interface AlarmOrder {
  alarmId: string
  method: AlarmMethod
  body: AlarmCommand
}

/** A key for one intention of the operator: the same for every try of it. */
export function newIdempotencyKey(): string {
  // `crypto.randomUUID` is missing on plain http; `getRandomValues` is not.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Sends a command. Throws like `call`; `alarmOfConflict` reads what a 409 says about the alarm. */
export function sendAlarmCommand(parkId: string, order: AlarmOrder): Promise<AlarmCommandAnswer> {
  const params = {
    parkId: parkIdSchema.parse(parkId),
    alarmId: alarmIdSchema.parse(order.alarmId),
    method: order.method,
  }
  return call('alarmCommand', { params, body: order.body })
}

/** The alarm as it is now, from the problem document of a 409; null for any other error. */
export function alarmOfConflict(error: unknown): Alarm | null {
  if (!(error instanceof HttpError) || error.status !== 409) return null
  const parsed = alarmSchema.safeParse(error.problem?.current)
  return parsed.success ? parsed.data : null
}

/** What changes the lists of alarms that are off: permits and the handover speak of them. */
const HIDING: ReadonlySet<AlarmMethod> = new Set([
  'timedShelve',
  'oneShotShelve',
  'unshelve',
  'removeFromService',
  'placeInService',
])

export const alarmMutations = {
  /**
   * A command on an alarm. The answer, or the alarm that a conflict carries, is in the cache before the caller hears
   * of it: both operators of a race see the same picture.
   */
  command: (client: QueryClient, parkId: string) =>
    mutationOptions({
      mutationKey: [...alarmKeys.all(parkId), 'command'],
      mutationFn: (order: AlarmOrder) => sendAlarmCommand(parkId, order),
      onSuccess: ({ alarm, entries }: AlarmCommandAnswer, { method }: AlarmOrder) => {
        take(client, parkId, alarm, entries)
        if (!HIDING.has(method)) return
        void client.invalidateQueries({ queryKey: shiftQueries.workPermits(parkId).queryKey })
        void client.invalidateQueries({ queryKey: shiftQueries.handover(parkId).queryKey })
      },
      onError: (error: unknown) => {
        const alarm = alarmOfConflict(error)
        if (alarm) take(client, parkId, alarm, [])
        // The server does not know the alarm any more: what the list shows is from before.
        else if (error instanceof HttpError && error.status === 404) {
          void client.invalidateQueries({ queryKey: alarmKeys.retained(parkId) })
        }
      },
      retry: false,
    }),
}

function take(client: QueryClient, parkId: string, alarm: Alarm, entries: AlarmCommandAnswer['entries']): void {
  const list = client.getQueryData<AlarmList>(alarmKeys.retained(parkId))
  const flood = list?.flood ?? { active: false, since: null, count: 0 }
  applyAlarmEvent(client, parkId, { alarms: [alarm], entries, flood })
}
