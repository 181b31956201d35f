import type { MapState, Selection } from '../map-types.ts'

/** What the pointer or the list is on: a feature and where its tooltip stands, in pixels of the map. */
export interface Hover {
  target: Selection
  x: number
  y: number
}

export interface UiSnapshot {
  state: MapState
  missing: readonly string[]
  /** It failed because its code did not come, not because the browser could not draw. */
  isWithoutCode: boolean
  hover: Hover | null
  /** Grows when another part of the park came into view. */
  viewVersion: number
}

/** Whether the plan stands in for the map. */
export const isPlanned = (state: MapState): boolean =>
  state === 'loading' || state === 'recovering' || state === 'failed'

/** Small store between the map and the elements around it; changes when something is hovered or a phase ends. */
export class UiState {
  #snapshot: UiSnapshot = { state: 'loading', missing: [], isWithoutCode: false, hover: null, viewVersion: 0 }
  readonly #listeners = new Set<() => void>()

  readonly read = (): UiSnapshot => this.#snapshot

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(change: Partial<UiSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of this.#listeners) listener()
  }
}
