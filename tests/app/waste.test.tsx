import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { exportedSheet, expectWhole } from './exported.ts'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 30_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
})

/** Rows of containers once their forecasts have been worked out. */
async function forecastRows(): Promise<HTMLElement[]> {
  const table = await screen.findByRole('table', { name: 'Containers, soonest full first' }, PATIENCE)
  await waitFor(() => expect(within(table).getAllByText('vehicle comes first').length).toBeGreaterThan(10), PATIENCE)
  return within(table).getAllByRole('row').slice(1)
}

describe('waste screen on the shipped park', { timeout: 120_000 }, () => {
  it('says when containers must be emptied, soonest first, with method, band and vehicle', async () => {
    app = await openApp('/bau-bang/waste')
    const rows = await forecastRows()
    const table = screen.getByRole('table', { name: 'Containers, soonest full first' })
    expect(table).toHaveAttribute('aria-rowcount', '241')
    const [first] = rows
    expect(first?.textContent).toMatch(/ – /)
    expect(first?.textContent).toMatch(/since emptied|earlier cycles/)
    expect(screen.getByRole('article', { name: 'Next full' }).textContent).toContain(
      first?.querySelector('td')?.textContent ?? '?',
    )
    const panels = [
      { title: 'When containers must be emptied', column: 'Container', least: 240 },
      { title: 'Mass by day', unit: 't', column: 'Collected (t)', least: 29 },
      { title: 'By-product exchanges', column: 'From', least: 3 },
    ]
    for (const about of panels) {
      const panel = document.querySelector(`section[aria-label="${about.title}"]`)
      if (!panel) throw new Error(`no panel ${about.title}`)
      expectWhole(await exportedSheet(panel), about)
    }
    await userEvent.click(screen.getByRole('button', { name: /^Over 80 %/ }))
    // Fewer rows, or the words that there are none.
    await waitFor(() => expect(document.querySelector('table[aria-rowcount="241"]')).toBeNull())
  })

  it('offers to try again when history fails, while levels stay live', async () => {
    app = await openApp('/bau-bang/waste', {
      prepare: ({ backend }) =>
        backend.setFaults([{ kind: 'status', endpoint: 'readings', status: 503, retryAfterS: 0 }]),
    })
    const frame = await screen.findByRole('region', { name: 'When containers must be emptied' }, PATIENCE)
    const retry = await within(frame).findByRole('button', { name: 'Try again' }, PATIENCE)
    const table = screen.getByRole('table', { name: 'Containers, soonest full first' })
    // The list draws what is in sight: each row of it has a level.
    await waitFor(() => {
      const rows = table.querySelectorAll('tbody tr').length
      expect(rows).toBeGreaterThan(15)
      expect(table.querySelectorAll('[data-live-value]')).toHaveLength(rows)
    }, PATIENCE)
    app.network.backend.setFaults([])
    await userEvent.click(retry)
    await forecastRows()
  })
})
