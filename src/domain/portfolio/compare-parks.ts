import type { PlotFeature } from '../../contract/collections.ts'
import { ratioOf, type Outcome } from '../statistics/outcome.ts'

/** `larger`: a size, the largest first. `higher` and `lower`: a figure that is better so. */
export type RankOrder = 'larger' | 'higher' | 'lower'

/**
 * Places of values side by side, 1 first; equal values share a place and the next one is left out (1, 2, 2, 4). A
 * missing value has no place and moves nobody.
 */
export function placesOf(values: readonly (number | null)[], order: RankOrder): readonly (number | null)[] {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value))
  return values.map((value) => {
    if (value === null || !Number.isFinite(value)) return null
    return 1 + known.filter((other) => (order === 'lower' ? other < value : other > value)).length
  })
}

/** A quantity per hectare of the park's area. Errors: `no-data`, `zero-denominator`, `negative-denominator`. */
export function perHectare(value: number | null, areaHa: number | null): Outcome<number> {
  return ratioOf(value, areaHa)
}

/** `meets` and `misses` by the target's own comparison; `unknown` without a value or a target: never a pass. */
export type TargetVerdict = 'meets' | 'misses' | 'unknown'

export function judgeTarget(
  value: number | null,
  target: number | null,
  comparison: '<=' | '>=' | '=' | null,
): TargetVerdict {
  if (value === null || target === null || comparison === null) return 'unknown'
  if (!Number.isFinite(value) || !Number.isFinite(target)) return 'unknown'
  if (comparison === '<=') return value <= target ? 'meets' : 'misses'
  if (comparison === '>=') return value >= target ? 'meets' : 'misses'
  return value === target ? 'meets' : 'misses'
}

export interface PlotUse {
  plots: number
  letPlots: number
  areaHa: number
  letHa: number
}

/** Plots of the plan that are let (in operation or under construction) and all of them, by number and area. */
export function plotUse(plots: readonly PlotFeature[]): PlotUse {
  const use: PlotUse = { plots: plots.length, letPlots: 0, areaHa: 0, letHa: 0 }
  for (const { properties } of plots) {
    use.areaHa += properties.areaHa
    if (properties.status === 'vacant') continue
    use.letPlots += 1
    use.letHa += properties.areaHa
  }
  return use
}

/** Share of the plots' area that is let, per cent. Errors: `zero-denominator` for a plan without plots. */
export function occupancyPercent({ letHa, areaHa }: PlotUse): Outcome<number> {
  return ratioOf(letHa, areaHa, 100)
}
