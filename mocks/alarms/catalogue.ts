import { type AlarmDefinition, type AlarmRationale, alarmFileSchema } from '../../src/contract/alarm-definitions.ts'
import { priorityOf, severityOf } from '../../src/domain/alarms/priority.ts'
import { MAX_SHELVED_MS } from '../../src/domain/alarms/shelving.ts'

/** Files of the catalogue. They are read when the first park opens its alarms: a page does not start with them. */
const FILES = [
  () => import('../../fixtures/reference/alarms/energy.json', { with: { type: 'json' } }),
  () => import('../../fixtures/reference/alarms/water.json', { with: { type: 'json' } }),
  () => import('../../fixtures/reference/alarms/wastewater.json', { with: { type: 'json' } }),
  () => import('../../fixtures/reference/alarms/waste.json', { with: { type: 'json' } }),
  () => import('../../fixtures/reference/alarms/environment.json', { with: { type: 'json' } }),
  () => import('../../fixtures/reference/alarms/data.json', { with: { type: 'json' } }),
] as const

let catalogue: Promise<readonly AlarmRationale[]> | null = null

/** The catalogue of alarms, parsed once. Throws when a record breaks its schema. */
export function alarmCatalogue(): Promise<readonly AlarmRationale[]> {
  catalogue ??= Promise.all(FILES.map(async (load) => alarmFileSchema.parse((await load()).default).alarms)).then(
    (files) => files.flat(),
  )
  return catalogue
}

/** A record with what follows from it. */
export function definitionOf(rationale: AlarmRationale, instances: number): AlarmDefinition {
  const { consequenceClass, timeToRespondS } = rationale
  return {
    ...rationale,
    priority: priorityOf(consequenceClass, timeToRespondS),
    severity: severityOf(consequenceClass, timeToRespondS),
    maxTimeShelvedS: MAX_SHELVED_MS / 1000,
    instances,
  }
}
