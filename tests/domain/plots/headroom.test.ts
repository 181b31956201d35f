import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canCarry, plotHeadroom, serviceHeadroom, type SupplyStage } from '../../../src/domain/plots/headroom.ts'
import { valueOf } from '../statistics/value-of.ts'

const stage = (
  assetId: string,
  rating: number | null,
  contracted: number | null,
  measuredPeak: number | null,
): SupplyStage => ({
  assetId,
  rating,
  contracted,
  measuredPeak,
})
const plot = plotHeadroom({
  power: [stage('t1', 63_000, 58_000, 50_000), stage('f-471', 12_000, 9000, 9700)],
  water: [stage('wtp', 30_000, 26_000, 24_000)],
  wastewater: [stage('wwtp', 12_000, 11_000, 11_400)],
})

describe('headroom', () => {
  it('is the rating less the larger of contracted and measured, at the tightest stage', () => {
    expect(valueOf(plot.services.power)).toEqual({
      assetId: 'f-471',
      rating: 12_000,
      committed: 9700,
      committedBy: 'measured',
      headroom: 2300,
    })
    expect(valueOf(plot.services.water)).toMatchObject({ headroom: 4000, committedBy: 'contracted' })
  })

  it('is worst where the smallest share of the rating is left', () => {
    expect(valueOf(plot.worst)).toEqual({ service: 'wastewater', sharePercent: 5 })
  })

  it('answers whether a plot can carry 2 MW and 500 m³/day', () => {
    expect(canCarry(plot, { power: 2000, water: 500, wastewater: 400 })).toEqual({
      canCarry: true,
      short: [],
      unknown: [],
    })
    expect(canCarry(plot, { power: 2400, water: 500, wastewater: 700 })).toMatchObject({
      canCarry: false,
      short: [
        { service: 'power', missing: 100, unit: 'kW' },
        { service: 'wastewater', missing: 100, unit: 'm3/d' },
      ],
    })
  })

  it('is negative when more is promised than there is', () => {
    expect(valueOf(serviceHeadroom([stage('f', 100, 120, 90)])).headroom).toBe(-20)
  })

  it('is never a yes when something is not known', () => {
    const open = plotHeadroom({ power: [stage('f', null, 1, 1)], water: [stage('w', 10, null, 1)], wastewater: [] })
    expect(open.services.power).toMatchObject({ reason: 'no-rating' })
    expect(open.services.water).toMatchObject({ reason: 'no-data' })
    expect(open.worst).toMatchObject({ ok: false })
    expect(canCarry(open, { power: 1, water: 0, wastewater: 0 })).toMatchObject({
      canCarry: null,
      unknown: [{ service: 'power', reason: 'no-rating' }],
    })
  })

  it('never grows with one more stage', () => {
    const any = fc.record({
      assetId: fc.string(),
      rating: fc.option(fc.integer({ min: 0, max: 1000 })),
      contracted: fc.option(fc.integer({ min: 0, max: 1000 })),
      measuredPeak: fc.option(fc.integer({ min: 0, max: 1000 })),
    })
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 5 }), any, (stages, more) => {
        const before = serviceHeadroom(stages)
        const after = serviceHeadroom([...stages, more])
        expect(before.ok || !after.ok).toBe(true)
        expect(!before.ok || !after.ok || after.value.headroom <= before.value.headroom).toBe(true)
      }),
    )
  })
})
