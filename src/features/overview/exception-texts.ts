import { useCallback } from 'react'
import type { Asset } from '../../contract/resources.ts'
import { useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'

/** Own name of an asset where it has one; otherwise its kind and code. */
export function useAssetName(): (asset: Asset) => string {
  const words = useText('words')
  const locale = useLocale()
  return useCallback(
    (asset: Asset) => asset.name?.[locale] ?? `${words(`asset.${asset.kind}`)} ${asset.code}`,
    [words, locale],
  )
}

/** Direction of the last hour: the last third against the first, against the spread of the whole. */
export function trendOf(values: Float64Array): 'rising' | 'falling' | 'same' | 'unknown' {
  const known = values.filter((value) => Number.isFinite(value))
  if (known.length < 6) return 'unknown'
  const third = Math.floor(known.length / 3)
  const mean = (part: Float64Array): number => part.reduce((a, b) => a + b, 0) / part.length
  const change = mean(known.slice(-third)) - mean(known.slice(0, third))
  const size = Math.max(Math.abs(mean(known)), 1e-9)
  if (Math.abs(change) < 0.03 * size) return 'same'
  return change > 0 ? 'rising' : 'falling'
}
