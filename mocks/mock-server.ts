import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { Socket } from 'node:net'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type WebSocket, WebSocketServer } from 'ws'
import { REPLAY_HEADER } from '../src/contract/endpoint-parts.ts'
import { problem } from '../src/contract/problem.ts'
import { isLiveAddress, ticketOf } from './live-address.ts'
import type { MockBackend } from './mock-backend.ts'
import { ProblemError } from './problem-error.ts'
import { problemResponse } from './serve.ts'

const MAX_BODY_BYTES = 64 * 1024
const MAX_FRAME_BYTES = 64 * 1024
/** Geometry shrinks to a tenth; small answers are not worth the work. */
const GZIP_FROM_BYTES = 8192
const MAX_SESSIONS = 500
/** A client that does not read its frames is cut off here rather than remembered for ever. */
const MAX_BACKLOG_BYTES = 8 * 1024 * 1024

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS',
  'access-control-allow-headers': 'content-type, accept, authorization, replay-at',
  'access-control-expose-headers': 'retry-after, date',
  'access-control-max-age': '600',
}

const gzipped = promisify<Buffer, { level: number }, Buffer>(gzip)

export interface RunningServer {
  port: number
  stop(): Promise<void>
}

/** Serves the mock backend over HTTP and WebSocket. Port 0 takes any free one. */
export async function startMockServer(
  backend: MockBackend,
  { port, address = '127.0.0.1' }: { port: number; address?: string },
): Promise<RunningServer> {
  const server = createServer({ maxHeaderSize: 32 * 1024, requestTimeout: 15_000 }, (incoming, outgoing) => {
    answer(backend, incoming, outgoing).catch(() => outgoing.destroy())
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES })
  server.on('upgrade', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
    const url = urlOf(incoming)
    if (!url || !isLiveAddress(url) || sockets.clients.size >= MAX_SESSIONS || backend.isCut()) {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(incoming, socket, head, (client) => join(backend, client, ticketOf(url)))
  })
  const bound = await listen(server, port, address)
  return {
    port: bound,
    async stop() {
      backend.stop()
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, () => {
      const bound = server.address()
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port)
    })
  })
}

function urlOf(incoming: IncomingMessage): URL | null {
  return URL.parse(incoming.url ?? '/', 'http://localhost')
}

async function answer(backend: MockBackend, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (incoming.method === 'OPTIONS') {
    outgoing.writeHead(204, CORS).end()
    return
  }
  const response = await responseTo(backend, incoming)
  const headers = { ...Object.fromEntries(response.headers), ...CORS, 'cache-control': 'no-store' }
  const body = Buffer.from(await response.arrayBuffer())
  const accepted = incoming.headers['accept-encoding']?.toString() ?? ''
  if (body.byteLength < GZIP_FROM_BYTES || !accepted.includes('gzip')) {
    outgoing.writeHead(response.status, headers).end(body)
    return
  }
  const packed = await gzipped(body, { level: 1 })
  outgoing.writeHead(response.status, { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' }).end(packed)
}

async function responseTo(backend: MockBackend, incoming: IncomingMessage): Promise<Response> {
  const url = urlOf(incoming)
  const body = await readBody(incoming)
  if (!url || body === null) {
    const [status, title] = body === null ? [413, 'Request too large'] : [400, 'Bad address']
    return problemResponse(new ProblemError(problem('invalid-parameter', status, title)))
  }
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
  const headers = headersOf(incoming)
  const init = { method: incoming.method ?? 'GET', headers, ...(hasBody ? { body: new Uint8Array(body) } : {}) }
  return backend.answer(new Request(url, init))
}

/** What the services read of a request: who asks, and in which form. */
function headersOf({ headers }: IncomingMessage): Headers {
  const found = new Headers()
  for (const name of ['authorization', 'content-type', 'accept', REPLAY_HEADER] as const) {
    const value = headers[name]
    if (typeof value === 'string') found.set(name, value)
  }
  return found
}

/** The body, or null when it is larger than this server reads. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming) {
    const piece = Buffer.from(chunk)
    bytes += piece.byteLength
    if (bytes > MAX_BODY_BYTES) return null
    chunks.push(piece)
  }
  return Buffer.concat(chunks)
}

function join(backend: MockBackend, client: WebSocket, ticket: string | null): void {
  const transport = {
    send(message: string | ArrayBuffer) {
      if (client.bufferedAmount > MAX_BACKLOG_BYTES) client.terminate()
      else if (client.readyState === client.OPEN) client.send(message)
    },
    close: (code: number, reason: string) => client.close(code, reason),
  }
  const session = backend.connect(transport, ticket)
  client.on('error', () => client.terminate())
  if (session === null) {
    client.terminate()
    return
  }
  client.on('message', (data, isBinary) => void session.receive(isBinary ? null : textOf(data)))
  client.on('close', () => backend.disconnect(session))
}

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('utf8')
}
