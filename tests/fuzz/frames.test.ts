import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadingsFrame, decodeReadings, encodeReadings } from '../../src/contract/readings-frame.ts'
import { parseMessage } from '../../src/live/parse-message.ts'
import { alwaysHolds, hostile, mutated } from './hostile.ts'

const reading = fc.record({
  index: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  value: fc.double(),
  offsetMs: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  quality: fc.integer({ min: 0, max: 255 }),
})
const frame = fc
  .tuple(fc.nat(), fc.integer({ min: 0, max: 8.64e15 }), fc.array(reading, { maxLength: 40 }), fc.nat(40))
  .map(([seq, t, rows, wide]) => {
    const columns: ReadingsFrame = {
      seq,
      t,
      indices: Uint32Array.from(rows, ({ index }) => index),
      values: Float64Array.from(rows, ({ value }) => value),
      timeOffsetsMs: Int32Array.from(rows, ({ offsetMs }) => offsetMs),
      quality: Uint8Array.from(rows, ({ quality }) => quality),
    }
    return encodeReadings(columns, Math.min(wide, rows.length))
  })

/** What anybody may rely on after decoding: columns of one length under a sane head, or an error in words. */
function isWholeOrRefused(buffer: ArrayBuffer): boolean {
  const result = decodeReadings(buffer)
  if (!result.ok) return result.detail.length > 0
  const { seq, t, indices, values, timeOffsetsMs, quality } = result.frame
  const sameLength = [values, timeOffsetsMs, quality].every((column) => column.length === indices.length)
  return sameLength && Number.isSafeInteger(seq) && seq >= 0 && Number.isFinite(t)
}

type Damage = 'turn' | 'cut' | 'grow'

function damaged(whole: ArrayBuffer, at: number, how: Damage): ArrayBuffer {
  if (how === 'cut') return whole.slice(0, at % whole.byteLength)
  const bytes = new Uint8Array(whole.byteLength + (how === 'grow' ? 1 + (at % 64) : 0))
  bytes.set(new Uint8Array(whole))
  // A bit of the body, which the sum covers; without a body, of the magic number.
  const place = how === 'grow' ? -1 : whole.byteLength > 32 ? 32 + (at % (whole.byteLength - 32)) : 0
  if (place >= 0) bytes[place] = (bytes[place] ?? 0) ^ (1 << (at % 8))
  return bytes.buffer
}

describe('binary frames', () => {
  it('takes any bytes without throwing', () => {
    const bytes = fc.uint8Array({ maxLength: 400 })
    expect(() => alwaysHolds(bytes, (some) => isWholeOrRefused(Uint8Array.from(some).buffer))).not.toThrow()
  })

  it('refuses a frame of which one bit was turned, or that was cut, or that grew', () => {
    const cases = fc.tuple(frame, fc.nat(), fc.constantFrom<Damage>('turn', 'cut', 'grow'))
    expect(() =>
      alwaysHolds(cases, ([whole, at, how]) => {
        const broken = damaged(whole, at, how)
        return decodeReadings(whole).ok && isWholeOrRefused(broken) && !decodeReadings(broken).ok
      }),
    ).not.toThrow()
  })
})

const TEXTS: readonly unknown[] = [
  { type: 'welcome', contract: '1.0', epoch: 'e', time: '2026-11-20T00:00:00Z', resumed: false, heartbeatMs: 10_000 },
  { type: 'readings', seq: 4, t: 1, ids: [0, 1], values: [1, null], timeOffsets: [0, -5], quality: [0, 1] },
  { type: 'event', seq: 5, kind: 'alarm', data: {} },
  { type: 'heartbeat', time: '2026-11-20T00:00:00Z', seq: 5 },
]

describe('messages of the live channel', () => {
  it('is a message or a reason, whatever came', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      hostile.map((value) => JSON.stringify(value)),
    )
    const whole = fc.oneof(...TEXTS.map((good) => mutated(good).map((value) => JSON.stringify(value))))
    const odd = fc.constantFrom<unknown>(undefined, null, 7, {}, new Blob([]))
    expect(() =>
      alwaysHolds<unknown>(fc.oneof(text, whole, odd), (data) => {
        const parsed = parseMessage(data)
        if (!parsed.ok) return parsed.reason.startsWith('frame-')
        if (parsed.message.type !== 'columns') return true
        const { indices, values, timeOffsetsMs, quality } = parsed.message.frame
        return [values, timeOffsetsMs, quality].every((column) => column.length === indices.length)
      }),
    ).not.toThrow()
  })
})
