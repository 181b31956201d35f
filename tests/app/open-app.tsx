import { cleanup, render } from '@testing-library/react'
import { vi } from 'vitest'
import type { Flood } from '../../mocks/alarms/flood.ts'
import { type NodeMockNetwork, startMockNetworkNode } from '../../mocks/node.ts'
import { openPark } from '../../mocks/park/load-browser.ts'
import { createWorld, type ScenarioId } from '../../mocks/sim/world.ts'
import { configureApi } from '../../src/api/config.ts'
import { App } from '../../src/app/app.tsx'
import { configSchema } from '../../src/app/config.ts'
import type { Locale } from '../../src/contract/primitives.ts'
import { createI18n } from '../../src/i18n/i18n.ts'
import { I18nProvider } from '../../src/i18n/i18n-provider.tsx'
import { getSession } from '../../src/session/session-store.ts'

// jsdom has no GPU and no canvas: what is drawn is looked at in a browser.
vi.mock('../../src/map/park-map.tsx', () => ({ ParkMap: () => null }))
vi.mock('../../src/map/map-session.ts', () => ({}))
vi.mock('../../src/charts/history-chart.tsx', () => ({ HistoryChart: () => null }))

const SERVER = 'http://park.test'
/** A Friday morning of the simulated park, so that tests see the same day every time. */
const START_MS = Date.parse('2026-11-20T03:10:00Z')
const HOUR_MS = 3_600_000

export interface OpenedApp {
  network: NodeMockNetwork
  close: () => void
}

export interface OpenOptions {
  locale?: Locale
  scenario?: ScenarioId
  /** How far into the scenario the park is when the page opens, milliseconds. */
  intoMs?: number
  /** Alarms that come while the page is open, whatever the park does. */
  flood?: Omit<Flood, 'fromMs'>
  /** Parks of the configuration and of the server. */
  parks?: readonly string[]
  /** Parks of the configuration where they are not those that the server knows. */
  configured?: readonly string[]
  /** Prepares faults before the page asks for anything. */
  prepare?: (network: NodeMockNetwork) => void
}

/** The whole product in this process, on the shipped park behind MSW, at an address such as `/bau-bang/overview`. */
export async function openApp(address: string, options: OpenOptions = {}): Promise<OpenedApp> {
  const {
    locale = 'en',
    scenario = 'normal-day',
    intoMs = 0,
    parks = ['bau-bang'],
    prepare,
    flood,
    configured = parks,
  } = options
  const openedMs = performance.now()
  let aheadMs = 0
  const network = startMockNetworkNode({
    parkIds: parks,
    openPark,
    createWorld,
    seed: 20261120,
    scenario,
    clock: () => START_MS + aheadMs + performance.now() - openedMs,
    checkAnswers: false,
    ...(flood && { flood }),
    // A day of past alarms is a matter of tests of their own.
    alarmHistoryMs: HOUR_MS + intoMs,
  })
  aheadMs = intoMs
  prepare?.(network)
  configureApi({ baseUrl: SERVER })
  const session = getSession()
  session.setLocale(locale)
  session.setTheme('room-dark')
  session.resume()
  location.hash = `#${address}`
  const i18n = await createI18n(locale)
  render(
    <I18nProvider i18n={i18n}>
      <App config={configSchema.parse({ parks: configured })} liveBaseUrl={SERVER} />
    </I18nProvider>,
  )
  return {
    network,
    close: () => {
      cleanup()
      network.stop()
    },
  }
}
