import { LIVE_INTERVAL_MS } from '../map-constants.ts'
import type { LiveValues } from '../map-types.ts'

/** Passes the store's changes on at most once a second; no change, no call. */
export class LiveTicker {
  readonly #onTick: () => void
  #live: LiveValues | null = null
  #leave: (() => void) | null = null
  #timer = 0
  #lastMs = -Infinity

  constructor(onTick: () => void) {
    this.#onTick = onTick
  }

  /** Follows another store. */
  follow(live: LiveValues | null): void {
    if (live === this.#live) return
    this.stop()
    this.#live = live
    this.#leave = live ? live.subscribe(() => this.#request()) : null
  }

  stop(): void {
    window.clearTimeout(this.#timer)
    this.#timer = 0
    this.#leave?.()
    this.#leave = null
    this.#live = null
  }

  #request(): void {
    if (this.#timer !== 0) return
    const waitMs = this.#lastMs + LIVE_INTERVAL_MS - performance.now()
    if (waitMs <= 0) {
      this.#tick()
      return
    }
    this.#timer = window.setTimeout(() => {
      this.#timer = 0
      this.#tick()
    }, waitMs)
  }

  #tick(): void {
    this.#lastMs = performance.now()
    this.#onTick()
  }
}
