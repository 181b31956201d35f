import type { Recording } from '../contract/readings.ts'
import type { ReadingsFrame } from '../contract/readings-frame.ts'

/** Frames of a recording as the store takes them, by their instant. Columns that do not fit leave their frame out. */
export function framesOf(recording: Recording, firstSeq: number): ReadingsFrame[] {
  return recording.frames.map((frame, k) => ({
    seq: firstSeq + k,
    t: frame.t,
    indices: Uint32Array.from(frame.ids),
    values: Float64Array.from(frame.values, (value) => value ?? Number.NaN),
    timeOffsetsMs: Int32Array.from(frame.timeOffsets),
    quality: Uint8Array.from(frame.quality),
  }))
}
