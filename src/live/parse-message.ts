import { SERVER_FRAME } from '../contract/compiled.ts'
import type { ReadingsJson, ServerFrame } from '../contract/live.ts'
import { type ReadingsFrame, decodeReadings } from '../contract/readings-frame.ts'

export type ServerMessage = { type: 'columns'; frame: ReadingsFrame } | Exclude<ServerFrame, { type: 'readings' }>
export type ParsedMessage = { ok: true; message: ServerMessage } | { ok: false; reason: string; sample: string }

/** Parses what came through the socket, binary or text. Never throws. */
export function parseMessage(data: unknown): ParsedMessage {
  if (data instanceof ArrayBuffer) {
    const result = decodeReadings(data)
    if (result.ok) return { ok: true, message: { type: 'columns', frame: result.frame } }
    return { ok: false, reason: `frame-${result.error}`, sample: result.detail }
  }
  if (typeof data !== 'string') return { ok: false, reason: 'frame-type', sample: Object.prototype.toString.call(data) }
  let json: unknown
  try {
    json = JSON.parse(data)
  } catch {
    return { ok: false, reason: 'frame-json', sample: data }
  }
  const parsed = SERVER_FRAME.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { ok: false, reason: `frame-${issue?.path.join('.') || 'shape'}`, sample: `${issue?.message}: ${data}` }
  }
  if (parsed.data.type !== 'readings') return { ok: true, message: parsed.data }
  const frame = columnsOf(parsed.data)
  if (typeof frame === 'string') return { ok: false, reason: 'frame-columns', sample: frame }
  return { ok: true, message: { type: 'columns', frame } }
}

/** The JSON form as the same columns as the binary one, or what is wrong with it. */
function columnsOf(json: ReadingsJson): ReadingsFrame | string {
  const n = json.ids.length
  if (json.values.length !== n || json.timeOffsets.length !== n || json.quality.length !== n) {
    return `frame ${json.seq}: ${n} ids, ${json.values.length} values, ${json.timeOffsets.length} times`
  }
  if (!Number.isFinite(json.t) || json.t < 0 || json.t > 8.64e15) return `frame ${json.seq}: t ${json.t}`
  return {
    seq: json.seq,
    t: json.t,
    indices: Uint32Array.from(json.ids, (id) => Math.min(id, 0xffffffff)),
    values: Float64Array.from(json.values, (value) => value ?? Number.NaN),
    // Clamped, so that an absurd offset stays absurd instead of wrapping round into a likely one.
    timeOffsetsMs: Int32Array.from(json.timeOffsets, (offset) => Math.max(-0x80000000, Math.min(offset, 0x7fffffff))),
    quality: Uint8Array.from(json.quality),
  }
}
