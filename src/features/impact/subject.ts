import type { NetworkEdgeFeature } from '../../contract/collections.ts'
import type { Asset, Tenant } from '../../contract/resources.ts'
import { failingOf } from '../../domain/network/impact.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { serviceOfMeter } from '../../domain/network/tenant-impacts.ts'
import type { Selection } from '../../session/view.ts'
import type { Networks } from './use-networks.ts'

/** What is followed through the networks: exactly one of asset, edge and tenant is there. */
export interface Subject {
  asset: Asset | null
  edge: NetworkEdgeFeature | null
  tenant: Tenant | null
  /** What stands still in the networks when it fails; empty where it is in none of them. */
  failed: readonly string[]
}

/** A site stands for the equipment that its networks hang on. */
const HEADS: readonly Asset['kind'][] = [
  'substation',
  'water-plant',
  'wastewater-plant',
  'lift-station',
  'reclaimed-station',
  'transfer-station',
]

function ofAsset(index: ParkIndex, { graph }: Networks, asset: Asset): Subject {
  return { asset, edge: null, tenant: null, failed: failingOf(graph, index.childrenOf, asset.id) }
}

function ofTenant(index: ParkIndex, { graph }: Networks, tenant: Tenant): Subject {
  const meters = index.assets.filter(({ tenantId, kind }) => tenantId === tenant.id && serviceOfMeter(kind) !== null)
  return { asset: null, edge: null, tenant, failed: meters.flatMap(({ id }) => failingOf(graph, index.childrenOf, id)) }
}

/** What a selection stands for here, or null where the park has nothing of it to follow. */
export function subjectOf(index: ParkIndex, networks: Networks, selection: Selection): Subject | null {
  switch (selection.type) {
    case 'asset': {
      const asset = index.assetById.get(selection.id)
      return asset ? ofAsset(index, networks, asset) : null
    }
    case 'edge': {
      const edge = networks.edgeById.get(selection.id)
      return edge ? { asset: null, edge, tenant: null, failed: [edge.id] } : null
    }
    case 'site': {
      const assets = index.assetsByPlace.get(selection.id) ?? []
      const head = HEADS.flatMap((kind) => assets.find((asset) => asset.kind === kind) ?? [])[0]
      return head ? ofAsset(index, networks, head) : null
    }
    case 'plot': {
      const tenantId = networks.plotById.get(selection.id)?.properties.tenantId ?? null
      const tenant = tenantId === null ? undefined : index.tenantById.get(tenantId)
      return tenant ? ofTenant(index, networks, tenant) : null
    }
    case 'tenant': {
      const tenant = index.tenantById.get(selection.id)
      return tenant ? ofTenant(index, networks, tenant) : null
    }
    case 'park':
      break
  }
  return null
}
