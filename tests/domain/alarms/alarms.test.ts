import { describe, expect, it } from 'vitest'
import type { JournalEntry, JournalLine } from '../../../src/contract/alarms.ts'
import { alarmIdSchema } from '../../../src/contract/alarms.ts'
import { alarmHealth } from '../../../src/domain/alarms/alarm-health.ts'
import { newRecord } from '../../../src/domain/alarms/alarm-record.ts'
import { cyclesPerMinute, isChattering, isStale } from '../../../src/domain/alarms/chattering.ts'
import { isBeyond } from '../../../src/domain/alarms/condition.ts'
import { dueLevel } from '../../../src/domain/alarms/escalation.ts'
import { firstOutOf } from '../../../src/domain/alarms/first-out.ts'
import { NO_FLOOD, stepFlood } from '../../../src/domain/alarms/flood.ts'
import { chained, verifyChain } from '../../../src/domain/alarms/journal.ts'
import { priorityOf, priorityOfSeverity, severityOf } from '../../../src/domain/alarms/priority.ts'
import { longestShelvingMs, nextHandoverMs } from '../../../src/domain/alarms/shelving.ts'
import { stepAlarm } from '../../../src/domain/alarms/step.ts'
import { isAllowed, leastRoleFor } from '../../../src/domain/roles/permissions.ts'
import { sha256Hex } from '../../../src/lib/sha256.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const START_MS = Date.UTC(2026, 10, 20, 3)
const SPEC = { onDelayMs: 0, offDelayMs: 0, latching: false, ackRequired: true, reAlarmMs: null }

function line(atMs: number, more: Partial<JournalLine> = {}): JournalLine {
  const time = new Date(atMs).toISOString()
  return {
    alarmId: alarmIdSchema.parse('pressure-low.pl-01'),
    definitionId: 'pressure-low',
    eventId: 'e1',
    event: 'ACTIVATED',
    time,
    receiveTime: time,
    fromState: 'NORMAL',
    toState: 'ACTIVE_UNACK',
    priority: 'P3',
    severity: 500,
    annunciated: true,
    actor: 'process',
    comment: null,
    client: null,
    value: 1.2,
    limit: 1.5,
    ...more,
  }
}

const at = (minutes: number, more: Partial<JournalLine> = {}) => line(START_MS + minutes * MINUTE_MS, more)
const named = (name: string) => alarmIdSchema.parse(`pressure-low.${name}`)

function journalOf(lines: readonly JournalLine[]): JournalEntry[] {
  const entries: JournalEntry[] = []
  for (const next of lines) entries.push(chained(next, entries.at(-1) ?? null))
  return entries
}

describe('priority and severity', () => {
  it.each([
    [200, null],
    [201, 'P4'],
    [400, 'P4'],
    [401, 'P3'],
    [600, 'P3'],
    [601, 'P2'],
    [800, 'P2'],
    [801, 'P1'],
    [1000, 'P1'],
  ])('severity %i is %s', (severity, priority) => {
    expect(priorityOfSeverity(severity)).toBe(priority)
  })

  it('follows from consequence and time, and the severity lies in its band', () => {
    expect(priorityOf('severe', 600)).toBe('P1')
    expect(priorityOf('severe', 3600)).toBe('P2')
    expect(priorityOf('major', 1800)).toBe('P2')
    expect(priorityOf('moderate', 1801)).toBe('P3')
    expect(priorityOf('diagnostic', 60)).toBe('P4')
    for (const consequence of ['severe', 'major', 'moderate', 'minor', 'diagnostic'] as const) {
      for (const seconds of [60, 600, 601, 1800, 1801, null]) {
        expect(priorityOfSeverity(severityOf(consequence, seconds))).toBe(priorityOf(consequence, seconds))
      }
    }
  })
})

