import type { QualityName } from '../../contract/quality.ts'
import { coverageGap, enough, notEnough, type Coverage, type Outcome } from '../statistics/outcome.ts'

/** One record of an analyser. */
export interface AnalyserRecord {
  timeMs: number
  value: number | null
  quality: QualityName
}

/** Words of the environment agency for a record. Source: Circular 10/2021/TT-BTNMT status 00, 01, 02; medium. */
export type RecordState = 'ok' | 'calibrating' | 'device-error' | 'no-signal'

/** State of a record from its OPC UA quality. Only `ok` counts in averages; anything doubtful does not. */
export function recordStateOf(quality: QualityName, value: number | null): RecordState {
  if (quality === 'UncertainSensorCalibration') return 'calibrating'
  if (quality === 'BadNoCommunication' || quality === 'BadWaitingForInitialData') return 'no-signal'
  if (quality === 'UncertainLastUsableValue') return 'no-signal'
  if (!quality.startsWith('Good')) return 'device-error'
  return value !== null && Number.isFinite(value) ? 'ok' : 'no-signal'
}

export interface DayAverage {
  average: number
  /** Valid records, and records that were due: "281 of 288". */
  coverage: Coverage
}

/**
 * Average of the valid records of [fromMs, toMs), the value that is compared with a permit's limit over 24 h.
 * Source: Decree 08/2022/NĐ-CP Article 97.4đ, confidence high. That 80 % of the records must be valid is ours.
 * pH is averaged as it is read (not as hydrogen ions), as the agencies do; confidence low.
 * Errors: `no-data`, `low-coverage`.
 *
 * @param expected records due in the period
 */
export function averageOf(
  records: readonly AnalyserRecord[],
  fromMs: number,
  toMs: number,
  expected: number,
): Outcome<DayAverage> {
  const { sum, count } = validSum(records, fromMs, toMs)
  const gap = coverageGap(count, expected)
  if (gap) return gap
  const average = sum / count
  if (!Number.isFinite(average)) return notEnough('not-finite')
  return enough({ average, coverage: { contributing: count, expected } })
}

function validSum(records: readonly AnalyserRecord[], fromMs: number, toMs: number): { sum: number; count: number } {
  let sum = 0
  let count = 0
  for (const { timeMs, value, quality } of records) {
    if (timeMs < fromMs || timeMs >= toMs || value === null || recordStateOf(quality, value) !== 'ok') continue
    sum += value
    count += 1
  }
  return { sum, count }
}

/** Buckets of history with mean and count of valid records and the number due. */
export interface RecordBuckets {
  mean: readonly (number | null)[]
  count: readonly number[]
  expected: readonly number[]
}

/** The same average from buckets: Σ mean × count / Σ count. Errors as `averageOf`. */
export function averageOfBuckets(buckets: RecordBuckets): Outcome<DayAverage> {
  let sum = 0
  let count = 0
  let expected = 0
  buckets.expected.forEach((due, k) => {
    const mean = buckets.mean[k] ?? null
    const valid = buckets.count[k] ?? 0
    expected += due
    if (mean === null || !Number.isFinite(mean) || !(valid > 0)) return
    sum += mean * valid
    count += valid
  })
  const gap = coverageGap(count, expected)
  if (gap) return gap
  const average = sum / count
  return Number.isFinite(average)
    ? enough({ average, coverage: { contributing: count, expected } })
    : notEnough('not-finite')
}

export interface DayProjection {
  /** Average since the day began. */
  soFar: number
  /** Average of the whole day if the rest stays at the level of the last hour. */
  projected: number
  /** Level that the rest goes on with. */
  recent: number
  /** Share of the day that is left, 0 to 1. */
  shareLeft: number
  coverage: Coverage
}

const RECENT_MS = 3_600_000

/**
 * Projected day average: (average so far × time past + mean of the last hour × time left) / day. When the last hour
 * has no valid record the average so far goes on. A plain persistence forecast of ours, confidence low.
 * Errors: those of `averageOf` for the day so far.
 */
export function projectDay(
  records: readonly AnalyserRecord[],
  dayFromMs: number,
  dayToMs: number,
  nowMs: number,
  periodMs: number,
): Outcome<DayProjection> {
  const endMs = Math.min(Math.max(nowMs, dayFromMs), dayToMs)
  const soFar = averageOf(records, dayFromMs, endMs, Math.floor((endMs - dayFromMs) / periodMs))
  if (!soFar.ok) return soFar
  const last = validSum(records, Math.max(dayFromMs, endMs - RECENT_MS), endMs)
  const recent = last.count > 0 ? last.sum / last.count : soFar.value.average
  const shareLeft = (dayToMs - endMs) / (dayToMs - dayFromMs)
  const projected = soFar.value.average * (1 - shareLeft) + recent * shareLeft
  if (!Number.isFinite(projected)) return notEnough('not-finite')
  return enough({ soFar: soFar.value.average, projected, recent, shareLeft, coverage: soFar.value.coverage })
}

/**
 * Mean level at which the rest of the day may run so that the day just meets an upper limit; negative when the day
 * can no longer meet it. Errors: `zero-denominator` when nothing of the day is left.
 */
export function allowedLevel(projection: DayProjection, limit: number): Outcome<number> {
  if (!(projection.shareLeft > 0)) return notEnough('zero-denominator')
  return enough((limit - projection.soFar * (1 - projection.shareLeft)) / projection.shareLeft)
}
