import type { FeatureOf } from '../../contract/collections.ts'
import type { SourceId } from '../style/sources.ts'
import type { DrawnCollection } from '../style/style-types.ts'

/** What the park's files leave out because it follows from what they hold. */
export interface DeriveInput {
  buildings: readonly FeatureOf<'buildings'>[]
  yards: readonly FeatureOf<'yards'>[]
  roads: readonly FeatureOf<'roads'>[]
  green: readonly FeatureOf<'green'>[]
  plots: readonly FeatureOf<'plots'>[]
  sites: readonly FeatureOf<'sites'>[]
  water: readonly FeatureOf<'water'>[]
  carriageways: readonly FeatureOf<'carriageways'>[]
}

export type DerivedSource = Extract<SourceId, 'roof-blocks' | 'roof-lines' | 'solar' | 'shadows' | 'stalls' | 'trees'>

export interface DeriveOutput {
  collections: Record<DerivedSource, DrawnCollection>
  /** Longitude and latitude of every tree in turn. */
  trees: Float64Array
}
