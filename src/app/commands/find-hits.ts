import { foldText, matchesFolded } from '../../i18n/fold.ts'
import type { PaletteEntry } from '../../ui/palette.tsx'

export interface Hit extends PaletteEntry {
  folded: string
  run: () => void
}

/** What is found of one kind: the best of it, and how many more there are. */
export interface KindFound {
  kind: string
  shown: readonly Hit[]
  more: number
}

/** Of a kind at first: so many that the other kinds are still in sight. */
export const FIRST_OF_KIND = 6
/** And so many more each time that they are asked for. */
const NEXT_OF_KIND = 30
const MOST_UNASKED = 12

/**
 * Hits by kind. Names that start with the query come before names that hold it somewhere, and so does their kind.
 * `asked` tells how often more of a kind was asked for.
 */
export function findHits(
  hits: readonly Hit[],
  query: string,
  asked: Readonly<Record<string, number>>,
): readonly KindFound[] {
  const folded = foldText(query)
  const found = folded === '' ? hits.slice(0, MOST_UNASKED) : hits.filter((hit) => matchesFolded(hit.folded, folded))
  const starts = found.filter((hit) => hit.folded.startsWith(folded))
  const rest = found.filter((hit) => !hit.folded.startsWith(folded))
  const byKind = new Map<string, Hit[]>()
  for (const hit of [...starts, ...rest]) {
    const own = byKind.get(hit.kind)
    if (own) own.push(hit)
    else byKind.set(hit.kind, [hit])
  }
  return [...byKind].map(([kind, own]) => {
    const most = folded === '' ? own.length : FIRST_OF_KIND + NEXT_OF_KIND * (asked[kind] ?? 0)
    return { kind, shown: own.slice(0, most), more: Math.max(0, own.length - most) }
  })
}
