import type { z } from 'zod'
import { CLOSE, LIVE_PATH, clientFrameSchema, serverFrameSchema } from '../live.ts'
import { CONTRACT_VERSION } from '../primitives.ts'
import { frameLayoutText } from './frame-layout.ts'
import { type JsonObject, schemaOf } from './json-schema.ts'

const DESCRIPTION = `One WebSocket per screen, at ${LIVE_PATH}?ticket=… with a one-time ticket of \`POST /api/v1/live/tickets\`.

1. Client \`hello\`: contract version, park, encoding, and the last applied sequence to resume from.
2. Server \`welcome\`. \`resumed\` is true only when every frame after \`lastSeq\` of the same epoch follows.
3. Client \`subscribe\`: all points or a list. It may be sent right behind \`hello\`.
4. Server: the missed frames if \`resumed\`, otherwise one \`snapshot\`, the state after the frame of its \`seq\`. The
   position of a point in its \`points\` is its dense index in every \`readings\` frame until the next snapshot. Ids that
   the park does not know are left out.
5. Server: \`readings\` (binary, or JSON columns if \`hello\` asked for them), \`event\`, and \`ping\` every \`heartbeatMs\`.
   \`readings\` and \`event\` share one sequence without holes; a frame may be empty. Client answers \`ping\` with \`pong\`.
6. \`bye\` says why before the server closes.

Close codes: ${Object.entries(CLOSE)
  .map(([name, code]) => `${code} ${name}`)
  .join(', ')}. Unknown fields are tolerated on both sides, an unknown major contract version is not.`

const SUMMARIES: Readonly<Record<string, string>> = {
  hello: 'Introduces the client and asks for a resume',
  subscribe: 'Chooses points and starts the feed',
  pong: 'Answers a ping',
  welcome: 'Confirms the contract and says whether missed frames follow',
  snapshot: 'Full state; defines the dense indices',
  readings: 'Readings of one moment as JSON columns',
  event: 'Something happened that is no reading',
  ping: 'Heartbeat',
  bye: 'Why the server is about to close',
}

/** AsyncAPI 3.0 document of the live channel. */
export function buildAsyncApi(): JsonObject {
  const fromClient = messagesOf(clientFrameSchema)
  const fromServer = { ...messagesOf(serverFrameSchema), readingsBinary: binaryMessage() }
  const messages = { ...fromClient, ...fromServer }
  return {
    asyncapi: '3.0.0',
    info: { title: 'Parkscope live channel', version: CONTRACT_VERSION, description: DESCRIPTION },
    channels: {
      live: {
        address: LIVE_PATH,
        bindings: {
          ws: { query: { type: 'object', properties: { ticket: { type: 'string' } }, required: ['ticket'] } },
        },
        messages: Object.fromEntries(Object.keys(messages).map((name) => [name, refTo(name)])),
      },
    },
    operations: {
      fromClient: operationOf('receive', Object.keys(fromClient)),
      fromServer: operationOf('send', Object.keys(fromServer)),
    },
    components: { messages },
  }
}

function refTo(name: string): JsonObject {
  return { $ref: `#/components/messages/${name}` }
}

/** Seen from the server, whose document this is. */
function operationOf(action: 'send' | 'receive', names: readonly string[]): JsonObject {
  return {
    action,
    channel: { $ref: '#/channels/live' },
    messages: names.map((name) => ({ $ref: `#/channels/live/messages/${name}` })),
  }
}

function messagesOf(union: { options: readonly z.ZodObject[] }): Record<string, JsonObject> {
  return Object.fromEntries(
    union.options.map((option) => {
      const name = typeOf(option)
      const message = {
        name,
        summary: SUMMARIES[name] ?? name,
        contentType: 'application/json',
        payload: schemaOf(option),
      }
      return [name, message]
    }),
  )
}

function typeOf(option: z.ZodObject): string {
  const { properties } = schemaOf(option)
  const type: unknown = properties && typeof properties === 'object' ? Reflect.get(properties, 'type') : undefined
  const name: unknown = type && typeof type === 'object' ? Reflect.get(type, 'const') : undefined
  if (typeof name !== 'string') throw new Error('every live frame needs a literal type')
  return name
}

function binaryMessage(): JsonObject {
  return {
    name: 'readingsBinary',
    summary: 'Readings of one moment as binary columns (default)',
    contentType: 'application/octet-stream',
    description: frameLayoutText(),
    payload: { type: 'string', format: 'binary' },
  }
}
