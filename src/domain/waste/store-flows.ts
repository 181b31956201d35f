import { coverageGap, enough, type Outcome } from '../statistics/outcome.ts'

export interface StoreFlows {
  /** What came in and what was taken out, in the unit of the levels. */
  inflow: number
  outflow: number
}

/**
 * What went into a store and out of it, from its level: rises and falls summed apart, because a store that is emptied
 * in the same month has taken in more than it holds. Moves inside the dead band are the scale's noise. Level that
 * rises and falls between two readings is not seen, so both are at least this much.
 * Errors: `no-data`; `low-coverage` under 80 % of the readings. A negative level is a fault and counts as missing.
 *
 * @param levels readings in order of time, null where there is none
 * @param deadBand in the unit of the levels
 */
export function storeFlows(levels: readonly (number | null)[], deadBand: number): Outcome<StoreFlows> {
  let inflow = 0
  let outflow = 0
  let known = 0
  let held: number | null = null
  for (const level of levels) {
    if (level === null || !Number.isFinite(level) || level < 0) continue
    known += 1
    held ??= level
    const change = level - held
    if (Math.abs(change) <= deadBand) continue
    if (change > 0) inflow += change
    else outflow -= change
    held = level
  }
  return coverageGap(known, levels.length) ?? enough({ inflow, outflow })
}
