import { CELL_MS } from './civil.ts'
import { bitsOf } from './hash.ts'

/**
 * Fast movement around the quarter-hour line: four sines with whole periods in the cell, so that they are zero at its
 * ends (no step) and their integral over the cell is zero (registers need not know them).
 */
const PERIODS = [2, 7, 31, 113] as const
const WEIGHTS = [0.5, 0.35, 0.22, 0.18] as const

export class Ripple {
  private cell = Number.NaN
  private u = Number.NaN
  private readonly sines = new Float64Array(4)
  private readonly amplitudes: Float64Array
  private readonly stream: number

  constructor(stream: number, count: number) {
    this.stream = stream
    this.amplitudes = new Float64Array(count * 4)
  }

  /** Moves to an instant; `at` then answers for it. */
  moveTo(tMs: number): void {
    const cell = Math.floor(tMs / CELL_MS)
    const u = tMs / CELL_MS - cell
    if (u !== this.u) {
      this.u = u
      for (let k = 0; k < 4; k++) this.sines[k] = Math.sin(2 * Math.PI * (PERIODS[k] ?? 1) * u)
    }
    if (cell === this.cell) return
    this.cell = cell
    const count = this.amplitudes.length / 4
    for (let i = 0; i < count; i++) {
      const bits = bitsOf(this.stream, i, cell)
      for (let k = 0; k < 4; k++) {
        this.amplitudes[4 * i + k] = (WEIGHTS[k] ?? 0) * (((bits >>> (8 * k)) & 255) / 127.5 - 1)
      }
    }
  }

  /** Relative movement of one member, about -1 to 1. */
  at(i: number): number {
    const a = this.amplitudes
    const s = this.sines
    return (
      (a[4 * i] ?? 0) * (s[0] ?? 0) +
      (a[4 * i + 1] ?? 0) * (s[1] ?? 0) +
      (a[4 * i + 2] ?? 0) * (s[2] ?? 0) +
      (a[4 * i + 3] ?? 0) * (s[3] ?? 0)
    )
  }
}
