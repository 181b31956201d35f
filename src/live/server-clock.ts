const WINDOW = 9
/** A time stamp this far ahead of the estimate, or behind the previous stamp, is doubted until it is confirmed. */
const DOUBT_AHEAD_MS = 5000
const DOUBT_BACK_MS = 1000
const CONFIRMATIONS = 3

export interface ClockReading {
  /** Server time to reckon with for this frame. */
  timeMs: number
  /** Not zero when the server's clock was found to have been set: how far it moved. */
  stepMs: number
}

/**
 * Estimates the server's clock from the stamps of its frames: the median of recent differences to the
 * local clock. It never refuses data: a stamp that contradicts the estimate is replaced by the estimate
 * until three in a row agree, and then the estimate follows.
 */
export class ServerClock {
  #offsets: number[] = []
  #offsetMs = 0
  #lastMs = Number.NEGATIVE_INFINITY
  #doubted: number[] = []

  get known(): boolean {
    return this.#offsets.length > 0
  }

  /** Server time minus local time, milliseconds. */
  get offsetMs(): number {
    return this.#offsetMs
  }

  /** Estimated server time at a local time. */
  at(localMs: number): number {
    return localMs + this.#offsetMs
  }

  /** Takes the server time of one frame and says with which time to reckon. */
  observe(serverMs: number, receivedMs: number): ClockReading {
    const offset = serverMs - receivedMs
    if (this.known && this.#isDoubtful(serverMs, receivedMs)) {
      this.#doubted.push(offset)
      if (this.#doubted.length > CONFIRMATIONS) this.#doubted.shift()
      if (!this.#isConfirmed()) return { timeMs: Math.max(this.at(receivedMs), this.#lastMs), stepMs: 0 }
      const stepMs = offset - this.#offsetMs
      this.#offsets = []
      this.#accept(offset, serverMs)
      return { timeMs: serverMs, stepMs }
    }
    this.#accept(offset, serverMs)
    return { timeMs: serverMs, stepMs: 0 }
  }

  #isDoubtful(serverMs: number, receivedMs: number): boolean {
    // Old stamps are normal while a server replays what was missed, as long as they go forward.
    return serverMs > this.at(receivedMs) + DOUBT_AHEAD_MS || serverMs < this.#lastMs - DOUBT_BACK_MS
  }

  #isConfirmed(): boolean {
    if (this.#doubted.length < CONFIRMATIONS) return false
    return Math.max(...this.#doubted) - Math.min(...this.#doubted) <= DOUBT_AHEAD_MS
  }

  #accept(offset: number, serverMs: number): void {
    this.#doubted = []
    this.#offsets.push(offset)
    if (this.#offsets.length > WINDOW) this.#offsets.shift()
    const sorted = this.#offsets.toSorted((a, b) => a - b)
    this.#offsetMs = sorted[sorted.length >> 1] ?? offset
    this.#lastMs = serverMs
  }
}
