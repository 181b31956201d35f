import { type InfiniteData, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { alarmKeys } from '../../src/api/alarm-queries.ts'
import type { AlarmList, JournalPage } from '../../src/api/call-alarms.ts'
import { useAlarmFeed, useConditionRefresh } from '../../src/app/use-alarm-feed.ts'
import { verifyChain } from '../../src/domain/alarms/journal.ts'
import { ConnectionSubject, type ConnectionView, NOT_CONNECTED } from '../../src/live/connection-view.ts'
import { Listeners } from '../../src/lib/listeners.ts'
import { alarmSample, journalSample } from '../alarms/alarm-samples.ts'
import { TinyHost } from '../alarms/tiny-host.ts'

const PARK = 'tiny'
const CALM = { active: false, since: null, count: 0 }
const JOURNAL_KEY = [...alarmKeys.journal(PARK), 'pages', {}]
const EMPTY_LIST: AlarmList = { alarms: [], asOf: '2026-11-20T03:00:00.000Z', rev: 0, journalSeq: 0, flood: CALM }
const EMPTY_JOURNAL: InfiniteData<JournalPage, string | null> = {
  pages: [{ entries: [], nextCursor: null }],
  pageParams: [null],
}

let client: QueryClient
beforeEach(() => {
  client = new QueryClient()
  client.setQueryData(alarmKeys.retained(PARK), EMPTY_LIST)
  client.setQueryData(JOURNAL_KEY, EMPTY_JOURNAL)
})
afterEach(() => {
  vi.useRealTimers()
  client.clear()
})

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
)
const listNow = (): AlarmList => client.getQueryData<AlarmList>(alarmKeys.retained(PARK)) ?? EMPTY_LIST
const entriesNow = () =>
  (client.getQueryData<InfiniteData<JournalPage, string | null>>(JOURNAL_KEY) ?? EMPTY_JOURNAL).pages.flatMap(
    ({ entries }) => entries,
  )
const frameOf = (rev: number) => ({ alarms: [alarmSample({ rev })], entries: [], flood: CALM })

function liveStub(view: Partial<ConnectionView> = {}) {
  const gaps = new Listeners()
  const connection = new ConnectionSubject({ ...NOT_CONNECTED, ...view })
  const set = (changes: Partial<ConnectionView>): void => connection.set({ ...connection.get(), ...changes })
  return { connection, set, gaps, subscribeGap: (listener: () => void) => gaps.add(listener) }
}
const isStale = (key: readonly unknown[]): boolean => client.getQueryState(key)?.isInvalidated === true
const renew = (): void => {
  client.setQueryData(alarmKeys.retained(PARK), EMPTY_LIST)
  client.setQueryData(JOURNAL_KEY, EMPTY_JOURNAL)
}

describe('alarm feed', () => {
  it('takes alarm frames only', async () => {
    const { result } = renderHook(() => useAlarmFeed(PARK), { wrapper })
    result.current('weather', frameOf(1))
    result.current('alarm', { alarms: 'broken' })
    result.current('alarm', frameOf(2))
    await waitFor(() => expect(listNow().alarms.map(({ rev }) => rev)).toEqual([2]))
  })

  it('brings the first frame in at once and those of a storm together', () => {
    vi.useFakeTimers()
    const { result } = renderHook(() => useAlarmFeed(PARK), { wrapper })
    const pictures: number[] = []
    const unsubscribe = client.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'updated' && query.queryHash === JSON.stringify(alarmKeys.retained(PARK))) {
        pictures.push(listNow().alarms[0]?.rev ?? 0)
      }
    })
    result.current('alarm', frameOf(1))
    vi.advanceTimersByTime(1)
    for (let rev = 2; rev <= 20; rev++) result.current('alarm', frameOf(rev))
    vi.advanceTimersByTime(200)
    unsubscribe()
    expect(pictures).toEqual([1, 20])
  })

  it('2,000 alarms within a minute: the list has them all and the journal misses no line', async () => {
    const tiny = new TinyHost('alarm-flood')
    const { board, park } = await tiny.open()
    const { result } = renderHook(() => useAlarmFeed(PARK), { wrapper })
    park.listen((item) => {
      // As it comes over the wire: text, not the server's own objects.
      if (item.kind === 'event') result.current(item.name, JSON.parse(JSON.stringify(item.data)))
    })
    await tiny.run(61)
    await waitFor(() => expect(entriesNow().length).toBe(board.journal.lastSeq), { timeout: 10_000 })
    const entries = entriesNow().toReversed()
    expect(entries.length).toBeGreaterThanOrEqual(2000)
    expect(verifyChain(entries)).toBeNull()
    const served = board.list(tiny.clock.nowMs, true)
    expect(
      listNow()
        .alarms.map(({ id }) => id)
        .toSorted(),
    ).toEqual(served.map(({ id }) => id).toSorted())
    expect(listNow().flood.active).toBe(true)
  })
})

describe('condition refresh', () => {
  it('asks anew when the channel opens, after a reconnect and after a gap, and not in between', () => {
    const live = liveStub()
    renderHook(() => useConditionRefresh(PARK, live), { wrapper })
    expect(isStale(alarmKeys.retained(PARK))).toBe(false)
    live.set({ state: 'live' })
    expect([isStale(alarmKeys.retained(PARK)), isStale(JOURNAL_KEY)]).toEqual([true, true])
    renew()
    live.set({ behindMs: 400 })
    live.set({ state: 'reconnecting' })
    expect(isStale(alarmKeys.retained(PARK))).toBe(false)
    live.set({ state: 'live', reconnects: 1 })
    expect(isStale(alarmKeys.retained(PARK))).toBe(true)
    renew()
    live.gaps.notify()
    expect([isStale(alarmKeys.retained(PARK)), isStale(JOURNAL_KEY)]).toEqual([true, true])
  })

  it('a park that is opened again with its channel already live is asked anew', () => {
    const live = liveStub({ state: 'live' })
    renderHook(() => useConditionRefresh(PARK, live), { wrapper })
    expect(isStale(alarmKeys.retained(PARK))).toBe(true)
  })

  it('nothing follows a channel that was closed', () => {
    const live = liveStub()
    const { unmount } = renderHook(() => useConditionRefresh(PARK, live), { wrapper })
    unmount()
    live.set({ state: 'live' })
    live.gaps.notify()
    expect(isStale(alarmKeys.retained(PARK))).toBe(false)
  })
})

describe('a journal page and live lines', () => {
  it('lines that came while the clock of the server jumped keep their order', async () => {
    const { result } = renderHook(() => useAlarmFeed(PARK), { wrapper })
    const entries = journalSample(4)
    for (const entry of entries.slice(2)) entry.receiveTime = '2026-11-20T01:00:00.000Z'
    result.current('alarm', { alarms: [], entries, flood: CALM })
    await waitFor(() => expect(entriesNow().map(({ seq }) => seq)).toEqual([4, 3, 2, 1]))
  })
})
