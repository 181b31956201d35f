import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { listen } from '../../../.ci/static-server.mjs'
import { type AnswerFault, type HeldAnswer, sendAnswer } from './answer-faults.ts'
import type { LineFault } from './line-faults.ts'

export type LineMessage = string | Buffer

/** How often each screen was reached by a fault of the relay, or by a message of the server as it is. */
export interface Hits {
  answers: number
  messages: number
  passed: number
}

const CORS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after, date' }
/** The client's beat is short, so that a line that says nothing is found out soon. */
const HEARTBEAT = [/"heartbeatMs":\d+/, '"heartbeatMs":2000'] as const

function asMessage(data: RawData, isBinary: boolean): LineMessage {
  const bytes = Array.isArray(data)
    ? Buffer.concat(data)
    : Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data)
  return isBinary ? bytes : bytes.toString('utf8')
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/**
 * Stands between pages and server, on a real port, and does to their traffic what networks, proxies and servers do. Each
 * page has a folder of its own (`/overview/api/v1/…`), so that the relay knows whom a fault has reached.
 */
export class FaultRelay {
  /** Port of the server behind. */
  target: number
  line: LineFault | null = null
  answers: AnswerFault | null = null
  /** Connections stay open and nothing comes through any more. */
  isSilent = false
  /** Connections break and none can be made. */
  isCut = false
  port = 0
  readonly hits = new Map<string, Hits>()
  readonly #server: Server
  readonly #sockets = new WebSocketServer({ noServer: true })
  readonly #held = new Set<ServerResponse | Duplex>()

  constructor(target: number) {
    this.target = target
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy())
    })
    this.#server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (this.isCut) socket.destroy()
      else if (this.isSilent) this.#held.add(socket)
      else this.#sockets.handleUpgrade(request, socket, head, (page) => this.#join(page, request.url ?? '/'))
    })
  }

  async start(): Promise<void> {
    this.port = await listen(this.#server, 0)
  }

  hitsOf(screen: string): Hits {
    const known = this.hits.get(screen) ?? { answers: 0, messages: 0, passed: 0 }
    this.hits.set(screen, known)
    return known
  }

  /** Breaks every connection that is open, as a restarted router does; what was held without an answer breaks too. */
  drop(): void {
    for (const page of this.#sockets.clients) page.terminate()
    for (const held of this.#held) held.destroy()
    this.#held.clear()
    if (this.isCut) this.#server.closeAllConnections()
  }

  /** Everything as it should be again. */
  heal(): void {
    this.line = null
    this.answers = null
    const wasSilent = this.isSilent
    this.isSilent = false
    this.isCut = false
    if (wasSilent) this.drop()
  }

  async stop(): Promise<void> {
    this.drop()
    this.#server.closeAllConnections()
    await new Promise((resolve) => {
      this.#server.close(resolve)
    })
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.isCut) return void response.destroy()
    if (this.isSilent) return void this.#held.add(response)
    const { screen, path } = splitAddress(request.url ?? '/')
    const body = await readAll(request)
    const fault = request.method === 'OPTIONS' ? null : this.answers
    const answer = await this.#ask(request, fault?.elsewhere?.(path) ?? path, body)
    if (fault === null) return sendAnswer(answer, response)
    // A page that cannot open its channel asks for tickets all the time: only its questions count.
    if (request.method === 'GET') this.hitsOf(screen).answers += 1
    await fault.send(answer, response)
  }

  async #ask(request: IncomingMessage, path: string, body: Buffer): Promise<HeldAnswer> {
    const headers = new Headers()
    for (const name of ['authorization', 'content-type', 'accept', 'replay-at', 'access-control-request-headers']) {
      const value = request.headers[name]
      if (typeof value === 'string') headers.set(name, value)
    }
    const { method = 'GET' } = request
    const sends = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
    const answer = await fetch(`http://127.0.0.1:${this.target}${path}`, {
      method,
      headers,
      ...(sends ? { body: new Uint8Array(body) } : {}),
    })
    const kept = [...answer.headers].filter(
      ([name]) =>
        !['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'].includes(name),
    )
    return {
      status: answer.status,
      headers: { ...Object.fromEntries(kept), ...CORS },
      body: Buffer.from(await answer.arrayBuffer()),
    }
  }

  #join(page: WebSocket, url: string): void {
    const { screen, path } = splitAddress(url)
    const hits = this.hitsOf(screen)
    const server = new WebSocket(`ws://127.0.0.1:${this.target}${path}`)
    const early: string[] = []
    let count = 0
    const end = (): void => {
      page.terminate()
      server.terminate()
    }
    const deliver = (message: LineMessage): void => {
      if (!this.isSilent && page.readyState === WebSocket.OPEN) page.send(message)
    }
    page.on('message', (data, isBinary) => {
      if (this.isSilent) return
      const text = String(asMessage(data, isBinary))
      if (server.readyState === WebSocket.OPEN) server.send(text)
      else early.push(text)
    })
    server.on('open', () => early.splice(0).forEach((text) => server.send(text)))
    server.on('message', (data, isBinary) => {
      const raw = asMessage(data, isBinary)
      const message = typeof raw === 'string' ? raw.replace(...HEARTBEAT) : raw
      if (this.line === null) {
        hits.passed += 1
        return deliver(message)
      }
      hits.messages += 1
      for (const { message: next, afterMs = 0 } of this.line(message, (count += 1))) {
        if (afterMs === 0) deliver(next)
        else setTimeout(() => deliver(next), afterMs)
      }
    })
    for (const socket of [page, server]) {
      socket.on('close', end)
      socket.on('error', end)
    }
  }
}

/** `/overview/api/v1/x` as the screen that asks and what it asks for. */
function splitAddress(url: string): { screen: string; path: string } {
  const [, screen = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(url) ?? []
  return { screen, path: rest }
}
