import type { Point } from '../../src/contract/resources.ts'
import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import type { GatewayClock } from './gateways.ts'
import { bitsOf, streamOf } from './hash.ts'
import type { Quantity } from './quantity.ts'
import type { SimFault } from '../park/simulation-file.ts'
import { type SourceFaults, faultsOf } from './source-faults.ts'
import type { WorldState } from './world-state.ts'

export interface Sample {
  value: number
  /** Byte of the contract's quality table. */
  quality: number
  sourceTimeMs: number
}

const SECOND_MS = 1000
/** Clocks of sources stamp up to this long before the sample is out. */
const MAX_JITTER_MS = 60
const MAX_STEPS_BACK = 6

/**
 * One source: takes its quantity on the grid of its period, with a phase of its own in whole seconds (so that many
 * sources share the same instants), with its faults and the silence of its gateway.
 */
export class Sampler {
  readonly point: Point
  readonly quantity: Quantity
  readonly phaseMs: number
  readonly scale: number
  private readonly faults: SourceFaults | null
  private readonly jitter: number
  private readonly gateway: GatewayClock | null

  constructor(world: WorldState, point: Point, quantity: Quantity, faults: readonly SimFault[] = []) {
    this.point = point
    this.quantity = quantity
    this.jitter = streamOf(world.seed, `jitter ${point.id}`)
    const slots = Math.max(1, Math.floor(Math.min(point.periodMs, 60_000) / SECOND_MS))
    this.phaseMs = (bitsOf(this.jitter, 0) % slots) * SECOND_MS
    this.faults = faultsOf(point.id, faults, world.time, world.seed)
    // The head end knows whether a gateway answers; the gateway itself cannot report its own silence.
    this.gateway = point.kind === 'link-state' ? null : (world.gateways.get(point.gatewayId ?? '') ?? null)
    this.scale = 10 ** Math.min(6, point.decimals + 2)
  }

  /** Number of the latest sample due at or before an instant. */
  sampleNumber(tMs: number): number {
    return Math.floor((tMs - this.phaseMs) / this.point.periodMs)
  }

  gridTime(sample: number): number {
    return sample * this.point.periodMs + this.phaseMs
  }

  /** Start of the silence that covers a sample's time, or `null` when it is sent. */
  silence(gridMs: number): number | null {
    const down = this.gateway?.outageAt(gridMs) ?? null
    if (down !== null) return down.fromMs
    return this.faults === null ? null : this.faults.silentSince(gridMs)
  }

  /** Value as the source measures it at a grid time, in range and rounded like an instrument. */
  measure(gridMs: number, full: boolean): number {
    const stuck = this.faults?.stuckSince(gridMs) ?? null
    const at = stuck === null ? gridMs : this.gridTime(this.sampleNumber(stuck))
    const offset = this.faults?.calibrationAt(gridMs) ?? 0
    const value = this.quantity.valueAt(at, full) + offset
    const [low, high] = this.point.range
    const inRange = value < low ? low : value > high ? high : value
    return Math.round(inRange * this.scale) / this.scale
  }

  qualityAt(gridMs: number): number {
    return this.faults === null ? QUALITY_BYTE.Good : this.faults.qualityAt(gridMs)
  }

  /** Latest sample that has arrived by an instant. */
  sampleAt(tMs: number): Sample {
    const sample = this.arrivedBy(tMs)
    const grid = this.gridTime(sample)
    return {
      value: this.measure(grid, true),
      quality: this.qualityAt(grid),
      sourceTimeMs: grid - (bitsOf(this.jitter, sample) % MAX_JITTER_MS),
    }
  }

  /** Whether the source sends anything after one instant, up to another: a sample that is late sends nothing when due. */
  sendsBetween(fromMs: number, toMs: number): boolean {
    const sample = this.sampleNumber(toMs)
    const isDue = sample > this.sampleNumber(fromMs) && this.silence(this.gridTime(sample)) === null
    if (this.faults === null) return isDue
    return (isDue && this.faults.repeats(sample)) || this.arrivedBy(toMs) > this.arrivedBy(fromMs)
  }

  /** Number of the latest sample that has arrived by an instant. */
  private arrivedBy(tMs: number): number {
    let sample = this.sampleNumber(tMs)
    for (let step = 0; step < MAX_STEPS_BACK; step++) {
      const grid = this.gridTime(sample)
      const silentSince = this.silence(grid)
      if (silentSince !== null) {
        sample = this.sampleNumber(silentSince - 1)
        continue
      }
      if (this.faults === null) break
      if (grid + this.faults.delayOf(sample) <= tMs && !this.faults.repeats(sample)) break
      sample -= 1
    }
    return sample
  }
}
