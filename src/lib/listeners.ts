/** A set of callbacks. A callback that leaves during a notification is not called any more. */
export class Listeners {
  readonly #callbacks = new Set<() => void>()

  get size(): number {
    return this.#callbacks.size
  }

  /** Adds a callback; the answer removes it. */
  add(callback: () => void): () => void {
    // A wrapper of its own lets the same function subscribe twice.
    const entry = (): void => callback()
    this.#callbacks.add(entry)
    return () => {
      this.#callbacks.delete(entry)
    }
  }

  notify(): void {
    for (const callback of this.#callbacks) callback()
  }
}
