import type { LiveSession } from '../live.ts'
import type { MockBackend } from '../mock-backend.ts'
import type { FromWorld, ToWorld, WorldControl, WorldPort, WorldSettings } from './world-messages.ts'

/** Serves a backend over a message port; it is made when the other side says with which settings. */
export function serveWorld(
  port: WorldPort<FromWorld, ToWorld>,
  create: (settings: WorldSettings) => MockBackend,
  expect: (park: string) => void = () => undefined,
) {
  let server: WorldServer | null = null
  port.addEventListener('message', ({ data }) => {
    if (data.kind === 'expect') {
      port.postMessage({ kind: 'ready' }, [])
      expect(data.park)
    } else if (data.kind === 'start') {
      server = new WorldServer(port, create(data.settings))
      port.postMessage({ kind: 'ready' }, [])
    } else server?.take(data)
  })
}

class WorldServer {
  readonly #port: WorldPort<FromWorld, ToWorld>
  readonly #backend: MockBackend
  readonly #asked = new Map<number, AbortController>()
  readonly #sessions = new Map<number, LiveSession>()

  constructor(port: WorldPort<FromWorld, ToWorld>, backend: MockBackend) {
    this.#port = port
    this.#backend = backend
  }

  take(message: Exclude<ToWorld, { kind: 'start' | 'expect' }>): void {
    switch (message.kind) {
      case 'ask':
        return void this.#answer(message)
      case 'abort':
        return this.#asked.get(message.id)?.abort()
      case 'drawn':
        return this.#backend.host.lane.begin()
      case 'open':
        return this.#open(message.link, message.ticket)
      case 'say':
        return void this.#sessions.get(message.link)?.receive(message.data)
      case 'leave':
        return this.#leave(message.link)
      case 'control':
        return void this.#control(message.control).then(() => this.#say({ kind: 'done', id: message.id }))
    }
  }

  async #answer({ id, url, method, headers, body }: Extract<ToWorld, { kind: 'ask' }>): Promise<void> {
    const abort = new AbortController()
    this.#asked.set(id, abort)
    try {
      const response = await this.#backend.answer(new Request(url, { method, headers, body, signal: abort.signal }))
      const bytes = await response.arrayBuffer()
      this.#say({ kind: 'answer', id, status: response.status, headers: [...response.headers], body: bytes }, [bytes])
    } catch (error) {
      this.#say({ kind: 'failed', id, detail: error instanceof Error ? error.message : String(error) })
    }
    this.#asked.delete(id)
  }

  #open(link: number, ticket: string | null): void {
    const transport = {
      send: (data: string | ArrayBuffer) =>
        this.#say({ kind: 'message', link, data }, typeof data === 'string' ? [] : [data]),
      close: (code: number, reason: string) => this.#say({ kind: 'closed', link, code, reason }),
    }
    const session = this.#backend.connect(transport, ticket)
    if (session === null) transport.close(1011, 'network is cut')
    else this.#sessions.set(link, session)
  }

  #leave(link: number): void {
    const session = this.#sessions.get(link)
    this.#sessions.delete(link)
    if (session) this.#backend.disconnect(session)
  }

  async #control(control: WorldControl): Promise<void> {
    switch (control.name) {
      case 'cut':
        return this.#backend.cut(control.durationMs)
      case 'restore':
        return this.#backend.restore()
      case 'faults':
        return this.#backend.setFaults(control.http, control.live)
      case 'send-live':
        return this.#backend.sendToAll(control.message)
      case 'emit': {
        const park = await this.#backend.host.park(control.parkId)
        return park.emitEvent(control.event, control.data)
      }
    }
  }

  #say(message: FromWorld, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer)
  }
}
