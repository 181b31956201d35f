import type { Stream } from '../../contract/asset-kinds.ts'
import type { QualityName } from '../../contract/quality.ts'
import type { Asset, Point, PointLimit } from '../../contract/resources.ts'
import type { Freshness } from '../quality/freshness.ts'

/**
 * Something that stands out now without being an alarm: it has no priority, nobody acknowledges it, and it is drawn
 * without alarm colours.
 */
export interface ExceptionItem {
  id: string
  kind: 'high' | 'low' | 'lost'
  stream: Stream
  assetId: string
  /** Point beyond its limit; null for a lost source. */
  pointId: string | null
  basis: PointLimit['basis'] | null
  limit: number | null
  value: number | null
  unit: string
  decimals: number
  /** Source time of the reading, or of the last sign of life; null when there was none. */
  sinceMs: number | null
  /** Points behind a lost source; 1 otherwise. */
  pointCount: number
}

/** The parts of a live reading that decide. */
export interface WatchedReading {
  value: number
  quality: QualityName
  freshness: Freshness
  sourceTimeMs: number
}

const WEIGHT: Readonly<Record<PointLimit['basis'], number>> = { permit: 4, contract: 3, design: 2, internal: 1 }

/** The weightiest limit that a value breaks, or null. A value on its limit is within it. */
export function brokenLimit(value: number, limits: readonly PointLimit[]): PointLimit | null {
  let found: PointLimit | null = null
  for (const limit of limits) {
    const broken = limit.type === 'high' ? value > limit.value : value < limit.value
    if (broken && (found === null || WEIGHT[limit.basis] > WEIGHT[found.basis])) found = limit
  }
  return found
}

function isJudged(reading: WatchedReading): boolean {
  const fresh = reading.freshness === 'live' || reading.freshness === 'late'
  return fresh && reading.quality.startsWith('Good') && Number.isFinite(reading.value)
}

/** Exception of a point with limits, or null. Held, calibrating and doubtful values are not judged. */
export function limitException(point: Point, reading: WatchedReading | null): ExceptionItem | null {
  if (!reading || !isJudged(reading)) return null
  const limit = brokenLimit(reading.value, point.limits)
  if (!limit) return null
  return {
    id: `${point.id}:${limit.basis}`,
    kind: limit.type,
    stream: point.stream,
    assetId: point.assetId,
    pointId: point.id,
    basis: limit.basis,
    limit: limit.value,
    value: reading.value,
    unit: point.unit,
    decimals: point.decimals,
    sinceMs: reading.sourceTimeMs,
    pointCount: 1,
  }
}

/** Exception of a gateway whose link point is silent or says "down", or null. */
export function lostException(gateway: Asset, link: WatchedReading | null, pointCount: number): ExceptionItem | null {
  if (!link || link.freshness === 'waiting') return null
  const fresh = link.freshness === 'live' || link.freshness === 'late'
  if (fresh && link.value !== 0) return null
  return {
    id: `${gateway.id}:lost`,
    kind: 'lost',
    stream: 'data',
    assetId: gateway.id,
    pointId: null,
    basis: null,
    limit: null,
    value: null,
    unit: '1',
    decimals: 0,
    sinceMs: Number.isFinite(link.sourceTimeMs) ? link.sourceTimeMs : null,
    pointCount,
  }
}

/** Permits first, then lost sources, then other limits; newest first within each. */
export function sortExceptions(items: readonly ExceptionItem[]): ExceptionItem[] {
  const rank = (item: ExceptionItem): number =>
    item.basis === 'permit' ? 0 : item.kind === 'lost' ? 1 : item.basis === 'contract' ? 2 : 3
  return items.toSorted((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id, 'en'))
}

/** The same exceptions with the same values: nothing on screen changes. */
export function isSameExceptions(a: readonly ExceptionItem[], b: readonly ExceptionItem[]): boolean {
  return (
    a.length === b.length &&
    a.every((item, i) => item.id === b[i]?.id && item.value === b[i]?.value && item.sinceMs === b[i]?.sinceMs)
  )
}
