import type { Network } from '../../contract/collections.ts'
import type { Asset, Tenant } from '../../contract/resources.ts'
import { NORMAL_STATE, type NetworkGraph, type SwitchState, supplyOf } from './supply-graph.ts'

/** What tells who stands at a node. */
export interface ImpactPark {
  readonly assetById: ReadonlyMap<string, Pick<Asset, 'id' | 'kind' | 'tenantId' | 'plotId' | 'siteId'>>
  readonly tenantById: ReadonlyMap<
    string,
    Pick<Tenant, 'contractedPowerKw' | 'contractedWaterM3PerDay' | 'contractedWastewaterM3PerDay'>
  >
  /** Assets by the plot or site that they stand on. */
  readonly assetsByPlace: ReadonlyMap<string, readonly Pick<Asset, 'id' | 'kind'>[]>
}

/** Sum of what is contracted; tenants without a figure are counted apart and never taken for zero. */
export interface ContractSum {
  total: number
  unknownFor: number
}

/** What loses its service when an asset fails. All lists are sorted. */
export interface Impact {
  /** Networks in which something is lost. */
  networks: readonly Network[]
  nodeIds: readonly string[]
  assetIds: readonly string[]
  tenantIds: readonly string[]
  /** Networks in which each of them is cut off. */
  lossesOf: ReadonlyMap<string, readonly Network[]>
  /** Lift stations and plants that stop: cut off in their own network, or without power. */
  stationIds: readonly string[]
  /** Contracts of the tenants that lose a service: kW, and m³/d. Null where that service goes on. */
  contracts: { powerKw: ContractSum | null; waterM3PerDay: ContractSum | null; wastewaterM3PerDay: ContractSum | null }
}

const STATION_KINDS: ReadonlySet<Asset['kind']> = new Set([
  'lift-station',
  'wastewater-plant',
  'water-plant',
  'reclaimed-station',
])

const POWER: ReadonlySet<Network> = new Set<Network>(['power-110', 'power-22'])

/** Whether an asset stands in a network, or an edge is part of one, so that its failure can be followed there. */
export function isInNetwork(graph: NetworkGraph, id: string): boolean {
  return graph.nodesOfAsset.has(id) || graph.linksOfAsset.has(id) || graph.linkOfEdge.has(id)
}

/**
 * What stands still in the networks when something fails: the asset or edge itself, or, for equipment that is drawn in
 * no network (a power transformer, a tank), the nearest assets down its supply tree that are. Empty where there is
 * nothing of that kind: a container, an analyser. Trees that close on themselves end.
 *
 * @param childrenOf assets by the one that supplies them
 */
export function failingOf(
  graph: NetworkGraph,
  childrenOf: ReadonlyMap<string, readonly { id: string }[]>,
  id: string,
): string[] {
  const found: string[] = []
  const seen = new Set([id])
  const queue = [id]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (isInNetwork(graph, at)) {
      found.push(at)
      continue
    }
    for (const child of childrenOf.get(at) ?? []) {
      if (seen.has(child.id)) continue
      seen.add(child.id)
      queue.push(child.id)
    }
  }
  return found
}

/** Numbers of the nodes that a failure leaves without service, the failed assets' own among them. */
export function lostNodes(graph: NetworkGraph, failed: readonly string[], state: SwitchState = NORMAL_STATE): number[] {
  if (!failed.some((id) => isInNetwork(graph, id))) return []
  const before = supplyOf(graph, state)
  const after = supplyOf(graph, { out: new Set([...state.out, ...failed]), closedTies: state.closedTies })
  return before.order.filter((node) => after.isServed[node] === 0)
}

/**
 * Downstream trace and its consequences: what is supplied (or drained) now and would not be after a failure, in
 * every network that it touches. In a ring that is closed the other side goes on supplying, so nothing is
 * lost there; an open ring loses all behind the failure until a tie is closed (`ring-transfer.ts`). A node that has no
 * source already loses nothing more.
 *
 * @param failure one asset or edge, or all that fail together (`failingOf`)
 * @param state switches as they stand; all in their normal position unless given
 */
export function impactOf(
  graph: NetworkGraph,
  park: ImpactPark,
  failure: string | readonly string[],
  state: SwitchState = NORMAL_STATE,
): Impact {
  const failed = typeof failure === 'string' ? [failure] : failure
  const networks = new Set<Network>()
  const nodeIds: string[] = []
  const assetIds = new Set<string>()
  const tenantsOf = new Map<Network, Set<string>>()
  const stationIds = new Set<string>()
  for (const number of lostNodes(graph, failed, state)) {
    const node = graph.nodes[number]
    if (!node) continue
    const { network, assetId: at, plotId } = node.properties
    networks.add(network)
    nodeIds.push(node.id)
    const asset = at === null ? undefined : park.assetById.get(at)
    if (!asset) continue
    if (!failed.includes(asset.id)) assetIds.add(asset.id)
    if (STATION_KINDS.has(asset.kind)) stationIds.add(asset.id)
    if (POWER.has(network)) for (const id of stationsAt(park, asset.siteId ?? plotId)) stationIds.add(id)
    if (asset.tenantId === null) continue
    const tenants = tenantsOf.get(network) ?? new Set<string>()
    tenantsOf.set(network, tenants.add(asset.tenantId))
  }
  const tenantIds = new Set<string>()
  for (const tenants of tenantsOf.values()) for (const id of tenants) tenantIds.add(id)
  const sum = (of: readonly Network[], key: keyof ReturnType<typeof contractsOf>): ContractSum | null => {
    const tenants = new Set(of.flatMap((network) => [...(tenantsOf.get(network) ?? [])]))
    return tenants.size === 0 ? null : addContracts([...tenants].map((id) => contractsOf(park, id)[key]))
  }
  return {
    networks: [...networks].toSorted(),
    nodeIds: nodeIds.toSorted(),
    assetIds: [...assetIds].toSorted(),
    tenantIds: [...tenantIds].toSorted(),
    lossesOf: new Map(
      [...tenantIds].map((id) => [
        id,
        [...tenantsOf].flatMap(([network, tenants]) => (tenants.has(id) ? [network] : [])).toSorted(),
      ]),
    ),
    stationIds: [...stationIds].toSorted(),
    contracts: {
      powerKw: sum(['power-110', 'power-22'], 'power'),
      waterM3PerDay: sum(['water'], 'water'),
      wastewaterM3PerDay: sum(['sewer'], 'wastewater'),
    },
  }
}

function stationsAt(park: ImpactPark, place: string | null): string[] {
  const assets = place === null ? [] : (park.assetsByPlace.get(place) ?? [])
  return assets.filter(({ kind }) => STATION_KINDS.has(kind)).map(({ id }) => id)
}

function contractsOf(park: ImpactPark, tenantId: string) {
  const tenant = park.tenantById.get(tenantId)
  return {
    power: tenant?.contractedPowerKw ?? null,
    water: tenant?.contractedWaterM3PerDay ?? null,
    wastewater: tenant?.contractedWastewaterM3PerDay ?? null,
  }
}

function addContracts(values: readonly (number | null)[]): ContractSum {
  let total = 0
  let unknownFor = 0
  for (const value of values) {
    if (value === null) unknownFor += 1
    else total += value
  }
  return { total, unknownFor }
}
