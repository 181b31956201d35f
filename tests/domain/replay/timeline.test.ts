import { describe, expect, it } from 'vitest'
import { type JournalEntry, journalEntrySchema } from '../../../src/contract/alarms.ts'
import { alarmStops, alarmTicks, jumpTarget, timelineSpan } from '../../../src/domain/replay/timeline.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const NOW_MS = Date.parse('2026-11-20T03:10:20Z')
const HOUR_MS = 3_600_000

function entry(seq: number, time: string, priority: 'P1' | 'P2' | 'P3', event: JournalEntry['event'] = 'ACTIVATED') {
  return journalEntrySchema.parse({
    seq,
    prevHash: '0'.repeat(64),
    hash: '1'.repeat(64),
    alarmId: 'feeder-trip.lu-1',
    definitionId: 'feeder-trip',
    eventId: `e-${seq}`,
    event,
    time,
    receiveTime: time,
    fromState: 'NORMAL',
    toState: 'ACTIVE_UNACK',
    priority,
    severity: 900,
    annunciated: event !== 'RTN',
    actor: 'process',
    comment: null,
    client: null,
    value: null,
    limit: null,
  })
}

describe('timeline', () => {
  it('shows the last 24 hours, or the day of the park that holds an older instant', () => {
    const toMs = Date.parse('2026-11-20T04:00:00Z')
    expect(timelineSpan(NOW_MS - HOUR_MS, NOW_MS, ZONE)).toEqual({ fromMs: toMs - 24 * HOUR_MS, toMs })
    expect(timelineSpan(toMs - 24 * HOUR_MS - 1000, NOW_MS, ZONE)).toEqual({
      fromMs: Date.parse('2026-11-18T17:00:00Z'),
      toMs: Date.parse('2026-11-19T17:00:00Z'),
    })
    expect(timelineSpan(NOW_MS, null, ZONE).fromMs).toBe(Date.parse('2026-11-19T17:00:00Z'))
  })

  it('joins activations that would cover each other under the most urgent of them', () => {
    const entries = [
      entry(1, '2026-11-20T01:00:00Z', 'P3'),
      entry(2, '2026-11-20T01:01:00Z', 'P1'),
      entry(3, '2026-11-20T01:02:00Z', 'P2', 'RTN'),
      entry(4, '2026-11-20T02:00:00Z', 'P2'),
      entry(5, '2026-11-18T02:00:00Z', 'P1'),
      // A rule kept it quiet: it called nobody.
      { ...entry(6, '2026-11-20T03:00:00Z', 'P1'), annunciated: false },
    ]
    const span = timelineSpan(NOW_MS, NOW_MS, ZONE)
    const ticks = alarmTicks(entries, span, 10 * 60_000)
    expect(ticks.map(({ atMs, priority, count, entry: { seq } }) => [atMs, priority, count, seq])).toEqual([
      [Date.parse('2026-11-20T01:00:00Z'), 'P1', 2, 2],
      [Date.parse('2026-11-20T02:00:00Z'), 'P2', 1, 4],
    ])
    expect(alarmTicks(entries, span, 1)).toHaveLength(3)
  })

  it('jumps from alarm to alarm at the second at which it is on screen', () => {
    const stops = alarmStops([
      entry(1, '2026-11-20T01:00:00.200Z', 'P3'),
      entry(2, '2026-11-20T01:00:00.900Z', 'P1'),
      entry(3, '2026-11-20T02:00:00Z', 'P1'),
    ])
    const first = Date.parse('2026-11-20T01:00:01Z')
    const second = Date.parse('2026-11-20T02:00:00Z')
    expect(stops).toEqual([first, second])
    expect(jumpTarget(stops, first, 'next')).toBe(second)
    expect(jumpTarget(stops, second, 'previous')).toBe(first)
    expect(jumpTarget(stops, second, 'next')).toBeNull()
    expect(jumpTarget(stops, first, 'previous')).toBeNull()
  })
})
