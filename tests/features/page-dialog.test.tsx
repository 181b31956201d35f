import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { PageDialog } from '../../src/features/alarms/page-dialog.tsx'
import { ViewProvider } from '../../src/session/view-provider.tsx'
import { alarmSample } from '../alarms/alarm-samples.ts'
import { answerWith, json } from '../api/fake-fetch.ts'
import { renderIn } from '../ui/render.tsx'
import { shellOf } from '../ui/view-fixture.ts'

afterEach(cleanup)

const nothing = () => undefined
it('acknowledges what is on the page, and each P1 by a press of its own', async () => {
  const asked = answerWith(({ url, method }) => {
    if (method === 'GET') return json({ items: [], nextCursor: null, total: 0 })
    const id = url.pathname.split('/').at(-2) ?? ''
    const alarm = alarmSample({ id, rev: 2, stateName: 'ACTIVE_ACK', ackedState: true })
    return json({ alarm, entries: [], repeated: false })
  })
  const sent = (): string[] =>
    asked
      .filter(({ method }) => method === 'POST')
      .map(({ url }) => url.pathname.split('/').at(-2) ?? '')
      .toSorted()
  const alarms = [
    alarmSample({ id: 'x.one', eventId: 'e1' }),
    alarmSample({ id: 'x.two', eventId: 'e2' }),
    alarmSample({ id: 'x.three', eventId: 'e3', priority: 'P3' }),
    alarmSample({ id: 'x.four', eventId: 'e4', priority: 'P4' }),
  ]
  await renderIn(
    'en',
    <QueryClientProvider client={new QueryClient()}>
      <ViewProvider value={shellOf({ parkId: 'bau-bang', screen: 'alarms' })}>
        <PageDialog alarms={alarms} onClose={nothing} />
      </ViewProvider>
    </QueryClientProvider>,
  )
  const own = await screen.findAllByRole('button', { name: 'Ack' })
  expect(own).toHaveLength(2)
  // A P1 wants a comment before anything.
  for (const button of own) expect(button).toBeDisabled()
  await userEvent.click(screen.getByRole('button', { name: /Acknowledge 2 below/ }))
  await waitFor(() => expect(sent()).toEqual(['x.four', 'x.three']))
  await userEvent.type(screen.getByRole('textbox'), 'seen')
  const [first] = own
  if (first) await userEvent.click(first)
  await waitFor(() => expect(sent()).toEqual(['x.four', 'x.one', 'x.three']))
})
