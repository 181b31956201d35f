import type { Locale, Source } from '../contract/primitives.ts'
import type { ReferenceSource } from '../contract/reference.ts'

/** What a source is called in a language. */
export function sourceTitle({ title, titles }: Pick<Source, 'title' | 'titles'>, locale: Locale): string {
  return titles?.[locale] ?? title
}

/** The article of a rule as a language cites it; null where the source names none. */
export function sourceArticle({ article, articles }: ReferenceSource, locale: Locale): string | null {
  return articles?.[locale] ?? article
}

/** What is doubtful about a source, in a language. */
export function sourceNote({ note, notes }: ReferenceSource, locale: Locale): string | undefined {
  return notes?.[locale] ?? note
}
