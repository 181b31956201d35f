import type { AlarmRationale } from '../../src/contract/alarm-definitions.ts'
import { newRecord } from '../../src/domain/alarms/alarm-record.ts'
import { severityOf } from '../../src/domain/alarms/priority.ts'
import { BINDINGS } from './bindings.ts'
import type { AlarmInstance, Watch } from './instance.ts'
import type { WatchContext } from './watch-context.ts'

/** All alarms of a park: what each definition of the catalogue watches in it. */
export function buildInstances(context: WatchContext, catalogue: readonly AlarmRationale[]): AlarmInstance[] {
  return catalogue.flatMap((definition) => {
    const watches = BINDINGS[definition.id]?.(context, definition) ?? []
    const perAsset = new Map<string, number>()
    for (const { asset } of watches) {
      const key = asset?.id ?? 'park'
      perAsset.set(key, (perAsset.get(key) ?? 0) + 1)
    }
    return watches.map((watch, k) => {
      const key = watch.asset?.id ?? 'park'
      // Where a definition watches several points of one asset, the point tells them apart.
      const source = (perAsset.get(key) ?? 0) > 1 && watch.point !== null ? watch.point.id : key
      return instanceOf(definition, watch, `${definition.id}.${source}`, k)
    })
  })
}

export function instanceOf(definition: AlarmRationale, watch: Watch, id: string, k: number): AlarmInstance {
  const severity = severityOf(definition.consequenceClass, definition.timeToRespondS)
  return {
    ...watch,
    id,
    definition,
    spec: {
      onDelayMs: definition.onDelayS * 1000,
      offDelayMs: definition.offDelayS * 1000,
      latching: definition.latching,
      ackRequired: definition.ackRequired,
      reAlarmMs: definition.reAlarmS === null ? null : definition.reAlarmS * 1000,
    },
    severity,
    record: newRecord(severity),
    judgement: {
      condition: null,
      value: null,
      quality: 'BadWaitingForInitialData',
      sourceMs: 0,
      suppressedBy: null,
    },
    dueMs: Number.NEGATIVE_INFINITY,
    turn: ((k * 37) % 100) / 100,
    eventId: 'e0',
    rev: 0,
    receiveMs: Number.NaN,
    escalated: 0,
    escalatedMs: Number.NaN,
    activations: [],
    client: null,
  }
}
