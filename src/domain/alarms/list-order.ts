/** What a list shows while somebody points at it or has the focus in it. */
export interface HeldList {
  /** Rows in the order they had when they were held; nothing comes between and nothing leaves. */
  ids: readonly string[]
  /** Rows that wait outside. */
  fresh: readonly string[]
}

/**
 * Keeps the rows of a list where they are: a click must not hit what has just slid under the pointer. Rows that went
 * keep their place until the list is let go, rows that came wait outside and are counted.
 *
 * @param held order at the moment of holding
 * @param wanted order that the list would have now
 */
export function holdOrder(held: readonly string[], wanted: readonly string[]): HeldList {
  const known = new Set(held)
  return { ids: held, fresh: wanted.filter((id) => !known.has(id)) }
}
