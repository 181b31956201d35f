import type { AssetKind } from '../contract/asset-kinds.ts'
import { QUALITY_BYTE } from '../contract/quality.ts'
import { FRESHNESS_BYTE, LATE_AFTER_PERIODS } from '../domain/quality/freshness.ts'
import { isOutOfRange, isStuck } from '../domain/quality/stuck.ts'
import type { LiveStore } from './live-store.ts'
import type { StillWatch } from './still-watch.ts'

/** What is wrong with a point, the worst first: the first that applies is named. */
export const DATA_PROBLEMS = ['bad', 'no-communication', 'stuck', 'out-of-range', 'stale', 'late', 'waiting'] as const
export type DataProblemKind = (typeof DATA_PROBLEMS)[number]

export interface DataProblem {
  kind: DataProblemKind
  pointId: string
  /** Since when, server time; NaN where nobody knows. */
  sinceMs: number
}

/** What is looked at, and when. */
export interface DataLook {
  store: LiveStore
  watch: StillWatch
  /** Kind of the asset that a point belongs to; null where it is not known. */
  assetKindOf: (assetId: string) => AssetKind | null
  nowMs: number
}

function kindOf({ store, watch, assetKindOf, nowMs }: DataLook, index: number): DataProblemKind | null {
  const point = store.points[index]
  const freshness = store.freshness[index]
  const quality = store.qualities[index]
  if (!point || freshness === undefined) return null
  if (freshness === FRESHNESS_BYTE.bad) return 'bad'
  if (freshness === FRESHNESS_BYTE['no-communication']) return 'no-communication'
  if (freshness === FRESHNESS_BYTE.waiting) return 'waiting'
  const age = nowMs - (store.sourceTimesMs[index] ?? Number.NaN)
  // It sends on time and says itself that its value stands still: the instrument found out on its own.
  const isDeclared = quality === QUALITY_BYTE.UncertainLastUsableValue && age <= LATE_AFTER_PERIODS * point.periodMs
  if (isDeclared || isStuck(point.kind, assetKindOf(point.assetId), watch.runOf(index))) return 'stuck'
  if (freshness === FRESHNESS_BYTE.stale) return 'stale'
  const isBeyond = isOutOfRange(store.values[index] ?? Number.NaN, point.range)
  if (isBeyond || quality === QUALITY_BYTE.UncertainEngineeringUnitsExceeded) return 'out-of-range'
  return freshness === FRESHNESS_BYTE.late ? 'late' : null
}

const rank = (kind: DataProblemKind): number => DATA_PROBLEMS.indexOf(kind)
const since = ({ sinceMs }: DataProblem): number => (Number.isNaN(sinceMs) ? Number.NEGATIVE_INFINITY : sinceMs)

/** Every point that something is wrong with, the worst kind first, within a kind the longest first. */
export function dataProblems(look: DataLook): DataProblem[] {
  const { store, watch } = look
  const found = store.points.flatMap((point, index): DataProblem[] => {
    const kind = kindOf(look, index)
    if (kind === null) return []
    const heardMs = kind === 'waiting' ? Number.NaN : (store.sourceTimesMs[index] ?? Number.NaN)
    const sinceMs = kind === 'stuck' ? watch.runOf(index).sinceMs : heardMs
    return [{ kind, pointId: point.id, sinceMs }]
  })
  return found.toSorted((a, b) => rank(a.kind) - rank(b.kind) || since(a) - since(b))
}
