import type { SimConsumer } from '../park/simulation-file.ts'
import { CELLS_PER_DAY, CELL_MS } from './civil.ts'
import { dayTypeOf, tetActivity } from './calendar.ts'
import { DayCache, DayTotals } from './day-cache.ts'
import { bitsOf, signedOf, smoothOf, streamOf } from './hash.ts'
import { PROFILE_IDS, type ShapeTables, WOBBLES, shapeTables } from './load-shapes.ts'
import { FIRST_DAY, type WorldTime } from './world-time.ts'

interface DemandDay {
  /** Mean level of the day per consumer (1 in an ordinary week) for power and water. */
  level: Float64Array
  /** Start of the consumer's row in the shape tables. */
  row: Int32Array
}

/** Share of consumption that never follows production: base load and people. */
const WATER_BASE = 0.2

/**
 * Undisturbed demand of consumers before losses, solar and events: a real weekly shape times the level of the day,
 * straight between quarter hours. Integrals are closed sums, so registers cost one look-up per day.
 */
export class Demand {
  private readonly consumers: readonly SimConsumer[]
  private readonly time: WorldTime
  private readonly days: DayCache<DemandDay>
  private readonly totals: DayTotals
  private readonly profiles: Int32Array
  private readonly shapes: ShapeTables
  private readonly values: Float64Array
  private readonly sums: Float64Array

  constructor(consumers: readonly SimConsumer[], time: WorldTime, seed: number) {
    this.consumers = consumers
    this.time = time
    this.shapes = shapeTables()
    this.values = this.shapes.values
    this.sums = this.shapes.sums
    this.profiles = Int32Array.from(consumers, (consumer) => Math.max(0, PROFILE_IDS.indexOf(consumer.powerProfile)))
    const stream = streamOf(seed, 'demand')
    this.days = new DayCache(1200, (day) => this.buildDay(day, stream))
    this.totals = new DayTotals(FIRST_DAY, consumers.length * 2, (day, out) => {
      for (let c = 0; c < consumers.length; c++) {
        out[2 * c] = this.unitHours(c, day, CELLS_PER_DAY, 0, 1)
        out[2 * c + 1] = this.unitHours(c, day, CELLS_PER_DAY, WATER_BASE, 1 - WATER_BASE)
      }
    })
  }

  private buildDay(day: number, stream: number): DemandDay {
    const count = this.consumers.length
    const level = new Float64Array(count)
    const row = new Int32Array(count)
    const dayType = dayTypeOf(day)
    const tet = tetActivity(day)
    for (let c = 0; c < count; c++) {
      const consumer = this.consumers[c]
      if (consumer === undefined) continue
      const around =
        consumer.shiftPattern === 'continuous'
          ? 0.5
          : consumer.powerProfile === 'utility'
            ? 0.6
            : consumer.powerProfile === 'housing'
              ? 0.3
              : 0.22
      const own = 1 + 0.05 * smoothOf(stream, day / 9 + c * 0.37, c) + 0.02 * signedOf(stream ^ 1, day, c)
      level[c] = own * (around + (1 - around) * tet)
      row[c] = this.shapes.offsetOf(this.profiles[c] ?? 0, dayType, bitsOf(stream ^ 2, day, c) % WOBBLES)
    }
    return { level, row }
  }

  /** Shape of a consumer at a knot of a day; knot 96 is the first of the next day. */
  private knot(c: number, day: number, cell: number, flat: number, follows: number): number {
    const which = cell < CELLS_PER_DAY ? this.days.get(day) : this.days.get(day + 1)
    const k = cell < CELLS_PER_DAY ? cell : cell - CELLS_PER_DAY
    return (which.level[c] ?? 0) * (flat + follows * (this.values[(which.row[c] ?? 0) + k] ?? 0))
  }

  /** Integral of the shape from midnight to `cells` (may be fractional), in hours. */
  private unitHours(c: number, day: number, cells: number, flat: number, follows: number): number {
    const whole = Math.min(CELLS_PER_DAY - 1, Math.floor(cells))
    const u = cells - whole
    const own = this.days.get(day)
    const level = own.level[c] ?? 0
    const row = own.row[c] ?? 0
    const before = level * (flat * whole + follows * (this.sums[row + whole] ?? 0))
    const a = level * (flat + follows * (this.values[row + whole] ?? 0))
    const b = this.knot(c, day, whole + 1, flat, follows)
    return (before + a * u + ((b - a) * u * u) / 2) / 4
  }

  private valueAt(c: number, tMs: number, flat: number, follows: number): number {
    const day = this.time.dayOf(tMs)
    const cells = this.time.sinceMidnight(tMs) / CELL_MS
    const cell = Math.floor(cells)
    const a = this.knot(c, day, cell, flat, follows)
    return a + (this.knot(c, day, cell + 1, flat, follows) - a) * (cells - cell)
  }

