import type { ParkModel } from '../park-model.ts'
import { PEAK_KVA_PER_KW, PEAK_KVA_PER_KWP, PEAK_LOADING } from '../profile-peaks.data.ts'
import type { Findings } from './findings.ts'

/** Load factor of a park: highest over mean demand, and the share of a substation that ordinary operation may use. */
const PEAK = 1.35
const SUBSTATION_SHARE = 0.65

function checkReferences({ simulation, assets, points }: ParkModel): Findings {
  const known = new Set<string>(assets.map((asset) => asset.id))
  const pointIds = new Set<string>(points.map((point) => point.id))
  const { energy, water, wastewater, waste, consumers, faults, gateways } = simulation
  const ids: (string | null)[] = [
    ...consumers.flatMap((c) => [
      c.electricityMeterId,
      c.waterMeterId,
      c.sewerMeterId,
      c.solarPlantId,
      c.reclaimedMeterId,
    ]),
    ...[...energy.feeders, ...energy.transformers, ...energy.hvConnections, ...energy.storage].map(
      (item) => item.assetId,
    ),
    ...energy.ties.map(({ assetId }) => assetId),
    ...energy.ties.flatMap(({ feederIds }) => feederIds),
    ...[...water.plants, ...water.districts, ...water.tanks, ...water.pumps, ...water.loggers].map(
      (item) => item.assetId,
    ),
    ...[...wastewater.liftStations, ...wastewater.gauges, ...wastewater.ponds].map((item) => item.assetId),
    wastewater.plant.assetId,
    wastewater.reclaimed.stationId,
    ...[...waste.containers, ...waste.vehicles, ...gateways].map((item) => item.assetId),
    ...waste.vehicles.flatMap((vehicle) => vehicle.stops.map((stop) => stop.containerId)),
    waste.transferStationId,
    waste.hazardousStoreId,
  ]
  const unknown = ids.filter((id): id is string => id !== null && !known.has(id))
  const meters = assets.filter(
    (asset) => asset.kind === 'electricity-meter' || asset.kind === 'water-meter' || asset.kind === 'sewer-meter',
  )
  const used = new Set(ids)
  return [
    ...unknown.map((id) => ({ place: 'simulation.json', problem: `no asset ${id}` })),
    ...meters
      .filter((meter) => !used.has(meter.id))
      .map((meter) => ({ place: meter.id, problem: 'no consumer of simulation.json uses this meter' })),
    ...faults
      .filter((fault) => !pointIds.has(fault.pointId))
      .map((fault) => ({ place: 'simulation.json', problem: `fault on ${fault.pointId}: no such point` })),
  ]
}

/** Mean flows that the park's capacities have to carry. */
export interface Balance {
  gridMw: number
  waterM3PerDay: number
  wastewaterM3PerDay: number
  solarMwp: number
}

function balanceOf({ simulation }: ParkModel): Balance {
  const { consumers, water, wastewater } = simulation
  const sum = (pick: (consumer: (typeof consumers)[number]) => number): number =>
    consumers.reduce((total, consumer) => total + pick(consumer), 0)
  const leakage = water.districts.reduce((total, district) => total + district.leakageM3PerDay, 0)
  const solarMwp = sum((consumer) => consumer.solarKwp) / 1000
  return {
    gridMw: sum((consumer) => consumer.powerKw) / 1000 - solarMwp * 0.16,
    waterM3PerDay: sum((consumer) => consumer.waterM3PerDay) + leakage,
    wastewaterM3PerDay: sum((consumer) => consumer.dischargeM3PerDay) * (1 + wastewater.plant.infiltrationShare),
    solarMwp,
  }
}

function checkSubstations(model: ParkModel): Findings {
  const parentOf = new Map<string, string | null>(model.assets.map((asset) => [asset.id, asset.parentId]))
  const kindOf = new Map<string, string>(model.assets.map((asset) => [asset.id, asset.kind]))
  const stationOf = (id: string | null): string | null => {
    let at = id
    for (let steps = 0; at !== null && steps < 20; steps++) {
      if (kindOf.get(at) === 'substation') return at
      at = parentOf.get(at) ?? null
    }
    return null
  }
  const loadMw = new Map<string, number>()
  for (const consumer of model.simulation.consumers) {
    const station = stationOf(consumer.electricityMeterId)
    if (station !== null) loadMw.set(station, (loadMw.get(station) ?? 0) + consumer.powerKw / 1000)
  }
  return [...loadMw].flatMap(([station, mw]) => {
    const transformers = model.simulation.energy.transformers.filter((unit) => parentOf.get(unit.assetId) === station)
    const rated = transformers.reduce((sum, unit) => sum + unit.ratedMva, 0)
    const share = (mw * PEAK) / 0.92 / rated
    return share > SUBSTATION_SHARE
      ? [{ place: station, problem: `its peak would take ${(share * 100).toFixed(0)} % of ${rated} MVA` }]
      : []
  })
}

/** A transformer at a plot carries the peak of what stands behind it, and its sun. */
function checkTransformers({ simulation, assets }: ParkModel): Findings {
  const parentOf = new Map<string | null, string | null>(assets.map((asset) => [asset.id, asset.parentId]))
  const storage = simulation.energy.storage
  return simulation.energy.transformers.flatMap(({ assetId, ratedMva }) => {
    const own = simulation.consumers.filter((consumer) => parentOf.get(consumer.electricityMeterId) === assetId)
    const stored = storage.filter((unit) => parentOf.get(unit.assetId) === assetId)
    const extraKva = stored.reduce((sum, unit) => sum + unit.powerKw, 0)
    const peakKva = own.reduce((sum, c) => sum + c.powerKw * PEAK_KVA_PER_KW[c.powerProfile], extraKva)
    const sunKva = own.reduce((sum, c) => sum + c.solarKwp * PEAK_KVA_PER_KWP, 0)
    const share = Math.max(peakKva, sunKva) / 1000 / ratedMva
    if (share <= PEAK_LOADING + 0.005) return []
    return [{ place: assetId, problem: `its peak takes ${(share * 100).toFixed(0)} % of ${ratedMva} MVA` }]
  })
}

/** References of the simulator's parameters and that demand fits the park's capacities. */
export function checkSimulation(model: ParkModel): { findings: Findings; balance: Balance } {
  const balance = balanceOf(model)
  const { water, wastewater } = model.simulation
  const supply = water.plants.reduce((sum, plant) => sum + plant.capacityM3PerDay, 0)
  const treatment = wastewater.plant.phases.reduce((sum, phase) => sum + phase.m3PerDay, 0)
  const findings = [...checkReferences(model), ...checkSubstations(model), ...checkTransformers(model)]
  if (balance.waterM3PerDay > supply)
    findings.push({
      place: 'simulation.json',
      problem: `supplies ${balance.waterM3PerDay.toFixed(0)} m³/d of ${supply} m³/d`,
    })
  if (balance.wastewaterM3PerDay > treatment) {
    findings.push({
      place: wastewater.plant.assetId,
      problem: `takes ${balance.wastewaterM3PerDay.toFixed(0)} m³/d, its phases treat ${treatment} m³/d`,
    })
  }
  return { findings, balance }
}
