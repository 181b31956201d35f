import type { Asset } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'

export interface FeederBay {
  asset: Asset
  powerId: string | null
  switchId: string | null
}

export interface TransformerBay {
  asset: Asset
  powerId: string | null
  loadId: string | null
  /** Rating, MVA; null when it is not on record. */
  ratedMva: number | null
  /** Own high limit of its load in per cent, from its point. */
  limitPercent: number | null
  feeders: readonly FeederBay[]
}

export interface Substation {
  asset: Asset
  transformers: readonly TransformerBay[]
}

function pointOf(index: ParkIndex, asset: Asset, kind: string) {
  return index.pointsByAsset.get(asset.id)?.find((point) => point.kind === kind)
}

function byCode(a: Asset, b: Asset): number {
  return a.code.localeCompare(b.code, 'en', { numeric: true })
}

/** Substations with their transformers, and the feeders of each transformer's busbar, by code. */
export function substations(index: ParkIndex): Substation[] {
  const childrenOf = (id: string, kind: Asset['kind']): Asset[] =>
    (index.childrenOf.get(id) ?? []).filter((asset) => asset.kind === kind).toSorted(byCode)
  return index.assets
    .filter(({ kind }) => kind === 'substation')
    .map((asset) => ({
      asset,
      transformers: childrenOf(asset.id, 'power-transformer').map((transformer): TransformerBay => {
        const load = pointOf(index, transformer, 'load-percent')
        const rated = transformer.facts.find(({ key }) => key === 'rated-power')?.value
        return {
          asset: transformer,
          powerId: pointOf(index, transformer, 'active-power')?.id ?? null,
          loadId: load?.id ?? null,
          ratedMva: typeof rated === 'number' ? rated : null,
          limitPercent: load?.limits.find(({ type, basis }) => type === 'high' && basis === 'internal')?.value ?? null,
          feeders: childrenOf(transformer.id, 'feeder').map((feeder) => ({
            asset: feeder,
            powerId: pointOf(index, feeder, 'active-power')?.id ?? null,
            switchId: pointOf(index, feeder, 'switch-state')?.id ?? null,
          })),
        }
      }),
    }))
}

/** Short code of a transformer as it stands on the diagram: "T1" of "T1 Lai Uyên". */
export function bayCode({ code }: Asset): string {
  return /^\S+/.exec(code)?.[0] ?? code
}
