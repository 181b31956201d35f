import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildWorldState } from '../../mocks/sim/world-state.ts'
import type { EnergyFrame } from '../../mocks/sim/grid.ts'
import { openPark } from '../../mocks/park/load-node.ts'
import { tinyPark } from './tiny-park.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 20, 7, 32, 7)
const anyTime = integer({ min: NOW - 780 * DAY, max: NOW })
const bauBang = await openPark('bau-bang').core()

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

/** Integral of a rate by many small steps, rate times hours. */
function integrate(rate: (tMs: number) => number, fromMs: number, toMs: number, steps: number): number {
  const width = (toMs - fromMs) / steps
  let area = 0
  for (let k = 0; k < steps; k++) area += rate(fromMs + (k + 0.5) * width) * width
  return area / HOUR
}

/** Register and integral agree within a share and an allowance. */
function close(register: number, rate: number, share: number, allowance = 1): void {
  expect(Math.abs(register - rate)).toBeLessThan(share * Math.abs(rate) + allowance)
}

describe.each([
  ['tiny park', tinyPark()],
  ['Bàu Bàng', bauBang],
])('balances of %s', (_name, model) => {
  const world = buildWorldState(model, 1, [], [])
  const { topology } = world

  it('energy: what the transformers take is what the meters show plus losses between nothing and 8 %', () => {
    assert(
      property(anyTime, (t) => {
        const frame: EnergyFrame = world.energyAt(t, 'full')
        const metered =
          sum(frame.meter) - sum(world.storage.map((unit) => (unit.transformer < 0 ? 0 : unit.powerAt(t))))
        const taken = sum(frame.powerTransformer) + sum(frame.hv)
        const gross = sum(frame.load)
        expect(taken - metered).toBeGreaterThan(0)
        expect(taken - metered).toBeLessThan(0.08 * gross)
        topology.powerTransformers.forEach((id, i) => {
          const feeders = sum(
            [...topology.feeders.keys()]
              .filter((f) => topology.powerTransformerOfFeeder[f] === i)
              .map((f) => frame.feeder[f] ?? 0),
          )
          const loss = (frame.powerTransformer[i] ?? 0) - feeders
          const rating = world.grid.ratingOf(id, 63_000)
          expect(loss).toBeGreaterThanOrEqual(rating.noLoadKw - 1e-6)
          expect(loss).toBeLessThan(rating.noLoadKw + rating.loadLossKw * 2)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('water: districts are their meters, the districts below and leakage; the plant fills what tanks lack', () => {
    assert(
      property(anyTime, (t) => {
        topology.districts.forEach((_, d) => {
          const own = [...topology.consumers.keys()].filter((c) => topology.districtOf[c] === d)
          const below = [...topology.districts.keys()].filter((i) => topology.districtAbove[i] === d)
          const parts =
            sum(own.map((c) => world.water.meterAt(c, t, true))) +
            sum(below.map((i) => world.water.districtAt(i, t, true))) +
            world.water.leakAt(d, t)
          expect(world.water.districtAt(d, t, true)).toBeCloseTo(parts, 6)
        })
        const share = world.water.tankShareAt(t)
        expect(share).toBeGreaterThan(0.05)
        expect(share).toBeLessThan(0.98)
      }),
      { numRuns: 60 },
    )
  })

  it('sewers: inflow is discharge, infiltration and rain; what comes in goes out', () => {
    assert(
      property(anyTime, (t) => {
        const discharge = sum([...topology.consumers.keys()].map((c) => world.sewer.dischargeAt(c, t)))
        const inflow = discharge + world.sewer.infiltrationAt() + world.sewer.rainAt(t)
        expect(world.sewer.inflowAt(t)).toBeCloseTo(inflow, 6)
        const held = world.sewer.equalisedAt(t)
        expect(held).toBeGreaterThan(0)
        const out = world.sewer.outfallTotal(t) + world.sewer.reclaimedTotal(t) + 0.012 * world.sewer.treatedTotal(t)
        expect(world.sewer.inflowTotal(t) - out - held).toBeCloseTo(0, 3)
      }),
      { numRuns: 60 },
    )
  })

  it('registers are the integrals of their rates', () => {
    assert(
      property(integer({ min: NOW - 780 * DAY, max: NOW - 2 * DAY }), (t) => {
        const end = t + 20 * HOUR
        const steps = 960
        const energy = (read: (frame: EnergyFrame) => number): number =>
          integrate((at) => read(world.energyAt(at, 'smooth')), t, end, steps)
        const c = topology.consumers.findIndex((consumer) => consumer.solarKwp > 0)
        const took = (key: 'meter' | 'solar' | 'feeder' | 'powerTransformer', i: number): number =>
          world.registers.totalOf(key, i, end) - world.registers.totalOf(key, i, t)
        close(
          took('meter', c),
          energy((frame) => Math.max(0, frame.meter[c] ?? 0)),
          0.002,
        )
        close(
          took('solar', c),
          energy((frame) => frame.solar[c] ?? 0),
          0.002,
        )
        close(
          took('feeder', 0),
          energy((frame) => Math.max(0, frame.feeder[0] ?? 0)),
          // A battery behind a node is integrated in steps of two hours.
          0.01,
          450,
        )
        close(
          took('powerTransformer', 0),
          energy((frame) => Math.max(0, frame.powerTransformer[0] ?? 0)),
          // A battery behind a node is integrated in steps of two hours.
          0.01,
          450,
        )
        const water = world.water
        close(
          water.meterTotal(0, end) - water.meterTotal(0, t),
          integrate((at) => water.meterAt(0, at, false), t, end, steps),
          0.002,
        )
        close(
          water.districtTotal(0, end) - water.districtTotal(0, t),
          integrate((at) => water.districtAt(0, at, false), t, end, steps),
          0.002,
        )
        close(
          water.productionTotal(end) - water.productionTotal(t),
          integrate((at) => water.productionAt(at), t, end, steps),
          0.004,
        )
        const sewer = world.sewer
        close(
          sewer.inflowTotal(end) - sewer.inflowTotal(t),
          integrate((at) => sewer.inflowAt(at), t, end, steps),
          0.002,
        )
        close(
          sewer.treatedTotal(end) - sewer.treatedTotal(t),
          integrate((at) => sewer.treatedAt(at), t, end, steps),
          0.002,
        )
      }),
      { numRuns: 4 },
    )
  })

  it('registers never run backwards', () => {
    assert(
      property(anyTime, integer({ min: 1, max: 3 * HOUR }), (t, step) => {
        for (const key of ['meter', 'feeder', 'powerTransformer', 'hv'] as const) {
          const a = world.registers.totalOf(key, 0, t)
          expect(world.registers.totalOf(key, 0, t + step)).toBeGreaterThanOrEqual(a - 1e-6)
        }
        expect(world.sewer.inflowTotal(t + step)).toBeGreaterThanOrEqual(world.sewer.inflowTotal(t))
        const mass = world.fleet.collectedTotal(t, () => 1)
        expect(world.fleet.collectedTotal(t + step, () => 1)).toBeGreaterThanOrEqual(mass - 1e-9)
      }),
      { numRuns: 60 },
    )
  })
})
