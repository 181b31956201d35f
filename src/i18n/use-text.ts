import { useCallback } from 'react'
import type { TOptions } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Catalogue, Namespace } from './i18n.ts'

type Plain<K> = K extends `${infer Base}_other` ? Base : K extends string ? K : never

/** Keys of a namespace; plural forms are asked for by their base key and a `count`. */
export type TextKey<N extends Namespace> = Plain<keyof Catalogue[N]>
export type TextValues = Readonly<Record<string, string | number>>
export type Text<N extends Namespace> = (key: TextKey<N>, values?: TextValues) => string

/** i18next resolves literal keys at compile time; ours are checked by TextKey, so it gets plain text. */
function asText(key: string): string {
  return key
}

/** Texts of one namespace in the language of the screen. */
export function useText<N extends Namespace>(namespace: N): Text<N> {
  const { t } = useTranslation(namespace)
  return useCallback(
    (key: TextKey<N>, values?: TextValues) => {
      const options: TOptions = { ...values }
      return t(asText(key), options)
    },
    [t],
  )
}

/**
 * Text for a key that comes with the data (a fact, a reason), or the fallback where the catalogue has no such key.
 */
export function useOptionalText(namespace: Namespace): (key: string, fallback: string) => string {
  const { t, i18n } = useTranslation(namespace)
  return useCallback(
    (key: string, fallback: string) => (i18n.exists(key, { ns: namespace }) ? t(key) : fallback),
    [t, i18n, namespace],
  )
}

/** Texts of a namespace whose keys the caller holds as data (layer tables, legends). */
export function useKeyedText(namespace: Namespace): (key: string, values?: TextValues) => string {
  const { t } = useTranslation(namespace)
  return useCallback(
    (key: string, values?: TextValues) => {
      const options: TOptions = { ...values }
      return t(key, options)
    },
    [t],
  )
}
