import { badParameter } from '../problem-error.ts'

const DEFAULT_LIMIT = 1000

export interface Page<T> {
  items: T[]
  nextCursor: string | null
  total: number
}

/** Cuts one page out of a list. The cursor is opaque to clients: position in the list, base 36. */
export function pageOf<T>(
  all: readonly T[],
  query: { cursor?: string | undefined; limit?: number | undefined },
): Page<T> {
  const limit = query.limit ?? DEFAULT_LIMIT
  const start = query.cursor === undefined ? 0 : readCursor(query.cursor)
  const end = start + limit
  return {
    items: all.slice(start, end),
    nextCursor: end < all.length ? `p${end.toString(36)}` : null,
    total: all.length,
  }
}

function readCursor(cursor: string): number {
  const start = /^p[0-9a-z]{1,8}$/.test(cursor) ? Number.parseInt(cursor.slice(1), 36) : Number.NaN
  if (!Number.isSafeInteger(start)) throw badParameter('cursor', `"${cursor}" is not a cursor of this list`)
  return start
}
