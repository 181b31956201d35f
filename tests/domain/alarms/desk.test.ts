import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAlarms, listOf, nextUnacked, tabOf } from '../../../src/domain/alarms/alarm-list.ts'
import { NOTHING_SAID, announce } from '../../../src/domain/alarms/announcements.ts'
import { needsComment, refusalOf } from '../../../src/domain/alarms/command-guard.ts'
import { floodGroups } from '../../../src/domain/alarms/flood-groups.ts'
import { holdOrder } from '../../../src/domain/alarms/list-order.ts'
import { noteRange } from '../../../src/domain/alarms/note-range.ts'
import { isOutage } from '../../../src/domain/alarms/outage.ts'
import { soundOf, soundingEvents } from '../../../src/domain/alarms/sounding.ts'
import { alarmSample } from '../../alarms/alarm-samples.ts'

const AT = Date.parse('2026-11-20T03:00:00Z')
const iso = (afterS: number): string => new Date(AT + afterS * 1000).toISOString()
const SHELVED = { state: 'TimedShelved', unshelveTime: iso(3600), reason: 'x', clientUserId: 'operator', since: iso(0) }
const OUT = { value: true, workOrder: 'WP-1', clientUserId: 'shift-lead', since: iso(0) }
const SUPPRESSED = { value: true, rule: null, since: iso(0) }

describe('order of the list', () => {
  it('puts unacknowledged first, then priority, then the newest', () => {
    const list = listOf(
      [
        alarmSample({ id: 'x.a', priority: 'P1', ackedState: true, stateName: 'ACTIVE_ACK' }),
        alarmSample({ id: 'x.b', priority: 'P3' }),
        alarmSample({ id: 'x.c', priority: 'P2' }),
        alarmSample({ id: 'x.d', priority: 'P2', activeTime: iso(60) }),
        alarmSample({ id: 'x.e', priority: 'P1', shelvingState: SHELVED }),
      ],
      'open',
    )
    expect(list.map(({ id }) => id)).toEqual(['x.d', 'x.c', 'x.b', 'x.a'])
  })

  it('is total: the same set in any order gives the same list', () => {
    const anyAlarm = record({
      priority: constantFrom('P1', 'P2', 'P3', 'P4'),
      ackedState: boolean(),
      afterS: integer({ min: 0, max: 3 }),
      place: integer(),
    })
    assert(
      property(array(anyAlarm, { maxLength: 12 }), (many) => {
        const alarms = many.map(({ priority, ackedState, afterS }, at) =>
          alarmSample({ id: `x.a${at}`, priority, ackedState, activeTime: iso(afterS) }),
        )
        const places = new Map(alarms.map((alarm, at) => [alarm.id, many[at]?.place ?? 0]))
        const mixed = alarms.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
        expect(mixed.toSorted(compareAlarms)).toEqual(alarms.toSorted(compareAlarms))
      }),
      { numRuns: 50 },
    )
  })

  it('lets a mode that hides it win: out of service, then suppressed, then shelved', () => {
    expect(tabOf(alarmSample({ shelvingState: SHELVED }))).toBe('shelved')
    expect(tabOf(alarmSample({ shelvingState: SHELVED, suppressedState: SUPPRESSED }))).toBe('suppressed')
    expect(tabOf(alarmSample({ shelvingState: SHELVED, suppressedState: SUPPRESSED, outOfServiceState: OUT }))).toBe(
      'out',
    )
  })

  it('goes to the unacknowledged alarm after the one that is open', () => {
    const list = [alarmSample({ id: 'x.a' }), alarmSample({ id: 'x.b' }), alarmSample({ id: 'x.c', ackedState: true })]
    expect(nextUnacked(list, null)?.id).toBe('x.a')
    expect(nextUnacked(list, 'x.a')?.id).toBe('x.b')
  })

  it('holds rows where they are and counts what waits outside', () => {
    expect(holdOrder(['a', 'b'], ['c', 'b'])).toEqual({ ids: ['a', 'b'], fresh: ['c'] })
  })
})

