import type { QualityName } from '../contract/quality.ts'
import { worstQuality } from '../domain/quality/total.ts'
import type { HistoryColumns } from './history-options.ts'

/**
 * Neighbouring buckets joined until at most `most` are left: the mean weighs by valid samples, lowest and highest stay,
 * so no peak is lost by it; the quality is the worst. A joined bucket without any valid sample stays a gap. Few enough
 * columns come back as they are.
 */
export function mergeColumns(columns: HistoryColumns, most: number): HistoryColumns {
  const buckets = columns.mean.length
  const each = Math.ceil(buckets / Math.max(1, Math.floor(most)))
  if (each <= 1) return columns
  const length = Math.ceil(buckets / each)
  const nothing = (): Float64Array => new Float64Array(length).fill(Number.NaN)
  const [mean, min, max] = [nothing(), nothing(), nothing()]
  const count = new Float64Array(length)
  const quality: QualityName[] = []
  for (let k = 0; k < length; k++) {
    let sum = 0
    let weight = 0
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    const last = Math.min(buckets, (k + 1) * each)
    for (let i = k * each; i < last; i++) {
      const value = columns.mean[i] ?? Number.NaN
      if (Number.isNaN(value)) continue
      const valid = Math.max(1, columns.count[i] ?? 0)
      sum += value * valid
      weight += valid
      low = Math.min(low, columns.min[i] ?? value)
      high = Math.max(high, columns.max[i] ?? value)
    }
    if (weight > 0) {
      mean[k] = sum / weight
      min[k] = low
      max[k] = high
    }
    for (let i = k * each; i < last; i++) count[k] = (count[k] ?? 0) + (columns.count[i] ?? 0)
    quality.push(worstQuality(columns.quality.slice(k * each, last)))
  }
  return { fromMs: columns.fromMs, stepMs: columns.stepMs * each, mean, min, max, count, quality }
}
