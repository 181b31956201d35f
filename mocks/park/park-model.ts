import type { CollectionId, FeatureOf } from '../../src/contract/collections.ts'
import type { OutfallPermit } from '../../src/contract/reference.ts'
import type { Asset, Park, Point, Tenant } from '../../src/contract/resources.ts'
import type { Tour } from '../../src/contract/tours.ts'
import type { SimulationParams } from './simulation-file.ts'

/** Everything about a park except its geometry. */
export interface ParkModel {
  park: Park
  tenants: Tenant[]
  assets: Asset[]
  points: Point[]
  simulation: SimulationParams
}

/** A park folder, read lazily: the fact sheet and the core once, each collection when asked for. */
export interface ParkFiles {
  /** The fact sheet alone: a list of parks needs no more. */
  park(): Promise<Park>
  core(): Promise<ParkModel>
  /** Tours through the park; none where the folder has no such file. */
  tours(): Promise<Tour[]>
  /** Permits of the outfalls; none where the folder has no such file. */
  permits(): Promise<OutfallPermit[]>
  collection<C extends CollectionId>(id: C): Promise<FeatureOf<C>[]>
  /** Raw JSON of a file of the folder `registers`; undefined where the park has none. */
  registerFile(name: string): Promise<unknown>
}

/** A park folder that breaks its schema: names file and path of the first problems. */
export class ParkFileError extends Error {
  readonly file: string
  readonly problems: readonly string[]

  constructor(file: string, problems: readonly string[]) {
    super(`${file}: ${problems.slice(0, 5).join('; ')}${problems.length > 5 ? ` (${problems.length} problems)` : ''}`)
    this.name = 'ParkFileError'
    this.file = file
    this.problems = problems
  }
}
