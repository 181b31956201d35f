import { useEffect, useState } from 'react'
import { useSteadyHandler } from './use-steady-handler.ts'

/** How long a pause in typing is. */
const PAUSE_MS = 150

export interface Draft {
  /** What the field shows. */
  text: string
  type: (text: string) => void
  /** Hands on what was typed, right after the press that leaves the field: that press has enough to do. */
  leave: () => void
  /** Forgets what was typed and not yet handed on. */
  drop: () => void
}

/**
 * Text that is being typed: the field shows each letter at once, and the rest of the page hears of it in the first
 * pause.
 *
 * @param kept text that the page holds; it shows while nobody types
 */
export function useDraft(kept: string, keep: (text: string) => void): Draft {
  const [typed, setTyped] = useState<string | null>(null)
  const handOn = useSteadyHandler((text: string) => {
    keep(text)
    setTyped(null)
  })
  useEffect(() => {
    if (typed === null) return undefined
    const timer = setTimeout(() => handOn(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, handOn])
  return {
    text: typed ?? kept,
    type: setTyped,
    leave: () => {
      if (typed !== null) setTimeout(() => handOn(typed), 0)
    },
    drop: () => setTyped(null),
  }
}
