import { MockBackend } from '../../../mocks/mock-backend.ts'
import type { LiveTransport } from '../../../mocks/live.ts'
import type { LiveMessage } from '../../../mocks/live-encoder.ts'
import { type ReadingsFrame, decodeReadings, encodeReadings } from '../../../src/contract/readings-frame.ts'

/** Names that a careless register may hold: markup, marks that turn the writing round, and no end. */
export const HOSTILE_NAMES = [
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>',
  '\u202E\u2067Turned round مرحبا\u200F',
  'Endless '.repeat(38).trimEnd(),
] as const

const HOUR_MS = 3_600_000
/** Reasons that every frame below is refused for, once each. */
const BAD_READINGS = [
  { name: 'unknown index', index: 9_999_999, value: 1, offsetMs: 0, quality: 0 },
  { name: 'unknown quality', index: 0, value: 1, offsetMs: 0, quality: 200 },
  { name: 'not a number', index: 1, value: Number.NaN, offsetMs: 0, quality: 0 },
  { name: 'far future', index: 2, value: 1, offsetMs: 2 * HOUR_MS, quality: 0 },
  { name: 'far past', index: 3, value: 1, offsetMs: -20 * 24 * HOUR_MS, quality: 0 },
] as const

/** A frame with readings added that cannot be, and with its own first reading twice and once more from before. */
function poisoned(frame: ReadingsFrame): ReadingsFrame {
  const [first] = frame.indices
  const again =
    first === undefined
      ? []
      : [
          {
            index: first,
            value: frame.values[0] ?? 0,
            offsetMs: frame.timeOffsetsMs[0] ?? 0,
            quality: frame.quality[0] ?? 0,
          },
          { index: first, value: 1e9, offsetMs: (frame.timeOffsetsMs[0] ?? 0) - 1000, quality: frame.quality[0] ?? 0 },
        ]
  const added = [...BAD_READINGS, ...again]
  return {
    ...frame,
    indices: Uint32Array.of(...frame.indices, ...added.map(({ index }) => index)),
    values: Float64Array.of(...frame.values, ...added.map(({ value }) => value)),
    timeOffsetsMs: Int32Array.of(...frame.timeOffsetsMs, ...added.map(({ offsetMs }) => offsetMs)),
    quality: Uint8Array.of(...frame.quality, ...added.map(({ quality }) => quality)),
  }
}

function hostile(message: LiveMessage): LiveMessage {
  if (typeof message === 'string') {
    const frame: unknown = JSON.parse(message)
    if (typeof frame !== 'object' || frame === null || Reflect.get(frame, 'type') !== 'snapshot') return message
    for (const [column, value] of [
      ['points', 'ghost.power'],
      ['values', 1],
      ['timeOffsetsMs', 0],
      ['qualities', 0],
    ] as const) {
      const list: unknown = Reflect.get(frame, column)
      if (Array.isArray(list)) list.push(value)
    }
    return JSON.stringify(frame)
  }
  const result = decodeReadings(message)
  if (!result.ok) return message
  const bad = poisoned(result.frame)
  return encodeReadings(bad, bad.indices.length)
}

/** The simulated park with a register and a field that nobody has checked. */
export class HostileBackend extends MockBackend {
  override connect(transport: LiveTransport, ticket: string | null) {
    const bad: LiveTransport = {
      send: (message) => transport.send(hostile(message)),
      close: (code, reason) => transport.close(code, reason),
    }
    return super.connect(bad, ticket)
  }

  override async answer(request: Request): Promise<Response> {
    const response = await super.answer(request)
    return new URL(request.url).pathname.endsWith('/tenants') ? renamed(response) : response
  }
}

async function renamed(response: Response): Promise<Response> {
  const page: unknown = await response.json()
  const items: unknown = typeof page === 'object' && page !== null ? Reflect.get(page, 'items') : null
  if (Array.isArray(items)) {
    for (const [at, name] of HOSTILE_NAMES.entries()) {
      const tenant: unknown = items[at]
      if (typeof tenant === 'object' && tenant !== null) Reflect.set(tenant, 'name', name)
    }
  }
  return new Response(JSON.stringify(page), { status: response.status, headers: response.headers })
}
