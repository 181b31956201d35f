import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { askAgainMs } from '../../src/live/park-figures.ts'
import { exportedSheet, expectWhole } from './exported.ts'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 30_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
})

describe('portfolio', { timeout: 120_000 }, () => {
  it('shows the same figures of two parks, as of a time, and opens a park on the same screen', async () => {
    app = await openApp('/bau-bang/portfolio', { parks: ['bau-bang', 'long-duc'] })
    const table = await screen.findByRole('table', { name: 'Same figures, side by side' }, PATIENCE)
    await waitFor(() => expect(within(table).getAllByText(/^as of \d\d:\d\d:\d\d/)).toHaveLength(2), PATIENCE)
    const grid = within(table).getByRole('row', { name: /Grid import/ })
    expect(within(grid).getAllByText(/^\d+\.\d$/)).toHaveLength(2)
    const law = within(table).getByRole('row', { name: /^Article 37/ })
    await waitFor(
      () => expect(within(law).getAllByText(/^\d met · \d not met · \d not enough data$/)).toHaveLength(2),
      PATIENCE,
    )
    const main = screen.getByRole('region', { name: 'Same figures, side by side' })
    expectWhole(await exportedSheet(main), { title: 'Same figures', column: 'Figure', least: 12 })
    await userEvent.click(within(table).getByRole('button', { name: /Long Đức/ }))
    await waitFor(() => expect(location.hash).toContain('/long-duc/portfolio'))
  })

  it('keeps the other parks when one does not answer, and tries it again', async () => {
    app = await openApp('/bau-bang/portfolio', { configured: ['bau-bang', 'nowhere'] })
    const table = await screen.findByRole('table', { name: 'Same figures, side by side' }, PATIENCE)
    await within(table).findByText('This park does not answer', {}, PATIENCE)
    await waitFor(() => expect(within(table).getAllByText(/^as of/)).toHaveLength(1), PATIENCE)
    expect(within(table).getByRole('button', { name: 'Try again' }).hasAttribute('disabled')).toBe(false)
  })
})

const figures = (freshness: 'live' | 'waiting', value: number | null) => ({
  kpis: [{ result: { freshness, value, contributing: 1, expected: 2 } }],
})

describe('asking again', () => {
  it('comes soon while a figure waits, though not for ever', () => {
    expect(askAgainMs(figures('waiting', null), 1)).toBe(3000)
    expect(askAgainMs(figures('live', null), 1)).toBe(3000)
    expect(askAgainMs(figures('waiting', null), 20)).toBe(60_000)
    expect(askAgainMs(figures('live', 3), 1)).toBe(60_000)
    expect(askAgainMs(undefined, 0)).toBe(60_000)
  })
})
