import type { AssetKind } from '../../src/contract/asset-kinds.ts'
import type { Asset } from '../../src/contract/resources.ts'
import type { PointKind } from '../../src/contract/point-kinds.ts'
import { DAY_MS, HOUR_MS } from './civil.ts'
import { baseline } from './energy-points.ts'
import { smoothOf, streamOf, unitOf } from './hash.ts'
import { type Quantity, type QuantitySource, cheap, dear } from './quantity.ts'
import type { WorldState } from './world-state.ts'

/** Ultrasonic level and open-channel flow meters move a little from sample to sample. */
const INSTRUMENT_SHARE = 0.006

function sewerMeter(world: WorldState, asset: Asset, kind: PointKind): Quantity | null {
  const c = world.topology.consumerOf.get(asset.id)
  const consumer = c === undefined ? undefined : world.topology.consumers[c]
  if (c === undefined || consumer === undefined) return null
  const stream = streamOf(world.seed, `sewer ${asset.id}`)
  const known: Partial<Record<PointKind, () => Quantity | null>> = {
    flow: () =>
      cheap(
        (tMs, full) =>
          world.sewer.dischargeAt(c, tMs) * (full ? 1 + INSTRUMENT_SHARE * smoothOf(stream, tMs / 15_000) : 1),
      ),
    volume: () => {
      const base = baseline(world, asset, kind, consumer.dischargeM3PerDay)
      return cheap((tMs) => base + world.sewer.dischargeTotal(c, tMs))
    },
    ph: () =>
      cheap(
        (tMs) =>
          consumer.ph + 0.35 * smoothOf(stream ^ 2, tMs / (5 * HOUR_MS)) + 0.1 * smoothOf(stream ^ 3, tMs / HOUR_MS),
      ),
    conductivity: () => cheap((tMs) => consumer.conductivityUsCm * world.effluent.conductivityFactor(c, tMs)),
  }
  return known[kind]?.() ?? null
}

/** Wet well with a pump that starts and stops by level: fill and pump times follow from the inflow. */
function liftStation(world: WorldState, asset: Asset, kind: PointKind): Quantity | null {
  const station = world.model.simulation.wastewater.liftStations.find((s) => s.assetId === asset.id)
  const lift = world.topology.liftStations.indexOf(asset.id)
  if (station === undefined || lift < 0) return null
  const height = station.startLevelM - station.stopLevelM
  const volume = station.wellM2 * height
  const cycleAt = (tMs: number): { running: boolean; levelM: number } => {
    const start = world.time.startOf(world.time.dayOf(tMs))
    const inflow = world.sewer.liftBetween(lift, start, tMs)
    const mean = world.sewer.liftBetween(lift, start - DAY_MS, start) / 24
    const filling = Math.min(0.95, Math.max(0.05, 1 - mean / station.pumpM3PerH))
    const phase = (inflow / Math.max(0.1, volume)) * filling
    const x = phase - Math.floor(phase)
    if (x < filling) return { running: false, levelM: station.stopLevelM + (height * x) / filling }
    return { running: true, levelM: station.startLevelM - (height * (x - filling)) / (1 - filling) }
  }
  if (kind === 'level') return cheap((tMs) => cycleAt(tMs).levelM + Math.min(1.2, world.sewer.rainAt(tMs) / 400))
  if (kind === 'run-state') return cheap((tMs) => Number(cycleAt(tMs).running))
  return kind === 'flow' ? cheap((tMs) => (cycleAt(tMs).running ? station.pumpM3PerH : 0)) : null
}

function plantPoint(world: WorldState, asset: Asset, kind: PointKind): Quantity | null {
  const { plant } = world.model.simulation.wastewater
  const stream = streamOf(world.seed, `wwtp ${asset.id}`)
  const meanM3H = world.sewer.meanM3H
  const known: Partial<Record<PointKind, () => Quantity | null>> = {
    flow: () =>
      cheap(
        (tMs, full) => world.sewer.inflowAt(tMs) * (full ? 1 + INSTRUMENT_SHARE * smoothOf(stream, tMs / 12_000) : 1),
      ),
    volume: () => {
      const base = baseline(world, asset, kind, meanM3H * 24)
      return cheap((tMs) => base + world.sewer.inflowTotal(tMs))
    },
    'active-power': () =>
      dear(
        (tMs, full) =>
          world.sewer.treatedAt(tMs) * plant.kwhPerM3 * (full ? 1 + 0.02 * smoothOf(stream ^ 1, tMs / 30_000) : 1),
      ),
    'energy-import': () => {
      const base = baseline(world, asset, kind, meanM3H * 24 * plant.kwhPerM3)
      return dear((tMs) => base + world.sewer.treatedTotal(tMs) * plant.kwhPerM3)
    },
  }
  return known[kind]?.() ?? null
}