describe('condition', () => {
  it('a value on its limit is within it; the deadband keeps noise from ending it', () => {
    const high = { type: 'high', limit: 10, deadband: 1 } as const
    expect(isBeyond(10, high, false)).toBe(false)
    expect(isBeyond(10.01, high, false)).toBe(true)
    expect(isBeyond(9.2, high, true)).toBe(true)
    expect(isBeyond(9, high, true)).toBe(false)
    const low = { type: 'low', limit: 10, deadband: 1 } as const
    expect(isBeyond(9.99, low, false)).toBe(true)
    expect(isBeyond(10.8, low, true)).toBe(true)
    expect(isBeyond(11, low, true)).toBe(false)
  })

  it('noise of 0.8 deadbands around the limit activates at most once in ten minutes', () => {
    let record = newRecord(500)
    let activations = 0
    for (let s = 0; s < 600; s++) {
      const value = 10 + 0.4 * Math.sin(s * 2.1)
      const nowMs = START_MS + s * 1000
      const condition = isBeyond(value, { type: 'high', limit: 10, deadband: 1 }, record.raw)
      const stepped = stepAlarm(record, SPEC, { nowMs, sourceMs: nowMs, condition, severity: 500, suppressedBy: null })
      record = stepped.record
      activations += stepped.happenings.filter(({ event }) => event === 'ACTIVATED').length
    }
    expect(activations).toBe(1)
  })

  it('a spike shorter than the on-delay activates nothing', () => {
    let record = newRecord(500)
    const spec = { ...SPEC, onDelayMs: 15_000 }
    for (let s = 0; s < 60; s++) {
      const nowMs = START_MS + s * 1000
      const condition = s >= 10 && s < 24
      record = stepAlarm(record, spec, { nowMs, sourceMs: nowMs, condition, severity: 500, suppressedBy: null }).record
    }
    expect(record.state).toBe('NORMAL')
  })
})

describe('chattering, stale, flood, first-out, escalation', () => {
  it('three cycles in a minute chatter, and a minute later they do not', () => {
    let record = newRecord(500)
    for (let s = 0; s < 50; s++) {
      const nowMs = START_MS + s * 1000
      const condition = Math.floor(s / 6) % 2 === 1
      record = stepAlarm(record, SPEC, { nowMs, sourceMs: nowMs, condition, severity: 500, suppressedBy: null }).record
    }
    expect(cyclesPerMinute(record, START_MS + 50_000)).toBe(4)
    expect(isChattering(record, START_MS + 50_000)).toBe(true)
    expect(isChattering(record, START_MS + 110_000)).toBe(false)
  })

  it('is stale after more than 24 hours', () => {
    const active = { ...newRecord(500), state: 'ACTIVE_ACK' as const, activeMs: START_MS }
    expect(isStale(active, START_MS + 24 * HOUR_MS)).toBe(false)
    expect(isStale(active, START_MS + 24 * HOUR_MS + 1)).toBe(true)
    const quiet = { ...active, suppression: { rule: 'pump-stopped-by-plan' as const, sinceMs: START_MS } }
    expect(isStale(quiet, START_MS + 24 * HOUR_MS + 1)).toBe(false)
  })

  it('a flood starts with the eleventh alarm in ten minutes and ends below five', () => {
    let flood = stepFlood(NO_FLOOD, 10, START_MS)
    expect(flood.active).toBe(false)
    flood = stepFlood(flood, 1, START_MS + 1000)
    expect(flood).toMatchObject({ active: true, sinceMs: START_MS + 1000 })
    flood = stepFlood(flood, 5, START_MS + 5 * MINUTE_MS)
    flood = stepFlood(flood, 0, START_MS + 11 * MINUTE_MS)
    expect(flood.active).toBe(true)
    flood = stepFlood(flood, 0, START_MS + 15 * MINUTE_MS)
    expect(flood.active).toBe(false)
  })

  it('the first of a group is flagged, a group of one is not', () => {
    const members = [
      { id: 'a', group: 'g', activeMs: 20 },
      { id: 'b', group: 'g', activeMs: 10 },
      { id: 'c', group: 'h', activeMs: 5 },
      { id: 'd', group: 'g', activeMs: Number.NaN },
    ]
    expect([...firstOutOf(members)]).toEqual([['g', 'b']])
  })

  it('calls the shift lead after 5 and the manager after 15 minutes for P1', () => {
    expect(dueLevel('P1', 0, START_MS, START_MS + 5 * MINUTE_MS - 1)).toBeNull()
    expect(dueLevel('P1', 0, START_MS, START_MS + 5 * MINUTE_MS)?.role).toBe('shift-lead')
    expect(dueLevel('P1', 1, START_MS, START_MS + 15 * MINUTE_MS)?.role).toBe('manager')
    expect(dueLevel('P1', 2, START_MS, START_MS + 99 * MINUTE_MS)).toBeNull()
    expect(dueLevel('P3', 0, START_MS, START_MS + 99 * MINUTE_MS)).toBeNull()
  })
})

