import { useEffect, useMemo } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useOffers } from '../../live/use-offers.ts'

export interface HeadroomFeedProps {
  index: ParkIndex
  onValues: (values: ReadonlyMap<string, number> | null) => void
}

/** Works out what is left for free plots while the map wears that theme; draws nothing itself. */
export function HeadroomFeed({ index, onValues }: HeadroomFeedProps) {
  const { offers, isLoading } = useOffers(index)
  const left = useMemo(
    () =>
      isLoading
        ? null
        : new Map(
            offers.flatMap(({ plot, headroom: { worst } }) =>
              worst.ok ? [[plot.id, worst.value.sharePercent] as const] : [],
            ),
          ),
    [offers, isLoading],
  )
  useEffect(() => onValues(left), [left, onValues])
  return null
}
