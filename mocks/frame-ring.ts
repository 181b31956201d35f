/** One message of the live channel that can be replayed, with the sequence it carries. */
export interface RingEntry<T> {
  seq: number
  item: T
}

/** The last frames of a park, for clients that come back after a short loss. */
export class FrameRing<T> {
  readonly capacity: number
  #entries: RingEntry<T>[] = []

  constructor(capacity: number) {
    this.capacity = capacity
  }

  push(seq: number, item: T): void {
    this.#entries.push({ seq, item })
    if (this.#entries.length > this.capacity) this.#entries.shift()
  }

  clear(): void {
    this.#entries = []
  }

  /**
   * Everything after `lastSeq` up to `newestSeq`, or null when any of it is missing.
   * An empty list means that the client has missed nothing.
   */
  since(lastSeq: number, newestSeq: number): RingEntry<T>[] | null {
    if (lastSeq > newestSeq) return null
    const missed = this.#entries.filter((entry) => entry.seq > lastSeq)
    return missed.length === newestSeq - lastSeq ? missed : null
  }
}
