import type { EndpointName } from '../src/contract/endpoints.ts'
import { type HttpFault, type LiveFault, createLiveDamage, damageResponse } from './faults.ts'
import { apiPathOf, handleRequest, serviceFor } from './handlers/handle-request.ts'
import { LiveSession, type LiveTransport } from './live.ts'
import type { LiveMessage } from './live-encoder.ts'
import type { WorldHost } from './world-host.ts'

/**
 * The mock backend behind any transport: requests in, sessions in, faults on demand. The page, the tests and the
 * real port differ in nothing else.
 */
export class MockBackend {
  readonly host: WorldHost
  readonly #sessions = new Set<LiveSession>()
  readonly #transports = new Map<LiveSession, LiveTransport>()
  #httpFaults: readonly HttpFault[] = []
  #liveFaults: readonly LiveFault[] = []
  #cutUntil = 0

  constructor(host: WorldHost) {
    this.host = host
  }

  get sessionCount(): number {
    return this.#sessions.size
  }

  /** Answers one request; while the network is cut it fails as an unreachable server does. */
  async answer(request: Request): Promise<Response> {
    if (this.isCut()) throw new TypeError('network is cut')
    const response = await handleRequest(this.host, request)
    const name = this.#httpFaults.length > 0 ? await endpointOf(request) : null
    const fault = this.#httpFaults.find((candidate) => candidate.endpoint === name)
    return fault && response.ok ? damageResponse(response, fault) : response
  }

  /** Starts a session on an open socket; null while the network is cut. */
  connect(transport: LiveTransport, ticket: string | null): LiveSession | null {
    if (this.isCut()) return null
    const damage = createLiveDamage(this.#liveFaults)
    const damaged: LiveTransport = {
      send(message) {
        const sent = damage(message)
        if (sent !== null) transport.send(sent)
      },
      close: (code, reason) => transport.close(code, reason),
    }
    const session = new LiveSession(this.host, damaged, ticket)
    this.#sessions.add(session)
    this.#transports.set(session, transport)
    return session
  }

  /** Forgets a session whose socket has closed. */
  disconnect(session: LiveSession): void {
    session.end()
    this.#sessions.delete(session)
    this.#transports.delete(session)
  }

  /** Faults for answers and for live connections made from now on; none by default. */
  setFaults(http: readonly HttpFault[], live: readonly LiveFault[] = []): void {
    this.#httpFaults = http
    this.#liveFaults = live
  }

  /** Sends a message as it is over every open socket, whatever the contract says about it. */
  sendToAll(message: LiveMessage): void {
    for (const transport of this.#transports.values()) transport.send(message)
  }

  /** Cuts every socket and refuses everything for so long (milliseconds, Infinity until `restore`). */
  cut(durationMs: number): void {
    this.#cutUntil = performance.now() + durationMs
    for (const [session, transport] of this.#transports) {
      session.end()
      transport.close(1011, 'network is cut')
    }
  }

  restore(): void {
    this.#cutUntil = 0
  }

  isCut(): boolean {
    return performance.now() < this.#cutUntil
  }

  /** Says good-bye to everyone and stops the feeds. */
  stop(): void {
    for (const session of this.#sessions) session.shutDown()
    this.host.stop()
  }
}

async function endpointOf(request: Request): Promise<EndpointName | null> {
  const service = await serviceFor(request.method, apiPathOf(new URL(request.url).pathname))
  return service?.name ?? null
}
