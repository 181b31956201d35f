import type { HistorySeries } from '../../contract/readings.ts'
import { growthByInterval, registerDeltas, type DeltaKind, type RegisterSample } from '../balance/register.ts'
import { intervalStartMs, seriesEndMs, valueAt, type IntervalSeries } from '../statistics/interval-series.ts'

/** Columns of a register's history that its growth is worked out from. */
export type RegisterColumns = {
  readonly [K in 'max' | 'last' | 'count' | 'worstQuality']: Readonly<HistorySeries[K]>
}

export interface BucketGrid {
  /** Start of the first bucket, epoch milliseconds. */
  fromMs: number
  stepMs: number
}

/**
 * What a register showed at the end of each bucket: its last reading where all were good, else the highest good one
 * (a register only grows), else nothing.
 */
export function registerSamples(columns: RegisterColumns, { fromMs, stepMs }: BucketGrid): RegisterSample[] {
  return columns.last.map((last, k) => {
    const isGood = columns.worstQuality[k]?.startsWith('Good') ?? false
    const value = (columns.count[k] ?? 0) === 0 ? null : isGood ? last : (columns.max[k] ?? null)
    return { timeMs: fromMs + (k + 1) * stepMs, value }
  })
}

/** What a register did besides growing by small steps. */
export type RegisterEvent = Exclude<DeltaKind, 'normal'>

export interface RegisterHistory {
  /** Growth by bucket from the second bucket on, unit of the register; gaps null. Never negative. */
  growth: IntervalSeries
  /** What else happened: roll-over, replacement, jump, running backwards; each kind once. */
  events: readonly RegisterEvent[]
}

/**
 * Growth of a register by bucket of its history. The first bucket only gives the start. Missing readings make gaps,
 * a jump beyond what the connection can carry and a register that runs backwards make gaps and are told.
 *
 * @param maxPerHour most that can flow: a meter that sends something else is found by it
 * @param rollOverAt value at which the register begins again at zero; without it a roll-over is a gap
 */
export function registerHistory(
  columns: RegisterColumns | undefined,
  grid: BucketGrid,
  buckets: number,
  maxPerHour: number,
  rollOverAt: number | null = null,
): RegisterHistory {
  const fromMs = grid.fromMs + grid.stepMs
  const count = Math.max(0, buckets - 1)
  if (!columns) {
    return {
      growth: { fromMs, stepMs: grid.stepMs, values: Array.from({ length: count }, () => null) },
      events: [],
    }
  }
  const deltas = registerDeltas(registerSamples(columns, grid), {
    rollOverAt,
    maxPerHour,
    periodMs: grid.stepMs,
    replacements: [],
  })
  const events = new Set<RegisterEvent>()
  for (const { kind } of deltas) if (kind !== 'normal') events.add(kind)
  return { growth: growthByInterval(deltas, fromMs, grid.stepMs, count), events: [...events] }
}

/**
 * Sum of series on one grid. An interval in which any of them is missing is a gap: a sum without it would look like a
 * fall of the load. An empty list gives null.
 */
export function sumOfSeries(list: readonly IntervalSeries[]): IntervalSeries | null {
  const [first] = list
  if (!first) return null
  return {
    ...first,
    values: first.values.map((_, k) => {
      let sum = 0
      for (const series of list) {
        const value = valueAt(series, k)
        if (value === null) return null
        sum += value
      }
      return sum
    }),
  }
}

/** One series after the other on the same grid; the second begins where the first ends, and a hole is filled with gaps. */
export function joinSeries(before: IntervalSeries, after: IntervalSeries): IntervalSeries {
  const hole = Math.round((after.fromMs - seriesEndMs(before)) / before.stepMs)
  if (before.stepMs !== after.stepMs || hole < 0)
    throw new RangeError('joinSeries: the series do not follow each other')
  const gap = Array.from<null>({ length: hole }).fill(null)
  return { ...before, values: [...before.values, ...gap, ...after.values] }
}

/** Highest value of a series inside [fromMs, toMs) and when its interval begins, or null. */
export function highestOf(
  series: IntervalSeries,
  fromMs: number,
  toMs: number,
): { value: number; atMs: number; index: number } | null {
  let best: { value: number; atMs: number; index: number } | null = null
  for (let k = 0; k < series.values.length; k++) {
    const atMs = intervalStartMs(series, k)
    const value = valueAt(series, k)
    if (value === null || atMs < fromMs || atMs >= toMs) continue
    if (best === null || value > best.value) best = { value, atMs, index: k }
  }
  return best
}