function outfallPoint(world: WorldState, asset: Asset, kind: PointKind): Quantity | null {
  const { effluent, sewer } = world
  const stream = streamOf(world.seed, `outfall ${asset.id}`)
  const known: Partial<Record<PointKind, () => Quantity | null>> = {
    flow: () =>
      dear((tMs, full) => sewer.outfallAt(tMs) * (full ? 1 + INSTRUMENT_SHARE * smoothOf(stream, tMs / 12_000) : 1)),
    volume: () => {
      const base = baseline(world, asset, kind, sewer.meanM3H * 24)
      return dear((tMs) => base + sewer.outfallTotal(tMs))
    },
    ph: () => cheap((tMs) => effluent.phAt(tMs)),
    temperature: () => cheap((tMs) => effluent.temperatureAt(tMs)),
    cod: () => dear((tMs) => effluent.codAt(tMs)),
    tss: () => dear((tMs) => effluent.tssAt(tMs)),
    ammonium: () => dear((tMs) => effluent.ammoniumAt(tMs)),
  }
  return known[kind]?.() ?? null
}

/** Pond that collects rain from its catchment and drains over half a day. */
function pondLevel(world: WorldState, asset: Asset): Quantity | null {
  const pond = world.model.simulation.wastewater.ponds.find((p) => p.assetId === asset.id)
  if (pond === undefined) return null
  const runoff = 0.55
  return dear((tMs, full) => {
    const stepMs = full ? 0.5 * HOUR_MS : 1.5 * HOUR_MS
    let metres = 0
    for (let lag = stepMs / 2; lag < 36 * HOUR_MS; lag += stepMs) {
      const mm = world.weather.rainAt(tMs - lag) * (stepMs / HOUR_MS) * Math.exp(-lag / (10 * HOUR_MS))
      metres += (mm * pond.catchmentHa * 10 * runoff) / pond.areaM2
    }
    const room = pond.depthM - pond.dryLevelM
    return pond.dryLevelM + room * (1 - Math.exp(-metres / Math.max(0.1, room)))
  })
}

/** Filling of a partly filled sewer: depth grows with flow to the power 0.6 (Manning). */
function gaugeLevel(world: WorldState, asset: Asset): Quantity | null {
  const gauge = world.model.simulation.wastewater.gauges.find((g) => g.assetId === asset.id)
  if (gauge === undefined) return null
  const capacityM3H =
    3600 * 0.312 * (gauge.diameterMm / 1000) ** (8 / 3) * Math.sqrt(Math.max(0.05, gauge.slopePercent) / 100) * 77
  const share = gauge.meanM3PerDay / 24 / world.sewer.meanM3H
  const stream = streamOf(world.seed, `gauge ${asset.id}`)
  return cheap((tMs) => {
    const flow = Math.max(0.05, (world.sewer.allDischargeAt(tMs) + world.sewer.rainAt(tMs)) * share)
    const filled = Math.min(1.15, 0.95 * (flow / capacityM3H) ** 0.6)
    return (gauge.diameterMm / 1000) * filled * (1 + 0.02 * smoothOf(stream, tMs / 60_000))
  })
}

/** Sludge tank: fills over three days, is drawn off for three hours. */
function sludgeLevel(world: WorldState, asset: Asset): Quantity {
  const phase = unitOf(streamOf(world.seed, `sludge ${asset.id}`), 0) * 72
  return cheap((tMs) => {
    const hour = (((tMs / HOUR_MS + phase) % 72) + 72) % 72
    return hour < 69 ? 22 + (58 * hour) / 69 : 80 - (58 * (hour - 69)) / 3
  })
}

/** Points of sewers, the central plant, the outfall, reuse and storm ponds. */
export const wastewaterQuantity: QuantitySource = (world, asset, kind) => {
  const { effluent, sewer } = world
  const unit = streamOf(0, asset.id) % 7
  const known: Partial<Record<AssetKind, () => Quantity | null>> = {
    'sewer-meter': () => sewerMeter(world, asset, kind),
    'sewer-gauge': () => (kind === 'level' ? gaugeLevel(world, asset) : null),
    'lift-station': () => liftStation(world, asset, kind),
    'wastewater-plant': () => plantPoint(world, asset, kind),
    'equalisation-tank': () => {
      const mean = sewer.meanM3H * 4.5 * (1 + world.model.simulation.wastewater.plant.infiltrationShare)
      return kind === 'level-percent' ? dear((tMs) => Math.min(99, 55 * (sewer.equalisedAt(tMs) / mean))) : null
    },
    'aeration-tank': () => {
      if (kind === 'dissolved-oxygen') return dear((tMs) => effluent.oxygenAt(unit, tMs))
      return kind === 'mlss' ? cheap((tMs) => effluent.biomassAt(unit, tMs)) : null
    },
    clarifier: () => (kind === 'turbidity' ? dear((tMs) => effluent.turbidityAt(unit, tMs)) : null),
    'sludge-tank': () => (kind === 'level-percent' ? sludgeLevel(world, asset) : null),
    outfall: () => outfallPoint(world, asset, kind),
    'reclaimed-station': () => {
      const base = baseline(world, asset, kind, 400)
      if (kind === 'volume') return cheap((tMs) => base + sewer.reclaimedTotal(tMs))
      return kind === 'flow' ? cheap((tMs) => sewer.reclaimedAt(tMs)) : null
    },
    'reclaimed-meter': () => {
      const c = world.topology.consumerOf.get(asset.id)
      return c === undefined || kind !== 'flow' ? null : cheap((tMs) => sewer.reclaimedMeterAt(c, tMs))
    },
    'storm-pond': () => (kind === 'level' ? pondLevel(world, asset) : null),
  }
  return known[asset.kind]?.() ?? null
}
