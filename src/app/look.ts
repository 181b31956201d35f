import type { Locale } from '../contract/primitives.ts'
import type { Theme } from '../session/session-store.ts'
import { searchSchema, type Search } from './search.ts'

/** Search of the hash as it stands at start, before the router runs. */
export function searchOfHash(hash: string): Search {
  const query = hash.slice(hash.indexOf('?') + 1)
  const raw = hash.includes('?') ? Object.fromEntries(new URLSearchParams(query)) : {}
  return searchSchema.parse(raw)
}

/** Screen that the hash asks for, without its park. */
export function screenOfHash(hash: string): string | undefined {
  return /^#\/[^/?]+\/([^/?]+)/.exec(hash)?.[1]
}

/** Puts language and theme on the document, where CSS, fonts and screen readers look for them. */
export function applyLook(locale: Locale, theme: Theme): void {
  document.documentElement.lang = locale
  document.documentElement.dataset['theme'] = theme
}

function importFont(): void {
  void import('@fontsource-variable/noto-sans-jp/index.css')
}

/** Japanese glyphs come when they are needed: at once in Japanese, otherwise when the page is idle. */
export function loadJapaneseFont(locale: Locale): void {
  if (locale === 'ja' || typeof requestIdleCallback === 'undefined') importFont()
  else requestIdleCallback(importFont, { timeout: 10_000 })
}
