import type { SimulationParams } from '../park/simulation-file.ts'
import { CELL_MS } from './civil.ts'
import type { Demand } from './demand.ts'
import { curveAt } from './events.ts'
import { streamOf, unitOf } from './hash.ts'
import { Ripple } from './ripple.ts'
import type { Supply } from './supply.ts'
import type { Topology } from './topology.ts'
import type { Weather } from './weather.ts'

/** Everything electrical at one instant. kW and kvar; import positive. */
export interface EnergyFrame {
  load: Float64Array
  solar: Float64Array
  meter: Float64Array
  meterVar: Float64Array
  transformer: Float64Array
  transformerVar: Float64Array
  feeder: Float64Array
  feederVar: Float64Array
  powerTransformer: Float64Array
  powerTransformerVar: Float64Array
  hv: Float64Array
  hvVar: Float64Array
}

/** `plain`: the undisturbed park without fast movement. `smooth`: with events. `full`: as measured. */
export type FrameMode = 'plain' | 'smooth' | 'full'

const KEPT_CELLS = 8
const RIPPLE_SHARE = 0.025
const SOLAR_RIPPLE_SHARE = 0.05
/** Capacitors on the 22 kV bus carry this share of the reactive load. */
const COMPENSATION = 0.45

/** Loads of all consumers at both ends of a quarter hour. */
interface Cell {
  startMs: number
  from: Float64Array
  to: Float64Array
}

interface Rating {
  ratedKva: number
  noLoadKw: number
  loadLossKw: number
}

/** The 22 kV grid: consumers' loads and rooftop solar up to the 110 kV side, with losses by formula. */
export class Grid {
  readonly topology: Topology
  private readonly demand: Demand
  private readonly weather: Weather
  private readonly supply: Supply
  private readonly baseKw: Float64Array
  private readonly tanPhi: Float64Array
  /** kW of each solar plant per W/m2 of sun. */
  readonly solarGain: Float64Array
  private readonly ratings: Map<string, Rating>
  private readonly transformerRating: Rating[]
  private readonly powerRating: Rating[]
  private readonly feederLoss: Float64Array
  private readonly hvLoss: Float64Array
  private readonly ripple: Ripple
  private readonly solarRipple: Ripple
  readonly storage: readonly { transformer: number; powerAt(tMs: number): number }[]
  private readonly cells: Cell[]
  private readonly scratch: EnergyFrame
  private nextCell = 0

  constructor(
    topology: Topology,
    parameters: SimulationParams,
    demand: Demand,
    weather: Weather,
    supply: Supply,
    seed: number,
    storage: Grid['storage'],
  ) {
    this.storage = storage
    this.topology = topology
    this.demand = demand
    this.weather = weather
    this.supply = supply
    const { consumers } = topology
    const { energy } = parameters
    const soiling = streamOf(seed, 'soiling')
    this.baseKw = Float64Array.from(consumers, (consumer) => consumer.powerKw)
    this.tanPhi = Float64Array.from(consumers, (c) => Math.sqrt(1 / c.powerFactor ** 2 - 1))
    this.solarGain = Float64Array.from(
      consumers,
      (c, i) => (c.solarKwp / 1000) * energy.solarPerformanceRatio * (0.94 + 0.08 * unitOf(soiling, i)),
    )
    this.ratings = new Map(
      energy.transformers.map((t) => [
        t.assetId,
        { ratedKva: t.ratedMva * 1000, noLoadKw: t.noLoadKw, loadLossKw: t.loadLossKw },
      ]),
    )
    this.transformerRating = topology.transformers.map((id) => this.ratingOf(id, 2500))
    this.powerRating = topology.powerTransformers.map((id) => this.ratingOf(id, 63_000))
    this.limitSolar()
    this.feederLoss = new Float64Array(topology.feeders.length)
    this.hvLoss = new Float64Array(topology.hvConnections.length)
    this.spreadLosses(energy)
    this.scratch = this.createFrame()
    this.cells = Array.from({ length: KEPT_CELLS }, () => this.createCell())
    this.ripple = new Ripple(streamOf(seed, 'load ripple'), consumers.length)
    this.solarRipple = new Ripple(streamOf(seed, 'solar ripple'), consumers.length)
  }

  /** Rating of a transformer, or one of its class when the park does not say. */
  ratingOf(assetId: string, otherwiseKva: number): Rating {
    return (
      this.ratings.get(assetId) ?? {
        ratedKva: otherwiseKva,
        noLoadKw: otherwiseKva * 0.001,
        loadLossKw: otherwiseKva * 0.008,
      }
    )
  }

