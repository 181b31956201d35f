/** A function of an object that is asked once for each; objects that are gone are forgotten. */
export function remembered<Key extends object, Value extends string | number>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(key)
    known.set(key, made)
    return made
  }
}

/** Kept answers of one kind; when there are more they are worked out anew. */
const KEPT = 2000

/** The same function, which remembers what it answered. */
export function rememberedByNumber<T>(work: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= KEPT) known.clear()
    const made = work(key)
    known.set(key, made)
    return made
  }
}
