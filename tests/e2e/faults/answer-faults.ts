import type { ServerResponse } from 'node:http'
import { POISON } from './line-faults.ts'

/** An answer of the server as the relay holds it. */
export interface HeldAnswer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** How an answer goes wrong on its way. `elsewhere` asks for another address instead. */
export interface AnswerFault {
  send: (answer: HeldAnswer, response: ServerResponse) => void | Promise<void>
  elsewhere?: (path: string) => string
}

export function sendAnswer({ status, headers, body }: HeldAnswer, response: ServerResponse): void {
  response.writeHead(status, { ...headers, 'content-length': String(body.length) }).end(body)
}

/** A refusal with everything of the right answer in its body: nothing of that may be shown. */
function refusal(status: number, more: Record<string, string> = {}): AnswerFault {
  return {
    send: ({ headers }, response) => {
      const body = Buffer.from(
        JSON.stringify({ type: 'about:blank', title: 'Refused by the fault suite', status, value: POISON }),
      )
      sendAnswer(
        { status, headers: { ...headers, ...more, 'content-type': 'application/problem+json' }, body },
        response,
      )
    },
  }
}

/** Numbers become text and poison: each is a break of the contract. */
function corrupted(value: unknown): unknown {
  if (typeof value === 'number') return `${POISON}`
  if (Array.isArray(value)) return value.map(corrupted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, corrupted(item)]))
}

function damaged(change: (text: string) => string): AnswerFault {
  return {
    send: (answer, response) => {
      sendAnswer({ ...answer, body: Buffer.from(change(answer.body.toString('utf8'))) }, response)
    },
  }
}

/** Faults of what the server answers to questions, tickets for the live channel included. */
export const ANSWER_FAULTS = {
  'are refused with 401': refusal(401),
  'are refused with 403': refusal(403),
  'are refused with 409': refusal(409),
  'are put off with 429 and Retry-After': refusal(429, { 'retry-after': '2' }),
  'fail with 500': refusal(500),
  'fail with 503': refusal(503),
  'stop half-way': {
    send: ({ status, headers, body }, response) => {
      response.writeHead(status, { ...headers, 'content-length': String(body.length) })
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy())
    },
  },
  'are cut short': damaged((text) => text.slice(0, Math.floor(text.length * 0.8))),
  'are the page of a proxy': damaged(() => `<html><body>Please sign in, ${POISON}</body></html>`),
  'have fields of another type': damaged((text) => JSON.stringify(corrupted(JSON.parse(text)))),
  "are another park's": {
    elsewhere: (path) => path.replace('/parks/bau-bang', '/parks/long-duc'),
    send: sendAnswer,
  },
  'come late': {
    send: async (answer, response) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      sendAnswer(answer, response)
    },
  },
} as const satisfies Record<string, AnswerFault>