  /** A transformer takes no more sun than its rating: larger plants behind it are throttled. */
  private limitSolar(): void {
    const brightest = 1060
    this.topology.transformers.forEach((_, i) => {
      const members = [...this.topology.transformerOf.keys()].filter((c) => this.topology.transformerOf[c] === i)
      const peakKw = members.reduce((sum, c) => sum + (this.solarGain[c] ?? 0), 0) * brightest
      const room = (0.9 * (this.transformerRating[i]?.ratedKva ?? 0)) / Math.max(1, peakKw)
      if (room < 1) for (const c of members) this.solarGain[c] = (this.solarGain[c] ?? 0) * room
    })
  }

  /** Cable resistance from the loss at mean load: loss = factor · P² / mean P. */
  private spreadLosses(energy: SimulationParams['energy']): void {
    const { topology } = this
    const feederMean = new Float64Array(topology.feeders.length)
    const hvMean = new Float64Array(topology.hvConnections.length)
    topology.consumers.forEach((consumer, c) => {
      const feeder = topology.feederOfTransformer[topology.transformerOf[c] ?? -1] ?? -1
      const hv = topology.hvOf[c] ?? -1
      if (feeder >= 0) feederMean[feeder] = (feederMean[feeder] ?? 0) + consumer.powerKw
      if (hv >= 0) hvMean[hv] = (hvMean[hv] ?? 0) + consumer.powerKw
    })
    topology.feeders.forEach((id, f) => {
      const factor = energy.feeders.find((feeder) => feeder.assetId === id)?.lossFactor ?? 0.015
      this.feederLoss[f] = factor / Math.max(1, feederMean[f] ?? 0)
    })
    topology.hvConnections.forEach((id, h) => {
      const factor = energy.hvConnections.find((hv) => hv.assetId === id)?.lossFactor ?? 0.008
      this.hvLoss[h] = factor / Math.max(1, hvMean[h] ?? 0)
    })
  }

  createFrame(): EnergyFrame {
    const { consumers, transformers, feeders, powerTransformers, hvConnections } = this.topology
    return {
      load: columnFor(consumers),
      solar: columnFor(consumers),
      meter: columnFor(consumers),
      meterVar: columnFor(consumers),
      transformer: columnFor(transformers),
      transformerVar: columnFor(transformers),
      feeder: columnFor(feeders),
      feederVar: columnFor(feeders),
      powerTransformer: columnFor(powerTransformers),
      powerTransformerVar: columnFor(powerTransformers),
      hv: columnFor(hvConnections),
      hvVar: columnFor(hvConnections),
    }
  }

  private cellOf(tMs: number): Cell {
    const startMs = Math.floor(tMs / CELL_MS) * CELL_MS
    for (const cell of this.cells) if (cell.startMs === startMs) return cell
    const slot = this.cells[this.nextCell] ?? this.createCell()
    this.nextCell = (this.nextCell + 1) % this.cells.length
    slot.startMs = startMs
    this.demand.fillCell(startMs, slot.from, slot.to)
    return slot
  }

  private createCell(): Cell {
    const count = this.topology.consumers.length
    return { startMs: Number.NaN, from: new Float64Array(count), to: new Float64Array(count) }
  }

  /** Relative load of one consumer before events, kW (no fast movement). */
  plainLoad(c: number, tMs: number): number {
    return (this.baseKw[c] ?? 0) * this.demand.loadAt(c, tMs)
  }

  /** Fills load, solar and meter of one consumer. */
  private fillConsumer(
    frame: EnergyFrame,
    c: number,
    relative: number,
    sun: number,
    tMs: number,
    mode: FrameMode,
  ): void {
    let load = (this.baseKw[c] ?? 0) * relative
    let solar = (this.solarGain[c] ?? 0) * sun
    if (mode !== 'plain') {
      const loadLoss = this.supply.loadLoss[c]
      const solarLoss = this.supply.solarLoss[c]
      if (loadLoss != null) load *= 1 - curveAt(loadLoss, tMs)
      if (solarLoss != null) solar *= 1 - curveAt(solarLoss, tMs)
      if (mode === 'full') {
        load *= 1 + RIPPLE_SHARE * this.ripple.at(c)
        if (solar > 0) solar *= 1 + SOLAR_RIPPLE_SHARE * this.solarRipple.at(c)
      }
    }
    frame.load[c] = load
    frame.solar[c] = solar
    frame.meter[c] = load - solar
    frame.meterVar[c] = load * (this.tanPhi[c] ?? 0)
  }

  private prepare(tMs: number, mode: FrameMode): number {
    if (mode === 'full') {
      this.ripple.moveTo(tMs)
      this.solarRipple.moveTo(tMs)
    }
    return mode === 'plain' ? this.weather.plainIrradianceAt(tMs) : this.weather.irradianceAt(tMs)
  }

  /** One consumer alone, in a frame that is used again: cheap, for its own meter. Read it at once. */
  consumerAt(c: number, tMs: number, mode: FrameMode): EnergyFrame {
    const sun = this.prepare(tMs, mode)
    this.fillConsumer(this.scratch, c, this.demand.loadAt(c, tMs), sun, tMs, mode)
    return this.scratch
  }

