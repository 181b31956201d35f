import type { Locale } from '../contract/primitives.ts'
import { type FontFaces, latinFaces } from './fonts.ts'

/** Faces that the names of a language need. */
export async function facesOf(locale: Locale): Promise<FontFaces> {
  const latin = latinFaces()
  if (locale !== 'ja') return latin
  const { withJapanese } = await import('./fonts-ja.ts')
  return withJapanese(latin)
}

/**
 * Language of the names on the map. It follows the page's once the map has the fonts for it: names that are drawn
 * before their font would be boxes.
 */
export class LabelLanguage {
  #shown: Locale
  #wanted: Locale
  readonly #load: (locale: Locale) => Promise<FontFaces>
  readonly #apply: (fonts: FontFaces) => void

  constructor(first: Locale, apply: (fonts: FontFaces) => void, load = facesOf) {
    this.#shown = first
    this.#wanted = first
    this.#apply = apply
    this.#load = load
  }

  /** Language that the map has the fonts for. */
  get shown(): Locale {
    return this.#shown
  }

  /** Fonts of the language that is shown. */
  fonts(): Promise<FontFaces> {
    return this.#load(this.#shown)
  }

  /** Takes the page's language; of several in a row the last one is shown. A font that does not come changes nothing. */
  async follow(locale: Locale): Promise<void> {
    if (locale === this.#wanted) return
    this.#wanted = locale
    try {
      const fonts = await this.#load(locale)
      if (this.#wanted !== locale) return
      this.#shown = locale
      this.#apply(fonts)
    } catch {
      // The next change of language asks again; names stay readable in the one before.
      if (this.#wanted === locale) this.#wanted = this.#shown
    }
  }
}
