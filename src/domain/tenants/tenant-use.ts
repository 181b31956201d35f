import { registerGrowth } from '../kpi/series.ts'
import { coverageGap, enough, notEnough, ratioOf, type Outcome } from '../statistics/outcome.ts'

/** One register at three instants, in its own unit; null where it was not readable. */
export interface RegisterMarks {
  now: number | null
  /** At the midnight that began today and at the one before, in the park's zone. */
  midnight: number | null
  midnightBefore: number | null
}

export interface DayTotals {
  today: Outcome<number>
  yesterday: Outcome<number>
}

/**
 * Growth of some registers today so far and on the whole day before, summed, in their unit.
 * Errors: `no-meter` without registers; `no-data` and `low-coverage` when under 80 % of them are known.
 */
export function totalsOf(marks: readonly RegisterMarks[]): DayTotals {
  return {
    today: sumOf(marks.map(({ now, midnight }) => registerGrowth(midnight, now))),
    yesterday: sumOf(marks.map(({ midnight, midnightBefore }) => registerGrowth(midnightBefore, midnight))),
  }
}

function sumOf(growths: readonly (number | null)[]): Outcome<number> {
  if (growths.length === 0) return notEnough('no-meter')
  let sum = 0
  let contributing = 0
  for (const growth of growths) {
    if (growth === null) continue
    sum += growth
    contributing += 1
  }
  return coverageGap(contributing, growths.length) ?? enough(sum)
}

/** discharge / water × 100, per cent. Over 100 is shown as it is: rain, own wells or a wrong meter. */
export function wastewaterShare(discharge: Outcome<number>, water: Outcome<number>): Outcome<number> {
  if (!discharge.ok) return discharge
  if (!water.ok) return water
  return ratioOf(discharge.value, water.value, 100)
}

export type ContractStream = 'energy' | 'water' | 'wastewater'

export interface ContractPart {
  stream: ContractStream
  used: Outcome<number>
  /** In the unit of `used`; null when there is no contract on record. */
  contracted: number | null
}

export interface ContractUse {
  stream: ContractStream
  percent: number
  /** Parts that could be judged, of those that the tenant has. */
  judged: number
  expected: number
}

/**
 * The contract that is used most: used / contracted × 100, the largest of what can be judged, with how many could.
 * Errors: `no-rating` when no contract is on record; otherwise the reason of the first part that has one.
 */
export function contractUse(parts: readonly ContractPart[]): Outcome<ContractUse> {
  let best: { stream: ContractStream; percent: number } | null = null
  let failed: Outcome<number> | null = null
  let judged = 0
  for (const { stream, used, contracted } of parts) {
    if (contracted === null) continue
    const percent = used.ok ? ratioOf(used.value, contracted, 100) : used
    if (!percent.ok) {
      failed ??= percent
      continue
    }
    judged += 1
    if (best === null || percent.value > best.percent) best = { stream, percent: percent.value }
  }
  if (best !== null) return enough({ ...best, judged, expected: parts.length })
  return failed !== null && !failed.ok ? failed : notEnough('no-rating')
}