describe('shelving and roles', () => {
  it('ends after 8 h at the latest and never past the next handover', () => {
    const zoneMs = 7 * HOUR_MS
    // 10:00 in the park: the shift hands over at 14:00.
    const handover = nextHandoverMs(START_MS, zoneMs)
    expect(handover).toBe(START_MS + 4 * HOUR_MS)
    expect(longestShelvingMs(START_MS, handover)).toBe(4 * HOUR_MS)
    expect(longestShelvingMs(START_MS, START_MS + 20 * HOUR_MS)).toBe(8 * HOUR_MS)
    // At the very handover the next one counts: 22:00, after 8 h.
    expect(nextHandoverMs(handover, zoneMs)).toBe(handover + 8 * HOUR_MS)
    // 23:00: next morning.
    expect(nextHandoverMs(START_MS + 13 * HOUR_MS, zoneMs)).toBe(START_MS + 20 * HOUR_MS)
  })

  it('a viewer may nothing, an operator no P1 shelving, a shift lead does', () => {
    expect(isAllowed('viewer', 'alarm.acknowledge')).toBe(false)
    expect(isAllowed('operator', 'alarm.acknowledge')).toBe(true)
    expect(isAllowed('operator', 'alarm.shelve-critical')).toBe(false)
    expect(isAllowed('shift-lead', 'alarm.shelve-critical')).toBe(true)
    expect(leastRoleFor('report.issue')).toBe('manager')
  })
})

describe('journal', () => {
  it('hashes as SHA-256 does', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256Hex('a'.repeat(1000))).toBe('41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3')
  })

  it('finds a changed line, a missing line and a forged link', () => {
    const entries = journalOf([line(START_MS), line(START_MS + 1000), line(START_MS + 2000)])
    const [a, b, c] = entries
    if (!a || !b || !c) throw new Error('three entries')
    expect(verifyChain(entries)).toBeNull()
    expect(verifyChain([b, c])).toBeNull()
    expect(verifyChain([a, { ...b, comment: 'changed' }, c])).toEqual({ seq: 2, fault: 'changed' })
    expect(verifyChain([a, c])).toEqual({ seq: 3, fault: 'gap' })
    expect(verifyChain([a, { ...b, prevHash: c.hash }, c])).toEqual({ seq: 2, fault: 'broken-link' })
    expect(verifyChain([{ ...a, prevHash: c.hash }])).toEqual({ seq: 1, fault: 'broken-link' })
  })
})

describe('alarm health on a journal with known answers', () => {
  it('an empty span has no floods and no shares', () => {
    const health = alarmHealth([], START_MS, START_MS + HOUR_MS)
    expect(health).toMatchObject({ annunciated: 0, perTenMinutes: 0, topShare: null, split: null, floods: [] })
    expect(health.medianAckS.P1).toBeNull()
  })

  it('10 in 10 minutes are no flood, 11 are', () => {
    const ten = journalOf(Array.from({ length: 10 }, (_, k) => at(k * 0.9)))
    expect(alarmHealth(ten, START_MS, START_MS + HOUR_MS)).toMatchObject({ mostInTenMinutes: 10, floodShare: 0 })
    const eleven = journalOf(Array.from({ length: 11 }, (_, k) => at(k * 0.9)))
    const health = alarmHealth(eleven, START_MS, START_MS + HOUR_MS)
    expect(health.mostInTenMinutes).toBe(11)
    expect(health.floodShare).toBeCloseTo(1 / 6)
    // The eleventh comes at 9 min; fewer than five are left when the seventh leaves, at 5.4 + 10 min.
    expect(health.floods).toEqual([{ fromMs: START_MS + 9 * MINUTE_MS, toMs: START_MS + 15.4 * MINUTE_MS, count: 11 }])
  })

  it('counts rate, split, top share, chattering, fleeting and time to acknowledge', () => {
    const p1 = { priority: 'P1', severity: 900, alarmId: named('a') } as const
    const p3 = { alarmId: named('b') }
    const entries = journalOf([
      at(0, p1),
      at(1, { ...p1, event: 'ACKNOWLEDGED', annunciated: false, actor: 'operator' }),
      at(10, p3),
      at(10.05, { ...p3, event: 'RTN', annunciated: false }),
      at(10.1, p3),
      at(10.2, { ...p3, event: 'RTN', annunciated: false }),
      at(10.3, p3),
      at(10.4, { ...p3, event: 'RTN', annunciated: false }),
      at(20, { event: 'SHELVED', annunciated: false, comment: null }),
      at(60, p3),
    ])
    const health = alarmHealth(entries, START_MS, START_MS + HOUR_MS)
    expect(health).toMatchObject({
      annunciated: 4,
      chattering: ['pressure-low.b'],
      fleeting: 1,
      topShare: 1,
      split: { P1: 0.25, P2: 0, P3: 0.75 },
      shelvedWithoutReason: 1,
    })
    expect(health.perTenMinutes).toBeCloseTo(4 / 6)
    expect(health.medianAckS.P1).toBe(60)
    expect(health.top[0]).toEqual({ alarmId: 'pressure-low.b', count: 3 })
  })
})
