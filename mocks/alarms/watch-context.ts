import type { AlarmRationale } from '../../src/contract/alarm-definitions.ts'
import type { AssetKind } from '../../src/contract/asset-kinds.ts'
import type { PointKind } from '../../src/contract/point-kinds.ts'
import type { Asset, Point, PointLimit } from '../../src/contract/resources.ts'
import type { SupplyGraph } from '../../src/domain/alarms/affected.ts'
import type { LimitSpec } from '../../src/domain/alarms/condition.ts'
import type { NetworkGraph } from '../../src/domain/network/supply-graph.ts'
import { groupBy } from '../../src/lib/group-by.ts'
import type { ParkModel } from '../park/park-model.ts'
import type { Watch } from './instance.ts'
import { type IndexedPoint, limitJudge } from './judges.ts'
import type { RegisterView } from './register-view.ts'

/** A park with the look-ups that the bindings need. */
export interface WatchContext {
  model: ParkModel
  graph: SupplyGraph
  registers: RegisterView
  assetsOf(kind: AssetKind): readonly Asset[]
  pointOf(assetId: string, kind: PointKind): IndexedPoint | null
}

/** Chooses what one definition watches in a park. */
export type Binding = (context: WatchContext, definition: AlarmRationale) => Watch[]

export function watchContext(model: ParkModel, registers: RegisterView, network: NetworkGraph | null): WatchContext {
  const byKind = groupBy(model.assets, ({ kind }) => kind)
  const pointsByAsset = groupBy(model.points, ({ assetId }) => assetId)
  const assetById = new Map(model.assets.map((asset) => [asset.id, asset]))
  const park = {
    assetById,
    tenantById: new Map(model.tenants.map((tenant) => [tenant.id, tenant])),
    assetsByPlace: groupBy(model.assets, ({ siteId, plotId }) => siteId ?? plotId ?? ''),
  }
  const indices = new Map(model.points.map((point, index) => [point.id as string, index]))
  return {
    model,
    registers,
    graph: {
      assetById,
      networks: network === null ? null : { graph: network, park },
      childrenOf: groupBy(
        model.assets.filter(({ parentId }) => parentId !== null),
        ({ parentId }) => parentId ?? '',
      ),
      pointsByAsset,
      pointsByGateway: groupBy(
        model.points.filter(({ gatewayId }) => gatewayId !== null),
        ({ gatewayId }) => gatewayId ?? '',
      ),
    },
    assetsOf: (kind) => byKind.get(kind) ?? [],
    pointOf(assetId, kind) {
      const point = pointsByAsset.get(assetId)?.find((candidate) => candidate.kind === kind)
      const index = point === undefined ? undefined : indices.get(point.id)
      return point === undefined || index === undefined ? null : { point, index }
    },
  }
}

/** A limit of a definition for one point: its deadband in the point's own unit. */
export function limitSpecOf(
  definition: AlarmRationale,
  type: LimitSpec['type'],
  limit: number,
  point: Point,
): LimitSpec {
  const { deadband } = definition
  if (deadband === null) return { type, limit, deadband: 0 }
  const [low, high] = point.range
  const base = { span: (high - low) / 100, limit: Math.abs(limit) / 100, unit: 1 }
  return { type, limit, deadband: deadband.value * base[deadband.of] }
}

/** The point's own limit of that kind, or null. */
export function ownLimit(point: Point, type: PointLimit['type'], basis: PointLimit['basis']): number | null {
  return point.limits.find((limit) => limit.type === type && limit.basis === basis)?.value ?? null
}

export interface LimitBinding {
  assetKind: AssetKind
  pointKind: PointKind
  type: 'high' | 'low'
  /** Basis of the point's own limit; null for the definition's set-point. */
  basis: PointLimit['basis'] | null
  groupOf?: (asset: Asset, context: WatchContext) => string | null
  everyMs?: number
}

/** Watches the same kind of point of every asset of a kind: by its own limit, or by the definition's set-point. */
export function everyLimit(binding: LimitBinding): Binding {
  const { assetKind, pointKind, type, basis, groupOf, everyMs = 0 } = binding
  return (context, definition) =>
    context.assetsOf(assetKind).flatMap((asset) => {
      const at = context.pointOf(asset.id, pointKind)
      if (!at) return []
      const limit = (basis === null ? null : ownLimit(at.point, type, basis)) ?? definition.setpoint
      if (limit === null) return []
      const judge = limitJudge(at, limitSpecOf(definition, type, limit, at.point))
      return [{ asset, point: at.point, judge, limit, everyMs, group: groupOf?.(asset, context) ?? null }]
    })
}

/** Id of the first asset of a kind on the way up, or null. */
export function aboveOf(context: WatchContext, asset: Asset, kind: AssetKind): string | null {
  let at: Asset | undefined = asset
  for (let depth = 0; at !== undefined && depth < 20; depth++) {
    if (at.kind === kind) return at.id
    at = at.parentId === null ? undefined : context.graph.assetById.get(at.parentId)
  }
  return null
}
