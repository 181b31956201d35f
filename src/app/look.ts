import type { Locale } from '../contract/primitives.ts'
import type { Theme } from '../session/session-store.ts'
import { arrived } from '../lib/arrived.ts'
import { isWall } from './hash.ts'
import { searchSchema, type Search } from './search.ts'

/** Search of the hash as it stands at start, before the router runs. */
export function searchOfHash(hash: string): Search {
  const query = hash.slice(hash.indexOf('?') + 1)
  const raw = hash.includes('?') ? Object.fromEntries(new URLSearchParams(query)) : {}
  return searchSchema.parse(raw)
}

/** Token of the wall link that the hash carries. */
export function wallKeyOf(hash: string): string | undefined {
  if (!isWall(hash)) return undefined
  return new URLSearchParams(hash.slice(hash.indexOf('?') + 1)).get('key') ?? undefined
}

/** Puts language and theme on the document, where CSS, fonts and screen readers look for them. */
export function applyLook(locale: Locale, theme: Theme): void {
  document.documentElement.lang = locale
  document.documentElement.dataset['theme'] = theme
}

/**
 * The icon of the tab, once the start is over. While addresses settle the browser would fetch it for each of them, and
 * draw it as a document of its own each time.
 */
export function showIcon(): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
  if (icon) icon.href = './icon.svg'
}

/** Longest wait of the name 日本語 for its glyphs. */
const FONT_WAIT_MS = 4000

function importFont(): void {
  void arrived(import('@fontsource-variable/noto-sans-jp/index.css'))
}

/**
 * Japanese glyphs come when they are needed: at once in Japanese, otherwise once the map has been drawn, so that
 * they never compete with what the viewer waits for.
 */
export function loadJapaneseFont(locale: Locale): void {
  if (locale === 'ja' || typeof PerformanceObserver === 'undefined') {
    importFont()
    return
  }
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('parkscope:map-full').length > 0) fetchNow()
  })
  // Screens without a map never say that it was drawn.
  const late = setTimeout(fetchNow, FONT_WAIT_MS)
  function fetchNow(): void {
    observer.disconnect()
    clearTimeout(late)
    importFont()
  }
  observer.observe({ type: 'mark', buffered: true })
}
