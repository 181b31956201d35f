import type { Recording } from '../src/contract/readings.ts'
import { type ParkHost, offsetMs } from './park-host.ts'

type Frame = Recording['frames'][number]

/** Frames of the past, one after the other: all points in the first, in each later one those that had changed. */
export class Recorder {
  readonly #park: ParkHost
  readonly #values: Float64Array
  readonly #times: Float64Array
  readonly #qualities: Uint8Array
  #isFirst = true

  constructor(park: ParkHost) {
    this.#park = park
    const { length } = park.world.points
    this.#values = new Float64Array(length)
    this.#times = new Float64Array(length)
    this.#qualities = new Uint8Array(length)
  }

  frameAt(timeMs: number): Frame {
    const frame: Frame = { t: timeMs, ids: [], values: [], timeOffsets: [], quality: [] }
    for (let index = 0; index < this.#values.length; index++) {
      const { value, sourceTimeMs, quality } = this.#park.reportedAt(index, timeMs)
      const same =
        Object.is(value, this.#values[index]) &&
        sourceTimeMs === this.#times[index] &&
        quality === this.#qualities[index]
      if (same && !this.#isFirst) continue
      this.#values[index] = value
      this.#times[index] = sourceTimeMs
      this.#qualities[index] = quality
      frame.ids.push(index)
      frame.values.push(Number.isFinite(value) ? value : null)
      frame.timeOffsets.push(offsetMs(sourceTimeMs, timeMs))
      frame.quality.push(quality)
    }
    this.#isFirst = false
    return frame
  }
}
