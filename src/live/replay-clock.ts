import type { StoreClock } from './live-store.ts'
import type { ClockReading } from './server-clock.ts'

/** Time of a replay: it stands where the last state or frame said, in either direction, and never runs by itself. */
export class ReplayClock implements StoreClock {
  atMs: number
  readonly offsetMs = 0
  readonly isPaced = false

  constructor(atMs: number) {
    this.atMs = atMs
  }

  at(): number {
    return this.atMs
  }

  observe(serverMs: number): ClockReading {
    this.atMs = serverMs
    return { timeMs: serverMs, stepMs: 0 }
  }
}
