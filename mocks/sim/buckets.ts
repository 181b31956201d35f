import { QUALITIES, QUALITY_BYTE } from '../../src/contract/quality.ts'
import type { Sampler } from './sampler.ts'

/** History of one point as columns; NaN where there is no value. */
export interface BucketColumns {
  min: Float64Array
  /** Mean of Good samples only. */
  mean: Float64Array
  max: Float64Array
  last: Float64Array
  count: Uint32Array
  expected: Uint32Array
  /** Quality byte. */
  worstQuality: Uint8Array
}

const HOUR_MS = 3_600_000
const MOST_PER_BUCKET = 12
/** Instants that one question may look at, by cost of a value. */
const BUDGET = { cheap: 60_000, dear: 17_000 } as const

const severityOf = (byte: number): number => QUALITIES[byte]?.severity ?? 0

/**
 * Buckets [from + k·step, from + (k+1)·step). Every bucket looks at no more than a dozen of its samples, spread evenly
 * from the first to the last one; counts are those of the period grid. Samples not yet due are not expected.
 */
export function bucketsOf(sampler: Sampler, fromMs: number, toMs: number, stepMs: number): BucketColumns {
  const size = Math.max(0, Math.ceil((toMs - fromMs) / stepMs))
  const columns: BucketColumns = {
    min: new Float64Array(size).fill(Number.NaN),
    mean: new Float64Array(size).fill(Number.NaN),
    max: new Float64Array(size).fill(Number.NaN),
    last: new Float64Array(size).fill(Number.NaN),
    count: new Uint32Array(size),
    expected: new Uint32Array(size),
    worstQuality: new Uint8Array(size),
  }
  const allowed = Math.max(1, Math.floor(BUDGET[sampler.quantity.cost] / Math.max(1, size)))
  const most = Math.min(MOST_PER_BUCKET, allowed)
  const full = stepMs < HOUR_MS
  for (let k = 0; k < size; k++) {
    const start = fromMs + k * stepMs
    const end = Math.min(toMs, start + stepMs)
    fillBucket(sampler, columns, k, sampler.sampleNumber(start - 1) + 1, sampler.sampleNumber(end - 1), most, full)
  }
  return columns
}

function fillBucket(
  sampler: Sampler,
  columns: BucketColumns,
  k: number,
  first: number,
  lastSample: number,
  most: number,
  full: boolean,
): void {
  const expected = Math.max(0, lastSample - first + 1)
  columns.expected[k] = expected
  if (expected === 0) return
  const looks = Math.min(expected, most)
  let good = 0
  let sum = 0
  let worst: number = QUALITY_BYTE.Good
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  let last = Number.NaN
  for (let i = 0; i < looks; i++) {
    const sample = looks === 1 ? lastSample : first + Math.round((i * (expected - 1)) / (looks - 1))
    const grid = sampler.gridTime(sample)
    if (sampler.silence(grid) !== null) {
      if (severityOf(worst) < severityOf(QUALITY_BYTE.BadNoCommunication)) worst = QUALITY_BYTE.BadNoCommunication
      continue
    }
    const quality = sampler.qualityAt(grid)
    if (severityOf(quality) > severityOf(worst)) worst = quality
    const value = sampler.measure(grid, full)
    last = value
    if (quality !== QUALITY_BYTE.Good) continue
    good += 1
    sum += value
    if (value < min) min = value
    if (value > max) max = value
  }
  columns.last[k] = last
  columns.worstQuality[k] = worst
  columns.count[k] = Math.round((expected * good) / looks)
  if (good === 0) return
  columns.mean[k] = sum / good
  columns.min[k] = min
  columns.max[k] = max
}
