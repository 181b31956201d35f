import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { PointKind } from '../../contract/point-kinds.ts'
import type { HistorySeries } from '../../contract/readings.ts'
import type { Asset, Point } from '../../contract/resources.ts'
import { AGGREGATE_KEYS, type Aggregate, type AggregateKey, type Aggregates } from './scorecard-types.ts'

/** Which registers add up to an aggregate. The compliant volume is the outfall's, day by day. */
const SELECTORS: Readonly<Record<AggregateKey, { assets: readonly AssetKind[]; point: PointKind }>> = {
  'grid-import': { assets: ['power-transformer', 'hv-connection'], point: 'energy-import' },
  'tenant-energy': { assets: ['electricity-meter'], point: 'energy-import' },
  solar: { assets: ['solar-plant'], point: 'energy-generated' },
  'water-supplied': { assets: ['water-plant'], point: 'volume' },
  'wastewater-in': { assets: ['wastewater-plant'], point: 'volume' },
  'wastewater-out': { assets: ['outfall'], point: 'volume' },
  'wastewater-compliant': { assets: ['outfall'], point: 'volume' },
  reused: { assets: ['reclaimed-station'], point: 'volume' },
}
const QUALITY_KINDS: ReadonlySet<string> = new Set(['cod', 'tss', 'ammonium', 'ph', 'temperature'])
const DAY_MS = 86_400_000

export interface YearPlan {
  /** Registers: ask `year` buckets of them. */
  registers: Readonly<Record<AggregateKey, readonly string[]>>
  /** Volume and quality of the outfall: ask a year of days. */
  effluent: readonly Point[]
}

/** Points that the year's sums need. */
export function yearPlan(assets: readonly Asset[], points: readonly Point[]): YearPlan {
  const kindOf = new Map(assets.map(({ id, kind }) => [id, kind]))
  const pick = (key: AggregateKey): readonly string[] => {
    const { assets: kinds, point } = SELECTORS[key]
    return points
      .filter(({ assetId, kind }) => kind === point && kinds.some((one) => one === kindOf.get(assetId)))
      .map(({ id }) => id)
  }
  const registers = Object.fromEntries(AGGREGATE_KEYS.map((key) => [key, pick(key)]))
  return {
    // Every key of the list was just given its points.
    registers: registers as Record<AggregateKey, readonly string[]>,
    effluent: points.filter(
      ({ assetId, kind }) => kindOf.get(assetId) === 'outfall' && (kind === 'volume' || QUALITY_KINDS.has(kind)),
    ),
  }
}

/** Twelve equal buckets that end today, and one before them whose last value the year begins with. */
export function yearRange(todayStartMs: number): { fromMs: number; toMs: number; stepMs: number } {
  const stepMs = (365 / 12) * DAY_MS
  return { fromMs: todayStartMs - 13 * stepMs, toMs: todayStartMs, stepMs }
}

/** 365 days that end today, and the one before. */
export function effluentRange(todayStartMs: number): { fromMs: number; toMs: number; stepMs: number } {
  return { fromMs: todayStartMs - 366 * DAY_MS, toMs: todayStartMs, stepMs: DAY_MS }
}

/**
 * Growth of some registers over the year: last value − last value of the bucket before it began, summed. A register
 * that lacks an end, or ran backwards, makes the sum null: a sum without it would pass for too little.
 * Coverage: valid / expected samples of all of them.
 */
export function growthOf(ids: readonly string[], series: ReadonlyMap<string, HistorySeries>): Aggregate {
  let value: number | null = ids.length === 0 ? null : 0
  let count = 0
  let expected = 0
  for (const id of ids) {
    const found = series.get(id)
    const first = found?.last[0] ?? null
    const last = found?.last.at(-1) ?? null
    if (first === null || last === null || last < first) value = null
    else if (value !== null) value += last - first
    for (const [k, due] of (found?.expected ?? []).entries()) {
      expected += due
      count += Math.min(due, found?.count[k] ?? 0)
    }
  }
  return { value, coverage: expected === 0 ? 0 : count / expected, pointIds: ids }
}

/**
 * Volume of the days on which every average kept the permit, m³. Source: Decree 08/2022 Article 97.4đ compares the
 * average over the day with the limit (high). A day without a valid average is no compliant day and lowers the
 * coverage.
 */
export function compliantVolume(points: readonly Point[], series: ReadonlyMap<string, HistorySeries>): Aggregate {
  const volume = points.find(({ kind }) => kind === 'volume')
  const judged = points.filter(
    ({ kind, limits }) => kind !== 'volume' && limits.some(({ basis }) => basis === 'permit'),
  )
  const pointIds = points.map(({ id }) => id)
  const last = volume === undefined ? undefined : series.get(volume.id)?.last
  if (last === undefined || judged.length === 0) return { value: null, coverage: 0, pointIds }
  let value = 0
  let known = 0
  for (let day = 1; day < last.length; day++) {
    const [before, after] = [last[day - 1] ?? null, last[day] ?? null]
    const kept = new Set(judged.map((point) => keeps(point, series.get(point.id)?.mean[day] ?? null)))
    if (before === null || after === null || after < before || kept.has(null)) continue
    known += 1
    if (!kept.has(false)) value += after - before
  }
  return { value: known === 0 ? null : value, coverage: last.length < 2 ? 0 : known / (last.length - 1), pointIds }
}

function keeps({ limits }: Point, mean: number | null): boolean | null {
  if (mean === null) return null
  return limits
    .filter(({ basis }) => basis === 'permit')
    .every(({ type, value }) => (type === 'high' ? mean <= value : mean >= value))
}

/** The year's sums of a park from its buckets. */
export function yearAggregates(
  plan: YearPlan,
  year: readonly HistorySeries[],
  effluent: readonly HistorySeries[],
): Aggregates {
  const byId = new Map(year.map((one) => [String(one.pointId), one]))
  const sum = (key: AggregateKey): Aggregate => growthOf(plan.registers[key], byId)
  return {
    'grid-import': sum('grid-import'),
    'tenant-energy': sum('tenant-energy'),
    solar: sum('solar'),
    'water-supplied': sum('water-supplied'),
    'wastewater-in': sum('wastewater-in'),
    'wastewater-out': sum('wastewater-out'),
    'wastewater-compliant': compliantVolume(plan.effluent, new Map(effluent.map((one) => [String(one.pointId), one]))),
    reused: sum('reused'),
  }
}

/** Ids of points by kind, for criteria that ask whether something is monitored. */
export function pointsByKind(points: readonly Point[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { id, kind } of points) found.set(kind, [...(found.get(kind) ?? []), id])
  return found
}
