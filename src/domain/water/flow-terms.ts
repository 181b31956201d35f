import type { QualityName } from '../../contract/quality.ts'
import type { HistorySeries } from '../../contract/readings.ts'
import type { BalanceTerm } from '../balance/balance-term.ts'
import { worstQuality } from '../quality/total.ts'
import { coverageGap } from '../statistics/outcome.ts'

export type FlowSeries = Pick<HistorySeries, 'mean' | 'count' | 'expected' | 'worstQuality'>

const HOUR_MS = 3_600_000

/**
 * Volume of a meter over some buckets in m³: Σ mean flow × hours, gaps filled with the mean of what is known. Null under
 * 80 % of the time (a bucket counts with the share of its samples that were valid).
 */
export function volumeOf(series: FlowSeries | undefined, stepMs: number, first = 0, last = Infinity): number | null {
  if (!series) return null
  let sum = 0
  let known = 0
  let buckets = 0
  for (let k = Math.max(0, first); k < Math.min(last, series.mean.length); k++) {
    buckets += 1
    const mean = series.mean[k] ?? null
    const expected = series.expected[k] ?? 0
    const share = expected > 0 ? Math.min(1, (series.count[k] ?? 0) / expected) : 0
    if (mean === null || !Number.isFinite(mean) || share === 0) continue
    sum += mean * share
    known += share
  }
  return coverageGap(known, buckets) === null ? (sum / known) * buckets * (stepMs / HOUR_MS) : null
}

/** A meter's volume of a period as a term of a balance: m³ with the worst quality of its buckets. */
export function volumeTerm(
  id: string,
  series: FlowSeries | undefined,
  stepMs: number,
  rules: { accuracyPercent: number | null; usual?: number | null; first?: number; last?: number },
): BalanceTerm {
  const value = volumeOf(series, stepMs, rules.first, rules.last)
  const qualities: readonly QualityName[] = series?.worstQuality.slice(rules.first ?? 0, rules.last) ?? []
  return {
    id,
    reading: value === null ? null : { value, quality: worstQuality(qualities), freshness: 'live' },
    accuracyPercent: rules.accuracyPercent,
    usual: rules.usual ?? null,
  }
}
