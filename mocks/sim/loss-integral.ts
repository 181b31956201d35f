import { HOUR_MS } from './civil.ts'
import { DayCache, DayTotals } from './day-cache.ts'
import type { EnergyFrame, Grid } from './grid.ts'
import { FIRST_DAY, type WorldTime } from './world-time.ts'

const STEP_HOURS = 2
const STEPS = 24 / STEP_HOURS

/** What has no closed integral: losses by node and the reactive power of the 110 kV side. */
export type LossKey = 'feeder' | 'powerTransformer' | 'powerTransformerVar' | 'hv' | 'hvVar'

/**
 * Integrals of losses and reactive power before events. Rates are taken every two hours, straight between them;
 * losses are a few per cent of the energy, so the step costs less than a thousandth of it.
 */
export class LossIntegral {
  private readonly grid: Grid
  private readonly time: WorldTime
  private readonly frame: EnergyFrame
  private readonly width: number
  private readonly starts: Readonly<Record<LossKey, number>>
  private readonly days: DayCache<Float32Array>
  private readonly totals: DayTotals

  constructor(grid: Grid, time: WorldTime) {
    this.grid = grid
    this.time = time
    this.frame = grid.createFrame()
    const feeders = this.frame.feeder.length
    const transformers = this.frame.powerTransformer.length
    const firstHv = feeders + 2 * transformers
    this.starts = {
      feeder: 0,
      powerTransformer: feeders,
      powerTransformerVar: feeders + transformers,
      hv: firstHv,
      hvVar: firstHv + this.frame.hv.length,
    }
    const w = firstHv + 2 * this.frame.hv.length
    this.width = w
    this.days = new DayCache(1600, (day) => this.buildDay(day))
    this.totals = new DayTotals(FIRST_DAY, w, (day, out) => {
      const rates = this.days.get(day)
      for (let s = 0; s < STEPS; s++) {
        for (let i = 0; i < w; i++) {
          out[i] = (out[i] ?? 0) + (((rates[s * w + i] ?? 0) + (rates[(s + 1) * w + i] ?? 0)) / 2) * STEP_HOURS
        }
      }
    })
  }

  private buildDay(day: number): Float32Array {
    const w = this.width
    const rates = new Float32Array((STEPS + 1) * w)
    const start = this.time.startOf(day)
    for (let s = 0; s <= STEPS; s++) {
      this.grid.compute(this.frame, start + s * STEP_HOURS * HOUR_MS, 'plain')
      this.fillRow(rates.subarray(s * w, (s + 1) * w))
    }
    return rates
  }

  /** Losses of a frame: what a node takes in less what it hands on. */
  private fillRow(row: Float32Array): void {
    const f = this.frame
    const { topology } = this.grid
    row.set(f.feeder, this.starts.feeder)
    row.set(f.powerTransformer, this.starts.powerTransformer)
    row.set(f.powerTransformerVar, this.starts.powerTransformerVar)
    row.set(f.hv, this.starts.hv)
    row.set(f.hvVar, this.starts.hvVar)
    const hvStart = this.starts.hv
    for (let c = 0; c < f.meter.length; c++) {
      const feeder = topology.feederOfTransformer[topology.transformerOf[c] ?? -1] ?? -1
      const hv = topology.hvOf[c] ?? -1
      if (feeder >= 0) row[feeder] = (row[feeder] ?? 0) - (f.meter[c] ?? 0)
      if (hv >= 0) row[hvStart + hv] = (row[hvStart + hv] ?? 0) - (f.meter[c] ?? 0)
    }
    const first = this.starts.powerTransformer
    for (let i = 0; i < f.feeder.length; i++) {
      const above = topology.powerTransformerOfFeeder[i] ?? -1
      if (above >= 0) row[first + above] = (row[first + above] ?? 0) - (f.feeder[i] ?? 0)
    }
  }

  /** Rate that the integral grows with, kW or kvar. */
  rateAt(key: LossKey, i: number, tMs: number): number {
    const column = this.starts[key] + i
    const rates = this.days.get(this.time.dayOf(tMs))
    const x = this.time.sinceMidnight(tMs) / (STEP_HOURS * HOUR_MS)
    const s = Math.min(STEPS - 1, Math.floor(x))
    const a = rates[s * this.width + column] ?? 0
    return a + ((rates[(s + 1) * this.width + column] ?? 0) - a) * (x - s)
  }

  /** Integral since the first day, kWh or kvarh. */
  at(key: LossKey, i: number, tMs: number): number {
    const w = this.width
    const column = this.starts[key] + i
    const day = this.time.dayOf(tMs)
    const rates = this.days.get(day)
    const x = this.time.sinceMidnight(tMs) / (STEP_HOURS * HOUR_MS)
    const last = Math.min(STEPS - 1, Math.floor(x))
    let steps = 0
    for (let s = 0; s < last; s++) steps += ((rates[s * w + column] ?? 0) + (rates[(s + 1) * w + column] ?? 0)) / 2
    const u = x - last
    const a = rates[last * w + column] ?? 0
    const b = rates[(last + 1) * w + column] ?? 0
    return (this.totals.before(day)[column] ?? 0) + (steps + a * u + ((b - a) * u * u) / 2) * STEP_HOURS
  }
}
