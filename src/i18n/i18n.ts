import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '../contract/primitives.ts'
import type { vi } from './vi.ts'

export type Catalogue = typeof vi
export type Namespace = keyof Catalogue

/** Fetches one language; each is a chunk of its own. */
export async function loadCatalogue(locale: Locale): Promise<Record<Namespace, Record<string, string>>> {
  switch (locale) {
    case 'en':
      return (await import('./en.ts')).en
    case 'ja':
      return (await import('./ja.ts')).ja
    case 'vi':
      break
  }
  return (await import('./vi.ts')).vi
}

async function addLocale(instance: i18n, locale: Locale): Promise<void> {
  if (instance.hasResourceBundle(locale, 'shell')) return
  const catalogue = await loadCatalogue(locale)
  for (const [namespace, texts] of Object.entries(catalogue)) {
    instance.addResourceBundle(locale, namespace, texts, true, true)
  }
}

/** A ready instance with one language loaded. Keys are flat: dots are part of the key. */
export async function createI18n(locale: Locale): Promise<i18n> {
  const instance = createInstance()
  const catalogue = await loadCatalogue(locale)
  await instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: catalogue },
    ns: Object.keys(catalogue),
    defaultNS: 'shell',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
  })
  return instance
}

/** Switches the language of the screen and of the document. */
export async function changeLocale(instance: i18n, locale: Locale): Promise<void> {
  await addLocale(instance, locale)
  await instance.changeLanguage(locale)
}
