import { FetchInterceptor } from '@mswjs/interceptors/fetch'
import { WebSocketInterceptor } from '@mswjs/interceptors/WebSocket'
import { API_BASE } from '../src/contract/endpoints.ts'
import { isLiveAddress, ticketOf } from './live-address.ts'
import { MockBackend } from './mock-backend.ts'
import { openPark } from './park/load-browser.ts'
import { PARK_IDS } from './park/park-list.ts'
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

/**
 * Puts the simulated park behind `fetch` and `WebSocket` of this page. It uses the engine that MSW itself stands on,
 * without MSW's service worker: nothing to register, no file to serve, the same on https, plain http and any
 * sub-path, and 12 kB instead of 149 kB gzip. Requests that are not ours go to the network untouched.
 */
export async function startMockNetwork(options: MockNetworkOptions): Promise<void> {
  const backend = new MockBackend(createPageHost(options))
  globalThis.parkscopeMock = backend
  const fetches = new FetchInterceptor()
  fetches.apply()
  // The engine waits for what a listener returns, although its type says that nothing comes back.
  fetches.on('request', ({ request, controller }): unknown => answerRequest(backend, request, controller))
  const sockets = new WebSocketInterceptor()
  sockets.apply()
  sockets.on('connection', ({ client, server }) => {
    if (!isLiveAddress(client.url)) return server.connect()
    const transport = {
      send: (message: string | ArrayBuffer) => client.send(message),
      close: (code: number, reason: string) => client.close(code, reason),
    }
    const session = backend.connect(transport, ticketOf(client.url))
    if (session === null) return client.close(1011, 'network is cut')
    client.addEventListener('message', (event) => void session.receive(event.data))
    client.addEventListener('close', () => backend.disconnect(session))
  })
}

interface Controller {
  respondWith(response: Response): Promise<void>
  errorWith(reason: unknown): Promise<void>
}

async function answerRequest(backend: MockBackend, request: Request, controller: Controller): Promise<void> {
  if (!new URL(request.url).pathname.includes(`${API_BASE}/`)) return
  try {
    await controller.respondWith(await backend.answer(request))
  } catch (error) {
    await controller.errorWith(error)
  }
}

function createPageHost({ seed, scenario, speed = 1 }: MockNetworkOptions): WorldHost {
  const startMs = Date.now()
  return new WorldHost({
    parkIds: PARK_IDS,
    openPark,
    createWorld,
    seed,
    scenario,
    speed,
    clock: () => startMs + (Date.now() - startMs) * speed,
    randomId: createRandomId,
    checkAnswers: false,
  })
}

/** `crypto.randomUUID` is missing on plain http; `getRandomValues` is not. */
function createRandomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
