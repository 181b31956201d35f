import { createInstance, type BackendModule, type ReadCallback, type i18n } from 'i18next'
import { localeSchema, type Locale } from '../contract/primitives.ts'
import { loadFeatureTexts, type FeatureCatalogue } from './feature-texts.ts'
import { SHELL_TEXTS } from './shell-texts.ts'
import type { vi } from './vi.ts'

export type Catalogue = typeof vi & FeatureCatalogue
export type Namespace = keyof Catalogue

type Texts = Readonly<Record<string, string>>

async function loadTexts(language: string, namespace: string): Promise<Texts> {
  const locale = localeSchema.parse(language)
  const core = await SHELL_TEXTS[locale]()
  return core[namespace] ?? (await loadFeatureTexts(locale, namespace)) ?? {}
}

async function deliver(language: string, namespace: string, callback: ReadCallback): Promise<void> {
  try {
    callback(null, await loadTexts(language, namespace))
  } catch (error) {
    callback(error instanceof Error ? error : new Error(String(error)), null)
  }
}

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, callback) => void deliver(language, namespace, callback),
}

/**
 * A ready instance with one language loaded. Keys are flat: dots are part of the key. A screen's own namespaces load
 * when it is opened, and again when the language changes; `also` loads some of them at once.
 */
export async function createI18n(locale: Locale, also: readonly string[] = []): Promise<i18n> {
  const instance = createInstance()
  const namespaces = Object.keys(await SHELL_TEXTS[locale]())
  await instance.use(backend).init({
    lng: locale,
    fallbackLng: false,
    ns: [...namespaces, ...also],
    defaultNS: 'shell',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return instance
}

/** Switches the language of the screen and of the document; every namespace in use is loaded first. */
export async function changeLocale(instance: i18n, locale: Locale): Promise<void> {
  await instance.changeLanguage(locale)
}
