import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DistrictMeter, nightFlowOf } from '../../../src/domain/water/night-flow.ts'
import { hydraulicLoad, reusePercent, specificEnergy, wastewaterRatio } from '../../../src/domain/water/plant-ratios.ts'
import { at, HOUR_MS, ZONE } from '../reference-files.ts'
import { valueOf } from '../statistics/value-of.ts'

const day = at('2026-11-18T00:00:00')
/** Quarter hours of a day: one flow from 02:00 to 04:00, another for the rest. */
function meter(id: string, night: number | null, rest: number = 100): DistrictMeter {
  const values = Array.from({ length: 96 }, (_, k) => (k >= 8 && k < 16 ? night : rest))
  return { id, flow: { fromMs: day, stepMs: HOUR_MS / 4, values } }
}
const flow = (meters: { in: DistrictMeter[]; out?: DistrictMeter[]; use?: DistrictMeter[] }) =>
  nightFlowOf(
    { inflows: meters.in, outflows: meters.out ?? [], consumers: meters.use ?? [] },
    day + 9 * HOUR_MS,
    ZONE,
    0.9,
  )

const meters = (list: (number | null)[]) => list.map((night, i) => meter(String(i), night))

describe('night flow', () => {
  it('is what flows in from 02:00 to 04:00 less what is metered then', () => {
    const night = valueOf(flow({ in: [meter('dma-1', 50)], out: [meter('dma-2', 10)], use: [meter('wm-1', 30)] }))
    expect(night).toMatchObject({ netInflow: 40, metered: 30, leakage: 10, percentOfInflow: 25, isNegative: false })
    expect(night.leakagePerDay).toBeCloseTo(10 * 24 * 0.9, 9)
    expect(night.coverage).toEqual({ contributing: 3, expected: 3 })
  })

  it('shows a district that gives more than it gets, with the meters to check', () => {
    const night = valueOf(flow({ in: [meter('dma-1', 50)], out: [meter('dma-2', 70)], use: [meter('wm-1', 5)] }))
    expect(night).toMatchObject({
      leakage: -25,
      percentOfInflow: null,
      isNegative: true,
      suspectIds: ['dma-2', 'dma-1'],
    })
  })

  it('has no number without an inflow meter, with a silent night and under 80 % of the meters', () => {
    expect(flow({ in: [] })).toMatchObject({ ok: false, reason: 'no-meter' })
    expect(flow({ in: [meter('dma-1', null)] })).toMatchObject({ ok: false, reason: 'no-data' })
    const use = [meter('a', 1), meter('b', 1), meter('c', 1), meter('d', null)]
    expect(flow({ in: [meter('dma-1', 50)], use })).toMatchObject({ ok: false, reason: 'low-coverage' })
  })

  it('adds up and is never NaN', () => {
    const flows = fc.array(fc.option(fc.integer({ min: 0, max: 500 })), { maxLength: 6 })
    fc.assert(
      fc.property(flows, flows, flows, (inflows, outflows, consumers) => {
        const night = flow({ in: meters(inflows), out: meters(outflows), use: meters(consumers) })
        expect(!night.ok || night.value.leakage === night.value.netInflow - night.value.metered).toBe(true)
        expect(!night.ok || Number.isFinite(night.value.leakage)).toBe(true)
      }),
    )
  })
})

describe('ratios of the plant', () => {
  it('load, energy, reuse and share of the supply', () => {
    expect(valueOf(hydraulicLoad(7900, 10_000))).toEqual({ percent: 79, state: 'normal' })
    expect(valueOf(hydraulicLoad(8000, 10_000)).state).toBe('high')
    expect(valueOf(hydraulicLoad(10_000, 10_000)).state).toBe('high')
    expect(valueOf(hydraulicLoad(10_001, 10_000)).state).toBe('over-design')
    expect(valueOf(specificEnergy(450, 1000))).toBe(0.45)
    expect(valueOf(reusePercent(150, 1000))).toBe(15)
    expect(valueOf(wastewaterRatio(800, 1000))).toBe(0.8)
  })

  it('are not numbers over nothing', () => {
    expect(hydraulicLoad(10, null)).toMatchObject({ reason: 'no-rating' })
    expect(hydraulicLoad(10, 0)).toMatchObject({ reason: 'zero-denominator' })
    expect(specificEnergy(450, 0)).toMatchObject({ reason: 'zero-denominator' })
    expect(wastewaterRatio(null, 5)).toMatchObject({ reason: 'no-data' })
    expect(reusePercent(5, Number.NaN)).toMatchObject({ reason: 'not-finite' })
  })
})
