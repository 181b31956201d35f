const WINDOW = 9
/** A stamp this far ahead of the estimate, or behind the previous stamp, is doubted until it is confirmed. */
const DOUBT_AHEAD_MS = 5000
const DOUBT_BACK_MS = 1000
const CONFIRMATIONS = 3
/** Two measured paces agree when they differ by less than this share. */
const PACE_TOLERANCE = 0.5

export interface ClockReading {
  /** Server time to reckon with for this frame. */
  timeMs: number
  /** Not zero when the server's clock was found to have been set: how far it moved. */
  stepMs: number
}

interface Stamp {
  serverMs: number
  localMs: number
}

/**
 * Estimates the server's clock from the stamps of its frames: of the recent differences to the local clock the greatest
 * but one. A frame can only come late, so that the least delayed tells the clock best, and one stamp that is ahead of
 * its server does not count. It never refuses data: a stamp that contradicts the estimate is replaced by the estimate
 * until three in a row agree, and then the estimate follows. A server whose time runs faster than ours (a
 * simulated park at speed) has no steady difference; its clock is then simply the newest stamp.
 */
export class ServerClock {
  #stamps: Stamp[] = []
  #offsetMs = 0
  #doubted: Stamp[] = []
  /** Server milliseconds for one of ours while the server's time runs at another pace; 0 at our own. */
  #pace = 0

  get known(): boolean {
    return this.#stamps.length > 0
  }

  /** Whether the server's time runs at another pace than ours. */
  get isPaced(): boolean {
    return this.#pace !== 0
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
  observe(serverMs: number, localMs: number): ClockReading {
    const stamp = { serverMs, localMs }
    const last = this.#stamps.at(-1)
    if (last === undefined || !this.#isDoubtful(stamp, last)) {
      this.#accept(stamp)
      return { timeMs: serverMs, stepMs: 0 }
    }
    this.#doubted.push(stamp)
    if (this.#doubted.length > CONFIRMATIONS) this.#doubted.shift()
    const isSet = isFull(this.#doubted) && spreadOf(this.#doubted) <= DOUBT_AHEAD_MS
    const pace = isFull(this.#doubted) ? commonPace(this.#doubted) : 0
    if (!isSet && pace === 0) return { timeMs: Math.max(this.at(localMs), last.serverMs), stepMs: 0 }
    const stepMs = serverMs - this.at(localMs)
    this.#pace = isSet ? 0 : pace
    this.#stamps = []
    this.#accept(stamp)
    return { timeMs: serverMs, stepMs }
  }

  #isDoubtful({ serverMs, localMs }: Stamp, last: Stamp): boolean {
    // Old stamps are normal while a server replays what was missed, as long as they go forward.
    if (serverMs < last.serverMs - DOUBT_BACK_MS) return true
    const pacedMs = 2 * this.#pace * Math.max(0, localMs - last.localMs)
    return serverMs > this.at(localMs) + DOUBT_AHEAD_MS + pacedMs
  }

  #accept(stamp: Stamp): void {
    this.#doubted = []
    this.#stamps.push(stamp)
    if (this.#stamps.length > WINDOW) this.#stamps.shift()
    const recent = this.#stamps.slice(-CONFIRMATIONS)
    if (this.isPaced && isFull(recent)) {
      this.#pace = spreadOf(recent) <= DOUBT_BACK_MS ? 0 : commonPace(recent) || this.#pace
      if (!this.isPaced) this.#stamps = recent
    }
    this.#offsetMs = this.isPaced ? stamp.serverMs - stamp.localMs : leastDelayed(this.#stamps)
  }
}

function isFull(stamps: readonly Stamp[]): boolean {
  return stamps.length >= CONFIRMATIONS
}

/** How far the differences between server and local time lie apart. */
function spreadOf(stamps: readonly Stamp[]): number {
  const offsets = stamps.map(({ serverMs, localMs }) => serverMs - localMs)
  return Math.max(...offsets) - Math.min(...offsets)
}

/** Pace at which all stamps follow each other, 0 when they do not agree on one. */
function commonPace(stamps: readonly Stamp[]): number {
  const paces = stamps.slice(1).map((stamp, i) => {
    const before = stamps[i] ?? stamp
    return (stamp.serverMs - before.serverMs) / (stamp.localMs - before.localMs)
  })
  const least = Math.min(...paces)
  const most = Math.max(...paces)
  return least > 0 && Number.isFinite(most) && most - least <= PACE_TOLERANCE * most ? most : 0
}

function leastDelayed(stamps: readonly Stamp[]): number {
  const sorted = stamps.map(({ serverMs, localMs }) => serverMs - localMs).toSorted((a, b) => a - b)
  return sorted.at(-2) ?? sorted[0] ?? 0
}
