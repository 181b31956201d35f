import { waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { exportedSheet, expectWhole } from './exported.ts'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 60_000 }
/** Meter of a tenant without a roof of its own. */
const REGISTER = 'em-a04.energy-import'
const POWER = 'em-a04.active-power'
let app: OpenedApp | null = null
const originalFetch = globalThis.fetch

afterEach(() => {
  app?.close()
  app = null
  globalThis.fetch = originalFetch
  vi.restoreAllMocks()
})

/** Puts something between the page and the history of the mock network. */
function onHistory(change: (url: URL, answer: Response) => Promise<Response> | Response): void {
  const inner = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const answer = await inner(input, init)
    const url = new URL(input instanceof Request ? input.url : input)
    return url.pathname.endsWith('/readings') ? change(url, answer) : answer
  }
}

/** A panel by name. Asking by role at every change of a thousand cells would take longer than the screen. */
function panelOf(name: string): Promise<HTMLElement> {
  return waitFor(() => {
    const panel = document.querySelector<HTMLElement>(`section[aria-label="${name}"]`)
    if (!panel) throw new Error(`no panel ${name} yet`)
    return panel
  }, PATIENCE)
}

function buttonOf(panel: HTMLElement, text: RegExp): HTMLElement {
  const found = [...panel.querySelectorAll<HTMLElement>('button')].find((button) => text.test(button.textContent))
  if (!found) throw new Error(`no button ${text.source}`)
  return found
}

const pointsOf = (url: URL): string[] => (url.searchParams.get('points') ?? '').split(',')

describe('energy when history fails', { timeout: 120_000 }, () => {
  it('offers to try again in the balance and the list of tenants instead of loading for ever', async () => {
    let isBroken = true
    app = await openApp('/bau-bang/energy', {
      prepare: () =>
        onHistory((url, answer) =>
          isBroken && pointsOf(url).includes(REGISTER) ? new Response('{}', { status: 400 }) : answer,
        ),
    })
    const balance = await panelOf('Energy balance')
    const retry = await waitFor(() => buttonOf(balance, /^Try again$/), PATIENCE)
    expect(buttonOf(await panelOf('Tenants by energy'), /^Try again$/)).toBeVisible()
    isBroken = false
    await userEvent.click(retry)
    await waitFor(() => expect(within(balance).getByText('138 of 138 boundary meters')).toBeVisible(), PATIENCE)
  })
})

describe('exports of the energy screen', { timeout: 180_000 }, () => {
  it('open again with unit, period, zone and data mode', async () => {
    app = await openApp('/bau-bang/energy')
    const balance = await panelOf('Energy balance')
    await waitFor(() => expect(within(balance).getByText('138 of 138 boundary meters')).toBeVisible(), PATIENCE)
    const expected = [
      { panel: 'Load against contract', unit: 'MW', column: 'Today (MW)', least: 48 },
      { panel: 'Hour by weekday', unit: 'MWh', column: 'Energy (MWh)', least: 140 },
      { panel: 'Energy balance', unit: 'MWh', column: 'Energy (MWh)', least: 10 },
      { panel: 'Tenants by energy', unit: 'MWh', column: 'Today (MWh)', least: 98 },
    ]
    for (const { panel, unit, column, least } of expected) {
      const sheet = await exportedSheet(await panelOf(panel))
      expect(sheet.name).toMatch(/^bau-bang_.*\.xlsx$/)
      expectWhole(sheet, { title: panel, unit, column, least })
    }
  })
})

interface Series {
  pointId: string
  mean: (number | null)[]
  max: (number | null)[]
  last: (number | null)[]
}

describe('a meter that sends kW for kWh', { timeout: 180_000 }, () => {
  it('is named for what it is, and its tenant has no number', async () => {
    app = await openApp('/bau-bang/energy', {
      prepare: () =>
        onHistory(async (url, answer) => {
          if (!pointsOf(url).includes(REGISTER) || !answer.ok) return answer
          const body: { series: Series[] } = await answer.json()
          const power = body.series.find(({ pointId }) => pointId === POWER)
          for (const series of body.series) {
            if (series.pointId !== REGISTER || !power) continue
            series.max = power.mean
            series.last = power.mean
          }
          return Response.json(body)
        }),
    })
    const balance = await panelOf('Energy balance')
    await waitFor(
      () => expect(within(balance).getByText('1 meter does not send energy and is left out:')).toBeVisible(),
      { timeout: 120_000 },
    )
    expect(within(balance).getByText('137 of 138 boundary meters')).toBeVisible()
    expect(buttonOf(balance, /sends kW for kWh/)).toBeVisible()
    const tenants = await panelOf('Tenants by energy')
    await waitFor(() => expect(within(tenants).getByText('sends kW for kWh')).toBeVisible(), PATIENCE)
  })
})
