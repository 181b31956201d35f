import { describe, expect, it } from 'vitest'
import type { Fact } from '../../../src/contract/primitives.ts'
import { landSharesOf } from '../../../src/domain/plots/land-shares.ts'

const fact = (key: string, value: number | null): Fact => ({
  key,
  value,
  unit: 'ha',
  source: { title: 'plan', year: 2024, confidence: 'high' },
})

describe('shares of the land', () => {
  it('counts rented factories with the industry, and leaves out what was not published', () => {
    const shares = landSharesOf(
      [fact('land-factories', 60), fact('land-rental', 10), fact('land-green', 20), fact('land-roads', null)],
      200,
    )
    expect(Object.fromEntries(shares)).toEqual({ industry: 35, green: 10 })
  })

  it('knows nothing without an area', () => {
    expect(landSharesOf([fact('land-green', 20)], 0).size).toBe(0)
  })
})
