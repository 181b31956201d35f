import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { alarmMutations } from '../../src/api/alarm-commands.ts'
import { alarmKeys, alarmQueries } from '../../src/api/alarm-queries.ts'
import type { AlarmList } from '../../src/api/call-alarms.ts'
import type { JournalEntry } from '../../src/contract/alarms.ts'
import { problem } from '../../src/contract/problem.ts'
import { verifyChain } from '../../src/domain/alarms/journal.ts'
import { alarmSample, journalSample } from '../alarms/alarm-samples.ts'
import { answerWith, json } from './fake-fetch.ts'

const PARK = 'bau-bang'
const JOURNAL = journalSample(200).toReversed()
const pageOf = (items: readonly JournalEntry[], nextCursor: string | null) => ({ items, nextCursor, total: 200 })

it('a journal page that fails half way keeps the pages before it, and is asked again without a hole', async () => {
  let broken = true
  answerWith(({ url }) => {
    if (!url.searchParams.has('cursor')) return json(pageOf(JOURNAL.slice(0, 100), 's2t'))
    // Cut off in the middle of the document, as a lost connection does.
    if (broken) return new Response(JSON.stringify(pageOf(JOURNAL.slice(100), null)).slice(0, 5000))
    return json(pageOf(JOURNAL.slice(100), null))
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const observer = new InfiniteQueryObserver(client, alarmQueries.journal(PARK))
  const stop = observer.subscribe(() => undefined)
  await observer.refetch()
  await observer.fetchNextPage()
  const entries = () => observer.getCurrentResult().data?.pages.flatMap((page) => page.entries) ?? []
  expect(observer.getCurrentResult().isFetchNextPageError).toBe(true)
  expect(entries()).toHaveLength(100)
  broken = false
  await observer.fetchNextPage()
  expect(entries().map(({ seq }) => seq)).toEqual(JOURNAL.map(({ seq }) => seq))
  expect(verifyChain(entries().toReversed())).toBeNull()
  stop()
})

it('a chain that was proven is not hashed again, and a changed line is still found', () => {
  const proven = new WeakSet<JournalEntry>()
  const rising = JOURNAL.toReversed()
  expect(verifyChain(rising, proven)).toBeNull()
  const forged = rising.map((entry) => (entry.seq === 50 ? { ...entry, comment: 'forged' } : entry))
  expect(verifyChain(forged, proven)).toEqual({ seq: 50, fault: 'changed' })
  expect(verifyChain(rising.toSpliced(49, 1), proven)).toEqual({ seq: 51, fault: 'gap' })
})

it.each([
  ['has been dealt with (409): the state that the server says is on screen', 409],
  ['is gone (404): the list is asked for anew', 404],
])('an acknowledgement for an alarm that %s', async (_, status) => {
  const client = new QueryClient()
  const alarm = alarmSample({ rev: 1 })
  const list: AlarmList = {
    alarms: [alarm],
    asOf: alarm.time,
    rev: 1,
    journalSeq: 1,
    flood: { active: false, since: null, count: 0 },
  }
  client.setQueryData(alarmKeys.retained(PARK), list)
  const current = alarmSample({ rev: 2, stateName: 'NORMAL', activeState: false, ackedState: true, retain: false })
  const body =
    status === 409 ? problem('conflict', 409, 'Not possible now', { current }) : problem('not-found', 404, 'Gone')
  answerWith(() =>
    json(body, {
      status,
      headers: { 'content-type': 'application/problem+json' },
    }),
  )
  const options = alarmMutations.command(client, PARK)
  const order = {
    alarmId: alarm.id,
    method: 'acknowledge',
    body: { idempotencyKey: 'key-0001', comment: 'x' },
  } as const
  const failure: unknown = await client
    .getMutationCache()
    .build(client, options)
    .execute(order)
    .catch((error: unknown) => error)
  expect(failure).toMatchObject({ status })
  const state = client.getQueryState(alarmKeys.retained(PARK))
  const left = client.getQueryData<AlarmList>(alarmKeys.retained(PARK))?.alarms.length
  expect([left, state?.isInvalidated]).toEqual(status === 409 ? [0, false] : [1, true])
})
