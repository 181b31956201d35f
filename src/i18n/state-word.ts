import { useCallback } from 'react'
import type { PointKind } from '../contract/point-kinds.ts'
import { useText } from './use-text.ts'

/** Word for a reading that is a state and not a quantity; undefined for quantities and for what is not known. */
export function useStateWord(kind: PointKind | undefined): (value: number) => string | undefined {
  const words = useText('words')
  return useCallback(
    (value) => {
      if (!Number.isFinite(value)) return undefined
      if (kind === 'switch-state') return words(value === 0 ? 'state.open' : 'state.closed')
      if (kind === 'run-state') return words(value === 0 ? 'state.stopped' : 'state.running')
      if (kind === 'link-state') return words(value === 0 ? 'state.down' : 'state.up')
      return undefined
    },
    [words, kind],
  )
}
