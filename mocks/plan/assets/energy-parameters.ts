import { assetIdSchema } from '../../../src/contract/primitives.ts'
import type { SimulationFile } from '../../park/simulation-file.ts'
import type { BuildContext } from './build-context.ts'
import { connectionMva, STORAGE_ID, STORAGE_KW, transformerMva } from './energy-assets.ts'

export const FEEDER_RATED_A = 400

type Energy = SimulationFile['energy']

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits

/** Ordinary losses of an oil transformer by its rating. */
function transformer(id: string, ratedMva: number): Energy['transformers'][number] {
  return {
    assetId: assetIdSchema.parse(id),
    ratedMva,
    noLoadKw: round(1.1 * ratedMva ** 0.8, 2),
    loadLossKw: round(10.5 * ratedMva ** 0.74, 1),
    oilRiseC: ratedMva > 20 ? 50 : 55,
  }
}

/** The simulator's parameters of the electricity system. */
export function energyParameters({ params, consumers, networks, book }: BuildContext): Energy {
  const stations = params.substations.flatMap((spec) =>
    spec.transformers.map((unit, i) => transformer(`${spec.assetId}-t${i + 1}`, unit.ratedMva)),
  )
  const low = consumers.filter((consumer) => !consumer.hv && consumer.powerKw > 0)
  return {
    feeders: networks.grid.feeders.map((feeder) => ({
      assetId: assetIdSchema.parse(feeder.assetId),
      lossFactor: round(Math.min(0.02, 0.004 + (feeder.lengthM / 1e6) * (feeder.loadKw / 3500)), 4),
      ratedA: FEEDER_RATED_A,
    })),
    transformers: [
      ...stations,
      ...low.map((consumer) => transformer(`dt-${consumer.key}`, transformerMva(consumer, consumers))),
    ],
    hvConnections: consumers
      .filter((consumer) => consumer.hv)
      .map((consumer) => ({
        assetId: assetIdSchema.parse(`hvc-${consumer.key}`),
        lossFactor: 0.002,
        ratedMva: connectionMva(consumer),
      })),
    busVoltageKv: 22,
    solarPerformanceRatio: 0.8,
    ties: networks.grid.switches
      .filter(({ feederId, otherFeederId }) => feederId !== otherFeederId)
      .map(({ assetId, feederId, otherFeederId }) => ({
        assetId: assetIdSchema.parse(assetId),
        feederIds: [assetIdSchema.parse(feederId), assetIdSchema.parse(otherFeederId)],
      })),
    storage: book.has(STORAGE_ID)
      ? [{ assetId: assetIdSchema.parse(STORAGE_ID), capacityKwh: 2000, powerKw: STORAGE_KW }]
      : [],
  }
}
