import days from '../../fixtures/profiles/effluent-days.json' with { type: 'json' }
import load from '../../fixtures/profiles/effluent-load.json' with { type: 'json' }
import type { SimulationParams } from '../park/simulation-file.ts'
import { DAY_MS, HOUR_MS } from './civil.ts'
import { type Curve, curveAt } from './events.ts'
import { bitsOf, smoothOf, streamOf } from './hash.ts'
import type { SewerSystem } from './sewer.ts'
import type { Weather } from './weather.ts'
import type { WorldTime } from './world-time.ts'

/** Outlet pH of the real plant over its median, permille. */
const OUTLET_PH: readonly number[] = days.outletPhTimes100.map((ph) => (1000 * ph) / 770)

export interface EffluentEffects {
  codMgL: Curve
  tssMgL: Curve
  ammoniumMgL: Curve
  oxygenLoss: Curve
}

/** Quality of the treated water: the plant's load and the day-to-day movement of a real plant. */
export class Effluent {
  private readonly sewer: SewerSystem
  private readonly weather: Weather
  private readonly time: WorldTime
  private readonly plant: SimulationParams['wastewater']['plant']
  private readonly mean: { cod: number; tss: number; ammonium: number }
  private readonly stream: number
  private readonly shift: number
  private readonly effects: EffluentEffects | null

  constructor(
    sewer: SewerSystem,
    weather: Weather,
    time: WorldTime,
    parameters: SimulationParams,
    seed: number,
    effects: EffluentEffects | null,
  ) {
    this.sewer = sewer
    this.weather = weather
    this.time = time
    this.plant = parameters.wastewater.plant
    this.effects = effects
    this.stream = streamOf(seed, 'effluent')
    this.shift = bitsOf(this.stream, 1) % days.days
    const flow = parameters.consumers.reduce((sum, c) => sum + c.dischargeM3PerDay, 0)
    const meanOf = (of: (c: SimulationParams['consumers'][number]) => number): number =>
      parameters.consumers.reduce((sum, c) => sum + c.dischargeM3PerDay * of(c), 0) / Math.max(1, flow)
    const dilution = 1 / (1 + this.plant.infiltrationShare)
    this.mean = {
      cod: meanOf((c) => c.codMgL) * this.plant.remaining.cod * dilution,
      tss: meanOf((c) => c.tssMgL) * this.plant.remaining.tss * dilution,
      ammonium: meanOf((c) => c.ammoniumMgL) * this.plant.remaining.ammonium * dilution,
    }
  }

  /** Real series of days as a factor around 1: joined by straight lines and damped to `share` of its movement. */
  private dayFactor(series: readonly number[], tMs: number, share: number): number {
    const x = (tMs + this.time.offsetMs) / DAY_MS
    const i = Math.floor(x)
    const at = (day: number): number =>
      (series[(((day + this.shift) % series.length) + series.length) % series.length] ?? 1000) / 1000
    const value = at(i) * (1 - x + i) + at(i + 1) * (x - i)
    return Math.min(1.9, Math.max(0.5, value)) ** share
  }

  private wobble(k: number, tMs: number, hours: number): number {
    return smoothOf(this.stream ^ k, tMs / (hours * HOUR_MS))
  }

  private event(key: keyof EffluentEffects, tMs: number): number {
    return this.effects === null ? 0 : curveAt(this.effects[key], tMs)
  }

  /** Chemical oxygen demand, mg/L. */
  codAt(tMs: number): number {
    const strength = 0.5 + 0.5 * this.sewer.relativeCodAt(tMs)
    const loadFactor = Math.min(1.25, Math.max(0.75, this.sewer.relativeLoadAt(tMs))) ** 0.35
    const day = this.dayFactor(days.outletCod, tMs, 0.26)
    const fast = 1 + 0.03 * this.wobble(11, tMs, 1.7) + 0.02 * this.wobble(12, tMs, 0.35)
    return this.mean.cod * strength * loadFactor * day * fast + this.event('codMgL', tMs)
  }

  /** Suspended solids, mg/L. */
  tssAt(tMs: number): number {
    const loadFactor = Math.min(1.4, Math.max(0.7, this.sewer.relativeLoadAt(tMs))) ** 0.6
    const day = this.dayFactor(days.outletSuspended, tMs, 0.35)
    const fast = 1 + 0.05 * this.wobble(21, tMs, 1.1) + 0.03 * this.wobble(22, tMs, 0.25)
    return this.mean.tss * loadFactor * day * fast + this.event('tssMgL', tMs)
  }

  /** Ammonium nitrogen, mg/L. */
  ammoniumAt(tMs: number): number {
    const loadFactor = Math.min(1.4, Math.max(0.7, this.sewer.relativeLoadAt(tMs)))
    const day = this.dayFactor(load.ammoniumPermilleOfMedian, tMs, 0.5)
    const fast = 1 + 0.06 * this.wobble(31, tMs, 2.3)
    return this.mean.ammonium * loadFactor * day * fast + this.event('ammoniumMgL', tMs)
  }

  phAt(tMs: number): number {
    const real = this.dayFactor(OUTLET_PH, tMs, 0.6)
    return this.plant.effluent.ph * real + 0.05 * this.wobble(41, tMs, 1.3)
  }

  /** Water temperature, °C: follows the air slowly. */
  temperatureAt(tMs: number): number {
    const air = (this.weather.temperatureAt(tMs - 6 * HOUR_MS) + this.weather.temperatureAt(tMs - 18 * HOUR_MS)) / 2
    return this.plant.effluent.temperatureC + 0.35 * (air - 27.5) + 0.2 * this.wobble(51, tMs, 3)
  }

  /** Dissolved oxygen in an aeration tank, mg/L: held near 2, lower under load. */
  oxygenAt(unit: number, tMs: number): number {
    const over = this.sewer.relativeLoadAt(tMs) - 1
    const held = 2.1 - 0.9 * over + 0.22 * this.wobble(60 + unit, tMs, 0.6) + 0.15 * this.wobble(80 + unit, tMs, 4)
    return Math.max(0.2, held * (1 - this.event('oxygenLoss', tMs)))
  }

  /** Biomass in an aeration tank, mg/L. */
  biomassAt(unit: number, tMs: number): number {
    return 3350 + 260 * this.wobble(100 + unit, tMs, 60) + 60 * this.wobble(120 + unit, tMs, 5)
  }

  /** Turbidity of a clarifier, NTU: about a third of the solids. */
  turbidityAt(unit: number, tMs: number): number {
    return Math.max(0.4, this.tssAt(tMs) * 0.32 * (1 + 0.12 * this.wobble(140 + unit, tMs, 2)))
  }

  /** Conductivity factor of tenants' discharge, about 1. */
  conductivityFactor(consumer: number, tMs: number): number {
    return (
      this.dayFactor(days.outletConductivity, tMs + consumer * 5 * DAY_MS, 0.5) *
      (1 + 0.05 * this.wobble(200 + consumer, tMs, 1.5))
    )
  }
}
