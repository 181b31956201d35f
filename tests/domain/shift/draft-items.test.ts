import { describe, expect, it } from 'vitest'
import type { Alarm } from '../../../src/contract/alarms.ts'
import { HANDOVER_KINDS, type LogEntry } from '../../../src/contract/shift.ts'
import { type HandoverInputs, draftItems, isNearLimit } from '../../../src/domain/shift/draft-items.ts'
import { appendEntry } from '../../../src/domain/shift/log.ts'
import { alarmSample } from '../../alarms/alarm-samples.ts'

const NOW = Date.parse('2026-11-20T07:30:00Z')
const text = { vi: 'v', en: 'e', ja: 'j' }

/** A P2 on the lists of an operator. */
function alarm(id: string, more: Partial<Alarm> = {}): Alarm {
  return alarmSample({ priority: 'P2', ...more, id: `${id}.a`, definitionId: id })
}

function carriedLog(): LogEntry[] {
  const input = {
    idempotencyKey: 'key-1-log',
    category: 'operation',
    text: 'Watch tank 2',
    language: 'en',
    carry: true,
  } as const
  const result = appendEntry([], input, { author: 'operator', nowMs: NOW, id: 'log-1' })
  return result.ok ? result.log : []
}

const standingKinds = [
  'inhibited-protection',
  'work-in-progress',
  'standing-order',
  'expected',
  'complaint',
  'contact',
] as const

const INPUTS: HandoverInputs = {
  nowMs: NOW,
  alarms: [
    alarm('open'),
    alarm('shelved', {
      suppressedOrShelved: true,
      shelvingState: { state: 'TimedShelved', unshelveTime: null, reason: 'test', clientUserId: null, since: null },
    }),
    alarm('suppressed', {
      suppressedOrShelved: true,
      suppressedState: { value: true, rule: 'calibration', since: null },
    }),
    alarm('off', {
      suppressedOrShelved: true,
      outOfServiceState: { value: true, workOrder: 'WP-1', clientUserId: null, since: null },
    }),
  ],
  permits: [
    {
      id: 'wp-1',
      number: 'WP-1',
      type: 'hot',
      task: text,
      position: [106.6, 11.2],
      assetId: null,
      plotId: null,
      validFrom: '2026-11-20T01:00:00Z',
      validTo: '2026-11-20T08:00:00Z',
      issuer: text,
      holder: text,
      state: 'open',
      closedTime: null,
      isolations: [],
      alarmIds: ['off.a'],
      simulated: true,
    },
  ],
  log: carriedLog(),
  nearLimits: [{ pointId: 'p', value: 9.5, limit: 10, unit: 'kW', decimals: 1, basis: 'design', sinceMs: NOW }],
  equipmentOut: [{ assetId: 'f-1', sinceMs: NOW }],
  lineUps: [{ assetId: 'sw-1', sinceMs: NOW }],
  lostSources: [{ assetId: 'gw-1', sinceMs: NOW, points: 28 }],
  rainMmH: 30,
  weatherSinceMs: NOW,
  standing: standingKinds.map((kind) => ({ id: kind, kind, text, ref: null, sinceMs: NOW, flagged: false })),
}

describe('draftItems', () => {
  it('writes one item of every kind when one of each is the case', () => {
    expect(
      draftItems(INPUTS)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual([...HANDOVER_KINDS].toSorted())
  })

  it('gives a matter the same id each time, and writes nothing when nothing is the case', () => {
    expect(draftItems(INPUTS).map(({ id }) => id)).toEqual(
      draftItems({ ...INPUTS, nowMs: NOW + 60_000 }).map(({ id }) => id),
    )
    const calm = {
      ...INPUTS,
      alarms: [],
      permits: [],
      log: [],
      nearLimits: [],
      equipmentOut: [],
      lineUps: [],
      lostSources: [],
      rainMmH: null,
      standing: [],
    }
    expect(draftItems(calm)).toEqual([])
  })

  it('says when an alarm is still off after its permit has ended', () => {
    const items = draftItems({ ...INPUTS, nowMs: Date.parse('2026-11-20T09:00:00Z') })
    expect(items.find(({ id }) => id === 'alarm:off.a')?.params['permitEnded']).toBe('yes')
    expect(items.find(({ id }) => id === 'permit:wp-1')?.params['state']).toBe('expired')
    expect(draftItems(INPUTS).find(({ id }) => id === 'alarm:off.a')?.params['permitEnded']).toBe('no')
  })
})

describe('isNearLimit', () => {
  const high = { type: 'high', value: 10 } as const
  it.each([
    [8.9, false],
    [9, true],
    [10, true],
    [10.1, false],
  ])('%d of a high limit of 10: %s', (value, near) => {
    expect(isNearLimit(value, high, [high])).toBe(near)
  })

  it('measures a band from its low limit', () => {
    const band = [{ type: 'low', value: 20.9 } as const, { type: 'high', value: 23.1 } as const]
    expect(isNearLimit(22.42, { type: 'high', value: 23.1 }, band)).toBe(false)
    expect(isNearLimit(22.95, { type: 'high', value: 23.1 }, band)).toBe(true)
  })
})
