import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { localeSchema, type Locale } from '../contract/primitives.ts'
import { createFormat, type Format } from './format-values.ts'
import { DEFAULT_LOCALE } from './locales.ts'

/** IANA zone of the park on screen. Every time is shown in it, never in the viewer's. */
export const ZoneContext = createContext('Asia/Ho_Chi_Minh')

/** Language of the screen. */
export function useLocale(): Locale {
  const { i18n } = useTranslation()
  const parsed = localeSchema.safeParse(i18n.language)
  return parsed.success ? parsed.data : DEFAULT_LOCALE
}

const known = new Map<string, Format>()

/** One formatter by language and zone for the whole session: Intl objects are slow to make. */
export function formatOf(locale: Locale, zone: string): Format {
  const key = `${locale} ${zone}`
  const found = known.get(key)
  if (found) return found
  const made = createFormat(locale, zone)
  known.set(key, made)
  return made
}

/** Numbers, quantities, times and ages in the language of the screen and the park's zone. */
export function useFormat(): Format {
  const locale = useLocale()
  const zone = useContext(ZoneContext)
  return useMemo(() => formatOf(locale, zone), [locale, zone])
}
