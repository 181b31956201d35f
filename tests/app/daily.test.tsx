import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { getSession } from '../../src/session/session-store.ts'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 40_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
  getSession().setRole('operator')
})

describe('daily status on the shipped park', () => {
  it('opens yesterday with every line, issues it, and revises it only with a reason', async () => {
    getSession().setRole('manager')
    app = await openApp('/bau-bang/daily')
    const table = await screen.findByRole('table', { name: 'Figures of the day' }, PATIENCE)
    expect(screen.getAllByText(/19 Nov 2026/).length).toBeGreaterThan(0)
    const row = within(table).getByRole('row', { name: /Grid import/ })
    expect(row.querySelector('[data-figure]')?.textContent).toMatch(/\d.*MWh/)
    for (const name of [/Peak demand/, /Power factor/, /Outages/, /BOD, laboratory/]) {
      expect(within(table).getByRole('row', { name }).querySelector('[data-figure]')?.textContent).toMatch(/\d/)
    }
    expect(screen.getByText(/^Weather \d/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '+ Việt' }))
    expect(await screen.findByText('Báo cáo ngày', {}, PATIENCE)).toHaveAttribute('lang', 'vi')
    expect(location.hash).toContain('measure=vi')
    await userEvent.click(screen.getByRole('button', { name: 'Issue' }))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Issue' }))
    const revise = await screen.findByRole('button', { name: 'Revise' }, PATIENCE)
    await userEvent.click(revise)
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Revise' }).disabled).toBe(true)
    await userEvent.type(within(dialog).getByLabelText('Reason'), 'Laboratory result came')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Revise' }))
    await screen.findByRole('region', { name: 'Changed since revision 1' }, PATIENCE)
  }, 60_000)

  it('shows the day of the link, and lets only a manager issue it', async () => {
    app = await openApp('/bau-bang/daily?item=2026-11-10')
    await screen.findByRole('table', { name: 'Figures of the day' }, PATIENCE)
    expect(
      within(screen.getByRole('group', { name: 'Day' })).getByRole('spinbutton', { name: /^day/i }),
    ).toHaveTextContent('10')
    const issue = screen.getByRole<HTMLButtonElement>('button', { name: 'Issue' })
    expect(issue.disabled).toBe(true)
    expect(issue.title).toContain('Manager')
    await waitFor(() => expect(screen.getByRole('region', { name: 'Today so far' })).toBeTruthy())
  })
})
