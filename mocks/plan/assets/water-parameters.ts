import { assetIdSchema } from '../../../src/contract/primitives.ts'
import type { SimulationFile } from '../../park/simulation-file.ts'
import { RECLAIMED_ID } from '../networks/build-networks.ts'
import type { BuildContext } from './build-context.ts'
import { towerM3 } from './water-assets.ts'
import { pumpM3PerH } from './lift-pumps.ts'

const round = (value: number, digits = 0): number => Math.round(value * 10 ** digits) / 10 ** digits

/** The simulator's parameters of water supply: leakage follows the length of mains in a district. */
export function waterParameters({ params, networks, book }: BuildContext): SimulationFile['water'] {
  const { assetId, capacityM3PerDay, leakageM3PerDay, consumptionM3PerDay, tankM3, datumM } = params.water
  const pipesM = networks.water.districts.reduce((sum, district) => sum + district.pipesM, 0)
  const peakM3PerH = ((consumptionM3PerDay + leakageM3PerDay) / 24) * 1.7
  const tanks = [
    { id: 'wt-1', volumeM3: tankM3, heightM: 4.5 },
    { id: 'wt-2', volumeM3: tankM3, heightM: 4.5 },
    { id: 'wt-3', volumeM3: towerM3(tankM3), heightM: 6 },
  ].filter((tank) => book.has(tank.id))
  return {
    plants: [
      {
        assetId: assetIdSchema.parse(assetId),
        supplyShare: 1,
        capacityM3PerDay,
        kwhPerM3: 0.36,
        turbidityNtu: 0.35,
        chlorineMgL: 0.55,
        ph: 7.3,
      },
    ],
    districts: networks.water.districts.map((district) => ({
      assetId: assetIdSchema.parse(district.assetId),
      leakageM3PerDay: round((leakageM3PerDay * district.pipesM) / pipesM, 1),
      inletPressureBar: district.parentId === null ? 3.6 : 3.2,
    })),
    tanks: tanks.map(({ id, volumeM3, heightM }) => ({
      assetId: assetIdSchema.parse(id),
      volumeM3,
      heightM,
      minLevelM: round(heightM * 0.25, 2),
      maxLevelM: round(heightM * 0.95, 2),
    })),
    pumps: networks.water.pumps.map((id, i) => ({
      assetId: assetIdSchema.parse(id),
      ratedM3PerH: round(peakM3PerH / (networks.water.pumps.length - 1)),
      ratedKw: round((peakM3PerH / (networks.water.pumps.length - 1)) * 0.19),
      order: i + 1,
    })),
    loggers: networks.water.loggers.map((logger) => ({
      assetId: assetIdSchema.parse(logger.assetId),
      elevationM: round(logger.elevationM, 1),
      distanceM: round(logger.distanceM),
      meanBar: round(Math.max(2, 3.5 - logger.distanceM * 0.00028 - (logger.elevationM - datumM) * 0.1), 2),
    })),
  }
}

/** What an ordinary day's treated water holds, mg/L: under the plant's own limit of 50. */
const EFFLUENT_COD_MG_L = 43

type Consumers = SimulationFile['consumers']

/** Share of the oxygen demand that treatment leaves, so that the mix of this park's tenants ends at an ordinary value. */
function remainingCod(consumers: Consumers, infiltrationShare: number): number {
  const flow = consumers.reduce((sum, consumer) => sum + consumer.dischargeM3PerDay, 0)
  const load = consumers.reduce((sum, consumer) => sum + consumer.dischargeM3PerDay * consumer.codMgL, 0)
  return round((EFFLUENT_COD_MG_L * (1 + infiltrationShare) * Math.max(1, flow)) / Math.max(1, load), 4)
}

/** The simulator's parameters of sewers, the central plant, reclaimed water and storm ponds. */
export function wastewaterParameters(
  { params, networks }: BuildContext,
  consumers: Consumers,
): SimulationFile['wastewater'] {
  const { wastewater } = params
  return {
    plant: {
      assetId: assetIdSchema.parse(wastewater.assetId),
      phases: wastewater.phases.map(({ name, m3PerDay, year, simulated }) => ({ name, m3PerDay, year, simulated })),
      kwhPerM3: 0.55,
      remaining: { cod: remainingCod(consumers, wastewater.infiltrationShare), tss: 0.11, ammonium: 0.12 },
      effluent: { ph: 7.2, temperatureC: 30 },
      residenceHours: 22,
      rainM3PerMm: wastewater.rainM3PerMm,
      infiltrationShare: wastewater.infiltrationShare,
    },
    liftStations: networks.sewers.liftStations.map((station) => ({
      assetId: assetIdSchema.parse(station.assetId),
      wellM2: 24,
      startLevelM: 2.4,
      stopLevelM: 0.9,
      pumpM3PerH: pumpM3PerH(station.m3PerDay),
    })),
    gauges: networks.sewers.gauges.map((gauge) => ({
      assetId: assetIdSchema.parse(gauge.assetId),
      diameterMm: gauge.diameterMm,
      slopePercent: networks.sewers.slopePercent,
      meanM3PerDay: round(gauge.m3PerDay),
    })),
    reclaimed: {
      stationId: assetIdSchema.parse(RECLAIMED_ID),
      capacityM3PerDay: wastewater.reclaimedCapacityM3PerDay,
    },
    ponds: networks.storm.ponds.map((pond) => ({
      assetId: assetIdSchema.parse(pond.assetId),
      areaM2: pond.areaM2,
      depthM: 3,
      dryLevelM: 0.9,
      catchmentHa: pond.catchmentHa,
    })),
  }
}
