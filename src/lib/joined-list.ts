/** Two lists as one; the same array comes back while both are the same arrays as before. */
export class JoinedList<T> {
  #first: readonly T[] | null = null
  #second: readonly T[] | null = null
  #joined: readonly T[] = []

  of(first: readonly T[], second: readonly T[]): readonly T[] {
    if (first !== this.#first || second !== this.#second) {
      this.#first = first
      this.#second = second
      this.#joined = [...first, ...second]
    }
    return this.#joined
  }
}
