import type { FeatureOf } from '../../contract/collections.ts'
import { ringAreaM2, toMetres } from '../plots/plan-geometry.ts'
import { renewableSharePercent, selfConsumptionPercent } from '../energy/renewables.ts'
import { type IntervalSeries, sumSeries, valueAt } from '../statistics/interval-series.ts'
import { type Coverage, coverageGap, enough, notEnough, type Outcome } from '../statistics/outcome.ts'

type Building = Pick<FeatureOf<'buildings'>, 'geometry' | 'properties'>

/**
 * What a roof is taken to carry and to yield. Planning values of our own, not taken from a source and not verified:
 * confidence low. They are printed beside every figure that uses them.
 */
export const SOLAR_ASSUMPTIONS = {
  /** Share of a roof that modules can cover, by its shape; the rest is edges, skylights and walkways. */
  usableShare: { flat: 0.6, monitor: 0.5, saw: 0.4, none: 0 },
  /** Peak power of a square metre of modules, kWp. */
  kwpPerM2: 0.2,
  /** Yield over peak power at the irradiance of the park's weather stations (on the flat). */
  performanceRatio: 0.8,
  /** Smaller roofs are left out, m². */
  leastRoofM2: 500,
} as const

const ROOFED: ReadonlySet<Building['properties']['kind']> = new Set<Building['properties']['kind']>([
  'hall',
  'office',
  'civic',
  'canteen',
  'housing',
  'shed',
])

export interface RoofPotential {
  /** Roofs that are suitable and carry no solar yet. */
  roofs: number
  areaM2: number
  kwp: number
}

/**
 * Peak power that suitable roofs could carry, by plot or site: roof area (the plan's outline) × usable share of its
 * shape × kWp/m². Left out: roofs that carry solar, parts that begin above the ground (they stand on others), roofs under
 * 500 m².
 */
export function roofPotentials(buildings: readonly Building[]): Map<string, RoofPotential> {
  const found = new Map<string, RoofPotential>()
  for (const { geometry, properties } of buildings) {
    const { kind, roof, solar, baseM, on } = properties
    const ring = geometry.coordinates[0]
    const origin = ring?.[0]
    const usable = SOLAR_ASSUMPTIONS.usableShare[roof]
    if (!ring || !origin || solar || baseM > 0 || usable === 0 || !ROOFED.has(kind)) continue
    const areaM2 = ringAreaM2(toMetres(ring, origin))
    if (!(areaM2 >= SOLAR_ASSUMPTIONS.leastRoofM2)) continue
    const held = found.get(on) ?? { roofs: 0, areaM2: 0, kwp: 0 }
    held.roofs += 1
    held.areaM2 += areaM2
    held.kwp += areaM2 * usable * SOLAR_ASSUMPTIONS.kwpPerM2
    found.set(on, held)
  }
  return found
}

/** Energy of a kWp by interval, kWh: irradiance (W/m²) / 1000 × performance ratio × h. Gaps stay gaps. */
export function yieldPerKwp(irradiance: IntervalSeries): IntervalSeries {
  const hours = irradiance.stepMs / 3_600_000
  return {
    ...irradiance,
    values: irradiance.values.map((_, k) => {
      const sun = valueAt(irradiance, k)
      return sun === null ? null : (Math.max(0, sun) / 1000) * SOLAR_ASSUMPTIONS.performanceRatio * hours
    }),
  }
}

/** One consumer over a day, on one grid of intervals; energies in kWh. */
export interface SolarConsumer {
  /** What its meter counts: positive is drawn, negative fed back. */
  net: IntervalSeries
  /** What its solar gives already; null without any. */
  generated: IntervalSeries | null
  addedKwp: number
}

/** Solar of a day before or after. */
export interface SolarDay {
  generatedKwh: number
  /** Fed back past the consumers' own meters. */
  fedBackKwh: number
  /** What all consumers used: drawn − fed back + generated. */
  usedKwh: number
  renewablePercent: Outcome<number>
  selfConsumptionPercent: Outcome<number>
}

export interface SolarChange {
  before: SolarDay
  after: SolarDay
  addedKwp: number
  addedKwh: number
  /** Energy that leaves the park after: of the park's own import, interval by interval, what falls below nothing. */
  leavesParkKwh: Outcome<number>
  coverage: Coverage
}

function dayOf(generatedKwh: number, fedBackKwh: number, usedKwh: number): SolarDay {
  return {
    generatedKwh,
    fedBackKwh,
    usedKwh,
    renewablePercent: renewableSharePercent({
      solarUsedKwh: generatedKwh - fedBackKwh,
      directContractKwh: 0,
      totalKwh: usedKwh,
    }),
    selfConsumptionPercent: selfConsumptionPercent({ generatedKwh, exportedKwh: fedBackKwh }),
  }
}

/**
 * Yesterday as it was, and as it had been with solar on the roofs: in each interval a consumer's meter shows
 * net − added kWp × yield, and what falls below nothing is fed back. A consumer whose meter or sun is missing in an
 * interval is left out of it on both sides, so that before and after compare the same energy.
 * Errors: `no-data`, `low-coverage` under 80 % of the consumer intervals.
 *
 * @param gridImport energy that the park drew by interval; null where it is not known
 */
export function solarChange(
  consumers: readonly SolarConsumer[],
  yieldKwhPerKwp: IntervalSeries,
  gridImport: IntervalSeries | null,
): Outcome<SolarChange> {
  const count = yieldKwhPerKwp.values.length
  const added = Array.from({ length: count }, () => 0)
  const sums = { before: { made: 0, back: 0, used: 0 }, after: { made: 0, back: 0, used: 0 } }
  let contributing = 0
  for (const { net, generated, addedKwp } of consumers) {
    for (let k = 0; k < count; k++) {
      const sun = valueAt(yieldKwhPerKwp, k)
      const drawn = valueAt(net, k)
      const made = generated === null ? 0 : valueAt(generated, k)
      if (sun === null || drawn === null || made === null) continue
      contributing += 1
      const more = addedKwp * sun
      const after = drawn - more
      added[k] = (added[k] ?? 0) + more
      sums.before.made += made
      sums.before.back += Math.max(0, -drawn)
      sums.before.used += drawn + made
      sums.after.made += made + more
      sums.after.back += Math.max(0, -after)
      sums.after.used += drawn + made
    }
  }
  const coverage = { contributing, expected: consumers.length * count }
  const gap = coverageGap(coverage.contributing, coverage.expected)
  if (gap) return gap
  const { before, after } = sums
  return enough({
    before: dayOf(before.made, before.back, before.used),
    after: dayOf(after.made, after.back, after.used),
    addedKwp: consumers.reduce((sum, { addedKwp }) => sum + addedKwp, 0),
    addedKwh: added.reduce((sum, kwh) => sum + kwh, 0),
    leavesParkKwh: leaving(gridImport, added),
    coverage,
  })
}

function leaving(gridImport: IntervalSeries | null, added: readonly number[]): Outcome<number> {
  if (gridImport === null) return notEnough('no-data')
  const { contributing, expected } = sumSeries(gridImport)
  const gap = coverageGap(contributing, expected)
  if (gap) return gap
  let kwh = 0
  for (let k = 0; k < added.length; k++) {
    const drawn = valueAt(gridImport, k)
    if (drawn !== null) kwh += Math.max(0, (added[k] ?? 0) - drawn)
  }
  return enough(kwh)
}
