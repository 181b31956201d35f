import { interceptInPage } from './in-page.ts'
import { MockBackend } from './mock-backend.ts'
import { openPark, PARK_IDS } from './park/load-browser.ts'
import { type ScenarioId, createWorld } from './sim/world.ts'
import { WorldHost } from './world-host.ts'

export interface MockNetworkOptions {
  seed: number
  scenario: ScenarioId
  /** How many times faster than real time the simulated park runs. */
  speed?: number
}

declare global {
  /** The simulated backend of a demo page: lets a test cut the network or put faults on it. */
  var parkscopeMock: MockBackend | undefined
}

/** Starts the simulated park in this page. Call before the first request. */
export async function startMockNetwork({ seed, scenario, speed = 1 }: MockNetworkOptions): Promise<void> {
  const startMs = Date.now()
  const host = new WorldHost({
    parkIds: PARK_IDS,
    openPark,
    createWorld,
    seed,
    scenario,
    speed,
    clock: () => startMs + (Date.now() - startMs) * speed,
    randomId: createRandomId,
    checkAnswers: false,
    polite: true,
  })
  const backend = new MockBackend(host)
  globalThis.parkscopeMock = backend
  interceptInPage(backend)
}

/** `crypto.randomUUID` is missing on plain http; `getRandomValues` is not. */
function createRandomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
