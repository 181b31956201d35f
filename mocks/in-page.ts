import type { RequestController } from '@mswjs/interceptors'
import { FetchInterceptor } from '@mswjs/interceptors/fetch'
import { WebSocketInterceptor } from '@mswjs/interceptors/WebSocket'
import { API_BASE } from '../src/contract/endpoint.ts'
import { isLiveAddress, ticketOf } from './live-address.ts'
import type { WorldClient } from './worker/world-client.ts'

/**
 * Puts the simulated world behind `fetch` and `WebSocket` of this page. It uses the engine that MSW itself stands on, without
 * MSW's service worker: nothing to register, no file to serve, the same on https, plain http and any sub-path, and
 * 12 kB instead of 149 kB gzip. Requests that are not of the contract go to the network untouched.
 */
export function interceptInPage(world: WorldClient): void {
  const fetches = new FetchInterceptor()
  fetches.apply()
  // The engine waits for what a listener returns, although its type says that nothing comes back.
  fetches.on('request', ({ request, controller }): unknown => answerRequest(world, request, controller))
  const sockets = new WebSocketInterceptor()
  sockets.apply()
  sockets.on('connection', ({ client, server }) => {
    if (!isLiveAddress(client.url)) return server.connect()
    const transport = {
      send: (message: string | ArrayBuffer) => client.send(message),
      close: (code: number, reason: string) => client.close(code, reason),
    }
    const link = world.connect(transport, ticketOf(client.url))
    client.addEventListener('message', (event) => link.receive(event.data))
    client.addEventListener('close', () => link.end())
  })
}

async function answerRequest(world: WorldClient, request: Request, controller: RequestController): Promise<void> {
  if (!new URL(request.url).pathname.includes(`${API_BASE}/`)) return
  try {
    controller.respondWith(await world.answer(request))
  } catch (error) {
    controller.errorWith(error instanceof Error ? error : new TypeError(String(error)))
  }
}