  private integralAt(c: number, tMs: number, slot: 0 | 1, flat: number, follows: number): number {
    const day = this.time.dayOf(tMs)
    const before = this.totals.before(day)[2 * c + slot] ?? 0
    return before + this.unitHours(c, day, this.time.sinceMidnight(tMs) / CELL_MS, flat, follows)
  }

  /** Mean level of a consumer's day, 1 in an ordinary week. */
  levelOf(c: number, day: number): number {
    return this.days.get(day).level[c] ?? 0
  }

  /** Load relative to the consumer's mean at one instant. */
  loadAt(c: number, tMs: number): number {
    return this.valueAt(c, tMs, 0, 1)
  }

  /** Weighted sum of all consumers' hours of mean water use from the first day to the start of a day. */
  waterHoursBefore(day: number, weights: Float64Array): number {
    const totals = this.totals.before(day)
    let sum = 0
    for (let c = 0; c < weights.length; c++) sum += (weights[c] ?? 0) * (totals[2 * c + 1] ?? 0)
    return sum
  }

  /** Weighted sum of all consumers' water use at one knot of a day: the very number that `sumWater` has there. */
  sumWaterAt(day: number, cell: number, weights: Float64Array): number {
    const over = cell === CELLS_PER_DAY
    const { level, row } = this.days.get(over ? day + 1 : day)
    const at = over ? 0 : cell
    let sum = 0
    for (let c = 0; c < weights.length; c++) {
      const scale = (weights[c] ?? 0) * (level[c] ?? 0)
      if (scale !== 0) sum += scale * (WATER_BASE + (1 - WATER_BASE) * (this.values[(row[c] ?? 0) + at] ?? 0))
    }
    return sum
  }

  /** Weighted sum of all consumers' water use at the 97 knots of a day. */
  sumWater(day: number, weights: Float64Array): Float64Array {
    const knots = new Float64Array(CELLS_PER_DAY + 1)
    const own = this.days.get(day)
    for (let c = 0; c < weights.length; c++) {
      const scale = (weights[c] ?? 0) * (own.level[c] ?? 0)
      if (scale === 0) continue
      const row = own.row[c] ?? 0
      for (let k = 0; k < CELLS_PER_DAY; k++) {
        knots[k] = (knots[k] ?? 0) + scale * (WATER_BASE + (1 - WATER_BASE) * (this.values[row + k] ?? 0))
      }
    }
    const next = this.days.get(day + 1)
    for (let c = 0; c < weights.length; c++) {
      const shape = WATER_BASE + (1 - WATER_BASE) * (this.values[next.row[c] ?? 0] ?? 0)
      knots[CELLS_PER_DAY] = (knots[CELLS_PER_DAY] ?? 0) + (weights[c] ?? 0) * (next.level[c] ?? 0) * shape
    }
    return knots
  }

  /** Loads of all consumers at the two ends of the quarter hour that starts at `cellStartMs`. */
  fillCell(cellStartMs: number, from: Float64Array, to: Float64Array): void {
    const day = this.time.dayOf(cellStartMs)
    const cell = Math.round(this.time.sinceMidnight(cellStartMs) / CELL_MS)
    const own = this.days.get(day)
    const over = cell + 1 === CELLS_PER_DAY
    const next = over ? this.days.get(day + 1) : own
    const nextCell = over ? 0 : cell + 1
    const { values } = this
    for (let c = 0; c < from.length; c++) {
      from[c] = (own.level[c] ?? 0) * (values[(own.row[c] ?? 0) + cell] ?? 0)
      to[c] = (next.level[c] ?? 0) * (values[(next.row[c] ?? 0) + nextCell] ?? 0)
    }
  }

  /** Loads of one consumer at the 97 knots of a day. */
  loadKnots(c: number, day: number, out: Float64Array): void {
    const own = this.days.get(day)
    const level = own.level[c] ?? 0
    const row = own.row[c] ?? 0
    for (let k = 0; k < CELLS_PER_DAY; k++) out[k] = level * (this.values[row + k] ?? 0)
    const next = this.days.get(day + 1)
    out[CELLS_PER_DAY] = (next.level[c] ?? 0) * (this.values[next.row[c] ?? 0] ?? 0)
  }

  /** Water use relative to the consumer's mean. It follows the load above a base. */
  waterAt(c: number, tMs: number): number {
    return this.valueAt(c, tMs, WATER_BASE, 1 - WATER_BASE)
  }

  /** Hours at mean load since the first day. */
  loadHours(c: number, tMs: number): number {
    return this.integralAt(c, tMs, 0, 0, 1)
  }

  /** Hours at mean water use since the first day. */
  waterHours(c: number, tMs: number): number {
    return this.integralAt(c, tMs, 1, WATER_BASE, 1 - WATER_BASE)
  }
}
