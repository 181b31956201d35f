import { ASSET_KINDS } from '../../src/contract/asset-kinds.ts'
import type { NetworkNodeFeature } from '../../src/contract/collections.ts'
import { POINT_KINDS, isPointKind } from '../../src/contract/point-kinds.ts'
import { assetIdOf, type Source, type TenantId } from '../../src/contract/primitives.ts'
import type { Asset, Park, Point, Tenant } from '../../src/contract/resources.ts'
import type { z } from 'zod'
import type { assetsFileSchema, AssetFile, ParkFile, PointFile, SourceRef, tenantsFileSchema } from './park-files.ts'
import { templateOf } from './point-templates.ts'

/** Looks up a source by its key; sources in full pass. Throws an Error that names the place and the key. */
type ResolveSource = (ref: SourceRef, place: string) => Source

export function sourceResolver(file: ParkFile): ResolveSource {
  return (ref, place) => {
    if (typeof ref !== 'string') return ref
    const source = file.sources[ref]
    if (source === undefined) throw new Error(`${place}: park.json has no source "${ref}"`)
    return source
  }
}

function resolveFacts(facts: AssetFile['facts'], place: string, resolve: ResolveSource): Asset['facts'] {
  return facts.map((fact) => ({ ...fact, source: resolve(fact.source, `${place} fact ${fact.key}`) }))
}

export function assemblePark(file: ParkFile, resolve: ResolveSource): Park {
  const { sources: _sources, ...park } = file
  return {
    ...park,
    facts: resolveFacts(file.facts, 'park.json', resolve),
    targets: file.targets.map((target) => ({ ...target, source: resolve(target.source, `target ${target.key}`) })),
    gridEmissionFactor: {
      ...file.gridEmissionFactor,
      source: resolve(file.gridEmissionFactor.source, 'gridEmissionFactor'),
    },
  }
}

export function assembleTenants(file: z.infer<typeof tenantsFileSchema>, resolve: ResolveSource): Tenant[] {
  return file.tenants.map((tenant) => ({ ...tenant, source: resolve(tenant.source, `tenant ${tenant.id}`) }))
}

/** Fills in what follows from the network node and from the tenant of the plot. */
export function assembleAssets(
  file: z.infer<typeof assetsFileSchema>,
  nodes: readonly NetworkNodeFeature[],
  tenants: readonly Tenant[],
  resolve: ResolveSource,
): Asset[] {
  const nodeOf = new Map<string, NetworkNodeFeature>()
  for (const node of nodes) {
    // A substation stands in two networks: its first node is the one it is drawn at.
    const { assetId } = node.properties
    if (assetId !== null && !nodeOf.has(assetId)) nodeOf.set(assetId, node)
  }
  const tenantOf = new Map<string, TenantId>(tenants.flatMap((tenant) => tenant.plotIds.map((id) => [id, tenant.id])))
  return file.assets.map((asset) => {
    const node = nodeOf.get(asset.id)
    const position = asset.position ?? node?.geometry.coordinates
    if (position === undefined) throw new Error(`asset ${asset.id}: no position, and no network node names it`)
    const plotId = asset.plotId ?? node?.properties.plotId ?? null
    const tenantId = asset.tenantId ?? (plotId === null ? undefined : tenantOf.get(plotId)) ?? null
    return {
      ...asset,
      code: asset.code ?? asset.id.toUpperCase(),
      position,
      plotId,
      tenantId,
      nodeId: asset.nodeId ?? node?.id ?? null,
      facts: resolveFacts(asset.facts, `asset ${asset.id}`, resolve),
    }
  })
}

function assemblePoint(entry: PointFile, assets: ReadonlyMap<string, Asset>, resolve: ResolveSource): Point {
  const dot = entry.id.lastIndexOf('.')
  const assetId = entry.assetId ?? assetIdOf(entry.id.slice(0, dot))
  const kind = entry.kind ?? entry.id.slice(dot + 1).replace(/-\d+$/, '')
  if (!isPointKind(kind)) throw new Error(`point ${entry.id}: no kind of points is called "${kind}"`)
  const asset = assets.get(assetId)
  if (asset === undefined) throw new Error(`point ${entry.id}: no asset ${assetId}`)
  const template = templateOf(asset.kind, kind)
  const range = entry.range ?? template?.range
  const periodMs = entry.periodMs ?? template?.periodMs
  if (range === undefined || periodMs === undefined) {
    throw new Error(`point ${entry.id}: ${asset.kind} has no template for ${kind}, so it needs range and periodMs`)
  }
  return {
    id: entry.id,
    assetId,
    kind,
    stream: ASSET_KINDS[asset.kind],
    unit: entry.unit ?? POINT_KINDS[kind].unit,
    periodMs,
    range: [range[0], range[1]],
    decimals: entry.decimals ?? POINT_KINDS[kind].decimals,
    limits: entry.limits.map((limit) => ({ ...limit, source: resolve(limit.source, `point ${entry.id}`) })),
    gatewayId: entry.gatewayId === undefined ? asset.gatewayId : entry.gatewayId,
    ...(template?.rollOverAt === undefined ? {} : { rollOverAt: template.rollOverAt }),
  }
}

/** Points with unit, period and range from their kinds. Throws an Error that names the point. */
export function assemblePoints(
  entries: readonly PointFile[],
  assets: readonly Asset[],
  resolve: ResolveSource,
): Point[] {
  const byId = new Map<string, Asset>(assets.map((asset) => [asset.id, asset]))
  return entries.map((entry) => assemblePoint(entry, byId, resolve))
}
