import { describe, expect, it } from 'vitest'
import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import { openPark } from '../../mocks/park/load-node.ts'
import { buildWorldState } from '../../mocks/sim/world-state.ts'
import { createWorld, unknownPoints } from '../../mocks/sim/world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Local midnight of Friday 20 November 2026. */
const FRIDAY = Date.UTC(2026, 10, 19, 17)
const model = await openPark('bau-bang').core()
const state = buildWorldState(model, 1 ^ model.simulation.seed, [], [])
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)
const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** Sorted values of a quantity at every third hour of a year. */
function yearOf(read: (tMs: number) => number): number[] {
  return Array.from({ length: 365 * 8 }, (_, k) => read(FRIDAY - k * 3 * HOUR)).toSorted((a, b) => a - b)
}
const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN

const importMw = (tMs: number): number => {
  const frame = state.energyAt(tMs, 'full')
  return (sum(frame.powerTransformer) + sum(frame.hv)) / 1000
}

describe('Bàu Bàng in operation', () => {
  it('has a value for every point', () => {
    expect(unknownPoints(model)).toEqual([])
  })

  it('takes 70 to 145 MW from the grid on a working day and far less at Tết', () => {
    for (const hour of hours) {
      const power = importMw(FRIDAY + hour * HOUR)
      expect(power).toBeGreaterThan(70)
      expect(power).toBeLessThan(145)
    }
    const newYear = Date.UTC(2026, 1, 16, 17)
    expect(importMw(newYear + 10 * HOUR)).toBeLessThan(0.4 * importMw(FRIDAY + 10 * HOUR))
    const sunday = FRIDAY + 2 * DAY
    expect(importMw(sunday + 10 * HOUR)).toBeLessThan(0.92 * importMw(FRIDAY + 10 * HOUR))
  })

  it('makes about 11 MW of sun at best and none at night', () => {
    const solar = yearOf((t) => sum(state.energyAt(t, 'smooth').solar) / 1000)
    expect(share(solar, 1)).toBeGreaterThan(9)
    expect(share(solar, 1)).toBeLessThan(13)
    expect(share(solar, 0.3)).toBe(0)
  })

  it('keeps the power factor near 0.95', () => {
    const frame = state.energyAt(FRIDAY + 10 * HOUR, 'full')
    const p = sum(frame.powerTransformer) + sum(frame.hv)
    const q = sum(frame.powerTransformerVar) + sum(frame.hvVar)
    expect(p / Math.hypot(p, q)).toBeGreaterThan(0.92)
  })

  it('uses 450 to 850 m3/h of water and loses about 8 %', () => {
    const supplied = state.water.productionTotal(FRIDAY) - state.water.productionTotal(FRIDAY - 30 * DAY)
    const sold = sum(
      [...state.topology.consumers.keys()].map(
        (c) => state.water.meterTotal(c, FRIDAY) - state.water.meterTotal(c, FRIDAY - 30 * DAY),
      ),
    )
    expect((supplied - sold) / supplied).toBeGreaterThan(0.06)
    expect((supplied - sold) / supplied).toBeLessThan(0.1)
    for (const hour of hours) {
      expect(state.water.networkAt(FRIDAY + hour * HOUR)).toBeGreaterThan(450)
      expect(state.water.networkAt(FRIDAY + hour * HOUR)).toBeLessThan(850)
    }
  })

  it('treats 300 to 520 m3/h on ordinary days, under the plant of three phases', () => {
    const inflow = yearOf((t) => state.sewer.inflowAt(t))
    expect(share(inflow, 0.05)).toBeGreaterThan(290)
    expect(share(inflow, 0.93)).toBeLessThan(530)
    const day = state.sewer.inflowTotal(FRIDAY) - state.sewer.inflowTotal(FRIDAY - DAY)
    expect(day).toBeLessThan(sum(model.simulation.wastewater.plant.phases.map((phase) => phase.m3PerDay)))
  })

  it('keeps the day average of COD under the permit', () => {
    for (let day = 0; day < 365; day += 3) {
      const average = sum(hours.map((hour) => state.effluent.codAt(FRIDAY - day * DAY + hour * HOUR))) / 24
      expect(average).toBeGreaterThan(22)
      expect(average).toBeLessThan(57)
    }
  })

  it('is calm: few points pass a limit on a working day, every value in range', () => {
    const world = createWorld({ model, seed: 1, scenario: 'normal-day', scenarioStartMs: FRIDAY })
    const t = FRIDAY + 14.5 * HOUR
    let over = 0
    model.points.forEach((point, i) => {
      const { value, quality } = world.sampleAt(i, t)
      expect(value).toBeGreaterThanOrEqual(point.range[0])
      expect(value).toBeLessThanOrEqual(point.range[1])
      if (quality !== QUALITY_BYTE.Good) return
      over += point.limits.filter((limit) => (limit.type === 'high' ? value > limit.value : value < limit.value)).length
    })
    expect(over).toBeLessThan(8)
  })
})
