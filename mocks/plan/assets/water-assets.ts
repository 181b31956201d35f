import type { FactFile } from '../../park/park-files.ts'
import { OUTFALL_ID, RECLAIMED_ID } from '../networks/build-networks.ts'
import { unitKeys, unitSpot } from '../units.ts'
import { SIMULATED, type BuildContext } from './build-context.ts'
import { ANALYSER_GATEWAY, FIELD_GATEWAY, WASTEWATER_GATEWAY, WATER_GATEWAY } from './gateways.ts'
import { pumpM3PerH } from './lift-pumps.ts'

/** A water tower holds a fifth of what a ground tank does. */
export const towerM3 = (tankM3: number): number => Math.round(tankM3 / 5)

function volume(value: number): FactFile[] {
  return [{ key: 'volume', value, unit: 'm3', source: SIMULATED }]
}

/** Water plant, tanks, pumps, districts and meters. */
export function addWaterAssets({ ground, params, networks, consumers, gateways, book }: BuildContext): void {
  const { assetId: plantId, siteId, name, capacityM3PerDay, source } = params.water
  const inPlant = { parentId: plantId, siteId, gatewayId: WATER_GATEWAY }
  book.add(plantId, {
    kind: 'water-plant',
    name,
    siteId,
    gatewayId: WATER_GATEWAY,
    facts: [{ key: 'capacity', value: capacityM3PerDay, unit: 'm3/d', source }],
  })
  const { tankM3 } = params.water
  for (const tank of networks.water.tanks) book.add(tank, { kind: 'water-tank', ...inPlant, facts: volume(tankM3) })
  if (unitKeys(ground, siteId, 'water-tower').length > 0) {
    book.add('wt-3', {
      kind: 'water-tank',
      ...inPlant,
      at: unitSpot(ground, siteId, 'water-tower'),
      facts: volume(towerM3(tankM3)),
    })
  }
  for (const pump of networks.water.pumps) book.add(pump, { kind: 'pump', ...inPlant })
  for (const district of networks.water.districts) {
    book.add(district.assetId, {
      kind: 'district-meter',
      parentId: district.parentId ?? plantId,
      gatewayId: FIELD_GATEWAY,
    })
  }
  for (const logger of networks.water.loggers) {
    book.add(logger.assetId, { kind: 'pressure-logger', parentId: logger.districtId, gatewayId: FIELD_GATEWAY })
  }
  for (const valve of networks.water.valves) book.add(valve.assetId, { kind: 'boundary-valve' })
  for (const hydrant of networks.water.hydrants)
    book.add(hydrant.assetId, { kind: 'hydrant', parentId: hydrant.districtId })
  for (const consumer of consumers.filter((candidate) => candidate.waterM3PerDay > 0)) {
    const { key, plotId, siteId: ownSite } = consumer
    const district = networks.water.districtOf.get(key) ?? null
    book.add(`wm-${key}`, {
      kind: 'water-meter',
      parentId: district,
      plotId,
      siteId: ownSite,
      gatewayId: gateways.ofConsumer(consumer),
    })
  }
}

/** Process units by the key that the plan draws them with. */
export const PROCESS_UNITS = [
  { unit: 'equalisation', prefix: 'eq', kind: 'equalisation-tank', stage: null },
  { unit: 'primary-clarifier', prefix: 'pc', kind: 'clarifier', stage: 'primary' },
  { unit: 'aeration', prefix: 'at', kind: 'aeration-tank', stage: null },
  { unit: 'secondary-clarifier', prefix: 'cl', kind: 'clarifier', stage: 'secondary' },
  { unit: 'sludge-tank', prefix: 'sl', kind: 'sludge-tank', stage: null },
] as const

/** Sewers, lift stations, the central plant with its units, the outfall and reclaimed water. */
export function addWastewaterAssets({ ground, params, networks, consumers, gateways, book }: BuildContext): void {
  const { assetId: plantId, siteId, name, phases } = params.wastewater
  book.add(plantId, {
    kind: 'wastewater-plant',
    name,
    siteId,
    gatewayId: WASTEWATER_GATEWAY,
    facts: phases.map((phase) => ({
      key: `capacity-phase-${phase.name}`,
      value: phase.m3PerDay,
      unit: 'm3/d',
      source: phase.source,
    })),
  })
  for (const { unit, prefix, kind, stage } of PROCESS_UNITS) {
    const keys = unitKeys(ground, siteId, unit)
    for (const [i, key] of (keys.length > 0 ? keys : [unit]).entries()) {
      const gatewayId = kind === 'aeration-tank' || kind === 'clarifier' ? ANALYSER_GATEWAY : WASTEWATER_GATEWAY
      const facts = stage === null ? {} : { facts: [{ key: 'stage', value: stage, unit: null, source: SIMULATED }] }
      const at = unitSpot(ground, siteId, key)
      book.add(`${prefix}-${i + 1}`, { kind, parentId: plantId, siteId, gatewayId, at, ...facts })
    }
  }
  book.add(OUTFALL_ID, { kind: 'outfall', parentId: plantId, siteId, gatewayId: ANALYSER_GATEWAY })
  book.add(RECLAIMED_ID, {
    kind: 'reclaimed-station',
    parentId: plantId,
    siteId,
    gatewayId: WASTEWATER_GATEWAY,
    facts: [{ key: 'capacity', value: params.wastewater.reclaimedCapacityM3PerDay, unit: 'm3/d', source: SIMULATED }],
  })
  for (const station of networks.sewers.liftStations) {
    book.add(station.assetId, {
      kind: 'lift-station',
      parentId: station.parentId,
      gatewayId: WASTEWATER_GATEWAY,
      facts: [{ key: 'capacity', value: pumpM3PerH(station.m3PerDay), unit: 'm3/h', source: SIMULATED }],
    })
  }
  for (const gauge of networks.sewers.gauges) {
    book.add(gauge.assetId, { kind: 'sewer-gauge', parentId: gauge.parentId, gatewayId: WASTEWATER_GATEWAY })
  }
  for (const consumer of consumers) {
    const { key, plotId, siteId: ownSite } = consumer
    const place = { plotId, siteId: ownSite, gatewayId: gateways.ofConsumer(consumer) }
    const receiver = networks.sewers.drainsTo.get(key)
    if (receiver !== undefined) book.add(`sm-${key}`, { kind: 'sewer-meter', parentId: receiver, ...place })
    if (consumer.reclaimedM3PerDay > 0)
      book.add(`rm-${key}`, { kind: 'reclaimed-meter', parentId: RECLAIMED_ID, ...place })
  }
  for (const pond of networks.storm.ponds) book.add(pond.assetId, { kind: 'storm-pond', gatewayId: FIELD_GATEWAY })
}
