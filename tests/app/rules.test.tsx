import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 40_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
})

const cellsOf = (row: HTMLElement): string[] =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent.replaceAll(/\s/g, ' '))

it('shows limits, norms, prices and factors with source, article, validity and confidence', async () => {
  app = await openApp('/bau-bang/scorecard?tab=rules')
  const water = await screen.findByRole('table', { name: 'Wastewater' }, PATIENCE)
  const [cod] = within(water).getAllByRole('row', { name: /^COD/ })
  if (!cod) throw new Error('no limit of COD')
  expect(cellsOf(cod)).toEqual([
    '≤ 75 mg/L',
    'to 31 Dec 2031, first day not verified',
    'QCVN 40:2011/BTNMT, industrial wastewater · column A',
    'medium confidence',
  ])
  // Units are written as people write them.
  expect(water.textContent).not.toMatch(/[[\]{}]/)
  const groups = screen.getByRole('group', { name: 'Limits and factors' })
  const tableOf = async (name: string): Promise<HTMLElement> => {
    await userEvent.click(within(groups).getByRole('button', { name }))
    return screen.findByRole('table', { name })
  }
  // What was not verified has no figure, and says so.
  const noise = within(await tableOf('Noise')).getAllByRole('row', { name: /^LAeq/ })
  expect(noise.map((row) => cellsOf(row)[0])).toContain('not enough data')
  expect(noise.filter((row) => row.querySelector('[data-value="none"]'))).toHaveLength(4)
  expect(within(await tableOf('Ambient air')).getAllByRole('row', { name: /^PM2.5/ }).length).toBeGreaterThan(1)
  const green = within(await tableOf('Planning norms')).getByRole('row', { name: /^Green land/ })
  expect(cellsOf(green)).toEqual([
    '≥ 10 %',
    'to 31 Dec 2026, first day not verified',
    'QCVN 01:2021/BXD',
    'medium confidence',
  ])
  expect(within(await tableOf('Electricity tariffs')).getAllByRole('row', { name: /1279/ })).not.toHaveLength(0)
  const grid = within(await tableOf('Emission factors')).getByRole('row', { name: /^2023/ })
  expect(cellsOf(grid)[0]).toContain('0.6592')
})
