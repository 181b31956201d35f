import { assert, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { Demand } from '../../mocks/sim/demand.ts'
import { buildTopology } from '../../mocks/sim/topology.ts'
import { LostWater, WeightedFlow } from '../../mocks/sim/weighted-flow.ts'
import { WorldTime } from '../../mocks/sim/world-time.ts'
import { tinyPark } from './tiny-park.ts'

const HOUR_MS = 3_600_000
const FROM_MS = Date.parse('2026-11-20T00:00:00Z')

const { consumers } = buildTopology(tinyPark())
const time = new WorldTime(7 * HOUR_MS)
const demand = new Demand(consumers, time, 7)
/** The first consumer lacks half its water for six hours of the second day. */
const lost = new LostWater(
  demand,
  consumers.map((_, c) =>
    c === 0
      ? [
          [FROM_MS + 30 * HOUR_MS, 0.5],
          [FROM_MS + 36 * HOUR_MS, 0.5],
          [FROM_MS + 37 * HOUR_MS, 0],
        ]
      : null,
  ),
  FROM_MS + 30 * HOUR_MS,
)
const weights = Float64Array.from(consumers, (_, c) => c + 1)
const flow = new WeightedFlow(demand, time, weights, lost)

it('what flows between two times is the difference of the registers, over midnights and events', () => {
  assert(
    property(integer({ min: 0, max: 72 * 60 }), integer({ min: 0, max: 60 * 60 }), (startMin, minutes) => {
      const from = FROM_MS + startMin * 60_000
      const to = from + minutes * 60_000
      expect(flow.between(from, to)).toBeCloseTo(flow.totalAt(to) - flow.totalAt(from), 6)
    }),
    { numRuns: 500 },
  )
})

it('a quarter hour that is asked for alone is the very one of its day, the last as well', () => {
  const day = time.dayOf(FROM_MS)
  for (const of of [day - 1, day]) {
    const alone = Array.from({ length: 97 }, (_, cell) => demand.sumWaterAt(of, cell, weights))
    expect(alone).toEqual([...demand.sumWater(of, weights)])
  }
})

it('flows alike before and after somebody has asked for its integral', () => {
  const fresh = new WeightedFlow(demand, time, weights, lost)
  const times = Array.from({ length: 200 }, (_, k) => FROM_MS + k * 13 * 60_000 + 4321)
  const before = times.map((ms) => fresh.at(ms))
  times.forEach((ms) => fresh.totalAt(ms))
  expect(times.map((ms) => fresh.at(ms))).toEqual(before)
})

it('a day is what has flowed at its end', () => {
  const day = time.dayOf(FROM_MS)
  expect(flow.plainOfDay(day)).toBeCloseTo(
    flow.plainTotal(time.startOf(day + 1)) - flow.plainTotal(time.startOf(day)),
    6,
  )
  expect(flow.plainOfToday(time.startOf(day))).toBe(0)
})
