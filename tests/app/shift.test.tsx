import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { getSession } from '../../src/session/session-store.ts'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 30_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
  getSession().setRole('operator')
})

async function open(role: 'viewer' | 'operator' | 'shift-lead'): Promise<void> {
  getSession().setRole(role)
  app = await openApp('/bau-bang/shift')
}

const log = () => screen.findByRole('region', { name: 'Operator log' }, PATIENCE)

describe('shift screen on the shipped park', () => {
  it('takes an entry, and strikes it by a correction that leaves both', async () => {
    await open('operator')
    const panel = await log()
    await within(panel).findAllByText(/original in Vietnamese/, {}, PATIENCE)
    await userEvent.click(within(panel).getByRole('button', { name: 'New entry' }))
    await userEvent.type(await screen.findByLabelText('What happened'), 'Pump 2 changed over')
    await userEvent.click(screen.getByRole('button', { name: 'Write' }))
    const written = await within(panel).findByText('Pump 2 changed over', {}, PATIENCE)
    const row = written.closest('li')
    expect(row).not.toBeNull()
    await userEvent.click(within(row as HTMLElement).getByRole('button', { name: 'Correct' }))
    const field = await screen.findByLabelText('What happened')
    await userEvent.clear(field)
    await userEvent.type(field, 'Pump 3 changed over')
    await userEvent.click(screen.getByRole('button', { name: 'Write' }))
    await within(panel).findByText('Pump 3 changed over', {}, PATIENCE)
    expect(within(panel).getByText('Pump 2 changed over')).toBeVisible()
    expect(within(panel).getByText(/corrected below/)).toBeVisible()
  }, 90_000)

  it('says who may sign, and lets nobody else do it', async () => {
    await open('operator')
    const sign = await screen.findByRole('button', { name: 'Sign as outgoing shift' }, PATIENCE)
    expect(sign).toBeDisabled()
    expect(screen.getAllByText('Takes the role Shift lead')[0]).toBeVisible()
  }, 60_000)

  it('hands over in three steps: sign, open every flagged item, accept', async () => {
    await open('shift-lead')
    await userEvent.click(await screen.findByRole('button', { name: 'Sign as outgoing shift' }, PATIENCE))
    await userEvent.type(await screen.findByLabelText('Must know'), 'Feeder 475 runs through the tie')
    await userEvent.click(screen.getByRole('button', { name: 'Sign' }))
    await screen.findByText(/^Handover open/, {}, PATIENCE)
    expect(screen.getByText('Feeder 475 runs through the tie')).toBeVisible()
    const accept = screen.getByRole('button', { name: 'Accept as incoming shift' })
    expect(accept).toBeDisabled()
    for (;;) {
      const [next] = screen.queryAllByRole('button', { name: 'Open' })
      if (!next) break
      const left = screen.queryAllByRole('button', { name: 'Open' }).length
      await userEvent.click(next)
      await waitFor(() => expect(screen.queryAllByRole('button', { name: 'Open' }).length).toBeLessThan(left), PATIENCE)
    }
    await waitFor(() => expect(accept).toBeEnabled(), PATIENCE)
    await userEvent.click(accept)
    // The next draft follows at once.
    await screen.findByRole('button', { name: 'Sign as outgoing shift' }, PATIENCE)
  }, 120_000)
})
