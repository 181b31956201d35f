/** What was refused, how often, and one sample of it to look at. */
export interface Rejection {
  reason: string
  count: number
  sample: string
}

const MAX_REASONS = 100
const MAX_SAMPLE_CHARS = 300

/** Counts by reason; keeps the first sample of each. Bounded, so that a flood cannot grow the heap. */
export class RejectionLog {
  readonly #byReason = new Map<string, Rejection>()
  #list: readonly Rejection[] = []
  #stale = false

  /** Adds `count` refusals. `sample` is called only when this reason has none yet. */
  add(reason: string, count: number, sample: () => string): void {
    if (count <= 0) return
    const known = this.#byReason.get(reason)
    this.#stale = true
    if (known !== undefined) {
      known.count += count
      return
    }
    if (this.#byReason.size >= MAX_REASONS) return
    this.#byReason.set(reason, { reason, count, sample: sample().slice(0, MAX_SAMPLE_CHARS) })
  }

  /** Most frequent first. The same array comes back until something is added. */
  snapshot(): readonly Rejection[] {
    if (this.#stale) {
      this.#stale = false
      this.#list = Array.from(this.#byReason.values(), (entry) => structuredClone(entry)).toSorted(
        (a, b) => b.count - a.count,
      )
    }
    return this.#list
  }
}
