import type { PointKind } from '../../contract/point-kinds.ts'
import type { Asset } from '../../contract/resources.ts'
import type { ParkIndex } from '../network/park-index.ts'

/** A meter at which energy is counted, with the ids of what it tells. */
export interface EnergyMeter {
  asset: Asset
  powerId: string | null
  energyId: string | null
  reactiveEnergyId: string | null
  /** Most that its connection can carry, kW: the range of its power. */
  maxKw: number
  /** Where its energy register begins again at zero, kWh; null when not known. */
  rollOverAt: number | null
}

export interface SolarMeter {
  asset: Asset
  generatedId: string | null
  powerId: string | null
  maxKw: number
  rollOverAt: number | null
}

export interface EnergyPoints {
  /** Where energy enters the park: transformers of the substations and connections at 110 kV. */
  incomers: readonly EnergyMeter[]
  /** Meters of tenants and of the park's own buildings. */
  consumers: readonly EnergyMeter[]
  solar: readonly SolarMeter[]
  /** Consumers that can feed back past their meter: those with a solar plant beside them. */
  withSolar: readonly EnergyMeter[]
  storagePowerIds: readonly string[]
}

function pointId(index: ParkIndex, asset: Asset, kind: PointKind): string | null {
  return index.pointsByAsset.get(asset.id)?.find((point) => point.kind === kind)?.id ?? null
}

function maxPower(index: ParkIndex, asset: Asset): number {
  return index.pointsByAsset.get(asset.id)?.find((point) => point.kind === 'active-power')?.range[1] ?? Infinity
}

function rollOver(index: ParkIndex, asset: Asset, kind: PointKind): number | null {
  return index.pointsByAsset.get(asset.id)?.find((point) => point.kind === kind)?.rollOverAt ?? null
}

function meterOf(index: ParkIndex, asset: Asset): EnergyMeter {
  return {
    asset,
    powerId: pointId(index, asset, 'active-power'),
    energyId: pointId(index, asset, 'energy-import'),
    reactiveEnergyId: pointId(index, asset, 'reactive-energy'),
    maxKw: maxPower(index, asset),
    rollOverAt: rollOver(index, asset, 'energy-import'),
  }
}

/** Meters and plants of a park by what they are for, in the order of the park's own list. */
export function energyPoints(index: ParkIndex): EnergyPoints {
  const of = (...kinds: readonly Asset['kind'][]): readonly Asset[] =>
    index.assets.filter((asset) => kinds.includes(asset.kind))
  const solar = of('solar-plant')
  const sunny = new Set(solar.map((asset) => asset.parentId))
  const consumers = of('electricity-meter').map((asset) => meterOf(index, asset))
  return {
    incomers: of('power-transformer', 'hv-connection').map((asset) => meterOf(index, asset)),
    consumers,
    solar: solar.map((asset) => ({
      asset,
      generatedId: pointId(index, asset, 'energy-generated'),
      powerId: pointId(index, asset, 'active-power'),
      maxKw: maxPower(index, asset),
      rollOverAt: rollOver(index, asset, 'energy-generated'),
    })),
    withSolar: consumers.filter(({ asset }) => asset.parentId !== null && sunny.has(asset.parentId)),
    storagePowerIds: of('battery-storage').flatMap((asset) => pointId(index, asset, 'active-power') ?? []),
  }
}

/** Ids that are there. */
export function knownIds(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null)
}

/**
 * Voltage at which the park is supplied, kV: the highest that its fact sheet names ("110/22 kV" gives 110). 22 where it
 * names none, which is the dearer price.
 */
export function supplyVoltageKv(index: ParkIndex): number {
  const stated = index.park.facts.find((fact) => fact.key === 'grid-supply')?.value
  const text = typeof stated === 'string' ? stated : ''
  const named = [...text.matchAll(/(\d+)(?:\/\d+)?\s*kV/g)].map((hit) => Number(hit[1]))
  return named.length > 0 ? Math.max(...named) : 22
}

/** Contracted power in kW, or null while the park has none. */
export function contractKw(index: ParkIndex): number | null {
  const target = index.park.targets.find(({ key }) => key === 'contracted-power')
  if (target?.value == null) return null
  return target.unit === 'MW' ? target.value * 1000 : target.unit === 'kW' ? target.value : null
}
