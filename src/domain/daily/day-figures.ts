import type { HistorySeries } from '../../contract/readings.ts'
import type { Asset, Point } from '../../contract/resources.ts'
import { tankGrowth, tankVolume } from '../water/storage.ts'
import { DAILY_LINES, type DailyLine, type LineFormula, type LineInput } from './daily-lines.data.ts'

/** Days of one line, oldest first; the last is the report's. */
export interface LineFigures {
  values: readonly (number | null)[]
  /** Share of valid samples by day, 0 to 1. */
  coverage: readonly number[]
  pointIds: readonly string[]
}

const DAY_MINUTES = 1440

/** Days that a report looks back, the one before them included, whose registers the first day begins with. */
export const DAILY_DAYS = 31

/** Point ids of a line's inputs, by their order. */
export function inputsOf(formula: LineFormula): readonly LineInput[] {
  switch (formula.type) {
    case 'growth':
    case 'mean':
    case 'min':
    case 'max':
    case 'last':
    case 'open-minutes':
      return [formula.input]
    case 'growth-ratio':
      return [formula.numerator, formula.denominator]
    case 'growth-loss':
      return [formula.part, formula.whole, ...(formula.levels ? [formula.levels] : [])]
    case 'given':
      return []
    default:
      return formula satisfies never
  }
}

/** All points that the daily report's lines read. */
export function dailyPoints(assets: readonly Asset[], points: readonly Point[]): string[] {
  const ids = DAILY_LINES.flatMap(({ formula }) => inputsOf(formula).flatMap((input) => pick(input, assets, points)))
  return [...new Set(ids)]
}

function pick({ assets: kinds, point: kind }: LineInput, assets: readonly Asset[], points: readonly Point[]): string[] {
  const wanted = new Set(assets.filter((asset) => kinds.includes(asset.kind)).map(({ id }) => id))
  return points.filter((point) => point.kind === kind && wanted.has(point.assetId)).map(({ id }) => id)
}

/**
 * A line's figures from daily buckets, of which the first is the day before the first one shown. Growth: last value −
 * last value of the day before, null when a register lacks one or ran backwards; means, extremes and last values of
 * several points are taken over those points.
 */
export function figuresOf(
  { formula }: DailyLine,
  assets: readonly Asset[],
  points: readonly Point[],
  series: ReadonlyMap<string, HistorySeries>,
  days: number,
): LineFigures {
  const groups = inputsOf(formula).map((input) => pick(input, assets, points).flatMap((id) => series.get(id) ?? []))
  const all = groups.flat()
  const volumes = formula.type === 'growth-loss' && formula.levels ? tankVolumes(assets, points) : NO_TANKS
  const values = Array.from({ length: days }, (_, k) => valueOn(formula, groups, volumes, k + 1))
  const coverage = Array.from({ length: days }, (_, k) => coverageOn(all, k + 1))
  return { values, coverage, pointIds: all.map(({ pointId }) => pointId) }
}

const NO_TANKS: ReadonlyMap<string, number | null> = new Map()

/** Volumes of assets when full, m³, by the points on them. */
function tankVolumes(assets: readonly Asset[], points: readonly Point[]): ReadonlyMap<string, number | null> {
  const byAsset = new Map(assets.map((asset) => [asset.id, tankVolume(asset)]))
  return new Map(points.map(({ id, assetId }) => [id, byAsset.get(assetId) ?? null]))
}

function coverageOn(all: readonly HistorySeries[], day: number): number {
  let count = 0
  let expected = 0
  for (const one of all) {
    expected += one.expected[day] ?? 0
    count += Math.min(one.count[day] ?? 0, one.expected[day] ?? 0)
  }
  return expected === 0 ? 0 : count / expected
}

function valueOn(
  formula: LineFormula,
  groups: readonly HistorySeries[][],
  volumes: ReadonlyMap<string, number | null>,
  day: number,
): number | null {
  const [first = [], second = [], third = []] = groups
  switch (formula.type) {
    case 'growth':
      return scaled(growth(first, day), formula.factor)
    case 'growth-ratio':
      return ratio(growth(first, day), growth(second, day), formula.factor)
    case 'growth-loss': {
      const whole = growth(second, day)
      const accounted = plus(growth(first, day), formula.levels ? intoTanks(third, volumes, day) : 0)
      return whole === null || accounted === null ? null : ratio(whole - accounted, whole, 100)
    }
    case 'mean': {
      const values = column(first, 'mean', day)
      return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
    }
    case 'min':
      return extreme(column(first, 'min', day), Math.min)
    case 'max':
      return extreme(column(first, 'max', day), Math.max)
    case 'last': {
      const values = column(first, 'last', day)
      return values.length < first.length || values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
    }
    case 'open-minutes': {
      const shares = column(first, 'mean', day)
      // A switch without a reading may have been open: without it the sum would pass for too little.
      if (shares.length < first.length || shares.length === 0) return null
      return shares.reduce((sum, share) => sum + (1 - Math.min(1, share)) * DAY_MINUTES, 0)
    }
    case 'given':
      return null
    default:
      return formula satisfies never
  }
}

function growth(group: readonly HistorySeries[], day: number): number | null {
  if (group.length === 0) return null
  let sum = 0
  for (const { last } of group) {
    const [before, after] = [last[day - 1] ?? null, last[day] ?? null]
    if (before === null || after === null || after < before) return null
    sum += after - before
  }
  return sum
}

/** What stood in tanks at the end of a day and not at its start, m³: no meter saw it and it is not lost. */
function intoTanks(
  tanks: readonly HistorySeries[],
  volumes: ReadonlyMap<string, number | null>,
  day: number,
): number | null {
  let sum: number | null = 0
  for (const { pointId, last } of tanks) {
    const grown = tankGrowth(last[day - 1] ?? null, last[day] ?? null, volumes.get(pointId) ?? null)
    sum = plus(sum, grown.ok ? grown.value : null)
  }
  return sum
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}

function column(group: readonly HistorySeries[], key: 'mean' | 'min' | 'max' | 'last', day: number): number[] {
  return group.flatMap((one) => one[key][day] ?? [])
}

function extreme(values: readonly number[], pickOne: (...values: number[]) => number): number | null {
  return values.length === 0 ? null : pickOne(...values)
}

function scaled(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor
}

function ratio(part: number | null, whole: number | null, factor: number): number | null {
  return part === null || whole === null || !(whole > 0) ? null : (part / whole) * factor
}
