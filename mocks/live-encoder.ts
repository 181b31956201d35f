import type { ServerFrame } from '../src/contract/live.ts'
import { type ReadingsFrame, encodeReadings } from '../src/contract/readings-frame.ts'
import type { FeedItem } from './park-host.ts'

export type LiveEncoding = 'binary' | 'json'
export type LiveMessage = string | ArrayBuffer

/** Turns feed items into the messages that one client asked for: its encoding, its points, its dense order. */
export class FeedEncoder {
  readonly #encoding: LiveEncoding
  /** Dense index by index of the world; null when the client takes every point in the world's order. */
  readonly #denseOf: ReadonlyMap<number, number> | null

  constructor(encoding: LiveEncoding, order: readonly number[] | null) {
    this.#encoding = encoding
    this.#denseOf = order === null ? null : new Map(order.map((index, dense) => [index, dense]))
  }

  /** A frame is sent for every sequence, empty if need be: a client sees a gap by its number alone. */
  encode(item: FeedItem): LiveMessage {
    if (item.kind === 'event') {
      const { seq, time, name, data } = item
      return JSON.stringify({ type: 'event', seq, time, name, data } satisfies ServerFrame)
    }
    const { frame, wide } = this.#denseOf === null ? item : pick(item.frame, item.wide, this.#denseOf)
    return this.#encoding === 'binary' ? encodeReadings(frame, wide) : encodeJson(frame)
  }
}

function pick(frame: ReadingsFrame, wide: number, denseOf: ReadonlyMap<number, number>) {
  const kept: number[] = []
  let keptWide = 0
  frame.indices.forEach((index, k) => {
    if (!denseOf.has(index)) return
    kept.push(k)
    if (k < wide) keptWide++
  })
  const picked: ReadingsFrame = {
    seq: frame.seq,
    t: frame.t,
    indices: Uint32Array.from(kept, (k) => denseOf.get(frame.indices[k] ?? 0) ?? 0),
    values: Float64Array.from(kept, (k) => frame.values[k] ?? Number.NaN),
    timeOffsetsMs: Int32Array.from(kept, (k) => frame.timeOffsetsMs[k] ?? 0),
    quality: Uint8Array.from(kept, (k) => frame.quality[k] ?? 0),
  }
  return { frame: picked, wide: keptWide }
}

function encodeJson(frame: ReadingsFrame): string {
  return JSON.stringify({
    type: 'readings',
    seq: frame.seq,
    t: frame.t,
    ids: Array.from(frame.indices),
    values: Array.from(frame.values, (value) => (Number.isFinite(value) ? value : null)),
    timeOffsets: Array.from(frame.timeOffsetsMs),
    quality: Array.from(frame.quality),
  } satisfies ServerFrame)
}
