import { useCallback } from 'react'
import type { Locale } from '../contract/primitives.ts'
import type { Namespace } from './i18n.ts'
import { useTexts } from './texts.ts'
import type { Text } from './use-text.ts'

/** Texts of one namespace in a language of its own, for paper in two languages. Loads it first where it is missing. */
export function useTextIn<N extends Namespace>(namespace: N, locale: Locale): Text<N> {
  return useTexts(namespace, locale).t
}

/** Text in a language of its own for a key that comes with the data, or the fallback where there is none. */
export function useOptionalTextIn(namespace: Namespace, locale: Locale): (key: string, fallback: string) => string {
  const { t, i18n } = useTexts(namespace, locale)
  return useCallback(
    (key: string, fallback: string) => (i18n.exists(key, { ns: namespace, lng: locale }) ? t(key) : fallback),
    [t, i18n, namespace, locale],
  )
}
