import { medianOf } from '../statistics/summary.ts'
import { fitRobustLine } from '../statistics/robust-line.ts'
import { enough, notEnough, type Outcome } from '../statistics/outcome.ts'

export interface FillSample {
  timeMs: number
  /** Per cent of the container; null when the sensor says nothing. */
  percent: number | null
}

export interface FillForecast {
  method: 'theil-sen'
  /** Instant at which it reaches the level; at most now when it has already. */
  fullAtMs: number
  /** Sooner and later with the 90 % and 10 % quantile of the slopes; null: it may not fill at all. */
  earliestMs: number
  latestMs: number | null
  percentPerDay: number
  /** Level now by the line, per cent. */
  percentNow: number
  /** Emptying that the forecast starts from; null when none was seen. */
  emptiedAtMs: number | null
  samples: number
}

export interface FillRules {
  /** Level that counts as full, per cent. */
  fullPercent: number
  /** A lasting fall by more than this is an emptying, points of per cent. */
  emptiedBy: number
  minSamples: number
}

export const FILL_RULES: FillRules = { fullPercent: 85, emptiedBy: 20, minSamples: 6 }
const DAY_MS = 86_400_000

/**
 * When a container will be full: a robust line through its levels since the last emptying (`fitRobustLine`), with
 * the spread of the slopes as a band. The level from which it counts as full is ours.
 * Errors: `too-few-samples` since the last emptying; `no-variation`; `not-filling` when the level stands or falls.
 */
export function forecastFull(
  samples: readonly FillSample[],
  nowMs: number,
  rules: FillRules = FILL_RULES,
): Outcome<FillForecast> {
  const known = samples.filter((one): one is { timeMs: number; percent: number } => {
    return one.percent !== null && Number.isFinite(one.percent) && one.timeMs <= nowMs
  })
  const start = lastEmptying(known, rules.emptiedBy)
  const since = known.slice(start)
  const line = fitRobustLine(
    since.map(({ timeMs, percent }) => ({ x: (timeMs - nowMs) / DAY_MS, y: percent })),
    rules.minSamples,
  )
  if (!line.ok) return line
  const { slope, slopeLow, slopeHigh, intercept } = line.value
  if (!(slope > 0)) return notEnough('not-filling')
  const left = rules.fullPercent - intercept
  const instantAt = (percentPerDay: number): number => nowMs + (left / percentPerDay) * DAY_MS
  // Once it is full a faster line lies further back, so the band is put in order.
  const [earliestMs, latestMs] =
    slopeLow > 0 ? ordered(instantAt(slopeHigh), instantAt(slopeLow)) : [instantAt(slopeHigh), null]
  return enough({
    method: 'theil-sen',
    fullAtMs: instantAt(slope),
    earliestMs: Math.min(earliestMs, instantAt(slope)),
    latestMs,
    percentPerDay: slope,
    percentNow: intercept,
    emptiedAtMs: start > 0 ? (since[0]?.timeMs ?? null) : null,
    samples: line.value.samples,
  })
}

/**
 * Index of the first reading after the last emptying; 0 when none was seen. The fall must last: the medians of the
 * three readings before and after differ as well, so a single wild reading is no emptying.
 */
function lastEmptying(samples: readonly { percent: number }[], emptiedBy: number): number {
  const levels = samples.map(({ percent }) => percent)
  for (let i = levels.length - 1; i > 0; i--) {
    const fell = (levels[i - 1] ?? 0) - (levels[i] ?? 0) > emptiedBy
    if (fell && medianOf(levels.slice(Math.max(0, i - 3), i)) - medianOf(levels.slice(i, i + 3)) > emptiedBy) return i
  }
  return 0
}

function ordered(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a]
}
