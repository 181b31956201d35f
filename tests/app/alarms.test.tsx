import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 20_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
})

it('shows a tripped feeder as P1 with what to do, and acknowledges it only with a comment', async () => {
  app = await openApp('/bau-bang/alarms', { scenario: 'feeder-trip', intoMs: 60_000 })
  const detail = await screen.findByRole('complementary', { name: 'Alarm details' }, PATIENCE)
  expect(await within(detail).findByText(/P1 Critical/, {}, PATIENCE)).toBeVisible()
  expect(await within(detail).findByText('Do this', {}, PATIENCE)).toBeVisible()
  // One region each for what is critical and for the rest: there before anything is said in them.
  expect(screen.getAllByRole('alert')).toHaveLength(1)
  expect(document.querySelectorAll('[role="alert"] + output')).toHaveLength(1)
  await userEvent.click(await within(detail).findByRole('button', { name: 'Acknowledge' }, PATIENCE))
  const dialog = await screen.findByRole('dialog', {}, PATIENCE)
  const send = within(dialog).getByRole('button', { name: 'Acknowledge this P1' })
  expect(send).toBeDisabled()
  await userEvent.type(within(dialog).getByRole('textbox'), '<b>crew</b> called')
  await userEvent.click(send)
  await waitFor(() => expect(within(detail).getByText('Active, acknowledged')).toBeVisible(), PATIENCE)
  expect(within(detail).getByText(/<b>crew<\/b> called/)).toBeVisible()
})
