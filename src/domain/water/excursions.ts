import { recordStateOf, type AnalyserRecord } from './day-average.ts'
import { marginOf } from './compliance.ts'

/** How long a value may stand over an internal limit before it is an alarm. Own proposal, confidence low. */
export const INTERNAL_ALARM_AFTER_MS = 15 * 60_000

export interface Excursion {
  fromMs: number
  /** End of the last record outside. */
  toMs: number
  /** Instant at which the time allowed ran out; null for a short one. */
  alarmMs: number | null
  /** Record that lies farthest outside. */
  worst: number
  /** Goes on at the last record. */
  isOpen: boolean
}

/**
 * Runs of valid records outside an internal limit (A-WW-INT: a 5-minute value over the limit for 15 minutes). A record
 * that does not count neither ends a run nor lengthens it: calibration is no recovery. A bound itself is within.
 */
export function excursions(
  records: readonly AnalyserRecord[],
  limit: { min: number | null; max: number | null },
  stepMs: number,
  allowedMs: number = INTERNAL_ALARM_AFTER_MS,
): Excursion[] {
  const found: Excursion[] = []
  let run: Run | null = null
  for (const { timeMs, value, quality } of records) {
    if (value === null || recordStateOf(quality, value) !== 'ok') continue
    const margin = marginOf(value, limit)
    if (margin >= 0) {
      if (run) found.push(excursionOf(run, false))
      run = null
      continue
    }
    const before: Run = run ?? { fromMs: timeMs, toMs: timeMs, outsideMs: 0, alarmMs: null, worst: value }
    const outsideMs = before.outsideMs + stepMs
    run = {
      fromMs: before.fromMs,
      toMs: timeMs + stepMs,
      outsideMs,
      alarmMs: before.alarmMs ?? (outsideMs >= allowedMs ? timeMs + stepMs : null),
      worst: margin < marginOf(before.worst, limit) ? value : before.worst,
    }
  }
  if (run) found.push(excursionOf(run, true))
  return found
}

interface Run {
  fromMs: number
  toMs: number
  /** Time in valid records outside. */
  outsideMs: number
  alarmMs: number | null
  worst: number
}

function excursionOf({ fromMs, toMs, alarmMs, worst }: Run, isOpen: boolean): Excursion {
  return { fromMs, toMs, alarmMs, worst, isOpen }
}
