import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { PointKind } from '../../contract/point-kinds.ts'
import type { Asset, Point } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'

export interface ContainerAsset {
  asset: Asset
  point: Point
}

export interface VehicleAsset {
  asset: Asset
  longitude: string | null
  latitude: string | null
  speed: string | null
  payload: string | null
}

/** What of a park belongs to waste, with the points that speak for it. */
export interface WasteAssets {
  containers: readonly ContainerAsset[]
  vehicles: readonly VehicleAsset[]
  collected: readonly string[]
  diverted: readonly string[]
  stationStore: readonly string[]
  hazardousStore: readonly string[]
}

/** Finds the park's containers, vehicles and stores. A container without a fill sensor is left out. */
export function wasteAssets(index: ParkIndex): WasteAssets {
  const pointOf = (asset: Asset, kind: PointKind): Point | undefined =>
    index.pointsByAsset.get(asset.id)?.find((point) => point.kind === kind)
  const assetsOf = (kind: AssetKind): readonly Asset[] => index.assets.filter((asset) => asset.kind === kind)
  const idsOf = (kind: AssetKind, pointKind: PointKind): readonly string[] =>
    assetsOf(kind).flatMap((asset) => pointOf(asset, pointKind)?.id ?? [])
  return {
    containers: assetsOf('container').flatMap((asset) => {
      const point = pointOf(asset, 'fill-level')
      return point ? [{ asset, point }] : []
    }),
    vehicles: assetsOf('collection-vehicle').map((asset) => ({
      asset,
      longitude: pointOf(asset, 'longitude')?.id ?? null,
      latitude: pointOf(asset, 'latitude')?.id ?? null,
      speed: pointOf(asset, 'speed')?.id ?? null,
      payload: pointOf(asset, 'payload')?.id ?? null,
    })),
    collected: idsOf('transfer-station', 'mass-collected'),
    diverted: idsOf('transfer-station', 'mass-diverted'),
    stationStore: idsOf('transfer-station', 'mass-in-store'),
    hazardousStore: idsOf('hazardous-store', 'mass-in-store'),
  }
}
