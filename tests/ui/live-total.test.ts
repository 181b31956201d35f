import { describe, expect, it } from 'vitest'
import type { LiveReading } from '../../src/live/live-store.ts'
import { liveTotal } from '../../src/ui/live-total.ts'

function reading(change: Partial<LiveReading>): LiveReading {
  return {
    value: 1,
    quality: 'Good',
    freshness: 'live',
    ageMs: 1000,
    sourceTimeMs: 9000,
    unit: 't',
    decimals: 2,
    ...change,
  }
}

describe('a live total', () => {
  it('is as old as its oldest reading', () => {
    const { total, state } = liveTotal([reading({ value: 2 }), reading({ value: 3, ageMs: 5000, sourceTimeMs: 5000 })])
    expect(total.value).toBe(5)
    expect(state).toMatchObject({ freshness: 'live', ageMs: 5000, sourceTimeMs: 5000 })
    expect(state.coverage).toEqual({ contributing: 2, expected: 2 })
  })

  it('stays live without one of five and says so, and has no number without two', () => {
    const four = Array.from({ length: 4 }, () => reading({}))
    const most = liveTotal([...four, null])
    expect(most.total.value).toBe(4)
    expect(most.state).toMatchObject({ freshness: 'live', coverage: { contributing: 4, expected: 5 } })
    const few = liveTotal([...four.slice(1), null, reading({ freshness: 'no-communication', value: Number.NaN })])
    expect(few.total.value).toBeNull()
    expect(few.state.freshness).not.toBe('live')
  })

  it('is as stale as what it holds', () => {
    expect(liveTotal([reading({}), reading({ freshness: 'stale' })]).state.freshness).toBe('stale')
  })
})
