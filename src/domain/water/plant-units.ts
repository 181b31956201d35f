import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { PointKind } from '../../contract/point-kinds.ts'
import type { Asset, Point } from '../../contract/resources.ts'
import type { ParkIndex } from '../network/park-index.ts'

/** Steps of a central wastewater plant in the order in which water passes them. */
export const PLANT_STEPS = ['lift', 'equalisation', 'primary', 'aeration', 'clarifier', 'outfall'] as const
export type PlantStep = (typeof PLANT_STEPS)[number]

export interface PlantUnit {
  step: PlantStep
  /** Lines that work side by side, in the order of their codes. */
  assets: readonly Asset[]
}

/** One central plant as the park's own assets describe it. */
export interface PlantModel {
  plant: Asset
  /** Only steps that the park has. */
  units: readonly PlantUnit[]
  sludge: readonly Asset[]
  reuse: readonly Asset[]
  outfalls: readonly Asset[]
}

/** Point of a kind on an asset. */
export function pointOf(index: ParkIndex, assetId: string | undefined, kind: PointKind): Point | null {
  if (assetId === undefined) return null
  return index.pointsByAsset.get(assetId)?.find((point) => point.kind === kind) ?? null
}

/** Points of a kind on several assets. */
export function pointsOf(index: ParkIndex, assets: readonly Asset[], kind: PointKind): readonly Point[] {
  return assets.flatMap((asset) => pointOf(index, asset.id, kind) ?? [])
}

/** Everything that stands below an asset in the supply tree; circles in the data end the walk. */
export function descendantsOf(index: ParkIndex, assetId: string): readonly Asset[] {
  const found: Asset[] = []
  const seen = new Set([assetId])
  const open = [assetId]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const child of index.childrenOf.get(id) ?? []) {
      if (seen.has(child.id)) continue
      seen.add(child.id)
      found.push(child)
      open.push(child.id)
    }
  }
  return found
}

/**
 * Every central plant of a park with its units. A clarifier whose fact `stage` says `primary` stands before aeration,
 * every other one behind it.
 */
export function plantsOf(index: ParkIndex): readonly PlantModel[] {
  return index.assets.filter(({ kind }) => kind === 'wastewater-plant').map((plant) => plantOf(index, plant))
}

function isPrimary({ facts }: Asset): boolean {
  return facts.some(({ key, value }) => key === 'stage' && value === 'primary')
}

function plantOf(index: ParkIndex, plant: Asset): PlantModel {
  const below = descendantsOf(index, plant.id)
  const of = (kind: AssetKind): Asset[] =>
    below
      .filter((asset) => asset.kind === kind)
      .toSorted((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }))
  const outfalls = of('outfall')
  const byStep: Readonly<Record<PlantStep, readonly Asset[]>> = {
    lift: of('lift-station'),
    equalisation: of('equalisation-tank'),
    primary: of('clarifier').filter(isPrimary),
    aeration: of('aeration-tank'),
    clarifier: of('clarifier').filter((asset) => !isPrimary(asset)),
    outfall: outfalls,
  }
  return {
    plant,
    units: PLANT_STEPS.flatMap((step) => (byStep[step].length > 0 ? [{ step, assets: byStep[step] }] : [])),
    sludge: of('sludge-tank'),
    reuse: of('reclaimed-station'),
    outfalls,
  }
}
