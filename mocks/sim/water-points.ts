import type { AssetKind } from '../../src/contract/asset-kinds.ts'
import type { Asset } from '../../src/contract/resources.ts'
import type { PointKind } from '../../src/contract/point-kinds.ts'
import { baseline } from './energy-points.ts'
import { smoothOf, streamOf } from './hash.ts'
import { type Quantity, type QuantitySource, cheap, dear } from './quantity.ts'
import type { WorldState } from './world-state.ts'

const HOUR_MS = 3_600_000
/** Pressure that the mains lose at mean flow between plant and district inlet, bar. */
const MAIN_LOSS_BAR = 0.22

function plantPoint(world: WorldState, asset: Asset, kind: PointKind): Quantity | null {
  const plant = world.model.simulation.water.plants.find((p) => p.assetId === asset.id)
  if (plant === undefined) return null
  const share = plant.supplyShare
  const stream = streamOf(world.seed, `water plant ${asset.id}`)
  const sway = (k: number, tMs: number, hours: number): number => smoothOf(stream ^ k, tMs / (hours * HOUR_MS))
  const known: Partial<Record<PointKind, () => Quantity | null>> = {
    flow: () =>
      cheap((tMs, full) => world.water.productionAt(tMs) * share * (full ? 1 + 0.006 * sway(9, tMs, 0.01) : 1)),
    volume: () => {
      const base = baseline(world, asset, kind, 12_000)
      return cheap((tMs) => base + world.water.productionTotal(tMs) * share)
    },
    turbidity: () =>
      cheap((tMs) =>
        Math.max(
          0.05,
          plant.turbidityNtu * (1 + 0.25 * sway(1, tMs, 5) + 0.01 * world.weather.rainAt(tMs - 4 * HOUR_MS)),
        ),
      ),
    'residual-chlorine': () =>
      cheap((tMs) => plant.chlorineMgL * (1 + 0.1 * sway(2, tMs, 3) + 0.03 * sway(3, tMs, 0.4))),
    ph: () => cheap((tMs) => plant.ph + 0.12 * sway(4, tMs, 9)),
    'active-power': () => cheap((tMs) => 12 + world.water.productionAt(tMs) * share * plant.kwhPerM3),
  }
  return known[kind]?.() ?? null
}

/** How many of the pumps run and what one of them carries, m3/h. */
function pumping(flowM3H: number, ratedM3H: number, count: number): { running: number; each: number } {
  const running = Math.min(count, Math.max(flowM3H > 0 ? 1 : 0, Math.ceil(flowM3H / (0.95 * ratedM3H))))
  return { running, each: running === 0 ? 0 : flowM3H / running }
}

function pumpPoint(world: WorldState, asset: Asset, kind: PointKind): Quantity | null {
  const { pumps, plants } = world.model.simulation.water
  const own = pumps.find((p) => p.assetId === asset.id)
  if (own === undefined) return null
  const siblings = pumps
    .filter((p) => world.topology.assets.get(p.assetId)?.parentId === asset.parentId)
    .toSorted((a, b) => a.order - b.order)
  const rank = siblings.findIndex((p) => p.assetId === asset.id)
  const share = plants.find((p) => p.assetId === asset.parentId)?.supplyShare ?? 1
  const flowAt = (tMs: number): number => {
    const { running, each } = pumping(world.water.productionAt(tMs) * share, own.ratedM3PerH, siblings.length)
    return rank < running ? each : 0
  }
  const known: Partial<Record<PointKind, () => Quantity | null>> = {
    'run-state': () => cheap((tMs) => (flowAt(tMs) > 0 ? 1 : 0)),
    flow: () => cheap(flowAt),
    'active-power': () =>
      cheap((tMs) => {
        const flow = flowAt(tMs)
        return flow === 0 ? 0 : own.ratedKw * (0.25 + 0.75 * Math.min(1.1, flow / own.ratedM3PerH))
      }),
  }
  return known[kind]?.() ?? null
}

function tankPoint(world: WorldState, asset: Asset, kind: PointKind): Quantity | null {
  const tank = world.model.simulation.water.tanks.find((t) => t.assetId === asset.id)
  if (tank === undefined) return null
  const levelAt = (tMs: number): number =>
    tank.minLevelM + (tank.maxLevelM - tank.minLevelM) * world.water.tankShareAt(tMs)
  if (kind === 'level') return cheap(levelAt)
  return kind === 'level-percent' ? cheap((tMs) => (100 * levelAt(tMs)) / tank.heightM) : null
}

function pressureOf(world: WorldState, assetId: string, meanBar: number, lossBar: number): Quantity {
  const stream = streamOf(world.seed, `pressure ${assetId}`)
  return cheap((tMs, full) => {
    const slow = 0.05 * smoothOf(stream, tMs / (1.5 * HOUR_MS))
    const fast = full ? 0.025 * smoothOf(stream ^ 1, tMs / 20_000) : 0
    return Math.max(0.1, meanBar - world.water.headLoss(lossBar, tMs) + slow + fast)
  })
}

/** Points of the drinking water supply. */
export const waterQuantity: QuantitySource = (world, asset, kind) => {
  const { water } = world.model.simulation
  const known: Partial<Record<AssetKind, () => Quantity | null>> = {
    'water-plant': () => plantPoint(world, asset, kind),
    'water-tank': () => tankPoint(world, asset, kind),
    pump: () => pumpPoint(world, asset, kind),
    'district-meter': () => {
      const d = world.topology.districts.indexOf(asset.id)
      if (kind === 'flow') return dear((tMs, full) => world.water.districtAt(d, tMs, full))
      if (kind === 'volume') {
        const base = baseline(world, asset, kind, 3000)
        return cheap((tMs) => base + world.water.districtTotal(d, tMs))
      }
      const inlet = water.districts.find((district) => district.assetId === asset.id)?.inletPressureBar ?? 3.5
      return kind === 'pressure' ? pressureOf(world, asset.id, inlet, MAIN_LOSS_BAR) : null
    },
    'pressure-logger': () => {
      const logger = water.loggers.find((l) => l.assetId === asset.id)
      if (logger === undefined || kind !== 'pressure') return null
      return pressureOf(world, asset.id, logger.meanBar, Math.min(0.7, 0.1 + logger.distanceM / 9000))
    },
    'water-meter': () => {
      const c = world.topology.consumerOf.get(asset.id)
      if (c === undefined) return null
      if (kind === 'flow') return cheap((tMs, full) => world.water.meterAt(c, tMs, full))
      const base = baseline(world, asset, kind, world.topology.consumers[c]?.waterM3PerDay ?? 10)
      return kind === 'volume' ? cheap((tMs) => base + world.water.meterTotal(c, tMs)) : null
    },
  }
  return known[asset.kind]?.() ?? null
}
