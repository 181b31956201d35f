import { createInstance, type BackendModule, type ReadCallback, type i18n } from 'i18next'
import { localeSchema, type Locale } from '../contract/primitives.ts'
import { loadFeatureTexts, type FeatureCatalogue } from './feature-texts.ts'
import type { vi } from './vi.ts'

export type Catalogue = typeof vi & FeatureCatalogue
export type Namespace = keyof Catalogue

type Texts = Readonly<Record<string, string>>

/** Fetches the shell's texts of one language; each is a chunk of its own. */
async function loadCatalogue(locale: Locale): Promise<Readonly<Record<string, Texts>>> {
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

/** Starts the download of the shell's texts. A failure is told by whoever needs them. */
export function preloadTexts(locale: Locale): void {
  loadCatalogue(locale).catch(() => undefined)
}

async function loadTexts(language: string, namespace: string): Promise<Texts> {
  const locale = localeSchema.parse(language)
  const core = await loadCatalogue(locale)
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
  const namespaces = Object.keys(await loadCatalogue(locale))
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
