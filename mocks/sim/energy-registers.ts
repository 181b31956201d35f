import { HOUR_MS } from './civil.ts'
import type { Demand } from './demand.ts'
import type { EnergyFrame, Grid } from './grid.ts'
import { LossIntegral } from './loss-integral.ts'
import { NodeExport } from './node-export.ts'
import { SolarImport } from './solar-import.ts'
import type { Supply } from './supply.ts'
import type { Weather } from './weather.ts'
import type { WorldTime } from './world-time.ts'

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

interface Node {
  tMs: number
  totals: EnergyTotals
  rates: Float64Array[]
}

/**
 * Energy registers as integrals of the rates. Loads and solar have closed sums; losses are integrated step by step;
 * from the first event on, everything is integrated node by node, so that a register never runs backwards.
 */
export class EnergyRegisters {
  private readonly grid: Grid
  private readonly demand: Demand
  private readonly weather: Weather
  private readonly supply: Supply
  private readonly frame: EnergyFrame
  private readonly losses: LossIntegral
  private readonly imports: SolarImport
  private readonly feederExports: NodeExport
  private readonly transformerExports: NodeExport
  private readonly nodes: Node[] = []
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
    this.firstMs = firstMs
    this.frame = grid.createFrame()
    this.losses = new LossIntegral(grid, time)
    this.imports = new SolarImport(grid, demand, weather, time)
    const { topology } = grid
    const feederOf = (c: number): number => topology.feederOfTransformer[topology.transformerOf[c] ?? -1] ?? -1
    const members = [...topology.consumers.keys()]
    this.feederMembers = topology.feeders.map((_, feeder) => members.filter((c) => feederOf(c) === feeder))
    this.hvMembers = topology.hvConnections.map((_, hv) => members.filter((c) => topology.hvOf[c] === hv))
    const feeders = this.feederMembers.map((list, i) => ({
      members: list,
      lossAt: (tMs: number) => this.losses.rateAt('feeder', i, tMs),
    }))
    const transformers = topology.powerTransformers.map((_, i) => {
      const own = feeders.filter((_feeder, f) => topology.powerTransformerOfFeeder[f] === i)
      return {
        members: own.flatMap((feeder) => feeder.members),
        lossAt: (tMs: number) =>
          own.reduce((sum, feeder) => sum + feeder.lossAt(tMs), this.losses.rateAt('powerTransformer', i, tMs)),
      }
    })
    this.feederExports = new NodeExport(grid, demand, weather, time, feeders)
    this.transformerExports = new NodeExport(grid, demand, weather, time, transformers)
  }

  private createTotals(): EnergyTotals {
    const f = this.frame
    return {
      meter: new Float64Array(f.meter.length),
      solar: new Float64Array(f.solar.length),
      feeder: new Float64Array(f.feeder.length),
      powerTransformer: new Float64Array(f.powerTransformer.length),
      powerTransformerVar: new Float64Array(f.powerTransformerVar.length),
      hv: new Float64Array(f.hv.length),
      hvVar: new Float64Array(f.hvVar.length),
    }
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
    if (key === 'meter') {
      return (this.grid.solarGain[i] ?? 0) > 0 ? this.imports.at(i, tMs) : this.netTotal(i, tMs)
    }
    if (key === 'solar') return (this.grid.solarGain[i] ?? 0) * this.weather.irradianceHours(tMs)
    const extra = this.losses.at(key, i, tMs)
    if (key === 'feeder') return extra + this.netOf(this.feederMembers[i], tMs) + this.feederExports.at(i, tMs)
    if (key === 'hv') return extra + this.netOf(this.hvMembers[i], tMs)
    if (key !== 'powerTransformer') return extra
    let sum = extra + this.transformerExports.at(i, tMs)
    this.grid.topology.powerTransformerOfFeeder.forEach((above, feeder) => {
      if (above !== i) return
      sum += this.netOf(this.feederMembers[feeder], tMs) + this.losses.at('feeder', feeder, tMs)
    })
    return sum
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
      return key === 'meter' || key === 'feeder' || key === 'powerTransformer'
        ? values.map((value) => Math.max(0, value))
        : values
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

  private step(node: Node, tMs: number): Node {
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
