import type { Asset } from '../../src/contract/resources.ts'
import type { PointKind } from '../../src/contract/point-kinds.ts'
import type { WorldState } from './world-state.ts'

/** True value of a point at an instant. `full` adds fast movement; long histories leave it out. */
export interface Quantity {
  valueAt(tMs: number, full: boolean): number
  /** Cost of one value, for the number of instants that a bucket looks at. */
  cost: 'cheap' | 'dear'
}

/** Gives the quantity of an asset's point, or `null` where this part of the world does not know the pair. */
export type QuantitySource = (world: WorldState, asset: Asset, kind: PointKind) => Quantity | null

export function cheap(valueAt: Quantity['valueAt']): Quantity {
  return { valueAt, cost: 'cheap' }
}

export function dear(valueAt: Quantity['valueAt']): Quantity {
  return { valueAt, cost: 'dear' }
}
