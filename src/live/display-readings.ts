import { Listeners } from '../lib/listeners.ts'
import type { Scheduler } from '../lib/scheduler.ts'
import { isSameReading, readPoint } from './live-reading.ts'
import type { LiveReading, LiveStore } from './live-store.ts'

/** Numbers on screen change at most this often, so that they can be read. */
export const DISPLAY_INTERVAL_MS = 1000

/**
 * What screens show of the store: at most one publication a second, and between two publications every
 * reader sees the same reading object, so that React neither tears nor renders twice.
 */
export class DisplayReadings {
  readonly #store: LiveStore
  readonly #scheduler: Scheduler
  readonly #listeners = new Listeners()
  readonly #cache = new Map<number, { generation: number; reading: LiveReading | null }>()
  readonly #stopStore: () => void
  #generation = 0
  #ticks = 0
  #nowMs: number
  #publishedAtMs = Number.NEGATIVE_INFINITY
  #pageNowMs: number
  #pageAtMs = Number.NEGATIVE_INFINITY
  #cancelTimer: (() => void) | null = null
  #frozen = false
  #stopped = false

  /**
   * Shortest time between two values of `pageNowMs`. A replay at 600 times would otherwise have pages ask for another
   * day of history each second.
   */
  pageIntervalMs = 0

  /** `follows`: publish when the store changes; without it only `publish` does. */
  constructor(store: LiveStore, scheduler: Scheduler, follows = true) {
    this.#store = store
    this.#scheduler = scheduler
    this.#nowMs = store.serverNowMs
    this.#pageNowMs = this.#nowMs
    this.#stopStore = follows ? store.subscribe(() => this.#request()) : () => undefined
  }

  /** Grows at each publication, frozen or not. */
  get ticks(): number {
    return this.#ticks
  }

  /** Server time of the last publication. */
  get nowMs(): number {
    return this.#nowMs
  }

  /** The same for what moves by the minute and more: the ends of charts and tables. */
  get pageNowMs(): number {
    return this.#pageNowMs
  }

  subscribe = (listener: () => void): (() => void) => this.#listeners.add(listener)

  /** Reading of a point as of the last publication; the same object until what it shows changes. */
  read(index: number): LiveReading | null {
    const cached = this.#cache.get(index)
    if (cached !== undefined && (cached.generation === this.#generation || this.#frozen)) return cached.reading
    const fresh = readPoint(this.#store, index, this.#nowMs)
    const reading = cached !== undefined && isSameReading(cached.reading, fresh) ? cached.reading : fresh
    this.#cache.set(index, { generation: this.#generation, reading })
    return reading
  }

  /** Publishes now, whatever the interval: for the first values of all and after a release. */
  publish(): void {
    if (this.#stopped) return
    this.#cancelTimer?.()
    this.#cancelTimer = null
    this.#publishedAtMs = this.#scheduler.now()
    this.#nowMs = this.#store.serverNowMs
    if (this.#publishedAtMs - this.#pageAtMs >= this.pageIntervalMs) {
      this.#pageNowMs = this.#nowMs
      this.#pageAtMs = this.#publishedAtMs
    }
    this.#ticks += 1
    if (!this.#frozen) this.#generation += 1
    this.#listeners.notify()
  }

  /** Called once a second, so that ages and the clock go on when nothing arrives. */
  tick(): void {
    this.#request()
  }

  /** Holds every reading as it is shown now, or lets go. Time goes on: `nowMs` is not held. */
  setFrozen(frozen: boolean): void {
    if (frozen === this.#frozen) return
    // Readings that nobody has looked at yet are held as well.
    if (frozen) for (let index = 0; index < this.#store.size; index++) this.read(index)
    this.#frozen = frozen
    if (!frozen) this.publish()
  }

  stop(): void {
    this.#stopped = true
    this.#cancelTimer?.()
    this.#stopStore()
  }

  #request(): void {
    if (this.#cancelTimer !== null || this.#stopped) return
    const elapsed = this.#scheduler.now() - this.#publishedAtMs
    // A clock that was set back must not stop the screen.
    if (elapsed >= DISPLAY_INTERVAL_MS || elapsed < 0) return this.publish()
    this.#cancelTimer = this.#scheduler.after(DISPLAY_INTERVAL_MS - elapsed, () => this.publish())
  }
}
