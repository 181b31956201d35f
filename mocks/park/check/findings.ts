/** What a check found: the thing, by its id, and what is wrong with it. */
export interface Finding {
  place: string
  problem: string
}

export type Findings = Finding[]

/** Reports every value that comes more than once. */
export function findRepeats(what: string, ids: readonly string[]): Findings {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) repeated.add(id)
    seen.add(id)
  }
  return [...repeated].map((id) => ({ place: id, problem: `the ${what} comes more than once` }))
}
