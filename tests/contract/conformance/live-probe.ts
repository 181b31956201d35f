import { WebSocket } from 'ws'
import { LIVE_PATH, type ServerFrame, serverFrameSchema } from '../../../src/contract/live.ts'
import { CONTRACT_VERSION } from '../../../src/contract/primitives.ts'
import { type ReadingsFrame, decodeReadings } from '../../../src/contract/readings-frame.ts'
import { parseAt } from './http-probe.ts'
import { CheckFailure } from './report.ts'

const WAIT_MS = 15_000

export type Received =
  | { kind: 'json'; frame: ServerFrame }
  | { kind: 'binary'; frame: ReadingsFrame }
  | { kind: 'closed'; code: number; reason: string }

/** One socket to the server under test. Every message is parsed; the first that breaks the contract fails the check. */
export class LiveProbe {
  readonly #socket: WebSocket
  readonly #queue: (Received | Error)[] = []
  #wake: (() => void) | null = null
  #messages = 0

  constructor(baseUrl: string, ticket: string) {
    const url = `${baseUrl.replace(/\/+$/, '').replace(/^http/, 'ws')}${LIVE_PATH}?ticket=${encodeURIComponent(ticket)}`
    this.#socket = new WebSocket(url)
    this.#socket.binaryType = 'arraybuffer'
    this.#socket.on('message', (data, isBinary) => this.#take(data, isBinary))
    this.#socket.on('close', (code, reason) => this.#put({ kind: 'closed', code, reason: reason.toString() }))
    this.#socket.on('error', (error) => this.#put(new CheckFailure('live', `socket: ${error.message}`)))
  }

  async send(frame: Record<string, unknown>): Promise<void> {
    const socket = this.#socket
    if (socket.readyState === WebSocket.CONNECTING) {
      await new Promise((resolve, reject) => {
        socket.once('open', resolve)
        socket.once('error', reject)
      })
    }
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }

  hello(parkId: string, more: Record<string, unknown> = {}): Promise<void> {
    return this.send({ type: 'hello', contract: CONTRACT_VERSION, encoding: 'binary', parkId, ...more })
  }

  /** The next message, whatever it is. Pings are answered and left out. */
  async next(): Promise<Received> {
    const deadline = Date.now() + WAIT_MS
    for (;;) {
      const item = this.#queue.shift()
      if (item instanceof Error) throw item
      if (item?.kind === 'json' && item.frame.type === 'ping') {
        await this.send({ type: 'pong', time: new Date().toISOString() })
        continue
      }
      if (item) return item
      const leftMs = deadline - Date.now()
      if (leftMs <= 0) throw new CheckFailure('live', `nothing came for ${WAIT_MS / 1000} s`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  /** The next message, which has to be this JSON frame. */
  async expect<T extends ServerFrame['type']>(type: T): Promise<Extract<ServerFrame, { type: T }>> {
    const got = await this.next()
    if (got.kind === 'json' && isType(got.frame, type)) return got.frame
    throw new CheckFailure('live', `expected ${type}, got ${describe(got)}`)
  }

  /** Reads on until the socket closes; answers the close code and the `bye` before it, if any. */
  async untilClosed(): Promise<{ code: number; bye: Extract<ServerFrame, { type: 'bye' }> | null }> {
    let bye: Extract<ServerFrame, { type: 'bye' }> | null = null
    for (;;) {
      const got = await this.next()
      if (got.kind === 'closed') return { code: got.code, bye }
      if (got.kind === 'json' && got.frame.type === 'bye') bye = got.frame
    }
  }

  close(): void {
    this.#socket.terminate()
  }

  #take(data: unknown, isBinary: boolean): void {
    this.#messages++
    try {
      this.#put(isBinary ? readBinary(data, this.#messages) : readText(data))
    } catch (error) {
      this.#put(error instanceof Error ? error : new Error(String(error)))
    }
  }

  #put(item: Received | Error): void {
    this.#queue.push(item)
    this.#wake?.()
  }
}

function readBinary(data: unknown, message: number): Received {
  const result = data instanceof ArrayBuffer ? decodeReadings(data) : null
  if (result?.ok) return { kind: 'binary', frame: result.frame }
  const why = result === null ? 'not an ArrayBuffer' : `${result.error} (${result.detail})`
  throw new CheckFailure(`live: readings (binary), message ${message}`, why)
}

function readText(data: unknown): Received {
  let value: unknown
  try {
    value = JSON.parse(String(data))
  } catch {
    throw new CheckFailure('live', 'a text message is not JSON')
  }
  const type: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'type') : undefined
  return {
    kind: 'json',
    frame: parseAt(`live: ${typeof type === 'string' ? type : 'frame'}`, serverFrameSchema, value),
  }
}

function isType<T extends ServerFrame['type']>(
  frame: ServerFrame,
  type: T,
): frame is Extract<ServerFrame, { type: T }> {
  return frame.type === type
}

function describe(got: Received): string {
  if (got.kind === 'closed') return `a close with ${got.code} ${got.reason}`
  return got.kind === 'binary' ? 'a binary readings frame' : got.frame.type
}
