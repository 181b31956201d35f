import { type InfiniteData, QueryClient } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { applyAlarmEvent, parseAlarmEvent } from '../../src/api/alarm-cache.ts'
import { withNewer } from '../../src/api/alarm-memory.ts'
import { alarmKeys } from '../../src/api/alarm-queries.ts'
import type { AlarmList, JournalPage } from '../../src/api/call-alarms.ts'
import { LINES_KEPT } from '../../src/api/journal-memory.ts'
import { rejectionsSnapshot } from '../../src/api/rejections.ts'
import type { Alarm, JournalEntry } from '../../src/contract/alarms.ts'
import { alarmSample, journalSample } from '../alarms/alarm-samples.ts'

const PARK = 'bau-bang'
const CALM = { active: false, since: null, count: 0 }
const KEY = [...alarmKeys.journal(PARK), 'pages', {}]
const JOURNAL = journalSample(12)

let client: QueryClient
beforeEach(() => {
  client = new QueryClient()
  holdList([])
})

function listOf(alarms: Alarm[], rev = 0): AlarmList {
  return { alarms, asOf: '2026-11-20T03:00:00.000Z', rev, journalSeq: 0, flood: CALM }
}

function holdList(alarms: Alarm[]): void {
  client.setQueryData(alarmKeys.retained(PARK), listOf(alarms))
}

function holdJournal(pages: JournalEntry[][]): void {
  const data: InfiniteData<JournalPage, string | null> = {
    pages: pages.map((entries) => ({ entries, nextCursor: null })),
    pageParams: pages.map(() => null),
  }
  client.setQueryData(KEY, data)
}

const take = (alarms: Alarm[], entries: JournalEntry[] = []): void =>
  applyAlarmEvent(client, PARK, { alarms, entries, flood: CALM })
const retained = (): readonly Alarm[] => client.getQueryData<AlarmList>(alarmKeys.retained(PARK))?.alarms ?? []
const seqs = (): number[] =>
  client
    .getQueryData<InfiniteData<JournalPage, string | null>>(KEY)
    ?.pages.flatMap(({ entries }) => entries.map(({ seq }) => seq)) ?? []
const countRejected = (place: string): number =>
  rejectionsSnapshot()
    .filter(({ reason }) => reason.startsWith(place))
    .reduce((sum, { count }) => sum + count, 0)

