import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { exportedSheet, expectWhole } from './exported.ts'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 30_000 }
const HOUR_MS = 3_600_000
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
})

const compliance = () => screen.findByRole('table', { name: 'Legal compliance' }, PATIENCE)

describe('water screen on the shipped park', { timeout: 120_000 }, () => {
  it('says whether the effluent is legal today, by parameter against the permit', async () => {
    app = await openApp('/bau-bang/water')
    const table = await compliance()
    const cod = within(table).getByRole('row', { name: /^COD/ })
    expect(cod).toHaveTextContent('60.8')
    expect(cod).toHaveTextContent('meets')
    // 10:10 in the park: 122 records of five minutes were due.
    expect(within(cod).getByText(/^\d+\/122$/)).toBeVisible()
    expect(screen.getByText('Effluent meets the permit today')).toBeVisible()
    expect(screen.getByText(/QCVN 40:2011\/BTNMT column A × Kq 0\.9 × Kf 0\.9/)).toHaveTextContent('simulated')
  })

  it('lists districts with the largest loss first and counts their meters', async () => {
    app = await openApp('/bau-bang/water')
    const table = await screen.findByRole('table', { name: 'Water supply by district' }, PATIENCE)
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows).toHaveLength(15)
    const losses = rows.map((row) =>
      Number(
        within(row)
          .getAllByRole('cell')[2]
          ?.textContent.match(/-?\d+\.\d/)?.[0],
      ),
    )
    expect(losses.every((loss) => Number.isFinite(loss))).toBe(true)
    expect(losses).toEqual(losses.toSorted((a, b) => b - a))
    expect(screen.getByText(/^Non-revenue water \d+\.\d % in 15 of 15 districts$/)).toBeVisible()
    const panels = [
      { title: 'Water supply by district', unit: 'm³/h', column: 'Supplied (m³/h)', least: 15 },
      { title: 'Legal compliance', column: 'Average today', least: 5 },
      { title: 'Operational, COD', unit: 'mg/L', column: 'State', least: 100 },
      { title: 'Control chart, COD', unit: 'mg/L', column: 'Nelson rules', least: 30 },
    ]
    for (const about of panels) {
      const panel = document.querySelector(`section[aria-label="${about.title}"]`)
      if (!panel) throw new Error(`no panel ${about.title}`)
      expectWhole(await exportedSheet(panel), about)
    }
  })

  it('shows an analyser under calibration as such and leaves its records out', async () => {
    // The solids analyser is calibrated on this Friday from 09:00 to 10:00; it is 09:30.
    app = await openApp('/bau-bang/water', { intoMs: -40 * 60_000 })
    const table = await compliance()
    const row = within(table).getByRole('row', { name: /^TSS/ })
    expect(within(row).getByText(/^108\/114$/)).toBeVisible()
    expect(row).toHaveTextContent('meets')
    const strip = screen.getByRole('region', { name: 'Outfall, latest 5-minute record' })
    await waitFor(() => expect(strip).toHaveTextContent('Calibrating'), PATIENCE)
  })

  it('keeps other sources alive when one gateway is lost', async () => {
    app = await openApp('/bau-bang/water', { scenario: 'comms-loss', intoMs: 3 * HOUR_MS })
    const table = await screen.findByRole('table', { name: 'Water supply by district' }, PATIENCE)
    expect(within(table).getAllByRole('row')).toHaveLength(16)
    expect(table).not.toHaveTextContent('NaN')
  })

  it('opens supply and balances from the address, with the loss named', async () => {
    app = await openApp('/bau-bang/water?tab=supply')
    const balance = await screen.findByRole('table', { name: 'Water balance' }, PATIENCE)
    expect(within(balance).getByRole('row', { name: /^Loss/ })).toHaveTextContent(/\d/)
    expect(screen.getByRole('table', { name: 'Wastewater balance' })).toHaveTextContent(/class of meters not stated/)
    const [flow] = screen.getAllByRole('button', { name: 'Table' })
    if (flow) await userEvent.click(flow)
    const parts = screen.getByRole('table', { name: 'Where the water went' })
    const shares = within(parts)
      .getAllByRole('row')
      .slice(1)
      .map((line) => [line.children[0]?.textContent, Number(line.children[3]?.textContent?.replace('−', '-'))] as const)
    const total = (side: string): number => shares.reduce((sum, [own, share]) => sum + (own === side ? share : 0), 0)
    expect(shares.length).toBeGreaterThan(4)
    expect(Math.abs(total('in') - total('out'))).toBeLessThan(1)
    await userEvent.click(screen.getByRole('button', { name: 'Plant and districts' }))
    await waitFor(() => expect(location.hash).not.toMatch(/tab=/))
    await compliance()
  })

  it('says that history failed, and tries again', async () => {
    app = await openApp('/bau-bang/water', {
      prepare: ({ backend }) =>
        backend.setFaults([{ kind: 'status', endpoint: 'readings', status: 503, retryAfterS: 0 }]),
    })
    const legal = await screen.findByRole('region', { name: 'Legal compliance' }, PATIENCE)
    expect(await screen.findByText('Effluent today: not enough data', {}, PATIENCE)).toBeVisible()
    const retry = await within(legal).findByRole('button', { name: 'Try again' }, PATIENCE)
    app.network.backend.setFaults([])
    await userEvent.click(retry)
    await compliance()
  }, 60_000)
})
