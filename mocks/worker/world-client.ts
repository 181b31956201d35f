import type { HttpFault, LiveFault } from '../faults.ts'
import type { LiveTransport } from '../live.ts'
import type { LiveMessage } from '../live-encoder.ts'
import type { FromWorld, ToWorld, WorldControl, WorldPort } from './world-messages.ts'

/** A live connection as the page's end of the channel sees it. */
export interface LiveLink {
  receive(data: unknown): void
  end(): void
}

/** Body-less by the Fetch standard: a `Response` with bytes and one of these would be refused. */
const NO_BODY: ReadonlySet<number> = new Set([204, 205, 304])

/**
 * The page's end of the channel to the simulated world. Answers requests and carries live connections; its other
 * methods let a test cut the network or put faults on it, and resolve once the world has taken them.
 */
export class WorldClient {
  readonly #port: WorldPort<ToWorld, FromWorld>
  readonly #asked = new Map<number, { resolve: (response: Response) => void; reject: (error: Error) => void }>()
  readonly #links = new Map<number, LiveTransport>()
  readonly #controls = new Map<number, () => void>()
  #ids = 0

  constructor(port: WorldPort<ToWorld, FromWorld>) {
    this.#port = port
    port.addEventListener('message', ({ data }) => this.#take(data))
  }

  /** Answers one request; rejects as `fetch` does when the network is cut or the request was given up. */
  async answer(request: Request): Promise<Response> {
    const { url, method, headers, signal } = request
    const body = request.body === null ? null : await request.text()
    signal.throwIfAborted()
    const id = ++this.#ids
    const answered = new Promise<Response>((resolve, reject) => this.#asked.set(id, { resolve, reject }))
    const abort = () => {
      this.#settle(id)?.reject(new DOMException('the request was given up', 'AbortError'))
      this.#say({ kind: 'abort', id })
    }
    signal.addEventListener('abort', abort, { once: true })
    this.#say({ kind: 'ask', id, url, method, headers: [...headers], body })
    return answered.finally(() => signal.removeEventListener('abort', abort))
  }

  /** Says that the page has drawn what people look at first: history has the processor now. */
  drawn(): void {
    this.#say({ kind: 'drawn' })
  }

  connect(transport: LiveTransport, ticket: string | null): LiveLink {
    const link = ++this.#ids
    this.#links.set(link, transport)
    this.#say({ kind: 'open', link, ticket })
    return {
      receive: (data) => this.#say({ kind: 'say', link, data }),
      end: () => {
        this.#links.delete(link)
        this.#say({ kind: 'leave', link })
      },
    }
  }

  /** Cuts every socket and refuses everything for so long (milliseconds, Infinity until `restore`). */
  cut(durationMs: number): Promise<void> {
    return this.#control({ name: 'cut', durationMs })
  }

  restore(): Promise<void> {
    return this.#control({ name: 'restore' })
  }

  /** Faults for answers and for live connections made from now on; none by default. */
  setFaults(http: readonly HttpFault[], live: readonly LiveFault[] = []): Promise<void> {
    return this.#control({ name: 'faults', http, live })
  }

  /** Sends a message as it is over every open live connection, whatever the contract says about it. */
  sendLive(message: LiveMessage): Promise<void> {
    return this.#control({ name: 'send-live', message })
  }

  /** Sends an event frame to everyone who listens to a park. */
  emit(parkId: string, event: string, data: Record<string, unknown>): Promise<void> {
    return this.#control({ name: 'emit', parkId, event, data })
  }

  #control(control: WorldControl): Promise<void> {
    const id = ++this.#ids
    return new Promise((resolve) => {
      this.#controls.set(id, resolve)
      this.#say({ kind: 'control', id, control })
    })
  }

  #take(message: FromWorld): void {
    switch (message.kind) {
      case 'ready':
        return
      case 'answer': {
        const { status, headers, body } = message
        this.#settle(message.id)?.resolve(new Response(NO_BODY.has(status) ? null : body, { status, headers }))
        return
      }
      case 'failed':
        return this.#settle(message.id)?.reject(new TypeError(message.detail))
      case 'message':
        return this.#links.get(message.link)?.send(message.data)
      case 'closed':
        return this.#links.get(message.link)?.close(message.code, message.reason)
      case 'done':
        this.#controls.get(message.id)?.()
        this.#controls.delete(message.id)
    }
  }

  #settle(id: number) {
    const waiting = this.#asked.get(id)
    this.#asked.delete(id)
    return waiting
  }

  #say(message: ToWorld): void {
    this.#port.postMessage(message, [])
  }
}
