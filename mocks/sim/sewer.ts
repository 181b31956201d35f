import type { SimulationParams } from '../park/simulation-file.ts'
import { HOUR_MS } from './civil.ts'
import type { Demand } from './demand.ts'
import type { Topology } from './topology.ts'
import type { Weather } from './weather.ts'
import { type LostWater, WeightedFlow } from './weighted-flow.ts'
import { FIRST_DAY, type WorldTime } from './world-time.ts'

/** Water leaves as wastewater a quarter of an hour to an hour after it was used: lag and share. */
const LAGS: readonly (readonly [number, number])[] = [
  [0.25 * HOUR_MS, 0.25],
  [0.5 * HOUR_MS, 0.35],
  [0.75 * HOUR_MS, 0.25],
  [1.25 * HOUR_MS, 0.15],
]
/** Rain finds its way through manholes over some hours. */
const RAIN_LAGS: readonly (readonly [number, number])[] = [
  [0.5 * HOUR_MS, 0.3],
  [1 * HOUR_MS, 0.3],
  [2 * HOUR_MS, 0.2],
  [4 * HOUR_MS, 0.2],
]
const EQUALISATION_HOURS = 8
const SLUDGE_WATER_SHARE = 0.012

/** A flow that follows another by fixed lags. */
class LaggedFlow {
  private readonly flow: WeightedFlow

  constructor(flow: WeightedFlow) {
    this.flow = flow
  }

  at(tMs: number): number {
    let sum = 0
    for (const [lag, share] of LAGS) sum += share * this.flow.at(tMs - lag)
    return sum
  }

  totalAt(tMs: number): number {
    let sum = 0
    for (const [lag, share] of LAGS) sum += share * this.flow.totalAt(tMs - lag)
    return sum
  }

  between(fromMs: number, toMs: number): number {
    let sum = 0
    for (const [lag, share] of LAGS) sum += share * this.flow.between(fromMs - lag, toMs - lag)
    return sum
  }
}

/** Wastewater from the tenants' sewers to the outfall: discharge, infiltration, rain, equalisation, reuse. */
export class SewerSystem {
  readonly topology: Topology
  private readonly demand: Demand
  private readonly time: WorldTime
  private readonly weather: Weather
  private readonly lost: LostWater
  private readonly plant: SimulationParams['wastewater']['plant']
  private readonly dischargeM3H: Float64Array
  private readonly reclaimedM3H: Float64Array
  private readonly all: LaggedFlow
  private readonly codLoad: LaggedFlow
  private readonly lifts: LaggedFlow[]
  private readonly reclaimedAll: WeightedFlow
  readonly meanM3H: number
  readonly meanCod: number

  constructor(
    topology: Topology,
    parameters: SimulationParams,
    demand: Demand,
    time: WorldTime,
    lost: LostWater,
    weather: Weather,
  ) {
    this.topology = topology
    this.demand = demand
    this.time = time
    this.lost = lost
    this.weather = weather
    this.plant = parameters.wastewater.plant
    const { consumers } = topology
    this.dischargeM3H = Float64Array.from(consumers, (c) => c.dischargeM3PerDay / 24)
    this.reclaimedM3H = Float64Array.from(consumers, (c) =>
      c.reclaimedMeterId === null ? 0 : c.reclaimedM3PerDay / 24,
    )
    const flowOf = (weights: Float64Array): LaggedFlow => new LaggedFlow(new WeightedFlow(demand, time, weights, lost))
    this.all = flowOf(this.dischargeM3H)
    this.codLoad = flowOf(this.dischargeM3H.map((q, c) => q * (consumers[c]?.codMgL ?? 0)))
    this.reclaimedAll = new WeightedFlow(demand, time, this.reclaimedM3H, lost)
    this.lifts = topology.liftStations.map((_, lift) => {
      const weights = this.dischargeM3H.map((q, c) => (this.passes(c, lift) ? q : 0))
      return flowOf(weights)
    })
    this.meanM3H = Math.max(
      1,
      this.dischargeM3H.reduce((sum, q) => sum + q, 0),
    )
    this.meanCod = this.dischargeM3H.reduce((sum, q, c) => sum + q * (consumers[c]?.codMgL ?? 0), 0) / this.meanM3H
  }

  private passes(consumer: number, lift: number): boolean {
    for (let at = this.topology.liftOf[consumer] ?? -1; at >= 0; at = this.topology.liftAbove[at] ?? -1) {
      if (at === lift) return true
    }
    return false
  }

  /** Discharge of one tenant, m3/h. */
  dischargeAt(c: number, tMs: number): number {
    let sum = 0
    for (const [lag, share] of LAGS) {
      sum += share * (this.demand.waterAt(c, tMs - lag) - this.lost.rateAt(c, tMs - lag))
    }
    return (this.dischargeM3H[c] ?? 0) * sum
  }

