/**
 * Binary `readings` frame, little-endian, columns:
 *
 *   offset  type     meaning
 *   0       u32      magic 0x31465350 ("PSF1")
 *   4       u32      n, number of readings
 *   8       f64      seq, a whole number
 *   16      f64      t, server time in epoch milliseconds
 *   24      u32      w, how many of the n values are f64 (wide points come first)
 *   28      u32      sum: Adler-like check of all bytes after the header (see checkOf)
 *   32      f64 × w        wide values
 *   +8w     u32 × n        dense point index, agreed in the snapshot
 *   +4n     f32 × (n − w)  the other values
 *   +4(n−w) i32 × n        source time minus t, milliseconds
 *   +4n     u8  × n        quality byte (index into QUALITIES)
 *
 * NaN stands for "no value". A frame whose length, magic or sum is wrong is refused whole.
 */
export const FRAME_MAGIC = 0x31465350
const HEADER_BYTES = 32

export interface ReadingsFrame {
  seq: number
  /** Server time, epoch milliseconds. */
  t: number
  indices: Uint32Array
  values: Float64Array
  timeOffsetsMs: Int32Array
  quality: Uint8Array
}

export type FrameError = 'too-short' | 'bad-magic' | 'bad-length' | 'bad-sum' | 'bad-sequence' | 'bad-time'
export type FrameResult = { ok: true; frame: ReadingsFrame } | { ok: false; error: FrameError; detail: string }

/** Byte length of a frame with n readings of which w are wide. */
export function frameBytes(n: number, w: number): number {
  return HEADER_BYTES + 8 * w + 4 * n + 4 * (n - w) + 4 * n + n
}

/** Fast order-sensitive sum over 32-bit words and the tail bytes. */
function checkOf(buffer: ArrayBuffer, byteOffset: number, byteLength: number): number {
  const start = byteOffset + HEADER_BYTES
  const body = byteLength - HEADER_BYTES
  const words = new Uint32Array(buffer, start, body >>> 2)
  let a = 1
  let b = 0
  for (let i = 0; i < words.length; i++) {
    a = (a + (words[i] ?? 0)) | 0
    b = (b + a) | 0
  }
  const tail = new Uint8Array(buffer, start + words.length * 4, body & 3)
  for (let i = 0; i < tail.length; i++) {
    a = (a + (tail[i] ?? 0)) | 0
    b = (b + a) | 0
  }
  return (a ^ ((b << 16) | (b >>> 16))) >>> 0
}

/** Encodes a frame whose first `wide` readings carry f64 values. */
export function encodeReadings(frame: ReadingsFrame, wide: number): ArrayBuffer {
  const n = frame.indices.length
  const buffer = new ArrayBuffer(frameBytes(n, wide))
  const head = new DataView(buffer)
  head.setUint32(0, FRAME_MAGIC, true)
  head.setUint32(4, n, true)
  head.setFloat64(8, frame.seq, true)
  head.setFloat64(16, frame.t, true)
  head.setUint32(24, wide, true)
  let at = HEADER_BYTES
  new Float64Array(buffer, at, wide).set(frame.values.subarray(0, wide))
  at += 8 * wide
  new Uint32Array(buffer, at, n).set(frame.indices)
  at += 4 * n
  new Float32Array(buffer, at, n - wide).set(frame.values.subarray(wide))
  at += 4 * (n - wide)
  new Int32Array(buffer, at, n).set(frame.timeOffsetsMs)
  at += 4 * n
  new Uint8Array(buffer, at, n).set(frame.quality)
  head.setUint32(28, checkOf(buffer, 0, buffer.byteLength), true)
  return buffer
}

/** Decodes and checks a frame; never throws. Columns are views into the buffer where alignment allows. */
export function decodeReadings(buffer: ArrayBuffer): FrameResult {
  const size = buffer.byteLength
  if (size < HEADER_BYTES)
    return { ok: false, error: 'too-short', detail: `${size} bytes, header needs ${HEADER_BYTES}` }
  const head = new DataView(buffer)
  const magic = head.getUint32(0, true)
  if (magic !== FRAME_MAGIC) return { ok: false, error: 'bad-magic', detail: `magic 0x${magic.toString(16)}` }
  const n = head.getUint32(4, true)
  const wide = head.getUint32(24, true)
  if (wide > n || frameBytes(n, wide) !== size) {
    return {
      ok: false,
      error: 'bad-length',
      detail: `${size} bytes, ${n} readings (${wide} wide) need ${frameBytes(n, wide)}`,
    }
  }
  const seq = head.getFloat64(8, true)
  if (!Number.isSafeInteger(seq) || seq < 0) return { ok: false, error: 'bad-sequence', detail: `seq ${seq}` }
  const t = head.getFloat64(16, true)
  if (!Number.isFinite(t) || t < 0 || t > 8.64e15) return { ok: false, error: 'bad-time', detail: `t ${t}` }
  const sum = head.getUint32(28, true)
  const found = checkOf(buffer, 0, size)
  if (sum !== found)
    return { ok: false, error: 'bad-sum', detail: `sum 0x${found.toString(16)}, frame says 0x${sum.toString(16)}` }
  const values = new Float64Array(n)
  let at = HEADER_BYTES
  values.set(new Float64Array(buffer, at, wide))
  at += 8 * wide
  const indices = new Uint32Array(buffer, at, n)
  at += 4 * n
  values.set(new Float32Array(buffer, at, n - wide), wide)
  at += 4 * (n - wide)
  const timeOffsetsMs = new Int32Array(buffer, at, n)
  at += 4 * n
  return { ok: true, frame: { seq, t, indices, values, timeOffsetsMs, quality: new Uint8Array(buffer, at, n) } }
}
