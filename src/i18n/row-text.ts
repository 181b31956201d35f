import { useCallback } from 'react'
import type { LocalizedText } from '../contract/primitives.ts'
import { useLocale } from './format.ts'

/** A row of a register as far as its free text goes. */
interface WrittenRow {
  readonly texts?: Readonly<Record<string, LocalizedText>> | undefined
}

/** Free text of a row in the language of the screen where the park has it, or as it was written. */
export function useRowText(): <R extends WrittenRow, K extends keyof R & string>(row: R, key: K) => R[K] | string {
  const locale = useLocale()
  return useCallback((row, key) => row.texts?.[key]?.[locale] ?? row[key], [locale])
}
