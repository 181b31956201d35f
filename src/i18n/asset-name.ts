import { useCallback } from 'react'
import type { Asset } from '../contract/resources.ts'
import { useLocale } from './format.ts'
import { useText } from './use-text.ts'

/** Own name of an asset where it has one; otherwise its kind and code. */
export function useAssetName(): (asset: Asset) => string {
  const words = useText('words')
  const locale = useLocale()
  return useCallback(
    (asset: Asset) => asset.name?.[locale] ?? `${words(`asset.${asset.kind}`)} ${asset.code}`,
    [words, locale],
  )
}
