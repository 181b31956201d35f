import type { CollectionId, FeatureOf } from '../../contract/collections.ts'
import type { Collections } from '../map-controller.ts'
import type { LoadCollection } from './collection-loader.ts'
import { drawnFrom } from './drawn-features.ts'

/** Collections of a park as they came; the one place from which the map can be drawn again. */
export class ParkData {
  readonly #features: { [C in CollectionId]?: readonly FeatureOf<C>[] } = {}
  readonly #missing: CollectionId[] = []
  readonly #coming = new Map<CollectionId, Promise<void>>()
  readonly #drawn = new Map<CollectionId, Collections>()

  /** Collections that could not be loaded. */
  get missing(): readonly CollectionId[] {
    return this.#missing
  }

  /** Features of a collection; empty until it came. */
  get<C extends CollectionId>(id: C): readonly FeatureOf<C>[] {
    return this.#features[id] ?? []
  }

  /** Loads one collection, once. One that fails is named and left out: the rest of the map is drawn. */
  async load<C extends CollectionId>(id: C, load: LoadCollection): Promise<readonly FeatureOf<C>[]> {
    const coming = this.#coming.get(id) ?? this.#take(id, load)
    this.#coming.set(id, coming)
    await coming
    return this.get(id)
  }

  /** Sources that some collections fill; each collection is converted once. */
  drawn(ids: readonly CollectionId[]): Collections {
    const drawn: Collections = {}
    for (const id of ids) {
      const known = this.#drawn.get(id) ?? drawnFrom(id, this.get(id))
      if (this.#features[id]) this.#drawn.set(id, known)
      Object.assign(drawn, known)
    }
    return drawn
  }

  async #take(id: CollectionId, load: LoadCollection): Promise<void> {
    try {
      const features = await load(id)
      Object.assign(this.#features, { [id]: features })
    } catch {
      this.#missing.push(id)
    }
  }
}
