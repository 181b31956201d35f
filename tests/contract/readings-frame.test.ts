import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FRAME_LAYOUT } from '../../src/contract/docs/frame-layout.ts'
import { type ReadingsFrame, decodeReadings, encodeReadings, frameBytes } from '../../src/contract/readings-frame.ts'

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
const reading = fc.record({
  index: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  value: fc.float({ noDefaultInfinity: false, noNaN: false }),
  offset: int32,
  quality: fc.integer({ min: 0, max: 255 }),
})

const frames = fc
  .record({ seq: fc.maxSafeNat(), t: fc.integer({ min: 0, max: 8.64e15 }), readings: fc.array(reading), cut: fc.nat() })
  .map(({ seq, t, readings, cut }) => {
    const frame: ReadingsFrame = {
      seq,
      t,
      indices: Uint32Array.from(readings, (one) => one.index),
      values: Float64Array.from(readings, (one) => one.value),
      timeOffsetsMs: Int32Array.from(readings, (one) => one.offset),
      quality: Uint8Array.from(readings, (one) => one.quality),
    }
    return { frame, wide: readings.length === 0 ? 0 : cut % (readings.length + 1) }
  })

describe('readings frame', () => {
  it('comes back as it went out', () => {
    fc.assert(
      fc.property(frames, ({ frame, wide }) => {
        const buffer = encodeReadings(frame, wide)
        expect(buffer.byteLength).toBe(frameBytes(frame.indices.length, wide))
        expect(decodeReadings(buffer)).toEqual({ ok: true, frame })
      }),
    )
  })

  it('keeps wide values exact and the others to f32', () => {
    const frame: ReadingsFrame = {
      seq: 1,
      t: 1,
      indices: Uint32Array.of(0, 1),
      values: Float64Array.of(123_456_789.123, 123_456_789.123),
      timeOffsetsMs: new Int32Array(2),
      quality: new Uint8Array(2),
    }
    const result = decodeReadings(encodeReadings(frame, 1))
    expect(result.ok && Array.from(result.frame.values)).toEqual([123_456_789.123, Math.fround(123_456_789.123)])
  })

  it('refuses every frame that was cut, grown or changed in one byte, and never throws', () => {
    fc.assert(
      fc.property(frames, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ frame, wide }, place, change) => {
        const buffer = encodeReadings(frame, wide)
        const size = buffer.byteLength
        expect(decodeReadings(buffer.slice(0, place % size)).ok).toBe(false)
        const grown = new Uint8Array(size + 1 + (change % 40))
        grown.set(new Uint8Array(buffer))
        expect(decodeReadings(grown.buffer).ok).toBe(false)
        const changed = new Uint8Array(buffer.slice(0))
        // seq and t (bytes 8 to 23) are judged by range, not by the sum: the client counts gaps and clocks itself.
        const byte = 24 + (place % (size - 24))
        changed[byte] = (changed[byte] ?? 0) ^ change
        expect(decodeReadings(changed.buffer).ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('refuses any other bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeReadings(bytes.slice().buffer).ok).toBe(false)
      }),
    )
  })

  it.each([
    ['a negative sequence', 8, -1],
    ['a fractional sequence', 8, 1.5],
    ['a sequence that is no number', 8, Number.NaN],
    ['an absurd clock', 16, 1e300],
    ['a clock before 1970', 16, -1],
    ['a clock that is no number', 16, Number.NaN],
  ])('refuses %s', (_, offset, value) => {
    const buffer = encodeReadings(emptyFrame(), 0)
    new DataView(buffer).setFloat64(offset, value, true)
    expect(decodeReadings(buffer).ok).toBe(false)
  })

  it('is laid out as the document says', () => {
    const frame = { ...emptyFrame(), seq: 7, t: 1000, indices: Uint32Array.of(3, 4), values: Float64Array.of(0.1, 0.5) }
    const full = { ...frame, timeOffsetsMs: Int32Array.of(-5, -6), quality: Uint8Array.of(1, 2) }
    const view = new DataView(encodeReadings(full, 1))
    expect(view.getUint32(at(1), true)).toBe(2)
    expect(view.getFloat64(at(2), true)).toBe(7)
    expect(view.getFloat64(at(3), true)).toBe(1000)
    expect(view.getUint32(at(4), true)).toBe(1)
    expect(view.getFloat64(at(6), true)).toBe(0.1)
    expect(view.getUint32(at(7) + 4, true)).toBe(4)
    expect(view.getFloat32(at(8), true)).toBe(0.5)
    expect(view.getInt32(at(9), true)).toBe(-5)
    expect(view.getUint8(at(10) + 1)).toBe(2)
    expect(view.byteLength).toBe(32 + 4 * 1 + 13 * 2)
  })
})

function emptyFrame(): ReadingsFrame {
  return {
    seq: 1,
    t: 1,
    indices: new Uint32Array(),
    values: new Float64Array(),
    timeOffsetsMs: new Int32Array(),
    quality: new Uint8Array(),
  }
}

/** Byte offset of a row of the layout for two readings of which one is wide. */
function at(row: number): number {
  return evaluate(FRAME_LAYOUT[row]?.offset ?? '', 2, 1)
}

/** Value of an offset like `32+8w+4n`. */
function evaluate(offset: string, n: number, w: number): number {
  return offset.split('+').reduce((sum, term) => {
    const factor = Number.parseInt(term, 10)
    if (term.endsWith('n')) return sum + factor * n
    return sum + (term.endsWith('w') ? factor * w : factor)
  }, 0)
}
