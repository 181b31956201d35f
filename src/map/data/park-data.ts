import type { CollectionId, FeatureOf } from '../../contract/collections.ts'
import type { LoadCollection } from './collection-loader.ts'

/** Collections of a park as they came; the one place from which the map can be drawn again. */
export class ParkData {
  readonly #features: { [C in CollectionId]?: readonly FeatureOf<C>[] } = {}
  readonly #missing: CollectionId[] = []

  /** Collections that could not be loaded. */
  get missing(): readonly CollectionId[] {
    return this.#missing
  }

  /** Features of a collection; empty until it came. */
  get<C extends CollectionId>(id: C): readonly FeatureOf<C>[] {
    return this.#features[id] ?? []
  }

  /** Loads one collection. One that fails is named and left out: the rest of the map is drawn. */
  async load<C extends CollectionId>(id: C, load: LoadCollection): Promise<readonly FeatureOf<C>[]> {
    try {
      const features = await load(id)
      Object.assign(this.#features, { [id]: features })
      return features
    } catch {
      this.#missing.push(id)
      return []
    }
  }
}
