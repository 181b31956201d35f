import { CELLS_PER_DAY, CELL_MS } from './civil.ts'
import { DayCache } from './day-cache.ts'
import type { Demand } from './demand.ts'
import { type Curve, curveAt } from './events.ts'
import type { WorldTime } from './world-time.ts'

interface FlowDay {
  /** Values at the quarter hours of the day, worked out when they are first asked for: NaN until then. */
  knots: Float64Array
  /** Running integral at the knots, value times hours; with all knots once somebody asks for a part of it. */
  sums: Float64Array | null
}

/** Water that events take away from single consumers: rates and integrals. */
export class LostWater {
  private readonly demand: Demand
  readonly curves: readonly (Curve | null)[]
  readonly members: readonly number[]
  private readonly firstMs: number
  private readonly prefix = new Map<number, number[]>()

  constructor(demand: Demand, curves: readonly (Curve | null)[], firstMs: number) {
    this.demand = demand
    this.curves = curves
    this.members = [...curves.keys()].filter((c) => curves[c] != null)
    this.firstMs = firstMs
  }

  /** Share of its mean use that a consumer lacks. */
  rateAt(c: number, tMs: number): number {
    const curve = this.curves[c]
    return curve == null || tMs < this.firstMs ? 0 : this.demand.waterAt(c, tMs) * curveAt(curve, tMs)
  }

  /** Hours of mean use lost since the first event. Exact: use and loss are straight lines between breaks. */
  hoursAt(c: number, tMs: number): number {
    const curve = this.curves[c]
    if (curve == null || tMs <= this.firstMs) return 0
    let done = this.prefix.get(c)
    if (done === undefined) {
      done = [0]
      this.prefix.set(c, done)
    }
    const firstCell = Math.floor(this.firstMs / CELL_MS)
    const cell = Math.floor(tMs / CELL_MS) - firstCell
    while (done.length <= cell) {
      const start = (firstCell + done.length - 1) * CELL_MS
      done.push((done[done.length - 1] ?? 0) + this.areaOf(c, curve, start, start + CELL_MS))
    }
    return (done[cell] ?? 0) + this.areaOf(c, curve, (firstCell + cell) * CELL_MS, tMs)
  }

  private areaOf(c: number, curve: Curve, fromMs: number, toMs: number): number {
    const breaks = curve.map(([t]) => t).filter((t) => t > fromMs && t < toMs)
    const rate = (tMs: number): number => this.demand.waterAt(c, tMs) * curveAt(curve, tMs)
    let area = 0
    let a = fromMs
    for (const b of [...breaks, toMs]) {
      if (b > a) area += ((rate(a) + 4 * rate((a + b) / 2) + rate(b - 1e-3)) / 6) * (b - a)
      a = b
    }
    return area / 3_600_000
  }
}

/**
 * Sum of many consumers' water (or what follows from it) as one table of quarter hours per day. Straight lines add up,
 * so the table equals the sum of its members at every instant, and its integral equals the sum of their registers.
 */
export class WeightedFlow {
  private readonly demand: Demand
  private readonly time: WorldTime
  private readonly weights: Float64Array
  private readonly lost: LostWater
  private readonly days: DayCache<FlowDay>
  private readonly befores: DayCache<number>
  private readonly affected: readonly number[]

  constructor(demand: Demand, time: WorldTime, weights: Float64Array, lost: LostWater) {
    this.demand = demand
    this.time = time
    this.weights = weights
    this.lost = lost
    this.affected = lost.members.filter((c) => (weights[c] ?? 0) !== 0)
    this.days = new DayCache(64, () => ({ knots: new Float64Array(CELLS_PER_DAY + 1).fill(Number.NaN), sums: null }))
    // Apart: what a day needs of itself alone is there long before the sum of all days before it.
    this.befores = new DayCache(64, (day) => demand.waterHoursBefore(day, weights))
  }

  /** Value at a quarter hour of a day. A first picture asks for two of them, not for the sums of a day. */
  private knotAt(day: number, cell: number): number {
    const { knots } = this.days.get(day)
    const known = knots[cell] ?? 0
    if (!Number.isNaN(known)) return known
    const value = this.demand.sumWaterAt(day, cell, this.weights)
    knots[cell] = value
    return value
  }

  /** All values of a day, and their running integral. */
  private sumsOf(day: number): { knots: Float64Array; sums: Float64Array } {
    const own = this.days.get(day)
    if (own.sums !== null) return { knots: own.knots, sums: own.sums }
    const knots = this.demand.sumWater(day, this.weights)
    const sums = new Float64Array(knots.length)
    for (let k = 1; k < knots.length; k++) sums[k] = (sums[k - 1] ?? 0) + ((knots[k - 1] ?? 0) + (knots[k] ?? 0)) / 8
    own.knots = knots
    own.sums = sums
    return { knots, sums }
  }

  /** Rate before events. */
  plainAt(tMs: number): number {
    const x = this.time.sinceMidnight(tMs) / CELL_MS
    const i = Math.floor(x)
    const day = this.time.dayOf(tMs)
    const a = this.knotAt(day, i)
    return a + (this.knotAt(day, i + 1) - a) * (x - i)
  }

  at(tMs: number): number {
    let value = this.plainAt(tMs)
    for (const c of this.affected) value -= (this.weights[c] ?? 0) * this.lost.rateAt(c, tMs)
    return value
  }

  /** Integral before events over a whole day. */
  plainOfDay(day: number): number {
    return this.sumsOf(day).sums.at(-1) ?? 0
  }

  /** Integral before events since the last midnight. */
  plainOfToday(tMs: number): number {
    const x = this.time.sinceMidnight(tMs) / CELL_MS
    const i = Math.floor(x)
    const u = x - i
    const { knots, sums } = this.sumsOf(this.time.dayOf(tMs))
    const a = knots[i] ?? 0
    return (sums[i] ?? 0) + (a * u + (((knots[i + 1] ?? 0) - a) * u * u) / 2) / 4
  }

  /** Integral before events since the first day. */
  plainTotal(tMs: number): number {
    return this.befores.get(this.time.dayOf(tMs)) + this.plainOfToday(tMs)
  }

  /** What events have taken away since the first of them. */
  lostTotal(tMs: number): number {
    let value = 0
    for (const c of this.affected) value += (this.weights[c] ?? 0) * this.lost.hoursAt(c, tMs)
    return value
  }

  totalAt(tMs: number): number {
    return this.plainTotal(tMs) - this.lostTotal(tMs)
  }

  /** Integral from one time to a later one, worked out from the days in between alone. */
  between(fromMs: number, toMs: number): number {
    let value = this.plainOfToday(toMs) - this.plainOfToday(fromMs) - this.lostTotal(toMs) + this.lostTotal(fromMs)
    for (let day = this.time.dayOf(fromMs); day < this.time.dayOf(toMs); day++) value += this.plainOfDay(day)
    return value
  }
}
