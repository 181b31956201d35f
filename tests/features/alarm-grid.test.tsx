import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { alarmQueries } from '../../src/api/alarm-queries.ts'
import type { Alarm } from '../../src/contract/alarms.ts'
import { listOf } from '../../src/domain/alarms/alarm-list.ts'
import { AlarmGrid } from '../../src/features/alarms/alarm-grid.tsx'
import { type Ask, AskContext } from '../../src/features/alarms/ask-context.ts'
import { ViewProvider } from '../../src/session/view-provider.tsx'
import { alarmSample } from '../alarms/alarm-samples.ts'
import { renderIn } from '../ui/render.tsx'
import { shellOf } from '../ui/view-fixture.ts'

afterEach(cleanup)

const MANY = 2000
/** Most rows that may be in the page however long the list is. */
const MOST_ROWS = 60

function storm(): Alarm[] {
  return Array.from({ length: MANY }, (_, at) =>
    alarmSample({
      id: `x.a${at}`,
      eventId: `e${at}`,
      tag: `T-${at}`,
      priority: `P${(at % 4) + 1}`,
      firstInGroup: `part-${at % 20}`,
    }),
  )
}

const nothing = () => undefined

/** Brings another list, as live frames do. */
let bring: (alarms: readonly Alarm[]) => void = () => undefined

function LiveGrid({ first, grouped }: { first: readonly Alarm[]; grouped: boolean }) {
  const [alarms, setAlarms] = useState(first)
  useEffect(() => {
    bring = setAlarms
  }, [])
  return <AlarmGrid alarms={listOf(alarms, 'open')} grouped={grouped} opened={new Set()} onToggle={nothing} />
}

async function open(grouped: boolean, alarms = storm()) {
  const ask = vi.fn<(ask: Ask) => void>()
  const client = new QueryClient()
  client.setQueryData(alarmQueries.definitions('test').queryKey, [])
  await renderIn(
    'en',
    <QueryClientProvider client={client}>
      <ViewProvider value={shellOf({ parkId: 'test', screen: 'alarms' })}>
        <AskContext value={{ ask }}>
          <LiveGrid first={alarms} grouped={grouped} />
        </AskContext>
      </ViewProvider>
    </QueryClientProvider>,
  )
  return { ask, table: await screen.findByRole('table', { name: 'Alarms' }) }
}

it('keeps the page small with 2,000 alarms, and says how long the list is', async () => {
  const { table } = await open(false)
  expect(within(table).getAllByRole('row').length).toBeLessThanOrEqual(MOST_ROWS)
  expect(table).toHaveAttribute('aria-rowcount', String(MANY))
})

it('folds P3 and P4 by plant part in a flood, and never P1 or P2', async () => {
  const { table } = await open(true)
  expect(within(table).getAllByRole('row').length).toBeLessThanOrEqual(MOST_ROWS)
  // Half of them are P1 and P2, and there are twenty plant parts.
  expect(table).toHaveAttribute('aria-rowcount', String(MANY / 2 + 20))
})

it('asks for a comment when Space is pressed on a P1', async () => {
  const { ask, table } = await open(false)
  const [first] = within(table).getAllByRole('button', { name: /feeder-trip/ })
  first?.focus()
  await userEvent.keyboard(' ')
  expect(ask).toHaveBeenCalledWith(expect.objectContaining({ kind: 'command', method: 'acknowledge' }))
})

it.each([false, true])('moves no row while somebody is in the list, grouped by plant part: %s', async (grouped) => {
  const some = storm().slice(0, 12)
  const { table } = await open(grouped, some)
  const rows = () =>
    within(table)
      .getAllByRole('row')
      .map((row) => `${row.style.transform} ${row.textContent.match(/T-\d+/)?.[0] ?? 'group'}`)
  const [focused] = within(table).getAllByRole('button', { name: /feeder-trip/ })
  act(() => focused?.focus())
  const before = rows()
  // Five that are more urgent come, the first two are acknowledged, one goes.
  const news = Array.from({ length: 5 }, (_, at) =>
    alarmSample({ id: `x.n${at}`, eventId: `n${at}`, tag: `T-9${at}`, activeTime: '2026-11-20T04:00:00.000Z' }),
  )
  const [first, second, , ...rest] = some
  const acked = [first, second].flatMap((alarm) =>
    alarm ? [{ ...alarm, ackedState: true, stateName: 'ACTIVE_ACK' as const, rev: 2 }] : [],
  )
  act(() => bring([...news, ...acked, ...rest]))
  expect(rows()).toEqual(before)
  expect(document.activeElement).toBe(focused)
  await userEvent.click(screen.getByRole('button', { name: /5 new/ }))
  expect(rows()).not.toEqual(before)
})
