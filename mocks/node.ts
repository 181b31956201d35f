import { http } from 'msw/http'
import { setupServer } from 'msw/node'
import { ws } from 'msw/ws'
import { isLiveAddress, ticketOf } from './live-address.ts'
import { MockBackend } from './mock-backend.ts'
import { type WorldHostOptions, WorldHost } from './world-host.ts'

export interface NodeMockNetwork {
  backend: MockBackend
  stop(): void
}

/** Counted ids instead of random ones: a test that runs twice gets the same tickets. */
export function createCountedId(prefix = 'test-id'): () => string {
  let count = 0
  return () => `${prefix}-${(++count).toString().padStart(6, '0')}`
}

/**
 * Puts the simulated park behind `fetch` and `WebSocket` of this test process, through MSW. Every answer is parsed
 * with its own schema. Call `stop()` after the test.
 */
export function startMockNetworkNode(
  options: Omit<WorldHostOptions, 'randomId' | 'checkAnswers'> & Partial<WorldHostOptions>,
): NodeMockNetwork {
  const backend = new MockBackend(new WorldHost({ randomId: createCountedId(), checkAnswers: true, ...options }))
  const live = ws.link('*/api/v1/live').addEventListener('connection', ({ client }) => {
    if (!isLiveAddress(client.url)) return
    const transport = {
      send: (message: string | ArrayBuffer) => client.send(message),
      close: (code: number, reason: string) => client.close(code, reason),
    }
    const session = backend.connect(transport, ticketOf(client.url))
    if (session === null) return client.close(1011, 'network is cut')
    client.addEventListener('message', (event) => void session.receive(event.data))
    client.addEventListener('close', () => backend.disconnect(session))
  })
  const server = setupServer(
    http.all('*/api/v1/*', async ({ request }) => {
      try {
        return await backend.answer(request)
      } catch {
        return Response.error()
      }
    }),
    live,
  )
  server.listen({ onUnhandledFrame: 'bypass' })
  return {
    backend,
    stop() {
      backend.stop()
      server.close()
    },
  }
}
