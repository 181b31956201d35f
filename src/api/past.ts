import type { Query } from '@tanstack/react-query'

/** Keys of answers about the past; live events do not reach them. */
export function pastKey(parkId: string, what: string): readonly string[] {
  return ['past', parkId, what]
}

/** Query of a question about an instant of the past; empty for one about now. */
export function asOf(atMs: number | null): { at?: string } {
  return atMs === null ? {} : { at: new Date(atMs).toISOString() }
}

/** Keeps what is shown of one instant until the next one is there; never what was shown of now. */
export function keepPast<T>(previous: T | undefined, query: Pick<Query, 'queryKey'> | undefined): T | undefined {
  return query?.queryKey[0] === 'past' ? previous : undefined
}
