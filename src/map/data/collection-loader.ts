import type { CollectionId, FeatureOf } from '../../contract/collections.ts'

/** Gives the features of one collection; the page answers from its query cache. */
export type LoadCollection = <C extends CollectionId>(id: C) => Promise<readonly FeatureOf<C>[]>

/** Drawn before anything else: the map counts as ready when these are on screen. */
export const CORE_COLLECTIONS = ['carriageways', 'green', 'water', 'plots', 'sites', 'roads', 'waterways'] as const
/** Drawn after the core, in this order. */
export const DETAIL_COLLECTIONS = [
  'buildings',
  'network-edges',
  'network-nodes',
  'yards',
  'surroundings',
  'unit-labels',
  'containers',
] as const
