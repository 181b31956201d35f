import type { AssetKind } from '../../src/contract/asset-kinds.ts'
import type { Asset } from '../../src/contract/resources.ts'
import type { PointKind } from '../../src/contract/point-kinds.ts'
import { HOUR_MS } from './civil.ts'
import { curveAt } from './events.ts'
import { smoothOf, streamOf, unitOf } from './hash.ts'
import type { EnergyFrame, FrameMode } from './grid.ts'
import { type Quantity, type QuantitySource, cheap, dear } from './quantity.ts'
import type { WorldState } from './world-state.ts'
import type { EnergyKey } from './energy-registers.ts'

/** Load is remembered every hour for five hours; nodes fade in and out, so that the sum has no steps. */
const OIL_STEP_MS = HOUR_MS
const OIL_WINDOW_MS = 5 * HOUR_MS
const ROOT_3 = Math.sqrt(3)
const modeOf = (full: boolean): FrameMode => (full ? 'full' : 'smooth')

/** What a register showed on the first day: meters are older than the history. */
export function baseline(world: WorldState, asset: Asset, kind: PointKind, perDay: number): number {
  return Math.floor(perDay * (200 + 900 * unitOf(streamOf(world.seed, `${asset.id}.${kind}`), 0)))
}

function register(
  world: WorldState,
  asset: Asset,
  kind: PointKind,
  key: EnergyKey,
  i: number,
  meanKw: number,
): Quantity {
  const base = baseline(world, asset, kind, meanKw * 24)
  const valueAt = (tMs: number): number => base + world.registers.totalOf(key, i, tMs)
  return key === 'meter' || key === 'solar' ? cheap(valueAt) : dear(valueAt)
}

function consumerPoint(world: WorldState, asset: Asset, kind: PointKind, c: number): Quantity | null {
  const consumer = world.topology.consumers[c]
  if (consumer === undefined) return null
  const of = (key: 'meter' | 'meterVar' | 'solar'): Quantity =>
    cheap((tMs, full) => world.grid.consumerAt(c, tMs, modeOf(full))[key][c] ?? 0)
  if (asset.kind === 'solar-plant') {
    if (kind === 'active-power') return of('solar')
    if (kind === 'energy-generated') return register(world, asset, kind, 'solar', c, consumer.solarKwp * 0.16)
    return null
  }
  if (kind === 'active-power') return of('meter')
  if (kind === 'reactive-power') return of('meterVar')
  if (kind === 'energy-import') return register(world, asset, kind, 'meter', c, consumer.powerKw)
  if (kind !== 'voltage') return null
  // Meters of 110 kV customers sit behind their own transformers, as all others at 22 kV.
  const nominal = 22
  const stream = streamOf(world.seed, `voltage ${asset.id}`)
  const far = 0.004 + 0.012 * unitOf(stream, 1)
  return cheap((tMs) => {
    const dark = world.supply.solarLoss[c]
    if (dark != null && tMs >= (dark[0]?.[0] ?? 0) && curveAt(dark, tMs) >= 1) return 0
    const relative = world.demand.loadAt(c, tMs)
    return (
      nominal *
      (1.018 - far * relative + 0.003 * smoothOf(stream, tMs / 90_000) + 0.004 * smoothOf(stream ^ 1, tMs / HOUR_MS))
    )
  })
}

/** Index arrays of which a frame holds P and Q, with the ratings that turn them into load. */
function nodePoint(
  world: WorldState,
  asset: Asset,
  kind: PointKind,
  key: 'transformer' | 'feeder' | 'powerTransformer' | 'hv',
  i: number,
): Quantity | null {
  const reactive = `${key}Var` as const
  const kva = (frame: EnergyFrame): number => Math.hypot(frame[key][i] ?? 0, frame[reactive][i] ?? 0)
  const rating = world.grid.ratingOf(asset.id, key === 'powerTransformer' ? 63_000 : 2500)
  const stream = streamOf(world.seed, `node ${asset.id}`)
  const known: Partial<Record<PointKind, () => Quantity | null>> = {
    'active-power': () => dear((tMs, full) => world.energyAt(tMs, modeOf(full))[key][i] ?? 0),
    'reactive-power': () => dear((tMs, full) => world.energyAt(tMs, modeOf(full))[reactive][i] ?? 0),
    'energy-import': () => (key === 'transformer' ? null : register(world, asset, kind, key, i, rating.ratedKva * 0.3)),
    'reactive-energy': () =>
      key === 'powerTransformer' || key === 'hv'
        ? register(world, asset, kind, `${key}Var`, i, rating.ratedKva * 0.1)
        : null,
    current: () => dear((tMs, full) => kva(world.energyAt(tMs, modeOf(full))) / (ROOT_3 * 22.2)),
    'load-percent': () => dear((tMs, full) => (100 * kva(world.energyAt(tMs, modeOf(full)))) / rating.ratedKva),
    'oil-temperature': () => oilTemperature(world, asset, key, i, rating.ratedKva),
    'tap-position': () =>
      dear((tMs) => {
        const load = kva(world.energyAt(Math.floor(tMs / 600_000) * 600_000, 'smooth')) / rating.ratedKva
        return Math.min(
          19,
          Math.max(1, Math.round(10 - 4 * (load - 0.4) + 0.4 * smoothOf(stream, tMs / (4 * HOUR_MS)))),
        )
      }),
    'switch-state': () => cheap((tMs) => (key === 'feeder' && !world.supply.feederClosed(i, tMs) ? 0 : 1)),
    voltage: () =>
      cheap((tMs) => {
        const swing = 0.004 * smoothOf(stream, tMs / 120_000) + 0.006 * smoothOf(stream ^ 1, tMs / (3 * HOUR_MS))
        return 110 * (1.022 + swing)
      }),
  }
  return known[kind]?.() ?? null
}

