import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { Asset, Point } from '../../contract/resources.ts'
import type { PointKind } from '../../contract/point-kinds.ts'
import { FRESHNESS_BYTE } from '../../domain/quality/freshness.ts'
import type { LayerId } from '../layers/registry.ts'
import type { LiveValues } from '../map-types.ts'

interface SymbolRule {
  layer: LayerId
  symbol: string
  minZoom: number
  sizePx: number
  /** Point whose value chooses among a family of symbols. */
  reads?: PointKind
}

/** Which assets are drawn as symbols, from what zoom, and which layer switches them. */
export const SYMBOL_RULES: Partial<Readonly<Record<AssetKind, SymbolRule>>> = {
  'ring-switch': { layer: 'power-22', symbol: 'switch', minZoom: 14.6, sizePx: 10, reads: 'switch-state' },
  'distribution-transformer': { layer: 'power-22', symbol: 'transformer', minZoom: 16, sizePx: 17 },
  'electricity-meter': { layer: 'power-22', symbol: 'electricity-meter', minZoom: 16.4, sizePx: 19 },
  'hv-connection': { layer: 'power-110', symbol: 'transformer', minZoom: 15, sizePx: 19 },
  'district-meter': { layer: 'water', symbol: 'district-meter', minZoom: 13.6, sizePx: 16 },
  'water-tank': { layer: 'water', symbol: 'tank', minZoom: 14.8, sizePx: 22, reads: 'level-percent' },
  'boundary-valve': { layer: 'water', symbol: 'boundary-valve', minZoom: 14.8, sizePx: 13 },
  'pressure-logger': { layer: 'water', symbol: 'pressure-logger', minZoom: 15.2, sizePx: 16 },
  hydrant: { layer: 'water', symbol: 'hydrant', minZoom: 16.6, sizePx: 12 },
  'water-meter': { layer: 'water', symbol: 'water-meter', minZoom: 16.4, sizePx: 19 },
  'lift-station': { layer: 'sewer', symbol: 'lift-station', minZoom: 13.4, sizePx: 16 },
  outfall: { layer: 'sewer', symbol: 'outfall', minZoom: 13.4, sizePx: 16 },
  'sewer-meter': { layer: 'sewer', symbol: 'sewer-meter', minZoom: 16.4, sizePx: 19 },
  'equalisation-tank': { layer: 'sewer', symbol: 'tank', minZoom: 16, sizePx: 20, reads: 'level-percent' },
  'sludge-tank': { layer: 'sewer', symbol: 'tank', minZoom: 16, sizePx: 20, reads: 'level-percent' },
  'reclaimed-meter': { layer: 'reclaimed', symbol: 'reclaimed-meter', minZoom: 16.4, sizePx: 19 },
  'solar-plant': { layer: 'solar', symbol: 'solar-plant', minZoom: 15.4, sizePx: 18 },
  container: { layer: 'waste', symbol: 'bin', minZoom: 15, sizePx: 18, reads: 'fill-level' },
  gateway: { layer: 'fibre', symbol: 'gateway', minZoom: 14.6, sizePx: 16 },
}

export interface AssetSymbol {
  asset: Asset
  rule: SymbolRule
  /** Index of the point that chooses the symbol, -1 for none. */
  index: number
}

/** Assets that have a symbol, each with the live value that chooses it. */
export function assetSymbols(
  assets: readonly Asset[],
  points: readonly Point[],
  live: Pick<LiveValues, 'indexOf'> | null,
): AssetSymbol[] {
  const pointOf = new Map(points.map((point) => [`${point.assetId} ${point.kind}`, point.id]))
  return assets.flatMap((asset) => {
    const rule = SYMBOL_RULES[asset.kind]
    if (!rule) return []
    const pointId = rule.reads ? pointOf.get(`${asset.id} ${rule.reads}`) : undefined
    return [{ asset, rule, index: pointId === undefined || !live ? -1 : live.indexOf(pointId) }]
  })
}

/** Symbol to draw now: open or closed, a level in tenths, a fill in quarters, or a question mark. */
export function symbolOf({ rule, index }: AssetSymbol, live: LiveValues | null): string {
  if (rule.reads === undefined) return rule.symbol
  const value = live && index >= 0 ? (live.values[index] ?? Number.NaN) : Number.NaN
  const freshness = live && index >= 0 ? (live.freshness[index] ?? FRESHNESS_BYTE.bad) : FRESHNESS_BYTE.waiting
  const known = Number.isFinite(value) && freshness <= FRESHNESS_BYTE.stale
  if (rule.symbol === 'switch') return known ? (value >= 0.5 ? 'switch-closed' : 'switch-open') : 'switch-unknown'
  if (!known) return 'unknown'
  if (rule.symbol === 'tank') return `tank-${step(value, 10)}`
  return `bin-${step(value, 4)}`
}

/** A percentage in whole steps. */
function step(percent: number, steps: number): number {
  return Math.max(0, Math.min(steps, Math.round((percent / 100) * steps)))
}

export interface VehiclePoints {
  asset: Asset
  lng: number
  lat: number
  speed: number
}

/** Collection vehicles with the indices of their position. */
export function vehiclePoints(
  assets: readonly Asset[],
  points: readonly Point[],
  live: Pick<LiveValues, 'indexOf'>,
): VehiclePoints[] {
  const indexOf = (assetId: string, kind: PointKind) => {
    const point = points.find((candidate) => candidate.assetId === assetId && candidate.kind === kind)
    return point ? live.indexOf(point.id) : -1
  }
  return assets
    .filter((asset) => asset.kind === 'collection-vehicle')
    .map((asset) => ({
      asset,
      lng: indexOf(asset.id, 'longitude'),
      lat: indexOf(asset.id, 'latitude'),
      speed: indexOf(asset.id, 'speed'),
    }))
}
