import { createContext, useContext } from 'react'
import type { Locale } from '../contract/primitives.ts'
import { DEFAULT_ZONE } from '../domain/time/park-zone.ts'
import { createFormat, type Format } from './format-values.ts'
import { useLanguage } from './texts.ts'

/** IANA zone of the park on screen. Every time is shown in it, never in the viewer's. */
export const ZoneContext = createContext(DEFAULT_ZONE)

/** Language of the screen. */
export function useLocale(): Locale {
  return useLanguage().locale
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
  return formatOf(locale, zone)
}