/** Top oil follows the square of the load of the last hours (time constant three hours) above the air. */
function oilTemperature(
  world: WorldState,
  asset: Asset,
  key: 'transformer' | 'feeder' | 'powerTransformer' | 'hv',
  i: number,
  ratedKva: number,
): Quantity {
  const rise = world.model.simulation.energy.transformers.find((t) => t.assetId === asset.id)?.oilRiseC ?? 50
  const members =
    key === 'transformer'
      ? [...world.topology.transformerOf.keys()].filter((c) => world.topology.transformerOf[c] === i)
      : []
  const squareAt = (tMs: number): number => {
    if (key !== 'transformer') {
      const frame = world.energyAt(tMs, 'smooth')
      return Math.hypot(frame[key][i] ?? 0, frame[`${key}Var`][i] ?? 0) ** 2 / ratedKva ** 2
    }
    let kw = 0
    for (const c of members) {
      const lost = world.supply.loadLoss[c]
      kw += world.grid.plainLoad(c, tMs) * (lost == null ? 1 : 1 - curveAt(lost, tMs))
    }
    return (kw / (0.92 * ratedKva)) ** 2
  }
  const hashed = streamOf(world.seed, `oil ${asset.id}`)
  const kept = new Map<number, number>()
  const keptSquare = (nodeMs: number): number => {
    let square = kept.get(nodeMs)
    if (square === undefined) {
      square = squareAt(nodeMs)
      if (kept.size >= 64) kept.clear()
      kept.set(nodeMs, square)
    }
    return square
  }
  return dear((tMs) => {
    let sum = 0
    let weights = 0
    for (let node = Math.floor(tMs / OIL_STEP_MS) * OIL_STEP_MS; tMs - node < OIL_WINDOW_MS; node -= OIL_STEP_MS) {
      const age = tMs - node
      const edge = Math.min(1, age / OIL_STEP_MS, (OIL_WINDOW_MS - age) / OIL_STEP_MS)
      const weight = edge * Math.exp(-age / (3 * HOUR_MS))
      sum += weight * keptSquare(node)
      weights += weight
    }
    const share = ((1 + 5 * (sum / weights)) / 6) ** 0.8
    return world.weather.temperatureAt(tMs - HOUR_MS) + rise * share + 0.4 * smoothOf(hashed, tMs / 600_000)
  })
}

/** Points of the electrical grid. */
export const energyQuantity: QuantitySource = (world, asset, kind) => {
  const { topology } = world
  const known: Partial<Record<AssetKind, () => Quantity | null>> = {
    'electricity-meter': () => {
      const c = topology.consumerOf.get(asset.id)
      return c === undefined ? null : consumerPoint(world, asset, kind, c)
    },
    'solar-plant': () => {
      const c = topology.consumerOf.get(asset.id)
      return c === undefined ? null : consumerPoint(world, asset, kind, c)
    },
    'distribution-transformer': () =>
      nodePoint(world, asset, kind, 'transformer', topology.transformers.indexOf(asset.id)),
    feeder: () => nodePoint(world, asset, kind, 'feeder', topology.feeders.indexOf(asset.id)),
    'power-transformer': () =>
      nodePoint(world, asset, kind, 'powerTransformer', topology.powerTransformers.indexOf(asset.id)),
    'hv-connection': () => nodePoint(world, asset, kind, 'hv', topology.hvConnections.indexOf(asset.id)),
    'ring-switch': () =>
      kind === 'switch-state' ? cheap((tMs) => Number(world.supply.ringSwitchAt(asset.id, tMs) ?? false)) : null,
    substation: () => (kind === 'voltage' ? busVoltage(world, asset) : null),
    'battery-storage': () => {
      const unit = world.storage[world.model.simulation.energy.storage.findIndex((s) => s.assetId === asset.id)]
      if (unit === undefined) return null
      if (kind === 'active-power') return cheap((tMs) => unit.powerAt(tMs))
      return kind === 'state-of-charge' ? cheap((tMs) => unit.chargeAt(tMs)) : null
    },
  }
  return known[asset.kind]?.() ?? null
}

/** Bus voltage of a substation: held by the tap changers, a little lower under load. */
function busVoltage(world: WorldState, asset: Asset): Quantity {
  const index = world.topology.substations.indexOf(asset.id)
  const members = [...world.topology.substationOfPowerTransformer.keys()].filter(
    (i) => world.topology.substationOfPowerTransformer[i] === index,
  )
  const ratedKva = members.reduce(
    (sum, i) => sum + world.grid.ratingOf(world.topology.powerTransformers[i] ?? '', 63_000).ratedKva,
    1,
  )
  const stream = streamOf(world.seed, `bus ${asset.id}`)
  return dear((tMs, full) => {
    const frame = world.energyAt(tMs, modeOf(full))
    const load = members.reduce((sum, i) => sum + (frame.powerTransformer[i] ?? 0), 0) / ratedKva
    const swing = 0.0025 * smoothOf(stream, tMs / 60_000) + 0.004 * smoothOf(stream ^ 1, tMs / (2 * HOUR_MS))
    return world.model.simulation.energy.busVoltageKv * (1.02 - 0.012 * load + swing)
  })
}
