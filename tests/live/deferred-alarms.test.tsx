import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { AlarmList } from '../../src/api/call-alarms.ts'
import { alarmQueries } from '../../src/api/alarm-queries.ts'
import { useDeferredAlarms } from '../../src/live/use-alarms.ts'
import { ViewProvider } from '../../src/session/view-provider.tsx'
import { shellOf } from '../ui/view-fixture.ts'

const listOfPark = (parkId: string, rev: number): AlarmList => ({
  alarms: [],
  asOf: '2026-03-01T00:00:00.000Z',
  rev,
  journalSeq: 0,
  flood: { active: false, since: null, count: 0 },
  keptFrom: parkId,
})

/** Writes down every picture that is drawn, with the park that it is drawn for. */
function Probe({ parkId, drawn }: { parkId: string; drawn: string[] }) {
  const { picture } = useDeferredAlarms()
  drawn.push(`${parkId}: ${picture === null ? 'none' : `${picture.keptFrom} ${picture.rev}`}`)
  return null
}

function setUp() {
  const client = new QueryClient()
  const set = (parkId: string, rev: number) =>
    client.setQueryData(alarmQueries.retained(parkId).queryKey, listOfPark(parkId, rev))
  const drawn: string[] = []
  const at = (parkId: string) => (
    <QueryClientProvider client={client}>
      <ViewProvider value={shellOf({ parkId })}>
        <Probe parkId={parkId} drawn={drawn} />
      </ViewProvider>
    </QueryClientProvider>
  )
  return { set, drawn, at }
}

it('shows the newest picture, one paint later', async () => {
  const { set, drawn, at } = setUp()
  set('a', 1)
  render(at('a'))
  set('a', 2)
  await waitFor(() => expect(drawn.at(-1)).toBe('a: a 2'))
})

it('never shows the alarms of the park before, not for one paint', async () => {
  const { set, drawn, at } = setUp()
  set('a', 1)
  set('b', 7)
  const { rerender } = render(at('a'))
  rerender(at('b'))
  set('b', 8)
  await waitFor(() => expect(drawn).toContain('b: b 8'))
  rerender(at('a'))
  expect(drawn.at(-1)).toBe('a: a 1')
  expect(drawn.filter((line) => !/^(\w): \1 /.test(line))).toEqual([])
})
