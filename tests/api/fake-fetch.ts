import { configureApi } from '../../src/api/config.ts'

export interface Asked {
  url: URL
  method: string
  body: string | null
}

type Answerer = (asked: Asked, signal: AbortSignal | null) => Response | Promise<Response>

/** Points the client at a function instead of a network; answers the list of what was asked. */
export function answerWith(answerer: Answerer, timeoutMs = 5000): Asked[] {
  const asked: Asked[] = []
  configureApi({
    baseUrl: 'http://park.test/',
    timeoutMs,
    fetch: async (input, init) => {
      const one = {
        url: new URL(input instanceof Request ? input.url : input),
        method: init?.method ?? 'GET',
        body: typeof init?.body === 'string' ? init.body : null,
      }
      asked.push(one)
      return answerer(one, init?.signal ?? null)
    },
  })
  return asked
}

export function json(value: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(value), init)
}