  /** Fills a frame. Losses are formulas of the instant, so every sum closes exactly. */
  compute(frame: EnergyFrame, tMs: number, mode: FrameMode): void {
    const sun = this.prepare(tMs, mode)
    const { from, to } = this.cellOf(tMs)
    const u = tMs / CELL_MS - Math.floor(tMs / CELL_MS)
    const count = this.topology.consumers.length
    for (let c = 0; c < count; c++) {
      const a = from[c] ?? 0
      this.fillConsumer(frame, c, a + ((to[c] ?? 0) - a) * u, sun, tMs, mode)
    }
    this.addUp(frame, tMs, mode)
  }

  private addUp(frame: EnergyFrame, tMs: number, mode: FrameMode): void {
    const { topology } = this
    frame.transformer.fill(0)
    frame.transformerVar.fill(0)
    frame.feeder.fill(0)
    frame.feederVar.fill(0)
    frame.powerTransformer.fill(0)
    frame.powerTransformerVar.fill(0)
    frame.hv.fill(0)
    frame.hvVar.fill(0)
    addTo(frame.transformer, frame.transformerVar, topology.transformerOf, frame.meter, frame.meterVar)
    addTo(frame.hv, frame.hvVar, topology.hvOf, frame.meter, frame.meterVar)
    this.storage.forEach((unit) => {
      if (unit.transformer < 0) return
      frame.transformer[unit.transformer] = (frame.transformer[unit.transformer] ?? 0) - unit.powerAt(tMs)
    })
    const disturbed = mode !== 'plain' && tMs >= this.supply.firstMs
    for (let i = 0; i < frame.transformer.length; i++) {
      const own = topology.feederOfTransformer[i] ?? -1
      const feeder = disturbed && own >= 0 ? this.supply.carrierAt(own, tMs) : own
      const rating = this.transformerRating[i]
      if (feeder < 0 || rating === undefined) continue
      addLosses(frame.transformer, frame.transformerVar, i, rating, 0.05, 0.012)
      frame.feeder[feeder] = (frame.feeder[feeder] ?? 0) + (frame.transformer[i] ?? 0)
      frame.feederVar[feeder] = (frame.feederVar[feeder] ?? 0) + (frame.transformerVar[i] ?? 0)
    }
    for (let f = 0; f < frame.feeder.length; f++) {
      const p = frame.feeder[f] ?? 0
      const loss = (this.feederLoss[f] ?? 0) * p * p
      frame.feeder[f] = p + loss
      frame.feederVar[f] = (frame.feederVar[f] ?? 0) + 0.8 * loss
      const above = topology.powerTransformerOfFeeder[f] ?? -1
      if (above < 0) continue
      frame.powerTransformer[above] = (frame.powerTransformer[above] ?? 0) + (frame.feeder[f] ?? 0)
      const compensated = (frame.feederVar[f] ?? 0) * (1 - COMPENSATION)
      frame.powerTransformerVar[above] = (frame.powerTransformerVar[above] ?? 0) + compensated
    }
    for (let i = 0; i < frame.powerTransformer.length; i++) {
      const rating = this.powerRating[i]
      if (rating !== undefined) addLosses(frame.powerTransformer, frame.powerTransformerVar, i, rating, 0.11, 0.004)
    }
    for (let h = 0; h < frame.hv.length; h++) {
      const p = frame.hv[h] ?? 0
      const loss = (this.hvLoss[h] ?? 0) * p * p
      frame.hv[h] = p + loss
      frame.hvVar[h] = (frame.hvVar[h] ?? 0) * (1 - COMPENSATION) + 4 * loss
    }
  }
}

/** Zeroed column of a frame for a list of assets. */
function columnFor(list: readonly unknown[]): Float64Array {
  return new Float64Array(list.length)
}

function addTo(p: Float64Array, q: Float64Array, of: Int32Array, fromP: Float64Array, fromQ: Float64Array): void {
  for (let c = 0; c < of.length; c++) {
    const at = of[c] ?? -1
    if (at < 0) continue
    p[at] = (p[at] ?? 0) + (fromP[c] ?? 0)
    q[at] = (q[at] ?? 0) + (fromQ[c] ?? 0)
  }
}

/** No-load plus copper loss, with the leakage and magnetising reactive power. */
function addLosses(
  p: Float64Array,
  q: Float64Array,
  i: number,
  rating: Rating,
  leakage: number,
  magnetising: number,
): void {
  const active = p[i] ?? 0
  const reactive = q[i] ?? 0
  const square = (active * active + reactive * reactive) / (rating.ratedKva * rating.ratedKva)
  p[i] = active + rating.noLoadKw + rating.loadLossKw * square
  q[i] = reactive + rating.ratedKva * (magnetising + leakage * square)
}
