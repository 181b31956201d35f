import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { type OpenedApp, openApp } from '../../app/open-app.tsx'

const PATIENCE = { timeout: 20_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
})

async function figure(name: string, value: RegExp): Promise<HTMLElement> {
  const cell = await screen.findByRole('article', { name }, PATIENCE)
  await waitFor(() => expect(within(cell).getByText(value)).toBeVisible(), PATIENCE)
  return cell
}

describe('energy on the shipped park', () => {
  it('shows eight figures, each with unit and period or basis', async () => {
    app = await openApp('/bau-bang/energy')
    expect(within(await figure('Grid import now', /^\d+\.\d$/)).getByText('MW')).toBeVisible()
    const demand = await figure('30-minute demand, running', /^\d+\.\d$/)
    expect(within(demand).getByText('10:00 to 10:30 · 10 of 30 min')).toBeVisible()
    expect(within(await figure('Headroom to contract', /^\d+\.\d$/)).getByText(/contract 160\.0/)).toBeVisible()
    expect(within(await figure('Forecast peak today', /^\d+\.\d$/)).getByText(/P90 \d+|reached/)).toBeVisible()
    expect(within(await figure('Power factor, month', /^0\.\d{3}$/)).getByText(/penalty 0 M VND/)).toBeVisible()
    expect(within(await figure('Renewable share today', /^\d+\.\d$/)).getByText(/28 of 28/)).toBeVisible()
    expect(within(await figure('Cost today', /^\d\.\d\d$/)).getByText(/Peak 0\.\d\d · Normal \d/)).toBeVisible()
    const emissions = await figure('Grid emissions today', /^\d{3}$/)
    expect(within(emissions).getByText(/^to \d\d:\d\d · 0\.6592 t\/MWh of 2023$/)).toBeVisible()
  })

  it('draws the day against contract and says method and error of the forecast', async () => {
    app = await openApp('/bau-bang/energy')
    const panel = await screen.findByRole('region', { name: 'Load against contract' }, PATIENCE)
    await waitFor(
      () => expect(within(panel).getByText(/mean of 4 like days, error \d\.\d % over 14 days/)).toBeVisible(),
      PATIENCE,
    )
    const slider = within(panel).getByRole('slider')
    expect(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/^10:\d\d · Peak, Today, 5 min \d+\.\d.MW/))
    expect(within(panel).getByText(/bands TOU-LEGACY/)).toBeVisible()
  })

  it('has hours, balance, tenants and substations, and opens a tenant beside the page', async () => {
    app = await openApp('/bau-bang/energy')
    const balance = await screen.findByRole('region', { name: 'Energy balance' }, PATIENCE)
    await waitFor(() => expect(within(balance).getByText('138 of 138 boundary meters')).toBeVisible(), PATIENCE)
    expect(within(balance).getByText('Lines and transformers, modelled')).toBeVisible()
    expect(within(balance).getByText(/^Unaccounted/)).toBeVisible()
    const hours = screen.getByRole('region', { name: 'Hour by weekday' })
    expect(within(hours).getByText('Fri')).toBeVisible()
    const line = screen.getByRole('region', { name: 'Substations' })
    expect(within(line).getAllByRole('button', { name: /22 kV feeder 4\d\d, Closed/ })).toHaveLength(16)
    const [panel] = screen.getAllByRole('region', { name: 'Tenants by energy' })
    const [, first] = await waitFor(() => {
      const found = within(panel ?? document.body).getAllByRole('row')
      expect(found.length).toBeGreaterThan(90)
      return found
    }, PATIENCE)
    await userEvent.click(within(first ?? document.body).getByRole('button'))
    expect(await screen.findByRole('complementary', { name: 'Details of the selection' }, PATIENCE)).toBeVisible()
    expect(location.hash).toContain('sel=tenant')
  })

  it('says what a lost gateway leaves out, and shows no total without an incomer', async () => {
    app = await openApp('/bau-bang/energy', { scenario: 'comms-loss', intoMs: 10 * 60_000 })
    await screen.findByRole('article', { name: 'Grid import now' }, PATIENCE)
    const balance = await screen.findByRole('region', { name: 'Energy balance' }, PATIENCE)
    await waitFor(() => expect(within(balance).getByText(/\d+ of 138 boundary meters/)).toBeVisible(), PATIENCE)
    await waitFor(() => expect(screen.getAllByText(/Stale|No comms|points/).length).toBeGreaterThan(0), PATIENCE)
  })

  it('offers to try again when history fails', async () => {
    app = await openApp('/bau-bang/energy', {
      prepare: ({ backend }) =>
        backend.setFaults([{ kind: 'status', endpoint: 'readings', status: 503, retryAfterS: 0 }]),
    })
    const panel = await screen.findByRole('region', { name: 'Load against contract' }, PATIENCE)
    const retry = await within(panel).findByRole('button', { name: 'Try again' }, PATIENCE)
    app.network.backend.setFaults([])
    await userEvent.click(retry)
    await waitFor(() => expect(within(panel).getByRole('slider')).toBeInTheDocument(), PATIENCE)
  })
})
