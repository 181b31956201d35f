import type { RegisterSet } from '../../contract/registers.ts'
import { enough, notEnough, type Outcome, ratioOf } from '../statistics/outcome.ts'

type Target = RegisterSet['targets'][number]

export interface PathPoint {
  year: number
  target: number
  /** Measured or stored value of the year; null where there is none. */
  actual: number | null
  /** Null: not known. Falling keys (intensities, emissions) meet below their target. */
  onPath: boolean | null
}

/** Keys whose target is a ceiling. */
const FALLING: ReadonlySet<string> = new Set(['emissions', 'energy-intensity', 'water-intensity', 'carbon-intensity'])

/** Target path of a key by year with what was reached; empty where no target was set. */
export function targetPath(
  targets: readonly Target[],
  key: Target['key'],
  actuals: ReadonlyMap<number, number>,
): PathPoint[] {
  return targets
    .filter((row) => row.key === key)
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, value }) => {
      const actual = actuals.get(year) ?? null
      const onPath = actual === null ? null : FALLING.has(key) ? actual <= value : actual >= value
      return { year, target: value, actual, onPath }
    })
}

export interface BaselineSaving {
  /** Baseline adjusted to what was served in the reporting period, in the unit of the use. */
  adjustedBaseline: number
  /** adjusted baseline − use; negative: more was used. */
  saving: number
  savingPercent: number
  /** Energy performance indicator: use per unit served. */
  indicator: number
}

/**
 * Saving against the baseline in the terms of ISO 50001 and ISO 50006 (low): EnPI = use / relevant variable; the
 * baseline's EnPI × the variable of the reporting period is the adjusted baseline; saving = adjusted baseline − use.
 * Errors: `no-data`, `zero-denominator`, `no-reference-value` without a baseline.
 */
export function savingAgainstBaseline(
  baseline: { use: number | null; served: number | null },
  reporting: { use: number | null; served: number | null },
): Outcome<BaselineSaving> {
  const before = ratioOf(baseline.use, baseline.served)
  if (!before.ok) return before.reason === 'no-data' ? notEnough('no-reference-value') : before
  const now = ratioOf(reporting.use, reporting.served)
  if (!now.ok) return now
  const use = reporting.use ?? 0
  const adjustedBaseline = before.value * (reporting.served ?? 0)
  const share = ratioOf(adjustedBaseline - use, adjustedBaseline, 100)
  if (!share.ok) return share
  return enough({ adjustedBaseline, saving: adjustedBaseline - use, savingPercent: share.value, indicator: now.value })
}

export interface GriRow {
  /** Disclosure: `302-1`. */
  code: string
  key: string
  value: number | null
  unit: string
}

/** Amounts of a year as GRI 302, 303, 305 and 306 (2016 to 2020) name them; null stays null in the export. */
export function griRows(figures: {
  energyKwh: number | null
  energyPerHa: number | null
  waterWithdrawnM3: number | null
  waterDischargedM3: number | null
  scopeOneT: number | null
  scopeTwoT: number | null
  emissionsPerHa: number | null
  wasteT: number | null
  wasteDivertedT: number | null
  wasteDisposedT: number | null
}): GriRow[] {
  const consumed =
    figures.waterWithdrawnM3 === null || figures.waterDischargedM3 === null
      ? null
      : figures.waterWithdrawnM3 - figures.waterDischargedM3
  return [
    { code: '302-1', key: 'energy', value: figures.energyKwh, unit: 'kW.h' },
    { code: '302-3', key: 'energy-intensity', value: figures.energyPerHa, unit: 'kW.h/har' },
    { code: '303-3', key: 'water-withdrawn', value: figures.waterWithdrawnM3, unit: 'm3' },
    { code: '303-4', key: 'water-discharged', value: figures.waterDischargedM3, unit: 'm3' },
    { code: '303-5', key: 'water-consumed', value: consumed, unit: 'm3' },
    { code: '305-1', key: 'scope-1', value: figures.scopeOneT, unit: 't{CO2e}' },
    { code: '305-2', key: 'scope-2', value: figures.scopeTwoT, unit: 't{CO2e}' },
    { code: '305-4', key: 'emission-intensity', value: figures.emissionsPerHa, unit: 't{CO2e}/har' },
    { code: '306-3', key: 'waste', value: figures.wasteT, unit: 't' },
    { code: '306-4', key: 'waste-diverted', value: figures.wasteDivertedT, unit: 't' },
    { code: '306-5', key: 'waste-disposed', value: figures.wasteDisposedT, unit: 't' },
  ]
}
