import { moved } from '../geometry.ts'
import { unitSpot } from '../units.ts'
import type { BuildContext } from './build-context.ts'
import { SIMULATED } from './build-context.ts'
import type { Consumer } from './consumers.ts'
import { substationGateway } from './gateways.ts'

const RATINGS_MVA = [0.16, 0.25, 0.4, 0.63, 1, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8, 10]
/** Highest load over mean, and power factor at it. */
const PEAK = 1.6

export function transformerMva(consumer: Consumer): number {
  const needed = (consumer.powerKw * PEAK) / 0.9 / 1000
  return RATINGS_MVA.find((rating) => rating >= needed) ?? 12.5
}

/** Rating of a customer's own 110 kV transformer. */
export function connectionMva(consumer: Consumer): number {
  return [16, 25, 40, 63].find((rating) => rating >= (consumer.powerKw * PEAK) / 0.9 / 1000) ?? 63
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
        code: `T${k + 1} ${spec.name.en.replace(/ 110.*$/, '')}`,
        parentId: spec.assetId,
        siteId: spec.siteId,
        gatewayId,
        at: unitSpot(ground, spec.siteId, `t${k + 1}`),
        facts: [{ key: 'rated-power', value: transformer.ratedMva, unit: 'MV.A', source: spec.source }],
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

function addSupply({ networks, gateways, book, params }: BuildContext, consumer: Consumer): void {
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
    const rating = { key: 'rated-power', value: transformerMva(consumer), unit: 'MV.A', source: SIMULATED }
    book.add(parentId, { kind: 'distribution-transformer', ...place, parentId: feeder, facts: [rating] })
  }
  book.add(`em-${key}`, { kind: 'electricity-meter', ...place, parentId })
  if (consumer.solarKwp > 0) {
    const rating = { key: 'peak-power', value: consumer.solarKwp, unit: 'kW', source: SIMULATED }
    const at = moved(consumer.meters, consumer.ex, -40)
    book.add(`pv-${key}`, { kind: 'solar-plant', ...place, parentId, at, facts: [rating] })
  }
  if (consumer.siteKind === 'service' && !book.has('bs-1')) {
    book.add('bs-1', {
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
  for (const consumer of context.consumers) addSupply(context, consumer)
}
