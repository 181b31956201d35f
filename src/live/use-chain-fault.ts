import { useEffect, useMemo, useState } from 'react'
import type { JournalEntry } from '../contract/alarms.ts'
import { type ChainFault, proveSome, verifyChain } from '../domain/alarms/journal.ts'

/** Lines that are hashed while a page is drawn: what a moment brings, so that no press waits for thousands. */
const WHILE_DRAWING = 20
/** Lines that are hashed in one go afterwards. */
const AT_ONCE = 120

/** The first fault, null for a whole chain, `checking` while lines have not been looked at yet. */
type Verdict = ChainFault | 'checking' | null

/** Lines never change: what was hashed once is not hashed again, whichever screen asks. */
const proven = new WeakSet<JournalEntry>()

function judge(entries: readonly JournalEntry[], most: number): Verdict {
  return proveSome(entries, proven, most) ? verifyChain(entries, proven) : 'checking'
}

/** Checks lines of the journal, newest first, a part at a time. */
export function useChainFault(newestFirst: readonly JournalEntry[]): Verdict {
  const entries = useMemo(() => newestFirst.toReversed(), [newestFirst])
  const first = useMemo(() => judge(entries, WHILE_DRAWING), [entries])
  const [later, setLater] = useState<{ entries: readonly JournalEntry[]; verdict: Verdict } | null>(null)
  useEffect(() => {
    if (first !== 'checking') return undefined
    const goOn = (): void => {
      const verdict = judge(entries, AT_ONCE)
      if (verdict === 'checking') next = setTimeout(goOn, 0)
      else setLater({ entries, verdict })
    }
    let next = setTimeout(goOn, 0)
    return () => clearTimeout(next)
  }, [first, entries])
  if (first !== 'checking') return first
  return later?.entries === entries ? later.verdict : 'checking'
}
