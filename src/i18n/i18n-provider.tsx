import { type ReactNode, useCallback, useMemo, useSyncExternalStore } from 'react'
import type { i18n } from 'i18next'
import { localeSchema } from '../contract/primitives.ts'
import { DEFAULT_LOCALE } from './locales.ts'
import { LanguageContext, Texts } from './texts.ts'

/** Gives the tree its texts, and draws it anew when the language has changed. */
export function I18nProvider({ i18n, children }: { i18n: i18n; children: ReactNode }) {
  const texts = useMemo(() => new Texts(i18n), [i18n])
  const subscribe = useCallback(
    (listener: () => void) => {
      i18n.on('languageChanged', listener)
      return () => i18n.off('languageChanged', listener)
    },
    [i18n],
  )
  const language = useSyncExternalStore(subscribe, () => i18n.language)
  const value = useMemo(() => {
    const parsed = localeSchema.safeParse(language)
    return { texts, locale: parsed.success ? parsed.data : DEFAULT_LOCALE }
  }, [texts, language])
  return <LanguageContext value={value}>{children}</LanguageContext>
}