  dischargeTotal(c: number, tMs: number): number {
    let sum = 0
    for (const [lag, share] of LAGS) {
      sum += share * (this.demand.waterHours(c, tMs - lag) - this.lost.hoursAt(c, tMs - lag))
    }
    return (this.dischargeM3H[c] ?? 0) * sum
  }

  allDischargeAt(tMs: number): number {
    return this.all.at(tMs)
  }

  /** Flow that arrives at a lift station, m3/h. */
  liftAt(lift: number, tMs: number): number {
    return (this.lifts[lift]?.at(tMs) ?? 0) + (this.rainAt(tMs) * this.liftShare(lift)) / 2
  }

  /** Wastewater that arrives at a lift station from one time to a later one, rain apart, m3. */
  liftBetween(lift: number, fromMs: number, toMs: number): number {
    return this.lifts[lift]?.between(fromMs, toMs) ?? 0
  }

  private liftShare(lift: number): number {
    let sum = 0
    this.dischargeM3H.forEach((q, c) => {
      if (this.passes(c, lift)) sum += q
    })
    return sum / this.meanM3H
  }

  /** Groundwater that seeps in, m3/h: more in the rainy months. */
  infiltrationAt(): number {
    return this.plant.infiltrationShare * this.meanM3H
  }

  /** Rain in the sewers, m3/h. */
  rainAt(tMs: number): number {
    let sum = 0
    for (const [lag, share] of RAIN_LAGS) sum += share * this.weather.rainAt(tMs - lag)
    return sum * this.plant.rainM3PerMm
  }

  private rainTotal(tMs: number): number {
    let sum = 0
    for (const [lag, share] of RAIN_LAGS) sum += share * this.weather.rainTotal(tMs - lag)
    return sum * this.plant.rainM3PerMm
  }

  /** Inflow of the central plant, m3/h. */
  inflowAt(tMs: number): number {
    return this.all.at(tMs) + this.infiltrationAt() + this.rainAt(tMs)
  }

  /** Volume that has reached the plant since the first day, m3. */
  inflowTotal(tMs: number): number {
    const hours = (tMs - this.time.startOf(FIRST_DAY)) / HOUR_MS
    return this.all.totalAt(tMs) + this.infiltrationAt() * hours + this.rainTotal(tMs)
  }

  /** Flow through the biological stage, m3/h: the equalisation tank spreads the inflow over eight hours. */
  treatedAt(tMs: number): number {
    let sum = 0
    for (let hour = 1; hour <= EQUALISATION_HOURS; hour++) sum += this.inflowAt(tMs - hour * HOUR_MS)
    return sum / EQUALISATION_HOURS
  }

  treatedTotal(tMs: number): number {
    let sum = 0
    for (let hour = 1; hour <= EQUALISATION_HOURS; hour++) sum += this.inflowTotal(tMs - hour * HOUR_MS)
    return sum / EQUALISATION_HOURS
  }

  /** Water in the equalisation tanks, m3: what came in and has not gone on. */
  equalisedAt(tMs: number): number {
    return this.inflowTotal(tMs) - this.treatedTotal(tMs)
  }

  /** Treated water that consumers take back, m3/h. */
  reclaimedAt(tMs: number): number {
    return this.reclaimedAll.at(tMs)
  }

  reclaimedTotal(tMs: number): number {
    return this.reclaimedAll.totalAt(tMs)
  }

  reclaimedMeterAt(c: number, tMs: number): number {
    return (this.reclaimedM3H[c] ?? 0) * (this.demand.waterAt(c, tMs) - this.lost.rateAt(c, tMs))
  }

  /** Outfall, m3/h: treated water less reuse and the water in sludge. */
  outfallAt(tMs: number): number {
    return Math.max(0, this.treatedAt(tMs) * (1 - SLUDGE_WATER_SHARE) - this.reclaimedAt(tMs))
  }

  outfallTotal(tMs: number): number {
    return this.treatedTotal(tMs) * (1 - SLUDGE_WATER_SHARE) - this.reclaimedTotal(tMs)
  }

  /** COD of the raw wastewater over its mean, as it was half a day ago: what the effluent answers to. */
  relativeCodAt(tMs: number): number {
    const past = tMs - this.plant.residenceHours * HOUR_MS * 0.5
    const flow = this.all.at(past)
    return flow <= 0 ? 1 : this.codLoad.at(past) / flow / Math.max(1, this.meanCod)
  }

  /** Load of the plant over its mean. */
  relativeLoadAt(tMs: number): number {
    return this.treatedAt(tMs) / (this.meanM3H * (1 + this.plant.infiltrationShare))
  }
}
