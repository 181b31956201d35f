import { createContext, use, useContext } from 'react'
import type { i18n } from 'i18next'
import type { Locale } from '../contract/primitives.ts'
import type { Namespace } from './i18n.ts'

type Values = Readonly<Record<string, string | number>>
/** Text of a key, with its values put in. */
export type AnyText = (key: string, values?: Values) => string

/**
 * Texts of one instance. A screen asks for thousands of them in a second of an alarm storm: those without values are
 * looked up once, and a component's hook is a look into two maps.
 */
export class Texts {
  readonly i18n: i18n
  readonly #functions = new Map<string, AnyText>()
  readonly #loading = new Map<string, Promise<void>>()

  constructor(instance: i18n) {
    this.i18n = instance
  }

  /**
   * Null where they are there, or the promise that they are: always the same one, because a component that waited for
   * it asks for it again. A namespace that could not be loaded counts as there.
   */
  loading(locale: Locale, namespace: Namespace): Promise<void> | null {
    const key = `${locale} ${namespace}`
    const known = this.#loading.get(key)
    if (known) return known
    if (this.i18n.hasLoadedNamespace(namespace, { lng: locale })) return null
    const promise = this.#load(locale, namespace)
    this.#loading.set(key, promise)
    return promise
  }

  /** The same function for the same language and namespace. */
  of(locale: Locale, namespace: Namespace): AnyText {
    const key = `${locale} ${namespace}`
    const known = this.#functions.get(key)
    if (known) return known
    const made = this.#make(locale, namespace)
    this.#functions.set(key, made)
    return made
  }

  async #load(locale: Locale, namespace: Namespace): Promise<void> {
    await this.i18n.loadNamespaces(namespace)
    if (!this.i18n.hasLoadedNamespace(namespace, { lng: locale })) await this.i18n.loadLanguages(locale)
  }

  #make(locale: Locale, namespace: Namespace): AnyText {
    const t = this.i18n.getFixedT(locale, namespace)
    const plain = new Map<string, string>()
    const templateOf = (key: string): string | null => {
      const template: unknown = this.i18n.getResource(locale, namespace, key)
      return typeof template === 'string' ? template : null
    }
    return (key, values) => {
      if (values !== undefined) {
        // A count chooses between forms of the text, which is the library's to know.
        const template = 'count' in values ? null : templateOf(key)
        return template === null ? t(key, { ...values }) : filled(template, values)
      }
      const known = plain.get(key)
      if (known !== undefined) return known
      const text = t(key)
      if (this.i18n.hasResourceBundle(locale, namespace)) plain.set(key, text)
      return text
    }
  }
}

/** A text with its values put in; what is not given leaves nothing behind. */
function filled(template: string, values: Values): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

export interface Language {
  texts: Texts
  /** Language of the screen. */
  locale: Locale
}

export const LanguageContext = createContext<Language | null>(null)

/** Language of the screen and its texts. Throws outside the provider. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('texts are asked for outside the provider of the language')
  return language
}

/** Texts of a namespace in a language; suspends until they are there. */
export function useTexts(namespace: Namespace, inLocale?: Locale): { t: AnyText; i18n: i18n; locale: Locale } {
  const { texts, locale: screen } = useLanguage()
  const locale = inLocale ?? screen
  const loading = texts.loading(locale, namespace)
  if (loading) use(loading)
  return { t: texts.of(locale, namespace), i18n: texts.i18n, locale }
}

/** Asks for texts that may be needed soon, when something happens. */
export function useAskTexts(): (namespaces: readonly Namespace[]) => void {
  const { texts, locale } = useLanguage()
  return (namespaces) => {
    for (const namespace of namespaces) void texts.loading(locale, namespace)
  }
}

/** Asks for texts that are about to be needed; nothing waits for them here. */
export function useTextsAhead(namespaces: readonly Namespace[]): void {
  useAskTexts()(namespaces)
}
