import { createServer, request as httpRequest } from 'node:http'
import { createStaticServer, listen } from '../../.ci/static-server.mjs'
import { createFeed } from '../bench/feed.ts'
import { closeServer } from '../bench/site.ts'
import { startFlakyProxy } from '../e2e/harness/flaky-proxy.ts'

export interface Host {
  url: string
  /** Puts another version in place; files of the one before are gone. */
  deploy(version: 0 | 1): void
  /** Unplugs page, API and sockets alike. */
  cut(): void
  restore(): void
  close(): Promise<void>
}

/** One host that serves two versions of the product in turn, with the API behind it, on a cable that can be pulled. */
export async function startHost(roots: readonly [string, string], upstream: string, config: object): Promise<Host> {
  let version: 0 | 1 = 0
  let text = '{}'
  const sites = roots.map((root) => createStaticServer(root, '/', { config: () => text }))
  const feed = createFeed(upstream, 'pass')
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/api/')) {
      sites[version]?.emit('request', request, response)
      return
    }
    const { headers, method = 'GET', url } = request
    const forward = httpRequest(new URL(url, upstream), { headers, method }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    forward.on('error', () => {
      if (!response.headersSent) response.writeHead(502)
      response.end()
    })
    request.pipe(forward)
  })
  server.on('upgrade', feed.onUpgrade)
  const proxy = await startFlakyProxy(await listen(server, 0))
  const url = `http://127.0.0.1:${proxy.port}/`
  text = JSON.stringify({ ...config, apiBaseUrl: url.slice(0, -1) })
  return {
    url,
    deploy(next) {
      version = next
    },
    cut: () => proxy.cut(),
    restore: () => proxy.restore(),
    async close() {
      feed.close()
      await proxy.close()
      await closeServer(server)
    },
  }
}
