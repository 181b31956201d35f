import { CELL_MS, HOUR_MS } from './civil.ts'
import { DayCache, DayTotals } from './day-cache.ts'
import type { Demand } from './demand.ts'
import type { EnergyFrame, Grid } from './grid.ts'
import type { Supply } from './supply.ts'
import type { Weather } from './weather.ts'
import { FIRST_DAY, type WorldTime } from './world-time.ts'

const NODE_MS = 300_000

/** Registers of every meter at one instant, kWh and kvarh since the first day. */
export interface EnergyTotals {
  meter: Float64Array
  solar: Float64Array
  feeder: Float64Array
  powerTransformer: Float64Array
  powerTransformerVar: Float64Array
  hv: Float64Array
  hvVar: Float64Array
}
const KEYS = ['meter', 'solar', 'feeder', 'powerTransformer', 'powerTransformerVar', 'hv', 'hvVar'] as const
export type EnergyKey = (typeof KEYS)[number]

/** Running integrals of one day at hours 0 to 24 of what has no closed form: losses and reactive power. */
interface HourDay {
  rates: Float64Array
  sums: Float64Array
}

/**
 * Energy registers as integrals of the rates. Loads and solar have closed sums; losses are integrated hour by hour;
 * from the first event on, everything is integrated node by node, so that a register never runs backwards.
 */
export class EnergyRegisters {
  private readonly grid: Grid
  private readonly demand: Demand
  private readonly weather: Weather
  private readonly supply: Supply
  private readonly time: WorldTime
  private readonly frame: EnergyFrame
  private readonly lossWidth: number
  private readonly hours: DayCache<HourDay>
  private readonly lossTotals: DayTotals
  private readonly solarMembers: number[]
  private readonly imports: DayCache<Float64Array>
  private readonly importTotals: DayTotals
  private readonly nodes: { tMs: number; totals: EnergyTotals; rates: Float64Array[] }[] = []
  private readonly firstMs: number
  private readonly feederMembers: number[][]
  private readonly hvMembers: number[][]
  private lastMs = Number.NaN
  private last: EnergyTotals | null = null

  constructor(grid: Grid, demand: Demand, weather: Weather, supply: Supply, time: WorldTime, firstMs: number) {
    this.grid = grid
    this.demand = demand
    this.weather = weather
    this.supply = supply
    this.time = time
    this.firstMs = firstMs
    this.frame = grid.createFrame()
    const f = this.frame
    this.lossWidth = f.feeder.length + 2 * f.powerTransformer.length + 2 * f.hv.length
    this.hours = new DayCache(48, (day) => this.buildHours(day))
    this.lossTotals = new DayTotals(FIRST_DAY, this.lossWidth, (day, out) => {
      out.set(this.buildHours(day).sums.subarray(24 * this.lossWidth, 25 * this.lossWidth))
    })
    const { topology } = grid
    const feederOf = (c: number): number => topology.feederOfTransformer[topology.transformerOf[c] ?? -1] ?? -1
    const members = [...topology.consumers.keys()]
    this.feederMembers = topology.feeders.map((_, feeder) => members.filter((c) => feederOf(c) === feeder))
    this.hvMembers = topology.hvConnections.map((_, hv) => members.filter((c) => topology.hvOf[c] === hv))
    this.solarMembers = [...grid.solarGain.keys()].filter((c) => (grid.solarGain[c] ?? 0) > 0)
    this.imports = new DayCache(48, (day) => this.buildImports(day))
    const width = this.solarMembers.length
    this.importTotals = new DayTotals(FIRST_DAY, width, (day, out) => {
      out.set(this.buildImports(day).subarray(96 * width, 97 * width))
    })
  }

  /** Losses and reactive power of a frame, as one row. */
  private fillRates(row: Float64Array): void {
    const f = this.frame
    const { topology } = this.grid
    let at = 0
    for (let i = 0; i < f.feeder.length; i++) row[at + i] = f.feeder[i] ?? 0
    for (let c = 0; c < f.meter.length; c++) {
      const feeder = topology.feederOfTransformer[topology.transformerOf[c] ?? -1] ?? -1
      if (feeder >= 0) row[at + feeder] = (row[at + feeder] ?? 0) - (f.meter[c] ?? 0)
    }
    at += f.feeder.length
    for (let i = 0; i < f.powerTransformer.length; i++) row[at + i] = f.powerTransformer[i] ?? 0
    for (let i = 0; i < f.feeder.length; i++) {
      const above = topology.powerTransformerOfFeeder[i] ?? -1
      if (above >= 0) row[at + above] = (row[at + above] ?? 0) - (f.feeder[i] ?? 0)
    }
    at += f.powerTransformer.length
    row.set(f.powerTransformerVar, at)
    at += f.powerTransformer.length
    for (let i = 0; i < f.hv.length; i++) row[at + i] = f.hv[i] ?? 0
    for (let c = 0; c < f.meter.length; c++) {
      const hv = topology.hvOf[c] ?? -1
      if (hv >= 0) row[at + hv] = (row[at + hv] ?? 0) - (f.meter[c] ?? 0)
    }
    row.set(f.hvVar, at + f.hv.length)
  }

