import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CommandDialog } from '../../src/features/alarms/command-dialog.tsx'
import { ViewProvider } from '../../src/session/view-provider.tsx'
import { alarmSample } from '../alarms/alarm-samples.ts'
import { type Asked, answerWith, json } from '../api/fake-fetch.ts'
import { renderIn } from '../ui/render.tsx'
import { shellOf } from '../ui/view-fixture.ts'

const nothing = () => undefined
const commandsOf = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST')

/** Opens the form at a clock time of the park and answers every command. */
async function openAt(time: string) {
  vi.setSystemTime(new Date(`2026-11-20T${time}+07:00`))
  const alarm = alarmSample({ ackedState: true, stateName: 'ACTIVE_ACK' })
  const asked = answerWith(({ method: verb }) =>
    json(verb === 'POST' ? { alarm, entries: [], repeated: false } : { items: [], nextCursor: null, total: 0 }),
  )
  await renderIn(
    'en',
    <QueryClientProvider client={new QueryClient()}>
      <ViewProvider value={shellOf({ parkId: 'bau-bang', screen: 'alarms' })}>
        <CommandDialog alarm={alarm} method="timedShelve" onClose={nothing} />
      </ViewProvider>
    </QueryClientProvider>,
  )
  return async (): Promise<unknown> => {
    await userEvent.type(screen.getByRole('textbox'), 'switching under permit')
    await userEvent.click(screen.getByRole('button', { name: 'Shelve' }))
    await waitFor(() => expect(commandsOf(asked)).toHaveLength(1))
    return JSON.parse(commandsOf(asked)[0]?.body ?? 'null')
  }
}

const choice = () => screen.getByRole('combobox')
const choices = () => screen.getAllByRole('option').map(({ textContent }) => textContent.replaceAll('\u00a0', ' '))

describe('form of a shelving', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => {
    cleanup()
    vi.useRealTimers()
  })

  it('lets the server work out the handover in the last minutes of a shift', async () => {
    const send = await openAt('21:55:33')
    expect(choices()).toEqual(['to the handover at 22:00'])
    const sent = await send()
    expect(sent).toMatchObject({ reason: 'switching under permit' })
    expect(sent).not.toHaveProperty('durationS')
  })

  it('offers half an hour first where the shift is long enough, and the handover last', async () => {
    const send = await openAt('20:40:00')
    expect(choices()).toEqual(['15 min 0 s', '30 min 0 s', '1 h 0 min', 'to the handover at 22:00'])
    expect(choice()).toHaveDisplayValue(/30.min/)
    expect(await send()).toMatchObject({ durationS: 1800 })
  })

  it('sends the handover when it is picked', async () => {
    const send = await openAt('20:40:00')
    await userEvent.selectOptions(choice(), 'to the handover at 22:00')
    expect(await send()).not.toHaveProperty('durationS')
  })
})
