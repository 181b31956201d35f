import { describe, expect, it } from 'vitest'
import { feederLossKwh, transformerLossKwh } from '../../../src/domain/energy/network-loss.ts'
import { peakCauses } from '../../../src/domain/energy/peak-causes.ts'

describe('modelled loss', () => {
  it('of a transformer at rest is its no-load loss, at its rating the sum of both', () => {
    expect(transformerLossKwh(1000, 0, 24)).toBeCloseTo(24, 9)
    expect(transformerLossKwh(1000, 920 * 10, 10)).toBeCloseTo(1000 * 0.009 * 10, 9)
  })

  it('of a feeder grows with its load', () => {
    expect(feederLossKwh(150_000, 10)).toBeCloseTo(2250, 9)
    expect(feederLossKwh(75_000, 10)).toBeCloseTo(562.5, 9)
  })

  it('of no time, no rating or no flow is nothing, never NaN', () => {
    expect([
      transformerLossKwh(0, 5, 1),
      transformerLossKwh(100, 5, 0),
      feederLossKwh(0, 0),
      feederLossKwh(0, 4),
    ]).toEqual([0, 0, 0, 0])
  })
})

describe('causes of a peak', () => {
  it('names the largest rises, leaves out what cannot be compared, and counts it', () => {
    const now = new Map([
      ['a', 500],
      ['b', 300],
      ['c', null],
      ['d', 100],
      ['e', 80],
    ])
    const before = new Map([
      ['a', 450],
      ['b', 150],
      ['c', 90],
      ['d', 140],
    ])
    expect(peakCauses(now, before, 2)).toEqual({
      rises: [
        { id: 'b', kw: 600, beforeKw: 300, changeKw: 300 },
        { id: 'a', kw: 1000, beforeKw: 900, changeKw: 100 },
      ],
      changeKw: 320,
      coverage: { contributing: 3, expected: 5 },
    })
  })
})
