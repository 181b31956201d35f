import { useEffect } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useBaselineChange } from '../../live/use-baseline-change.ts'

export interface BaselineFeedProps {
  index: ParkIndex
  onValues: (values: ReadonlyMap<string, number> | null) => void
}

/** Works out every tenant's energy against its own baseline while the map wears that theme; draws nothing itself. */
export function BaselineFeed({ index, onValues }: BaselineFeedProps) {
  const change = useBaselineChange(index)
  useEffect(() => onValues(change), [change, onValues])
  return null
}
