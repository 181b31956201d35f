import type { ParkModel } from '../park/park-model.ts'
import { Demand } from './demand.ts'
import { Effluent, type EffluentEffects } from './effluent.ts'
import { EnergyRegisters } from './energy-registers.ts'
import type { Command, Effect } from './events.ts'
import { type EnergyFrame, type FrameMode, Grid } from './grid.ts'
import { SewerSystem } from './sewer.ts'
import { Storage } from './storage.ts'
import { type Supply, buildSupply } from './supply.ts'
import { type Topology, buildTopology } from './topology.ts'
import { Fleet } from './vehicles.ts'
import { WasteStore } from './waste-store.ts'
import { WaterSystem } from './water.ts'
import { Weather, type WeatherEffects } from './weather.ts'
import { LostWater } from './weighted-flow.ts'
import { WorldTime } from './world-time.ts'
import { zoneOffsetMs } from './civil.ts'
import { type GatewayClock, gatewayClocks } from './gateways.ts'

const KEPT_FRAMES = 16

/** All systems of one simulated park, built once and asked by time. */
export interface WorldState {
  model: ParkModel
  seed: number
  time: WorldTime
  topology: Topology
  supply: Supply
  demand: Demand
  weather: Weather
  grid: Grid
  registers: EnergyRegisters
  storage: readonly Storage[]
  water: WaterSystem
  sewer: SewerSystem
  effluent: Effluent
  store: WasteStore
  fleet: Fleet
  effects: readonly Effect[]
  gateways: ReadonlyMap<string, GatewayClock>
  /** The electrical state at an instant; the last few are kept. Read it at once, it is used again. */
  energyAt(tMs: number, mode: FrameMode): EnergyFrame
}

/** Builds the systems. Nothing is computed before it is asked for. */
export function buildWorldState(
  model: ParkModel,
  seed: number,
  effects: readonly Effect[],
  commands: readonly Command[],
  topology: Topology = buildTopology(model),
): WorldState {
  const parameters = model.simulation
  const time = new WorldTime(zoneOffsetMs(model.park.timeZone))
  const supply = buildSupply(topology, effects, commands)
  const weatherEffects: WeatherEffects | null = effects.find((effect) => effect.kind === 'weather') ?? null
  const effluentEffects: EffluentEffects | null = effects.find((effect) => effect.kind === 'effluent') ?? null
  const demand = new Demand(topology.consumers, time, seed)
  const weather = new Weather(time, seed, parameters.centre, weatherEffects)
  const storage = parameters.energy.storage.map(
    (unit, i) => new Storage(unit, topology.transformerOfStorage[i] ?? -1, time),
  )
  const grid = new Grid(topology, parameters, demand, weather, supply, seed, storage)
  const firstShadeMs = weatherEffects?.shade[0]?.[0] ?? Number.POSITIVE_INFINITY
  const firstMs = Math.min(supply.firstMs, firstShadeMs)
  const registers = new EnergyRegisters(grid, demand, weather, supply, time, firstMs)
  const lost = new LostWater(demand, supply.waterLoss, supply.firstMs)
  const water = new WaterSystem(topology, parameters, demand, time, lost, seed)
  const sewer = new SewerSystem(topology, parameters, demand, time, lost, weather)
  const effluent = new Effluent(sewer, weather, time, parameters, seed, effluentEffects)
  const store = new WasteStore(parameters, time, seed)
  const fleet = new Fleet(parameters, store, time)
  const frames = Array.from({ length: KEPT_FRAMES }, () => ({
    tMs: Number.NaN,
    mode: 'plain' as FrameMode,
    frame: grid.createFrame(),
  }))
  let next = 0
  const energyAt = (tMs: number, mode: FrameMode): EnergyFrame => {
    for (const kept of frames) if (kept.tMs === tMs && kept.mode === mode) return kept.frame
    const slot = frames[next]
    next = (next + 1) % KEPT_FRAMES
    if (slot === undefined) return grid.createFrame()
    slot.tMs = tMs
    slot.mode = mode
    grid.compute(slot.frame, tMs, mode)
    return slot.frame
  }
  return {
    model,
    seed,
    time,
    topology,
    supply,
    demand,
    weather,
    grid,
    registers,
    storage,
    water,
    sewer,
    effluent,
    store,
    fleet,
    effects,
    gateways: gatewayClocks(model, seed, effects),
    energyAt,
  }
}