describe('what may be done with an alarm', () => {
  const alarm = alarmSample()
  it('tells the state before the role, and the least role that may', () => {
    expect(refusalOf(alarm, 'acknowledge', 'operator')).toBeNull()
    expect(refusalOf(alarm, 'acknowledge', 'viewer')).toEqual({ why: 'role', needed: 'operator' })
    expect(refusalOf(alarmSample({ ackedState: true }), 'acknowledge', 'viewer')).toEqual({ why: 'acknowledged' })
  })

  it('lets an operator shelve a P2, and only a shift lead a P1', () => {
    expect(refusalOf(alarmSample({ priority: 'P2' }), 'timedShelve', 'operator')).toBeNull()
    expect(refusalOf(alarm, 'timedShelve', 'operator')).toEqual({ why: 'role', needed: 'shift-lead' })
    expect(refusalOf(alarmSample({ shelvingState: SHELVED }), 'oneShotShelve', 'shift-lead')).toEqual({
      why: 'shelved',
    })
    expect(refusalOf(alarmSample({ outOfServiceState: OUT }), 'timedShelve', 'shift-lead')).toEqual({ why: 'out' })
  })

  it('confirms only after the acknowledgement, and once', () => {
    const acked = { ackedState: true, stateName: 'ACTIVE_ACK' }
    expect(refusalOf(alarm, 'confirm', 'operator')).toEqual({ why: 'not-acknowledged' })
    expect(refusalOf(alarmSample(acked), 'confirm', 'operator')).toBeNull()
    expect(refusalOf(alarmSample({ ...acked, confirmedState: true }), 'confirm', 'operator')).toEqual({
      why: 'confirmed',
    })
  })

  it('resets what is latched and has returned', () => {
    const latched = { activeState: false, ackedState: true, latchedState: true, stateName: 'LATCHED_ACK' }
    expect(refusalOf(alarmSample(latched), 'reset', 'operator')).toBeNull()
    expect(refusalOf(alarm, 'reset', 'operator')).toEqual({ why: 'still-active' })
  })

  it('wants a comment for P1 and P2', () => {
    expect((['P1', 'P2', 'P3', 'P4'] as const).map((priority) => needsComment(alarmSample({ priority })))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('a flood by plant part', () => {
  const groups = floodGroups(
    [
      alarmSample({ id: 'x.a', priority: 'P1', firstInGroup: 'feeder', firstInGroupFlag: false }),
      alarmSample({ id: 'x.b', priority: 'P3', firstInGroup: 'feeder', firstInGroupFlag: true }),
      alarmSample({ id: 'x.c', priority: 'P4', firstInGroup: 'feeder' }),
      alarmSample({ id: 'x.d', priority: 'P3', firstInGroup: null, sourceNode: 'pump' }),
    ].toReversed(),
  )

  it('puts the part with the most urgent alarm first and names what came first in it', () => {
    expect(groups.map(({ key }) => key)).toEqual(['feeder', 'pump'])
    expect(groups[0]?.first.id).toBe('x.b')
    expect(groups[1]?.first.id).toBe('x.d')
  })

  it('never folds P1 or P2, and loses no alarm', () => {
    expect(groups[0]?.shown.map(({ id }) => id)).toEqual(['x.a'])
    expect(groups[0]?.folded.map(({ id }) => id).toSorted()).toEqual(['x.b', 'x.c'])
    expect(groups[0]?.counts).toEqual({ P1: 1, P2: 0, P3: 1, P4: 1 })
  })
})

describe('outage', () => {
  it('lasts for as long as its alarm is active', () => {
    const trip = alarmSample({ affected: { tenantIds: ['t1', 't2'], assets: 3, points: 0, loadKw: 100 } })
    expect(isOutage(trip)).toBe(true)
    expect(isOutage(alarmSample({ activeState: false, stateName: 'RTN_UNACK' }))).toBe(false)
    expect(isOutage(alarmSample({ definitionId: 'feeder-overload' }))).toBe(false)
  })
})

describe('sound', () => {
  const p3 = alarmSample({ id: 'x.p3', eventId: 'e3', priority: 'P3' })
  const p1 = alarmSample({ id: 'x.p1', eventId: 'e1' })
  it('is that of the most urgent, of P1 alone in a flood, and none for P4', () => {
    expect(soundOf([p3, p1], new Set(), false)).toBe('P1')
    expect(soundOf([p3], new Set(), true)).toBeNull()
    expect(soundOf([alarmSample({ priority: 'P4' })], new Set(), false)).toBeNull()
  })

  it('stays silent about silenced events, and sounds again for a new event of the same alarm', () => {
    const silenced = soundingEvents([p1])
    expect(soundOf([p1], silenced, false)).toBeNull()
    expect(soundOf([alarmSample({ eventId: 'e9' })], silenced, false)).toBe('P1')
  })
})

describe('announcements', () => {
  it('says P1 at once, never twice within 10 s, and gathers what came meanwhile', () => {
    const first = announce(NOTHING_SAID, [alarmSample({ eventId: 'x' })], AT)
    expect(first.alert?.count).toBe(1)
    const more = [alarmSample({ eventId: 'x' }), alarmSample({ id: 'x.b', eventId: 'y' })]
    const second = announce(first.state, more, AT + 4000)
    expect(second.alert).toBeNull()
    const third = announce(second.state, more, AT + 10_000)
    expect(third.alert).toMatchObject({ count: 1, latest: { id: 'x.b' } })
    expect(announce(third.state, more, AT + 30_000).alert).toBeNull()
  })
})

describe('time range of a note', () => {
  it('ends now while the alarm is active, and at the return after it', () => {
    expect(noteRange(alarmSample(), AT + 60_000)).toEqual({ from: iso(0), to: iso(60) })
    const returned = alarmSample({ activeState: false, stateName: 'RTN_UNACK', returnTime: iso(30) })
    expect(noteRange(returned, AT + 60_000)).toEqual({ from: iso(0), to: iso(30) })
  })

  it('is none where it would be empty', () => {
    expect(noteRange(alarmSample(), AT)).toBeNull()
  })
})