  private buildHours(day: number): HourDay {
    const w = this.lossWidth
    const rates = new Float64Array(25 * w)
    const sums = new Float64Array(25 * w)
    const start = this.time.startOf(day)
    for (let h = 0; h <= 24; h++) {
      this.grid.compute(this.frame, start + h * HOUR_MS, 'plain')
      this.fillRates(rates.subarray(h * w, (h + 1) * w))
      if (h === 0) continue
      for (let i = 0; i < w; i++) {
        sums[h * w + i] = (sums[(h - 1) * w + i] ?? 0) + ((rates[(h - 1) * w + i] ?? 0) + (rates[h * w + i] ?? 0)) / 2
      }
    }
    return { rates, sums }
  }

  /** Import of consumers with solar: positive part of load less sun, quarter hour by quarter hour. */
  private buildImports(day: number): Float64Array {
    const members = this.solarMembers
    const sums = new Float64Array(97 * members.length)
    const start = this.time.startOf(day)
    const previous = new Float64Array(members.length)
    for (let k = 0; k <= 96; k++) {
      const t = start + k * CELL_MS
      const sun = this.weather.plainIrradianceAt(t)
      members.forEach((c, i) => {
        const net = this.grid.plainLoad(c, t) - (this.grid.solarGain[c] ?? 0) * sun
        if (k > 0) {
          const before = sums[(k - 1) * members.length + i] ?? 0
          sums[k * members.length + i] = before + positiveArea(previous[i] ?? 0, net, 1) / 4
        }
        previous[i] = net
      })
    }
    return sums
  }

  private createTotals(): EnergyTotals {
    const f = this.frame
    const of = (like: Float64Array): Float64Array => new Float64Array(like.length)
    return {
      meter: of(f.meter),
      solar: of(f.solar),
      feeder: of(f.feeder),
      powerTransformer: of(f.powerTransformer),
      powerTransformerVar: of(f.powerTransformerVar),
      hv: of(f.hv),
      hvVar: of(f.hvVar),
    }
  }

  /** Column of the row of losses and reactive power that a register needs. */
  private columnOf(key: Exclude<EnergyKey, 'meter' | 'solar'>, i: number): number {
    const feeders = this.frame.feeder.length
    const transformers = this.frame.powerTransformer.length
    const hvs = this.frame.hv.length
    switch (key) {
      case 'feeder':
        return i
      case 'powerTransformer':
        return feeders + i
      case 'powerTransformerVar':
        return feeders + transformers + i
      case 'hv':
        return feeders + 2 * transformers + i
      case 'hvVar':
        return feeders + 2 * transformers + hvs + i
    }
  }

  /** Integral of a column since the first day. */
  private lossTotal(column: number, tMs: number): number {
    const w = this.lossWidth
    const day = this.time.dayOf(tMs)
    const hour = this.time.sinceMidnight(tMs) / HOUR_MS
    const today = this.hours.get(day)
    const h = Math.min(23, Math.floor(hour))
    const u = hour - h
    const a = today.rates[h * w + column] ?? 0
    const b = today.rates[(h + 1) * w + column] ?? 0
    const inDay = (today.sums[h * w + column] ?? 0) + a * u + ((b - a) * u * u) / 2
    return (this.lossTotals.before(day)[column] ?? 0) + inDay
  }

  /** Load less sun of one consumer since the first day, kWh; negative parts count. */
  private netTotal(c: number, tMs: number): number {
    const load = (this.grid.topology.consumers[c]?.powerKw ?? 0) * this.demand.loadHours(c, tMs)
    const gain = this.grid.solarGain[c] ?? 0
    return gain === 0 ? load : load - gain * this.weather.irradianceHours(tMs)
  }

  private netOf(members: readonly number[] | undefined, tMs: number): number {
    let sum = 0
    for (const c of members ?? []) sum += this.netTotal(c, tMs)
    return sum
  }

