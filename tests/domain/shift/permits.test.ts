import { describe, expect, it } from 'vitest'
import { assetIdSchema } from '../../../src/contract/primitives.ts'
import { workPermitSchema, type WorkPermit } from '../../../src/contract/shift.ts'
import {
  type BuriedLine,
  isExpiring,
  linesNear,
  orphanedAlarmIds,
  permitState,
  permitsAbout,
} from '../../../src/domain/shift/permits.ts'
import { alarmSample } from '../../alarms/alarm-samples.ts'

const text = { vi: 'x', en: 'x', ja: 'x' }
const at = (clock: string): number => Date.parse(`2026-11-20T${clock}:00Z`)
const permit = (more: Partial<WorkPermit> = {}): WorkPermit => ({
  ...workPermitSchema.parse({
    id: 'wp-1',
    number: 'WP-2611-08',
    type: 'excavation',
    task: text,
    position: [106.61, 11.25],
    assetId: null,
    plotId: null,
    validFrom: '2026-11-20T01:00:00Z',
    validTo: '2026-11-20T09:00:00Z',
    issuer: text,
    holder: text,
    state: 'open',
    closedTime: null,
    isolations: [],
    alarmIds: ['pump-failure.p-1'],
    simulated: true,
  }),
  ...more,
})

describe('permit to work', () => {
  it.each([
    ['00:59', 'planned', false],
    ['01:00', 'open', false],
    ['08:00', 'open', false],
    ['08:01', 'open', true],
    ['08:59', 'open', true],
    ['09:00', 'expired', false],
  ])('at %s is %s', (clock, state, expiring) => {
    expect(permitState(permit(), at(clock))).toBe(state)
    expect(isExpiring(permit(), at(clock))).toBe(expiring)
  })

  it('stays closed after it was handed back', () => {
    expect(permitState(permit({ closedTime: '2026-11-20T05:00:00Z' }), at('05:00'))).toBe('closed')
    expect(permitState(permit({ closedTime: '2026-11-20T05:00:00Z' }), at('04:59'))).toBe('open')
  })

  it('names alarms that are still off although no permit covers them any more', () => {
    const hidden = new Set(['pump-failure.p-1', 'other.a'])
    expect(orphanedAlarmIds([permit()], hidden, at('08:00'))).toEqual([])
    expect(orphanedAlarmIds([permit()], hidden, at('09:30'))).toEqual(['pump-failure.p-1'])
    expect(orphanedAlarmIds([permit()], new Set(), at('09:30'))).toEqual([])
    const extended = permit({ id: 'wp-2', validTo: '2026-11-20T12:00:00Z' })
    expect(orphanedAlarmIds([permit(), extended], hidden, at('09:30'))).toEqual([])
  })

  it('of an alarm are those that it is off under, those that name it, and open work on its asset; running ones first', () => {
    const alarm = alarmSample({ id: 'pump-failure.p-1', assetId: 'p-1' })
    const closed = permit({ id: 'wp-old', closedTime: '2026-11-20T05:00:00Z' })
    const onAsset = permit({ id: 'wp-asset', assetId: assetIdSchema.parse('p-1'), alarmIds: [] })
    const elsewhere = permit({ id: 'wp-other', assetId: assetIdSchema.parse('p-2'), alarmIds: [] })
    const number = 'WP-9'
    const offUnder = permit({ id: 'wp-off', number, assetId: null, alarmIds: [], validTo: '2026-11-20T07:00:00Z' })
    const ids = (of: typeof alarm): string[] =>
      permitsAbout(of, [closed, onAsset, elsewhere, offUnder], at('08:00')).map(({ id }) => id)
    expect(ids(alarm)).toEqual(['wp-asset', 'wp-old'])
    const outOfServiceState = { value: true, workOrder: number, clientUserId: null, since: null }
    expect(ids({ ...alarm, outOfServiceState })).toEqual(['wp-asset', 'wp-old', 'wp-off'])
  })

  it('lists buried lines within five metres of a dig, nearest first', () => {
    const metre = 1 / 111_320
    const line = (id: string, north: number): BuriedLine => ({
      id,
      network: 'water',
      path: [
        [106.609, 11.25 + north * metre],
        [106.611, 11.25 + north * metre],
      ],
    })
    const near = linesNear([106.61, 11.25], [line('far', 6), line('b', 4), line('a', -2)])
    expect(near.map(({ line: { id } }) => id)).toEqual(['a', 'b'])
    expect(near[0]?.metres).toBeCloseTo(2, 1)
  })
})
