import type { Asset } from '../../src/contract/resources.ts'
import type { ParkModel } from '../park/park-model.ts'
import type { SimConsumer } from '../park/simulation-file.ts'

/** Supply trees of a park as dense indices; -1 stands for "not connected". */
/** A normally open switch between two feeders of a ring, by index. */
export interface Tie {
  assetId: string
  feeders: readonly [number, number]
}

export interface Topology {
  assets: ReadonlyMap<string, Asset>
  consumers: readonly SimConsumer[]
  /** Index of the consumer that any of its meters (or its solar plant) belongs to. */
  consumerOf: ReadonlyMap<string, number>
  transformers: readonly string[]
  feeders: readonly string[]
  ties: readonly Tie[]
  powerTransformers: readonly string[]
  substations: readonly string[]
  hvConnections: readonly string[]
  districts: readonly string[]
  liftStations: readonly string[]
  transformerOf: Int32Array
  /** Transformer behind each battery of the simulation's list. */
  transformerOfStorage: Int32Array
  hvOf: Int32Array
  feederOfTransformer: Int32Array
  powerTransformerOfFeeder: Int32Array
  substationOfPowerTransformer: Int32Array
  districtOf: Int32Array
  /** Upstream district, -1 at the plant. */
  districtAbove: Int32Array
  /** District indices with downstream ones first. */
  districtOrder: readonly number[]
  liftOf: Int32Array
  liftAbove: Int32Array
}

/** Builds the trees from `parentId` of the assets. Throws when a chain of parents closes on itself. */
export function buildTopology(model: ParkModel): Topology {
  const assets = new Map<string, Asset>(model.assets.map((asset) => [asset.id, asset]))
  const ids = (kind: Asset['kind']): string[] => model.assets.filter((asset) => asset.kind === kind).map((a) => a.id)
  const consumers = model.simulation.consumers
  const consumerOf = new Map<string, number>()
  consumers.forEach((consumer, index) => {
    for (const id of [
      consumer.electricityMeterId,
      consumer.waterMeterId,
      consumer.sewerMeterId,
      consumer.solarPlantId,
      consumer.reclaimedMeterId,
    ]) {
      if (id !== null) consumerOf.set(id, index)
    }
  })
  const lists = {
    transformers: ids('distribution-transformer'),
    feeders: ids('feeder'),
    powerTransformers: ids('power-transformer'),
    substations: ids('substation'),
    hvConnections: ids('hv-connection'),
    districts: ids('district-meter'),
    liftStations: ids('lift-station'),
  }
  /** First asset of a list on the way up from an asset (the asset itself not counted). */
  const above = (assetId: string | null, places: ReadonlyMap<string, number>): number => {
    let at = assetId === null ? null : (assets.get(assetId)?.parentId ?? null)
    for (let steps = 0; at !== null; steps++) {
      const found = places.get(at)
      if (found !== undefined) return found
      if (steps > assets.size)
        throw new Error(`simulator: the parents of ${assetId ?? ''} close on themselves at ${at}`)
      at = assets.get(at)?.parentId ?? null
    }
    return -1
  }
  const map = (from: readonly (string | null)[], list: readonly string[]): Int32Array => {
    const places = new Map(list.map((id, place) => [id, place]))
    const found = new Int32Array(from.length)
    from.forEach((id, i) => {
      found[i] = above(id, places)
    })
    return found
  }
  const meters = consumers.map((consumer) => consumer.electricityMeterId ?? consumer.solarPlantId)
  const districtAbove = map(lists.districts, lists.districts)
  return {
    assets,
    consumers,
    consumerOf,
    ...lists,
    ties: model.simulation.energy.ties.map(({ assetId, feederIds: [a, b] }) => ({
      assetId,
      feeders: [lists.feeders.indexOf(a), lists.feeders.indexOf(b)],
    })),
    transformerOf: map(meters, lists.transformers),
    transformerOfStorage: map(
      model.simulation.energy.storage.map((unit) => unit.assetId),
      lists.transformers,
    ),
    hvOf: map(meters, lists.hvConnections),
    feederOfTransformer: map(lists.transformers, lists.feeders),
    powerTransformerOfFeeder: map(lists.feeders, lists.powerTransformers),
    substationOfPowerTransformer: map(lists.powerTransformers, lists.substations),
    districtOf: map(
      consumers.map((consumer) => consumer.waterMeterId),
      lists.districts,
    ),
    districtAbove,
    districtOrder: childrenFirst(districtAbove),
    liftOf: map(
      consumers.map((consumer) => consumer.sewerMeterId),
      lists.liftStations,
    ),
    liftAbove: map(lists.liftStations, lists.liftStations),
  }
}

/** Order in which every member comes before the one above it. */
function childrenFirst(above: Int32Array): number[] {
  const depth = (i: number): number => {
    const up = above[i] ?? -1
    return up < 0 ? 0 : 1 + depth(up)
  }
  return [...above.keys()].toSorted((a, b) => depth(b) - depth(a))
}
