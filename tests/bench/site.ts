import { createServer, request as httpRequest } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { createStaticServer, listen } from '../../.ci/static-server.mjs'

/** One answer as it left the server: the only place that sees page, workers and service worker alike. */
export interface Hit {
  path: string
  /** Body bytes as sent, after gzip where the browser took it. */
  bytes: number
  /** Wall clock when the last byte was handed over, epoch milliseconds. */
  atMs: number
}

export interface SiteOptions {
  root: string
  /** What is served in place of the build's own `config.json`, from the origin of the site. */
  config?: (origin: string) => unknown
  /** Origin of the server that answers `/api/`. */
  upstream?: string
  onUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

export interface Site {
  url: string
  hits: Hit[]
  close(): Promise<void>
}

/** Passes a request on to the upstream server and its answer back. */
function passOn(upstream: string, request: IncomingMessage, response: ServerResponse, onBytes: (n: number) => void) {
  const { headers, method, url } = request
  const forward = httpRequest(new URL(url ?? '/', upstream), { headers, method: method ?? 'GET' }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.on('data', (chunk: Buffer) => onBytes(chunk.length))
    answer.pipe(response)
  })
  forward.on('error', (error) => {
    if (!response.headersSent) response.writeHead(502)
    response.end(error.message)
  })
  request.pipe(forward)
}

/** Closes a server with the connections that browsers keep open. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Serves a build with gzip on a free port and records what it sent. */
export async function startSite(options: SiteOptions): Promise<Site> {
  let origin = ''
  const { config } = options
  // The policy of every answer allows what this config.json names.
  const files = createStaticServer(options.root, '/', config ? { config: () => JSON.stringify(config(origin)) } : {})
  const hits: Hit[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    let passed = 0
    // Node keeps the headers of writeHead only for a response that already has one.
    response.setHeader('x-content-type-options', 'nosniff')
    response.on('finish', () => {
      const bytes = passed || Number(response.getHeader('content-length') ?? 0)
      hits.push({ path: pathname.slice(1) || 'index.html', bytes, atMs: Date.now() })
    })
    if (options.upstream && pathname.startsWith('/api/'))
      passOn(options.upstream, request, response, (bytes) => (passed += bytes))
    else if (config && pathname === '/config.json') {
      const text = JSON.stringify(config(origin))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length }).end(text)
    } else files.emit('request', request, response)
  })
  const { onUpgrade } = options
  if (onUpgrade) server.on('upgrade', onUpgrade)
  origin = `http://127.0.0.1:${await listen(server, 0)}`
  return { url: `${origin}/`, hits, close: () => closeServer(server) }
}
