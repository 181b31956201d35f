import { useCallback } from 'react'
import type { Catalogue, Namespace } from './i18n.ts'
import { type AnyText, useTexts } from './texts.ts'

type Plain<K> = K extends `${infer Base}_other` ? Base : K extends string ? K : never

/** Keys of a namespace; plural forms are asked for by their base key and a `count`. */
export type TextKey<N extends Namespace> = Plain<keyof Catalogue[N]>
export type TextValues = Readonly<Record<string, string | number>>
export type Text<N extends Namespace> = (key: TextKey<N>, values?: TextValues) => string

/** Texts of one namespace in the language of the screen. */
export function useText<N extends Namespace>(namespace: N): Text<N> {
  return useTexts(namespace).t
}

/**
 * Text for a key that comes with the data (a fact, a reason), or the fallback where the catalogue has no such key.
 */
export function useOptionalText(namespace: Namespace): (key: string, fallback: string) => string {
  const { t, i18n, locale } = useTexts(namespace)
  return useCallback(
    (key: string, fallback: string) => (i18n.exists(key, { ns: namespace, lng: locale }) ? t(key) : fallback),
    [t, i18n, namespace, locale],
  )
}

/** Texts of a namespace whose keys the caller holds as data (layer tables, legends). */
export function useKeyedText(namespace: Namespace): AnyText {
  return useTexts(namespace).t
}
