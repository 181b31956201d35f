import { localeSchema, type Locale } from '../contract/primitives.ts'

export const LOCALES: readonly Locale[] = localeSchema.options
export const DEFAULT_LOCALE: Locale = 'vi'

/** BCP 47 tags used for numbers, dates and sorting. English is en-GB: day first, 24 hours. */
export const LOCALE_TAG: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB', ja: 'ja-JP' }

/** Each language in its own words, for the switch. */
export const LOCALE_NAME: Readonly<Record<Locale, string>> = { vi: 'Việt', en: 'English', ja: '日本語' }

/** Best of our languages for a browser's wish list, or the default. */
export function pickLocale(wishes: readonly string[], fallback: Locale = DEFAULT_LOCALE): Locale {
  for (const wish of wishes) {
    const found = localeSchema.safeParse(wish.slice(0, 2).toLowerCase())
    if (found.success) return found.data
  }
  return fallback
}
