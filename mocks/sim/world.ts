import type { AgendaItem, Asset, Point } from '../../src/contract/resources.ts'
import type { ParkModel } from '../park/park-model.ts'
import type { ScenarioId } from '../scenarios/scenario.ts'
import { SCENARIOS } from '../scenarios/scenarios.ts'
import { agendaOf } from './agenda.ts'
import { type BucketColumns, bucketsOf } from './buckets.ts'
import { energyQuantity } from './energy-points.ts'
import { environmentQuantity } from './environment-points.ts'
import type { Command } from './events.ts'
import { swapLabels } from './mislabelled.ts'
import { type Quantity, type QuantitySource, cheap } from './quantity.ts'
import { type Sample, Sampler } from './sampler.ts'
import { faultsByPoint } from './source-faults.ts'
import { buildTopology } from './topology.ts'
import { wasteQuantity } from './waste-points.ts'
import { wastewaterQuantity } from './wastewater-points.ts'
import { waterQuantity } from './water-points.ts'
import { type WorldState, buildWorldState } from './world-state.ts'

export interface WorldOptions {
  model: ParkModel
  seed: number
  scenario: ScenarioId
  scenarioStartMs: number
  /** Operators' commands so far. A longer log makes another world that agrees with this one before the new command. */
  commands?: readonly Command[]
}

/** The simulated park. Every answer is a pure function of the options and the arguments. */
export interface World {
  readonly points: readonly Point[]
  /** Latest sample that the source has sent by an instant. */
  sampleAt(index: number, tMs: number): Sample
  bucketsOf(index: number, fromMs: number, toMs: number, stepMs: number): BucketColumns
  /** Appends the indices of points whose source sends in (from, to]; those of `besides` are not looked at. */
  dueBetween(fromMs: number, toMs: number, out: number[], besides?: ReadonlySet<number>): void
  agendaAt(tMs: number): AgendaItem[]
}

const SOURCES: readonly QuantitySource[] = [
  energyQuantity,
  waterQuantity,
  wastewaterQuantity,
  wasteQuantity,
  environmentQuantity,
]

/** Quantity of a point; a pair that nothing in the world knows reads 0, so that a park's extra point is harmless. */
function quantityOf(world: WorldState, asset: Asset | undefined, point: Point): Quantity {
  if (asset !== undefined) {
    for (const source of SOURCES) {
      const quantity = source(world, asset, point.kind)
      if (quantity !== null) return quantity
    }
  }
  return cheap(() => 0)
}

/** Points that no part of the world gives a value to. For tests of a park's data. */
export function unknownPoints(model: ParkModel): string[] {
  const state = buildWorldState(model, 1, [], [])
  return model.points
    .filter((point) => {
      const asset = state.topology.assets.get(point.assetId)
      return asset === undefined || SOURCES.every((source) => source(state, asset, point.kind) === null)
    })
    .map((point) => point.id)
}

/** Builds the world of one park. Cheap: everything else happens on demand. */
export function createWorld(options: WorldOptions): World {
  const { model, seed, scenario, scenarioStartMs, commands = [] } = options
  const gatewayIds = model.simulation.gateways.map((gateway) => gateway.assetId)
  const topology = buildTopology(model)
  const effects = SCENARIOS[scenario]({ topology, gatewayIds, startMs: scenarioStartMs })
  const state = buildWorldState(model, seed ^ model.simulation.seed, effects, commands, topology)
  const { points } = model
  const labelled = swapLabels(state, points, (point) =>
    quantityOf(state, state.topology.assets.get(point.assetId), point),
  )
  const faults = faultsByPoint(model.simulation)
  // A source is made when it is first asked: a first picture asks half of them.
  const samplers: (Sampler | undefined)[] = points.map(() => undefined)
  const samplerAt = (index: number): Sampler => {
    const known = samplers[index]
    if (known !== undefined) return known
    const point = points[index]
    if (point === undefined) throw new RangeError(`simulator: no point with index ${index}`)
    const made = new Sampler(state, point, labelled(index, point), faults.get(point.id))
    samplers[index] = made
    return made
  }
  return {
    points,
    sampleAt: (index, tMs) => samplerAt(index).sampleAt(tMs),
    bucketsOf: (index, fromMs, toMs, stepMs) => bucketsOf(samplerAt(index), fromMs, toMs, stepMs),
    dueBetween: (fromMs, toMs, out, besides) => {
      for (let i = 0; i < samplers.length; i++) {
        if (besides?.has(i) !== true && samplerAt(i).sendsBetween(fromMs, toMs)) out.push(i)
      }
    },
    agendaAt: (tMs) => agendaOf(state, tMs),
  }
}

export type { ScenarioId } from '../scenarios/scenario.ts'
export type { BucketColumns } from './buckets.ts'
export type { Command } from './events.ts'
export type { Sample } from './sampler.ts'
