import { PEAK_KVA_PER_KW, PEAK_KVA_PER_KWP, PEAK_LOADING } from '../../park/profile-peaks.data.ts'
import { moved } from '../geometry.ts'
import { unitSpot } from '../units.ts'
import type { BuildContext } from './build-context.ts'
import { SIMULATED } from './build-context.ts'
import type { Consumer } from './consumers.ts'
import { substationGateway } from './gateways.ts'

/** The largest consumers have several units; their sum counts. */
const RATINGS_MVA = [0.16, 0.25, 0.4, 0.63, 1, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8, 10, 12.5, 16, 20, 25, 32]
const RATINGS_110_MVA = [16, 25, 40, 63, 80, 126]

export const STORAGE_ID = 'bs-1'
export const STORAGE_KW = 1000

/** The park's battery stands behind the meter of its first service centre. */
function hasStorage(consumer: Consumer, consumers: readonly Consumer[]): boolean {
  return consumers.find((candidate) => candidate.siteKind === 'service') === consumer
}

/** Smallest rating that carries the consumer's peak, or its sun, with a margin. Throws when none does. */
function ratingFor(consumer: Consumer, ratingsMva: readonly number[], extraKw: number): number {
  const peakKva = consumer.powerKw * PEAK_KVA_PER_KW[consumer.profile] + extraKw
  const neededMva = Math.max(peakKva, consumer.solarKwp * PEAK_KVA_PER_KWP) / PEAK_LOADING / 1000
  const rating = ratingsMva.find((candidate) => candidate >= neededMva)
  if (rating === undefined)
    throw new Error(`assets: ${consumer.key} needs ${neededMva.toFixed(1)} MVA, no unit is so large`)
  return rating
}

export function transformerMva(consumer: Consumer, consumers: readonly Consumer[]): number {
  return ratingFor(consumer, RATINGS_MVA, hasStorage(consumer, consumers) ? STORAGE_KW : 0)
}

/** Rating of a customer's own 110 kV transformer. */
export function connectionMva(consumer: Consumer): number {
  return ratingFor(consumer, RATINGS_110_MVA, 0)
}

function addSubstations({ ground, params, networks, book }: BuildContext): void {
  for (const [i, spec] of params.substations.entries()) {
    const gatewayId = substationGateway(i)
    const total = spec.transformers.reduce((sum, transformer) => sum + transformer.ratedMva, 0)
    book.add(spec.assetId, {
      kind: 'substation',
      name: spec.name,
      siteId: spec.siteId,
      gatewayId,
      facts: [{ key: 'rated-power', value: total, unit: 'MV.A', source: spec.source }],
    })
    for (const [k, transformer] of spec.transformers.entries()) {
      book.add(`${spec.assetId}-t${k + 1}`, {
        kind: 'power-transformer',
        code: `T${k + 1} ${spec.name.en.replace(/ (110|220)\/.*$/, '')}`,
        parentId: spec.assetId,
        siteId: spec.siteId,
        gatewayId,
        at: unitSpot(ground, spec.siteId, `t${k + 1}`),
        facts: [
          { key: 'rated-power', value: transformer.ratedMva, unit: 'MV.A', source: spec.unitSource ?? spec.source },
        ],
      })
    }
    const feeders = networks.grid.feeders.filter((feeder) => feeder.substationId === spec.assetId)
    for (const [k, feeder] of feeders.entries()) {
      book.add(feeder.assetId, {
        kind: 'feeder',
        code: feeder.number,
        parentId: `${spec.assetId}-t${(k % spec.transformers.length) + 1}`,
        siteId: spec.siteId,
        gatewayId,
      })
    }
  }
}

function addSwitches({ params, networks, book }: BuildContext): void {
  for (const item of networks.grid.switches) {
    const feeder = networks.grid.feeders.find((candidate) => candidate.assetId === item.feederId)
    const station = params.substations.findIndex((spec) => spec.assetId === feeder?.substationId)
    book.add(item.assetId, {
      kind: 'ring-switch',
      parentId: item.feederId,
      gatewayId: substationGateway(Math.max(0, station)),
    })
  }
}

function addSupply({ networks, gateways, book, params, consumers }: BuildContext, consumer: Consumer): void {
  const { key, plotId, siteId } = consumer
  const gatewayId = gateways.ofConsumer(consumer)
  const place = { plotId, siteId, gatewayId }
  let parentId = `dt-${key}`
  if (consumer.hv) {
    parentId = `hvc-${key}`
    const rating = { key: 'rated-power', value: connectionMva(consumer), unit: 'MV.A', source: SIMULATED }
    book.add(parentId, { kind: 'hv-connection', ...place, gatewayId: substationGateway(0), facts: [rating] })
  } else {
    const feeder = networks.grid.feederOf.get(key)
    if (feeder === undefined) throw new Error(`assets: ${key} has no feeder`)
    const rating = { key: 'rated-power', value: transformerMva(consumer, consumers), unit: 'MV.A', source: SIMULATED }
    book.add(parentId, { kind: 'distribution-transformer', ...place, parentId: feeder, facts: [rating] })
  }
  book.add(`em-${key}`, { kind: 'electricity-meter', ...place, parentId })
  if (consumer.solarKwp > 0) {
    const rating = { key: 'peak-power', value: consumer.solarKwp, unit: 'kW', source: SIMULATED }
    const at = moved(consumer.meters, consumer.ex, -40)
    book.add(`pv-${key}`, { kind: 'solar-plant', ...place, parentId, at, facts: [rating] })
  }
  if (hasStorage(consumer, consumers)) {
    book.add(STORAGE_ID, {
      kind: 'battery-storage',
      ...place,
      parentId,
      at: moved(consumer.meters, consumer.ex, 24),
      facts: [{ key: 'capacity', value: 2000, unit: 'kW.h', source: params.simulatedSource }],
    })
  }
}

/** Substations, transformers, feeders, ring switches and what stands behind every electricity meter. */
export function addEnergyAssets(context: BuildContext): void {
  addSubstations(context)
  addSwitches(context)
  for (const consumer of context.consumers) if (consumer.powerKw > 0) addSupply(context, consumer)
}
