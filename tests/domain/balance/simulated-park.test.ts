import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPark } from '../../../mocks/park/load-node.ts'
import { createWorld } from '../../../mocks/sim/world.ts'
import type { AssetKind } from '../../../src/contract/asset-kinds.ts'
import type { PointKind } from '../../../src/contract/point-kinds.ts'
import type { BalanceTerm } from '../../../src/domain/balance/balance-term.ts'
import { energyBalance, wastewaterBalance, waterBalance } from '../../../src/domain/balance/balance-kinds.ts'
import { registerDeltas, growthOver } from '../../../src/domain/balance/register.ts'
import { fedBackKwh } from '../../../src/domain/energy/renewables.ts'
import { mapOutcome, type Outcome } from '../../../src/domain/statistics/outcome.ts'
import { at, DAY_MS } from '../reference-files.ts'
import { valueOf } from '../statistics/value-of.ts'

const model = await openPark('bau-bang').core()
const world = createWorld({ model, seed: 1, scenario: 'normal-day', scenarioStartMs: at('2026-11-20T00:00:00') })
const kindOf = new Map(model.assets.map((asset) => [asset.id, asset.kind]))
const today = at('2026-11-20T00:00:00')
const anyDay = fc.integer({ min: 1, max: 700 }).map((days) => today - days * DAY_MS)
const QUARTER_MS = DAY_MS / 96

function term(id: string, amount: Outcome<number>): BalanceTerm {
  const reading = amount.ok ? { value: amount.value, quality: 'Good' as const, freshness: 'live' as const } : null
  return { id, reading, accuracyPercent: 0.5, usual: null }
}

/** Growth of every register of a kind over a day, read from the samples that the sources sent. */
function growthTerms(asset: AssetKind, kind: PointKind, fromMs: number): BalanceTerm[] {
  return indicesOf(asset, kind).map((index) => {
    const samples = [fromMs, fromMs + DAY_MS].map((timeMs) => ({ timeMs, value: world.sampleAt(index, timeMs).value }))
    const rules = { rollOverAt: null, maxPerHour: Infinity, periodMs: DAY_MS, replacements: [] }
    const grown = growthOver(registerDeltas(samples, rules), fromMs, fromMs + DAY_MS, DAY_MS)
    return term(
      world.points[index]?.id ?? '',
      mapOutcome(grown, ({ growth }) => growth),
    )
  })
}

/** What consumers with rooftop solar fed back past their meters. */
function fedBackTerms(fromMs: number): BalanceTerm[] {
  return indicesOf('electricity-meter', 'active-power').map((index) => {
    const values = [...world.bucketsOf(index, fromMs, fromMs + DAY_MS, QUARTER_MS).mean]
    return term(`${world.points[index]?.id} fed back`, fedBackKwh({ fromMs, stepMs: QUARTER_MS, values }))
  })
}

function indicesOf(asset: AssetKind, kind: PointKind): number[] {
  return world.points.flatMap((point, index) =>
    kindOf.get(point.assetId) === asset && point.kind === kind ? [index] : [],
  )
}

function energyOf(fromMs: number, solar: BalanceTerm[]) {
  return energyBalance({
    incomers: [
      ...growthTerms('power-transformer', 'energy-import', fromMs),
      ...growthTerms('hv-connection', 'energy-import', fromMs),
    ],
    solar,
    storageDischarge: [],
    tenants: growthTerms('electricity-meter', 'energy-import', fromMs),
    ownUse: [],
    storageCharge: [],
    exported: [],
  })
}

describe('balances of the simulated park', () => {
  it('close on any day with the loss that lines, pipes and sewers have', () => {
    fc.assert(
      fc.property(anyDay, (fromMs) => {
        const energy = valueOf(energyOf(fromMs, fedBackTerms(fromMs)).residual)
        expect(energy.verdict).not.toBe('negative')
        expect(valueOf(energy.percent)).toBeLessThan(5)
        const water = waterBalance({
          sources: growthTerms('water-plant', 'volume', fromMs),
          tenants: growthTerms('water-meter', 'volume', fromMs),
          handedOn: [],
          tankGrowth: [],
        })
        expect(valueOf(water.residual).verdict).toBe('loss')
        const sewers = wastewaterBalance({
          plantInflow: growthTerms('wastewater-plant', 'volume', fromMs),
          discharges: growthTerms('sewer-meter', 'volume', fromMs),
        })
        expect(sewers.residualName).toBe('infiltration')
        expect(valueOf(sewers.residual).value).toBeGreaterThan(0)
      }),
      { numRuns: 12 },
    )
  })

  it('show a negative residual at Tết when what roofs feed back is forgotten', () => {
    const tet = at('2026-02-17T00:00:00')
    expect(energyOf(tet, [])).toMatchObject({
      residualName: 'metering-error',
      residual: { ok: true, value: { verdict: 'negative' } },
    })
    expect(energyOf(tet, fedBackTerms(tet)).residualName).toBe('electrical-loss')
  })
})