  private plainTotal(key: EnergyKey, i: number, tMs: number): number {
    switch (key) {
      case 'meter':
        return (this.grid.solarGain[i] ?? 0) > 0 ? this.importTotal(i, tMs) : this.netTotal(i, tMs)
      case 'solar':
        return (this.grid.solarGain[i] ?? 0) * this.weather.irradianceHours(tMs)
      case 'feeder':
        return this.netOf(this.feederMembers[i], tMs) + this.lossTotal(this.columnOf(key, i), tMs)
      case 'powerTransformer': {
        let sum = this.lossTotal(this.columnOf(key, i), tMs)
        this.grid.topology.powerTransformerOfFeeder.forEach((above, feeder) => {
          if (above === i) sum += this.plainTotal('feeder', feeder, tMs)
        })
        return sum
      }
      case 'hv':
        return this.netOf(this.hvMembers[i], tMs) + this.lossTotal(this.columnOf(key, i), tMs)
      case 'powerTransformerVar':
      case 'hvVar':
        return this.lossTotal(this.columnOf(key, i), tMs)
    }
  }

  private importTotal(c: number, tMs: number): number {
    const members = this.solarMembers
    const i = members.indexOf(c)
    const day = this.time.dayOf(tMs)
    const x = this.time.sinceMidnight(tMs) / CELL_MS
    const k = Math.floor(x)
    const start = this.time.startOf(day) + k * CELL_MS
    const gain = this.grid.solarGain[c] ?? 0
    const a = this.grid.plainLoad(c, start) - gain * this.weather.plainIrradianceAt(start)
    const b = this.grid.plainLoad(c, tMs) - gain * this.weather.plainIrradianceAt(tMs)
    const inDay = (this.imports.get(day)[k * members.length + i] ?? 0) + positiveArea(a, b, x - k) / 4
    return (this.importTotals.before(day)[i] ?? 0) + inDay
  }

  private plainAt(tMs: number): EnergyTotals {
    const totals = this.createTotals()
    for (const key of KEYS) {
      const out = totals[key]
      for (let i = 0; i < out.length; i++) out[i] = this.plainTotal(key, i, tMs)
    }
    return totals
  }

  /** One register at an instant, kWh or kvarh since the first day. */
  totalOf(key: EnergyKey, i: number, tMs: number): number {
    if (tMs <= this.firstMs) return this.plainTotal(key, i, tMs)
    if (tMs !== this.lastMs || this.last === null) {
      this.last = this.disturbedAt(tMs)
      this.lastMs = tMs
    }
    return this.last[key][i] ?? 0
  }

  private ratesAt(tMs: number): Float64Array[] {
    this.grid.compute(this.frame, tMs, 'smooth')
    return KEYS.map((key) => {
      const values = Float64Array.from(this.frame[key])
      return key === 'meter' ? values.map((value) => Math.max(0, value)) : values
    })
  }

  private disturbedAt(tMs: number): EnergyTotals {
    if (this.nodes.length === 0) {
      const totals = this.plainAt(this.firstMs)
      this.nodes.push({ tMs: this.firstMs, totals, rates: this.ratesAt(this.firstMs) })
    }
    for (;;) {
      const node = this.nodes[this.nodes.length - 1]
      if (node === undefined) return this.createTotals()
      const next = this.nextNode(node.tMs)
      if (next > tMs) break
      this.nodes.push(this.step(node, next))
    }
    let low = 0
    let high = this.nodes.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.nodes[middle]?.tMs ?? 0) <= tMs) low = middle
      else high = middle - 1
    }
    const node = this.nodes[low]
    return node === undefined ? this.createTotals() : this.step(node, tMs).totals
  }

  /** Nodes stand on every fifth minute and just before and at each step of the supply. */
  private nextNode(tMs: number): number {
    let next = (Math.floor(tMs / NODE_MS) + 1) * NODE_MS
    for (const step of this.supply.stepsMs) {
      if (step - 1 > tMs) next = Math.min(next, step - 1)
      else if (step > tMs) next = Math.min(next, step)
    }
    return next
  }

  private step(
    node: { tMs: number; totals: EnergyTotals; rates: Float64Array[] },
    tMs: number,
  ): { tMs: number; totals: EnergyTotals; rates: Float64Array[] } {
    const rates = this.ratesAt(tMs)
    const hours = (tMs - node.tMs) / HOUR_MS
    const totals = this.createTotals()
    KEYS.forEach((key, k) => {
      const from = node.totals[key]
      const a = node.rates[k]
      const b = rates[k]
      const to = totals[key]
      for (let i = 0; i < to.length; i++) to[i] = (from[i] ?? 0) + (((a?.[i] ?? 0) + (b?.[i] ?? 0)) / 2) * hours
    })
    return { tMs, totals, rates }
  }
}

/** Integral of the positive part of a straight line from a to b over a width. */
function positiveArea(a: number, b: number, width: number): number {
  if (a >= 0 && b >= 0) return ((a + b) / 2) * width
  if (a <= 0 && b <= 0) return 0
  const positive = Math.max(a, b)
  return ((positive * positive) / (2 * Math.abs(a - b))) * width
}
