import type { FeatureOf } from '../../contract/collections.ts'
import type { Asset, Park, Point, Tenant } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { Selection } from '../../session/view.ts'

/** What the detail panel is about. */
export interface Subject {
  selection: Selection
  park: Park | null
  /** Feature of the plan behind it, where there is one. */
  plot: FeatureOf<'plots'> | null
  site: FeatureOf<'sites'> | null
  edge: FeatureOf<'network-edges'> | null
  asset: Asset | null
  tenant: Tenant | null
  /** Equipment that belongs to it, the asset itself first. */
  assets: readonly Asset[]
  points: readonly Point[]
}

export interface PlanFeatures {
  plots: readonly FeatureOf<'plots'>[]
  sites: readonly FeatureOf<'sites'>[]
  edges: readonly FeatureOf<'network-edges'>[]
}

function pointsOf(index: ParkIndex, assets: readonly Asset[]): readonly Point[] {
  return assets.flatMap((asset) => index.pointsByAsset.get(asset.id) ?? [])
}

/** Equipment that stands at the head of a supply: the first step from a park's own sheet into its networks. */
const HEADS: ReadonlySet<Asset['kind']> = new Set<Asset['kind']>([
  'substation',
  'water-plant',
  'wastewater-plant',
  'reclaimed-station',
  'transfer-station',
  'hazardous-store',
])

/** Gathers what belongs to a selection, or null when the park has no such thing. */
export function findSubject(index: ParkIndex, plan: PlanFeatures, selection: Selection): Subject | null {
  const empty = { selection, park: null, plot: null, site: null, edge: null, asset: null, tenant: null }
  switch (selection.type) {
    case 'asset': {
      const asset = index.assetById.get(selection.id)
      if (!asset) return null
      const tenant = asset.tenantId === null ? null : (index.tenantById.get(asset.tenantId) ?? null)
      return { ...empty, asset, tenant, assets: [asset], points: pointsOf(index, [asset]) }
    }
    case 'plot': {
      const plot = plan.plots.find((feature) => feature.id === selection.id) ?? null
      const assets = index.assetsByPlace.get(selection.id) ?? []
      if (!plot && assets.length === 0) return null
      const tenantId = plot?.properties.tenantId ?? assets.find((asset) => asset.tenantId !== null)?.tenantId ?? null
      const tenant = tenantId === null ? null : (index.tenantById.get(tenantId) ?? null)
      return { ...empty, plot, tenant, assets, points: pointsOf(index, assets) }
    }
    case 'site': {
      const site = plan.sites.find((feature) => feature.id === selection.id) ?? null
      const assets = index.assetsByPlace.get(selection.id) ?? []
      if (!site && assets.length === 0) return null
      return { ...empty, site, assets, points: pointsOf(index, assets) }
    }
    case 'tenant': {
      const tenant = index.tenantById.get(selection.id)
      if (!tenant) return null
      const assets = index.assets.filter((asset) => asset.tenantId === tenant.id)
      return { ...empty, tenant, assets, points: pointsOf(index, assets) }
    }
    case 'park': {
      if (selection.id !== index.park.id) return null
      const assets = index.assets.filter((asset) => HEADS.has(asset.kind))
      return { ...empty, park: index.park, assets, points: [] }
    }
    case 'edge':
      break
  }
  const edge = plan.edges.find((feature) => feature.id === selection.id) ?? null
  if (!edge) return null
  const { assetId, meterPointId } = edge.properties
  const asset = assetId === null ? undefined : index.assetById.get(assetId)
  const meter = meterPointId === null ? undefined : index.pointById.get(meterPointId)
  const assets = asset ? [asset] : []
  const own = pointsOf(index, assets)
  const points = meter && !own.includes(meter) ? [meter, ...own] : own
  return { ...empty, edge, assets, points }
}

const ORDER: readonly Point['kind'][] = [
  'active-power',
  'load-percent',
  'flow',
  'pressure',
  'level-percent',
  'level',
  'fill-level',
  'mass-in-store',
  'cod',
]

/** The point that says most about a subject: the chart opens with it. */
export function leadingPoint(points: readonly Point[]): Point | null {
  for (const kind of ORDER) {
    const found = points.find((point) => point.kind === kind)
    if (found) return found
  }
  return points[0] ?? null
}
