import type { HistorySeries } from '../../contract/readings.ts'
import { addDaysMs, dayStartMs } from '../time/park-zone.ts'
import { MIN_COVERAGE } from '../quality/total.ts'
import type { Outcome } from '../statistics/outcome.ts'
import {
  averageOfBuckets,
  recordStateOf,
  type AnalyserRecord,
  type DayAverage,
  type RecordState,
} from './day-average.ts'

export type RecordSeries = Pick<HistorySeries, 'mean' | 'count' | 'expected' | 'worstQuality'>

/** One record of the agency's form: every five minutes. Source: Circular 10/2021/TT-BTNMT, confidence medium. */
export const RECORD_MS = 300_000

/**
 * Records of a history whose buckets are one record long: the mean of a bucket, valid when at least 80 % of its samples
 * were. A bucket in which nothing was due is no record. An instrument that reports faster than the record gives one
 * record a bucket all the same, so that counts of different parameters can be compared.
 */
export function recordsOf(series: RecordSeries, fromMs: number, stepMs: number): AnalyserRecord[] {
  const records: AnalyserRecord[] = []
  series.expected.forEach((expected, k) => {
    if (!(expected > 0)) return
    const mean = series.mean[k] ?? null
    const isValid = mean !== null && (series.count[k] ?? 0) / expected >= MIN_COVERAGE
    records.push({
      timeMs: fromMs + k * stepMs,
      value: mean,
      quality: isValid ? 'Good' : invalidQuality(series.worstQuality[k] ?? 'BadNoCommunication'),
    })
  })
  return records
}

/** A bucket without enough valid samples is not good, whatever its worst sample says. */
function invalidQuality(worst: AnalyserRecord['quality']): AnalyserRecord['quality'] {
  return worst.startsWith('Good') ? 'BadNoCommunication' : worst
}

export interface RecordSpan {
  state: Exclude<RecordState, 'ok'>
  fromMs: number
  /** End of the last record of the span. */
  toMs: number
}

/** Times at which records do not count, joined by state: calibration, fault of the device, no signal. */
export function invalidSpans(records: readonly AnalyserRecord[], stepMs: number): RecordSpan[] {
  const spans: RecordSpan[] = []
  for (const { timeMs, value, quality } of records) {
    const state = recordStateOf(quality, value)
    if (state === 'ok') continue
    const open = spans.at(-1)
    if (open?.state === state && open.toMs === timeMs) open.toMs = timeMs + stepMs
    else spans.push({ state, fromMs: timeMs, toMs: timeMs + stepMs })
  }
  return spans
}

export interface DayValue {
  /** First instant of the day in the park's zone. */
  fromMs: number
  average: Outcome<DayAverage>
}

/**
 * Day averages of valid records, one for each of the last `days` days in the park's zone, today last, from buckets that
 * begin on its midnights. The average is that of `averageOfBuckets`; its errors are kept by day.
 */
export function dayAverages(
  series: RecordSeries,
  fromMs: number,
  stepMs: number,
  days: number,
  nowMs: number,
  zone: string,
): DayValue[] {
  return Array.from({ length: days }, (_, k) => {
    const startMs = addDaysMs(dayStartMs(nowMs, zone), k + 1 - days, zone)
    const endMs = addDaysMs(startMs, 1, zone)
    const first = Math.max(0, Math.ceil((startMs - fromMs) / stepMs))
    const last = Math.max(first, Math.ceil((endMs - fromMs) / stepMs))
    return {
      fromMs: startMs,
      average: averageOfBuckets({
        mean: series.mean.slice(first, last),
        count: series.count.slice(first, last),
        expected: series.expected.slice(first, last),
      }),
    }
  })
}

/** Bucket width whose edges fall on the park's midnights: an hour, or less where the zone is off by part of one. */
export function dayBucketMs(nowMs: number, zone: string): number {
  const midnight = dayStartMs(nowMs, zone)
  return [3_600_000, 1_800_000, 900_000].find((step) => midnight % step === 0) ?? RECORD_MS
}
