import { DAY_MS, dayNumberOf } from './civil.ts'

/** Registers start here: more than 800 days before any time that the product asks for. */
export const FIRST_DAY = dayNumberOf(2024, 7, 1)

/** Splits instants into the park's local day and the milliseconds since its midnight. */
export class WorldTime {
  readonly offsetMs: number

  constructor(offsetMs: number) {
    this.offsetMs = offsetMs
  }

  dayOf(tMs: number): number {
    return Math.floor((tMs + this.offsetMs) / DAY_MS)
  }

  /** Instant of the local midnight at which the day starts. */
  startOf(day: number): number {
    return day * DAY_MS - this.offsetMs
  }

  /** Milliseconds since local midnight. */
  sinceMidnight(tMs: number): number {
    return tMs + this.offsetMs - this.dayOf(tMs) * DAY_MS
  }
}
