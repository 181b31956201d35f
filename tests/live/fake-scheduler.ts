import type { Scheduler } from '../../src/lib/scheduler.ts'

interface Due {
  atMs: number
  order: number
  callback: () => void
}

const FRAME_MS = 16

/** Scheduler whose time moves only when a test says so. The machine's clock may run apart from true time. */
export class FakeScheduler implements Scheduler {
  /** True time. */
  trueMs: number
  /** What this machine's clock shows minus true time. */
  skewMs = 0
  #order = 0
  #due: Due[] = []

  constructor(startMs: number) {
    this.trueMs = startMs
  }

  now(): number {
    return this.trueMs + this.skewMs
  }

  after(delayMs: number, callback: () => void): () => void {
    this.#order += 1
    const due = { atMs: this.trueMs + delayMs, order: this.#order, callback }
    this.#due.push(due)
    return () => {
      this.#due = this.#due.filter((other) => other !== due)
    }
  }

  onFrame(callback: () => void): () => void {
    return this.after(FRAME_MS, callback)
  }

  /** Timers that are armed. */
  get pending(): number {
    return this.#due.length
  }

  /** Lets time pass, calling what falls due in order. */
  advance(ms: number): void {
    const endMs = this.trueMs + ms
    for (;;) {
      const next = this.#due.toSorted((a, b) => a.atMs - b.atMs || a.order - b.order)[0]
      if (next === undefined || next.atMs > endMs) break
      this.#due = this.#due.filter((other) => other !== next)
      this.trueMs = next.atMs
      next.callback()
    }
    this.trueMs = endMs
  }
}
