import { isUsableByte } from '../contract/quality.ts'
import type { SameRun } from '../domain/quality/stuck.ts'
import type { LiveStore } from './live-store.ts'

/** Remembers for each point since when its samples have carried the same number, as far as this page has seen. */
export class StillWatch {
  readonly #store: LiveStore
  readonly #values: Float64Array
  readonly #sinceMs: Float64Array
  readonly #lastMs: Float64Array
  readonly #samples: Uint32Array

  constructor(store: LiveStore) {
    this.#store = store
    this.#values = new Float64Array(store.size).fill(Number.NaN)
    this.#sinceMs = new Float64Array(store.size).fill(Number.NaN)
    this.#lastMs = new Float64Array(store.size).fill(Number.NaN)
    this.#samples = new Uint32Array(store.size)
  }

  /** Looks at every point; several samples between two looks count as one. */
  look(): void {
    const { values, sourceTimesMs, qualities, size } = this.#store
    for (let i = 0; i < size; i++) {
      const timeMs = sourceTimesMs[i] as number
      const lastMs = this.#lastMs[i] as number
      // Not heard yet, nothing new, or held by the server.
      if (Number.isNaN(timeMs) || timeMs === lastMs || !isUsableByte(qualities[i] as number)) continue
      const value = values[i] as number
      this.#lastMs[i] = timeMs
      // A source whose clock went back begins anew as well.
      if (value === this.#values[i] && timeMs > lastMs) {
        this.#samples[i] = (this.#samples[i] as number) + 1
        continue
      }
      this.#values[i] = value
      this.#sinceMs[i] = timeMs
      this.#samples[i] = 1
    }
  }

  /** The run of same numbers that a point is in. */
  runOf(index: number): SameRun & { sinceMs: number } {
    const sinceMs = this.#sinceMs[index] ?? Number.NaN
    return {
      value: this.#values[index] ?? Number.NaN,
      lengthMs: (this.#lastMs[index] ?? Number.NaN) - sinceMs,
      samples: this.#samples[index] ?? 0,
      sinceMs,
    }
  }
}
