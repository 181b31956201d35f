import type { Locale } from '../contract/primitives.ts'
import { SHELL_TEXTS } from '../i18n/shell-texts.ts'
import { SAVED_KEY } from '../session/saved-key.ts'
import { isWall, screenOfHash } from './hash.ts'
import { SCREEN_CODE, isScreenId } from './screen-code.ts'

const isLocale = (text: string | undefined): text is Locale => text !== undefined && Object.hasOwn(SHELL_TEXTS, text)

function savedText(): string {
  try {
    return localStorage.getItem(SAVED_KEY) ?? ''
  } catch {
    return ''
  }
}

/** The language in which the page will most likely speak: address, earlier visits, or else `tags`. The start decides. */
export function likelyLocale(hash: string, saved: string, tags: readonly string[]): Locale {
  const named = /[?&]lang=(\w+)/.exec(hash)?.[1]
  const before = /"locale":"(\w+)"/.exec(saved)?.[1]
  return [named, before, ...tags.map((tag) => tag.slice(0, 2).toLowerCase())].find(isLocale) ?? 'vi'
}

/**
 * Asks for code and texts of the first picture beside the shell's own code, not after it has run: that saves a way to
 * the host and back. Whoever draws with them tells of a failure.
 */
export function askForFirstCode(): void {
  const { hash } = location
  // A first visit speaks as the host has configured, whatever the browser speaks: as a rule, as the page was built.
  SHELL_TEXTS[likelyLocale(hash, savedText(), [document.documentElement.lang])]().catch(() => undefined)
  const screen = screenOfHash(hash) ?? 'overview'
  if (!isWall(hash) && isScreenId(screen)) SCREEN_CODE[screen]().catch(() => undefined)
}
