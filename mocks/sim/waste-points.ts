import type { AssetKind } from '../../src/contract/asset-kinds.ts'
import type { Asset } from '../../src/contract/resources.ts'
import type { PointKind } from '../../src/contract/point-kinds.ts'
import { DAY_MS, HOUR_MS } from './civil.ts'
import { baseline } from './energy-points.ts'
import { type Quantity, type QuantitySource, cheap, dear } from './quantity.ts'
import type { WorldState } from './world-state.ts'
import { FIRST_DAY } from './world-time.ts'

const HAUL_HOUR = 15.5
const HANDOVER_HOUR = 9

/** Last instant of a daily hour at or before an instant. */
function lastDaily(world: WorldState, tMs: number, hour: number): number {
  const today = world.time.startOf(world.time.dayOf(tMs)) + hour * HOUR_MS
  return today <= tMs ? today : today - DAY_MS
}

/** Day on which the hazardous store was last handed over. */
export function lastHandover(world: WorldState, tMs: number): number {
  const every = world.model.simulation.waste.hazardousHandoverDays
  const day = world.time.dayOf(lastDaily(world, tMs, HANDOVER_HOUR))
  const since = (((day - FIRST_DAY) % every) + every) % every
  return world.time.startOf(day - since) + HANDOVER_HOUR * HOUR_MS
}

/** Hazardous waste that has come in since the last handover, t: most of it on working hours. */
function hazardousAt(world: WorldState, tMs: number): number {
  const perDay = world.model.simulation.waste.hazardousTPerDay
  const arrived = (at: number): number => {
    const day = world.time.dayOf(at)
    const hour = world.time.sinceMidnight(at) / HOUR_MS
    return day + Math.min(1, Math.max(0, (hour - 7) / 11))
  }
  return Math.max(0, perDay * (arrived(tMs) - arrived(lastHandover(world, tMs))))
}

function stationPoint(world: WorldState, asset: Asset, kind: PointKind): Quantity | null {
  const { fleet } = world
  const { waste } = world.model.simulation
  const sludgeAt = (tMs: number): number =>
    (waste.sludgeTPerDay * (lastDaily(world, tMs, 11) - world.time.startOf(FIRST_DAY))) / DAY_MS
  const all = (tMs: number): number => fleet.collectedTotal(tMs, () => 1) + sludgeAt(tMs)
  const known: Partial<Record<PointKind, () => Quantity | null>> = {
    'mass-collected': () => {
      const base = baseline(world, asset, kind, 18)
      return dear((tMs) => base + all(tMs))
    },
    'mass-diverted': () => {
      const base = baseline(world, asset, kind, 11)
      return dear(
        (tMs) =>
          base +
          fleet.collectedTotal(tMs, (stream) => waste.diversionShare[stream]) +
          sludgeAt(tMs) * waste.diversionShare.sludge,
      )
    },
    'mass-in-store': () =>
      dear((tMs) => {
        const hauled = lastDaily(world, tMs, HAUL_HOUR)
        return Math.max(0, 1.5 + all(tMs) - all(hauled))
      }),
  }
  return known[kind]?.() ?? null
}

/** Points of containers, vehicles, the transfer station and the hazardous store. */
export const wasteQuantity: QuantitySource = (world, asset, kind) => {
  const { fleet } = world
  const known: Partial<Record<AssetKind, () => Quantity | null>> = {
    container: () => {
      const i = fleet.containerIndex(asset.id)
      return i < 0 || kind !== 'fill-level' ? null : cheap((tMs) => fleet.fillAt(i, tMs))
    },
    'collection-vehicle': () => {
      const v = fleet.rounds.findIndex((round) => round.parameters.assetId === asset.id)
      if (v < 0) return null
      if (kind === 'longitude') return cheap((tMs) => fleet.placeAt(v, tMs).lng)
      if (kind === 'latitude') return cheap((tMs) => fleet.placeAt(v, tMs).lat)
      if (kind === 'speed') return cheap((tMs) => fleet.placeAt(v, tMs).speedKmH)
      return kind === 'payload' ? dear((tMs) => fleet.payloadAt(v, tMs)) : null
    },
    'transfer-station': () => stationPoint(world, asset, kind),
    'hazardous-store': () => (kind === 'mass-in-store' ? cheap((tMs) => hazardousAt(world, tMs)) : null),
  }
  return known[asset.kind]?.() ?? null
}
