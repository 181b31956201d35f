import { renderHook, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../src/contract/alarms.ts'
import { proveSome } from '../../src/domain/alarms/journal.ts'
import { useChainFault } from '../../src/live/use-chain-fault.ts'
import { journalSample } from '../alarms/alarm-samples.ts'

describe('check of the journal’s chain, a part at a time', () => {
  it('says that it is at work until every line has been hashed, and hashes none twice', async () => {
    const lines = journalSample(1000).toReversed()
    const { result, rerender } = renderHook(({ entries }) => useChainFault(entries), {
      initialProps: { entries: lines.slice(20) },
    })
    expect(result.current).toBe('checking')
    await waitFor(() => expect(result.current).toBeNull())
    // A few new lines are looked at in the same breath.
    rerender({ entries: lines })
    expect(result.current).toBeNull()
  })

  it.each([
    ['changed', 700],
    ['changed', 3],
    ['gap', 500],
  ] as const)('finds what is wrong: %s at line %i', async (fault, seq) => {
    const lines = journalSample(1000)
    const broken = lines.flatMap((line) => {
      if (line.seq !== seq) return [line]
      return fault === 'gap' ? [] : [{ ...line, value: 7 }]
    })
    const newestFirst = broken.toReversed()
    const { result } = renderHook(() => useChainFault(newestFirst))
    await waitFor(() => expect(result.current).toEqual({ seq: fault === 'gap' ? seq + 1 : seq, fault }))
  })

  it('looks at no more lines at once than it may, and stops at a changed one', () => {
    const lines = journalSample(10)
    const proven = new WeakSet<JournalEntry>()
    const isLeft = [proveSome(lines, proven, 4), proveSome(lines, proven, 4), proveSome(lines, proven, 4)]
    expect(isLeft).toEqual([false, false, true])
    const [first, ...rest] = lines
    if (!first) throw new Error('no line')
    expect(proveSome([{ ...first, value: 7 }, ...rest], new WeakSet(), 1)).toBe(true)
  })
})