describe('live alarm frames in the cache', () => {
  it('add, change and remove alarms of the list', () => {
    take([alarmSample({ rev: 1 }), alarmSample({ id: 'feeder-trip.f-472', rev: 2 })])
    expect(retained().map(({ id }) => id)).toEqual(['feeder-trip.f-471', 'feeder-trip.f-472'])
    take([alarmSample({ rev: 3, stateName: 'ACTIVE_ACK', ackedState: true })])
    expect(retained()[0]).toMatchObject({ rev: 3, ackedState: true })
    take([alarmSample({ rev: 4, retain: false, stateName: 'NORMAL' })])
    expect(retained().map(({ id }) => id)).toEqual(['feeder-trip.f-472'])
  })

  it('ignore an older picture of an alarm, also one that would bring it back', () => {
    take([alarmSample({ rev: 5, severity: 700 })])
    take([alarmSample({ rev: 4, severity: 900 })])
    expect(retained()[0]?.severity).toBe(700)
    take([alarmSample({ rev: 6, retain: false, stateName: 'NORMAL' })])
    take([alarmSample({ rev: 5 })])
    expect(retained()).toEqual([])
  })

  it('end in the same picture whatever the order of the frames', () => {
    const pictures = [1, 2, 3, 4, 5].map((rev) => alarmSample({ rev, severity: 100 * rev, retain: rev !== 3 }))
    fc.assert(
      fc.property(fc.shuffledSubarray(pictures, { minLength: pictures.length }), (shuffled) => {
        client = new QueryClient()
        holdList([])
        for (const picture of shuffled) take([picture])
        expect(retained().map(({ rev }) => rev)).toEqual([5])
      }),
    )
  })

  it('win over the answer of a refresh that was made before them', () => {
    take([
      alarmSample({ rev: 8, retain: false, stateName: 'NORMAL' }),
      alarmSample({ id: 'feeder-trip.f-472', rev: 9 }),
    ])
    const late = withNewer(client, PARK, listOf([alarmSample({ rev: 7 })], 7))
    expect(late.alarms.map(({ id, rev }) => [id, rev])).toEqual([['feeder-trip.f-472', 9]])
    const fresh = withNewer(client, PARK, listOf([alarmSample({ rev: 10 })], 10))
    expect(fresh.alarms.map(({ rev }) => rev)).toEqual([10])
  })

  it('keep an open alarm up to date, and leave other parks alone', () => {
    client.setQueryData(alarmKeys.one(PARK, 'feeder-trip.f-471'), alarmSample({ rev: 1 }))
    client.setQueryData(alarmKeys.retained('long-duc'), listOf([]))
    take([alarmSample({ rev: 2 })])
    expect(client.getQueryData<Alarm>(alarmKeys.one(PARK, 'feeder-trip.f-471'))?.rev).toBe(2)
    expect(client.getQueryData<AlarmList>(alarmKeys.retained('long-duc'))?.alarms).toEqual([])
    expect(client.getQueryData(alarmKeys.one(PARK, 'feeder-trip.f-472'))).toBeUndefined()
  })

  it('put new journal lines before the first page, each once, newest first', () => {
    holdJournal([JOURNAL.slice(2, 4).toReversed(), JOURNAL.slice(0, 2).toReversed()])
    take([], JOURNAL.slice(2, 6))
    take([], JOURNAL.slice(4, 8))
    expect(seqs()).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
  })

  it('begin an empty journal', () => {
    holdJournal([[]])
    take([], JOURNAL.slice(0, 2))
    expect(seqs()).toEqual([2, 1])
  })

  it('leave no hole where the answer to a command overtakes the lines before it, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(JOURNAL.slice(2), { minLength: 10 }), (shuffled) => {
        client = new QueryClient()
        holdJournal([JOURNAL.slice(0, 2).toReversed()])
        for (const line of shuffled) {
          take([], [line])
          const rising = seqs().toReversed()
          expect(rising).toEqual(rising.map((_, k) => k + 1))
        }
        expect(seqs()).toHaveLength(12)
      }),
    )
  })

  it('come back where an answer that was made before them lies over them', () => {
    holdJournal([JOURNAL.slice(0, 2).toReversed()])
    take([], JOURNAL.slice(2, 5))
    holdJournal([JOURNAL.slice(0, 3).toReversed()])
    take([], JOURNAL.slice(5, 6))
    expect(seqs()).toEqual([6, 5, 4, 3, 2, 1])
  })

  it('have the journal asked for again where a line stays away', () => {
    vi.useFakeTimers()
    try {
      holdJournal([JOURNAL.slice(0, 2).toReversed()])
      take([], JOURNAL.slice(2, 4))
      take([], JOURNAL.slice(5, 7))
      expect(seqs()).toEqual([4, 3, 2, 1])
      expect(client.getQueryState(KEY)?.isInvalidated).toBe(false)
      vi.advanceTimersByTime(10_000)
      expect(client.getQueryState(KEY)?.isInvalidated).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })

  it('have a journal that has grown too long asked for again, from its first page on', () => {
    const long = journalSample(LINES_KEPT + 1)
    holdJournal([long.slice(1, 101).toReversed(), long.slice(0, 1)])
    take([], long.slice(101, LINES_KEPT))
    expect(seqs()).toHaveLength(LINES_KEPT)
    expect(client.getQueryState(KEY)?.isInvalidated).toBe(false)
    take([], long.slice(LINES_KEPT))
    expect(client.getQueryState(KEY)?.isInvalidated).toBe(false)
    take([], journalSample(LINES_KEPT + 2).slice(-1))
    expect(client.getQueryState(KEY)?.isInvalidated).toBe(true)
    expect(seqs().slice(0, 2)).toEqual([LINES_KEPT + 2, LINES_KEPT + 1])
    expect(seqs()).not.toContain(1)
  })

  it('do nothing to a list or a journal that nobody has asked for', () => {
    client = new QueryClient()
    take([alarmSample()], JOURNAL.slice(0, 2))
    expect(client.getQueryData(alarmKeys.retained(PARK))).toBeUndefined()
    expect(client.getQueryData(KEY)).toBeUndefined()
  })
})

describe('parsing of a live alarm frame', () => {
  it('leaves broken rows out, counts them and keeps the rest', () => {
    const before = [countRejected('event/alarm:'), countRejected('event/alarm-journal:')]
    const [first, second] = JOURNAL
    const event = parseAlarmEvent({
      alarms: [{ ...alarmSample(), severity: 'high' }, alarmSample({ rev: 2 }), null],
      entries: [first, { ...second, hash: 'short' }],
      flood: CALM,
    })
    expect(event?.alarms.map(({ rev }) => rev)).toEqual([2])
    expect(event?.entries.map(({ seq }) => seq)).toEqual([1])
    const after = [countRejected('event/alarm:'), countRejected('event/alarm-journal:')]
    expect(after.map((count, k) => count - (before[k] ?? 0))).toEqual([2, 1])
  })

  it('refuses a frame without its envelope', () => {
    const before = countRejected('event/alarm')
    expect(parseAlarmEvent({ alarms: 'none', entries: [], flood: CALM })).toBeNull()
    expect(parseAlarmEvent(null)).toBeNull()
    expect(countRejected('event/alarm') - before).toBe(2)
  })
})
