import { useEffect, useMemo, useReducer } from 'react'
import type { JournalEntry } from '../contract/alarms.ts'
import { type ChainFault, proveSome, verifyChain } from '../domain/alarms/journal.ts'

/** Lines that are hashed while a page is drawn: what a moment brings, so that no press waits for thousands. */
const WHILE_DRAWING = 20
/** Lines that are hashed in one go afterwards. */
const AT_ONCE = 120

/** Lines never change: what was hashed once is not hashed again, whichever screen asks. */
const proven = new WeakSet<JournalEntry>()

/**
 * Checks lines of the journal, newest first, a part at a time.
 *
 * @returns the first fault, null for a whole chain, `checking` while lines have not been looked at yet
 */
export function useChainFault(newestFirst: readonly JournalEntry[]): ChainFault | 'checking' | null {
  const [turn, goOn] = useReducer((count: number) => count + 1, 0)
  const entries = useMemo(() => newestFirst.toReversed(), [newestFirst])
  const fault = useMemo(
    () => (proveSome(entries, proven, WHILE_DRAWING) ? verifyChain(entries, proven) : 'checking'),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- each turn looks at the next part
    [entries, turn],
  )
  useEffect(() => {
    if (fault !== 'checking') return undefined
    const next = setTimeout(() => {
      proveSome(entries, proven, AT_ONCE)
      goOn()
    }, 0)
    return () => clearTimeout(next)
  }, [fault, turn, entries])
  return fault
}
