import {
  type Alarm,
  type JournalEntry,
  alarmIdSchema,
  alarmSchema,
  journalEntrySchema,
} from '../../src/contract/alarms.ts'
import { chained } from '../../src/domain/alarms/journal.ts'

const AT = '2026-11-20T03:00:00.000Z'

/** An alarm of the contract as a server would send it; `changes` say what matters to the test. */
export function alarmSample(changes: Partial<Record<keyof Alarm, unknown>> = {}): Alarm {
  return alarmSchema.parse({
    id: 'feeder-trip.f-471',
    definitionId: 'feeder-trip',
    rev: 1,
    eventId: 'e1',
    conditionName: 'feeder-trip',
    conditionClassName: 'TripAlarmType',
    sourceNode: 'f-471',
    sourceName: 'F 471',
    tag: 'F 471-TRIP',
    time: AT,
    receiveTime: AT,
    activeTime: AT,
    ackTime: null,
    returnTime: null,
    respondBy: null,
    severity: 900,
    lastSeverity: 900,
    priority: 'P1',
    stateName: 'ACTIVE_UNACK',
    activeState: true,
    ackedState: false,
    confirmedState: false,
    latchedState: false,
    suppressedState: { value: false, rule: null, since: null },
    outOfServiceState: { value: false, workOrder: null, clientUserId: null, since: null },
    shelvingState: { state: 'Unshelved', unshelveTime: null, reason: null, clientUserId: null, since: null },
    suppressedOrShelved: false,
    maxTimeShelvedS: 28_800,
    retain: true,
    comment: null,
    clientUserId: null,
    quality: 'Good',
    firstInGroupFlag: false,
    firstInGroup: null,
    reAlarmTimeS: null,
    assetId: 'f-471',
    pointId: null,
    plotId: null,
    stream: 'energy',
    value: null,
    limit: null,
    unit: '',
    decimals: 0,
    escalation: { state: 'none', time: null, role: null },
    affected: { tenantIds: [], assets: 0, points: 0, loadKw: null },
    chatteringPerMin: 0,
    activations24h: 1,
    stale: false,
    ...changes,
  })
}

/** A journal of so many lines, whole and chained. */
export function journalSample(count: number): JournalEntry[] {
  const entries: JournalEntry[] = []
  for (let k = 0; k < count; k++) {
    const line = {
      alarmId: alarmSample().id,
      definitionId: 'feeder-trip',
      eventId: `e${k}`,
      event: k % 2 === 0 ? 'ACTIVATED' : 'RTN',
      time: AT,
      receiveTime: AT,
      fromState: k % 2 === 0 ? 'NORMAL' : 'ACTIVE_UNACK',
      toState: k % 2 === 0 ? 'ACTIVE_UNACK' : 'RTN_UNACK',
      priority: 'P1',
      severity: 900,
      annunciated: k % 2 === 0,
      actor: 'process',
      comment: null,
      client: null,
      value: null,
      limit: null,
    } as const
    entries.push(journalEntrySchema.parse(chained(line, entries.at(-1) ?? null)))
  }
  return entries
}

const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const

interface Calls extends Partial<Record<(typeof PRIORITIES)[number], number>> {
  /** After how many seconds the first P1 alarms were acknowledged. */
  ackAfterS?: readonly number[]
}

/** Journal of so many annunciated alarms by priority, each of its own id, a minute apart. */
export function callsSample(startMs: number, { ackAfterS = [], ...counts }: Calls): JournalEntry[] {
  const called = PRIORITIES.flatMap((priority) => Array.from({ length: counts[priority] ?? 0 }, () => priority))
  const [first] = journalSample(1)
  if (!first) throw new Error('one line')
  const entries: JournalEntry[] = []
  const add = (atMs: number, more: Partial<JournalEntry>): void => {
    const time = new Date(atMs).toISOString()
    entries.push(chained({ ...first, time, receiveTime: time, ...more }, entries.at(-1) ?? null))
  }
  called.forEach((priority, k) => {
    const alarmId = alarmIdSchema.parse(`feeder-trip.f-${k}`)
    const atMs = startMs + k * 60_000
    add(atMs, { alarmId, priority })
    const waitS = ackAfterS[k]
    if (waitS !== undefined) add(atMs + waitS * 1000, { alarmId, priority, event: 'ACKNOWLEDGED', annunciated: false })
  })
  return entries
}
