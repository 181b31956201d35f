import type { AssetKind } from '../../src/contract/asset-kinds.ts'
import type { Asset } from '../../src/contract/resources.ts'
import type { PointKind } from '../../src/contract/point-kinds.ts'
import { HOUR_MS, civilOf } from './civil.ts'
import { tetActivity } from './calendar.ts'
import { smoothOf, streamOf } from './hash.ts'
import { type Quantity, type QuantitySource, cheap } from './quantity.ts'
import type { WorldState } from './world-state.ts'

/** Fine dust by month, ug/m3: dry months are dustier in the region (own estimate, simulated). */
const PM25_BY_MONTH = [34, 31, 27, 22, 18, 16, 15, 15, 16, 19, 24, 31] as const

function weatherPoint(world: WorldState, asset: Asset, kind: PointKind): Quantity | null {
  const { weather } = world
  const stream = streamOf(world.seed, `weather ${asset.id}`)
  const known: Partial<Record<PointKind, () => Quantity | null>> = {
    'air-temperature': () => cheap((tMs) => weather.temperatureAt(tMs) + 0.15 * smoothOf(stream, tMs / HOUR_MS)),
    humidity: () => cheap((tMs) => weather.humidityAt(tMs)),
    irradiance: () =>
      cheap((tMs, full) => weather.irradianceAt(tMs) * (full ? 1 + 0.03 * smoothOf(stream ^ 1, tMs / 90_000) : 1)),
    'rain-rate': () => cheap((tMs) => weather.rainAt(tMs)),
    'wind-speed': () => cheap((tMs) => weather.windAt(tMs)),
  }
  return known[kind]?.() ?? null
}

/** Rush hours of the roads around, 0 to 1. */
function traffic(hour: number): number {
  return Math.exp(-(((hour - 7) / 1.6) ** 2)) + Math.exp(-(((hour - 17.5) / 2) ** 2))
}

function airPoint(world: WorldState, asset: Asset, kind: PointKind): Quantity | null {
  const stream = streamOf(world.seed, `air ${asset.id}`)
  const hourOf = (tMs: number): number => world.time.sinceMidnight(tMs) / HOUR_MS
  const dust = (tMs: number): number => {
    const month = civilOf(world.time.dayOf(tMs)).month
    const washed = 1 / (1 + 0.25 * world.weather.rainAt(tMs) + 0.1 * world.weather.rainAt(tMs - 2 * HOUR_MS))
    const slow = 1 + 0.35 * smoothOf(stream, tMs / (30 * HOUR_MS)) + 0.1 * smoothOf(stream ^ 1, tMs / (2 * HOUR_MS))
    const calm = 1.15 - 0.05 * Math.min(5, world.weather.windAt(tMs))
    return Math.max(3, (PM25_BY_MONTH[month - 1] ?? 20) * slow * calm * washed * (0.9 + 0.25 * traffic(hourOf(tMs))))
  }
  const known: Partial<Record<PointKind, () => Quantity | null>> = {
    pm25: () => cheap(dust),
    pm10: () => cheap((tMs) => dust(tMs) * (1.75 + 0.2 * smoothOf(stream ^ 2, tMs / (9 * HOUR_MS)))),
    no2: () => cheap((tMs) => 14 + 15 * traffic(hourOf(tMs)) + 4 * smoothOf(stream ^ 3, tMs / (3 * HOUR_MS))),
    'sound-level': () =>
      cheap((tMs, full) => {
        const hour = hourOf(tMs)
        const day = 0.5 + 0.5 * Math.tanh(Math.min(hour - 5.5, 21.5 - hour))
        const work = tetActivity(world.time.dayOf(tMs))
        const fast = full ? 1.6 * smoothOf(stream ^ 4, tMs / 60_000) : 0
        return 48 + (6 + 5 * work) * day + 1.5 * traffic(hour) + Math.min(8, world.weather.rainAt(tMs) * 0.25) + fast
      }),
  }
  return known[kind]?.() ?? null
}

function dataPoint(world: WorldState, asset: Asset, kind: PointKind): Quantity | null {
  const stream = streamOf(world.seed, `link ${asset.id}`)
  const mean = world.model.simulation.gateways.find((g) => g.assetId === asset.id)?.latencyMs ?? 20
  if (kind === 'link-state') return cheap((tMs) => (world.gateways.get(asset.id)?.outageAt(tMs) == null ? 1 : 0))
  if (kind !== 'latency') return null
  return cheap(
    (tMs) =>
      mean * (1 + 0.3 * smoothOf(stream, tMs / 45_000) + 0.2 * Math.abs(smoothOf(stream ^ 1, tMs / 9000)) ** 6 * 8),
  )
}

/** Points of weather, air and noise stations, and of the data network. */
export const environmentQuantity: QuantitySource = (world, asset, kind) => {
  const known: Partial<Record<AssetKind, () => Quantity | null>> = {
    'weather-station': () => weatherPoint(world, asset, kind),
    'air-station': () => airPoint(world, asset, kind),
    'fibre-node': () => dataPoint(world, asset, kind),
    gateway: () => dataPoint(world, asset, kind),
  }
  return known[asset.kind]?.() ?? null
}
