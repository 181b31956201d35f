import { coverageGap, enough, type Coverage, type Outcome } from '../statistics/outcome.ts'
import type { IntervalSeries } from '../statistics/interval-series.ts'

/** One reading of a register that only grows. */
export interface RegisterSample {
  timeMs: number
  /** Unit of the register; null when it is not usable. */
  value: number | null
}

export interface RegisterRules {
  /** Value at which the register begins again at zero (10^digits); null when not known. */
  rollOverAt: number | null
  /** More than this cannot be, per hour: rating of the connection with a margin. */
  maxPerHour: number
  /** Expected period of the source. */
  periodMs: number
  /** Meters that were changed on record: the last value of the old and the first of the new one. */
  replacements: readonly { atMs: number; oldFinal: number; newInitial: number }[]
}

/**
 * What happened between two readings.
 * - `normal`: it grew. `gap`: it grew over more than three periods; the sum is known, its course is not.
 * - `roll-over`: past its last digit. `replacement`: another meter, growth known only from the record.
 * - `jump`: more than can be. `backwards`: less, for no known reason. `clock-jump`: the source's time went back.
 */
export type DeltaKind = 'normal' | 'gap' | 'roll-over' | 'replacement' | 'jump' | 'backwards' | 'clock-jump'

export interface RegisterDelta {
  fromMs: number
  toMs: number
  /** Unit of the register; null when it cannot be told. Never negative. */
  growth: number | null
  kind: DeltaKind
}

const GAP_AFTER_PERIODS = 3
const HOUR_MS = 3_600_000

/** Growth between each usable reading and the next, in the order in which they came. Unusable readings make gaps. */
export function registerDeltas(samples: readonly RegisterSample[], rules: RegisterRules): RegisterDelta[] {
  const deltas: RegisterDelta[] = []
  let last: { timeMs: number; value: number } | null = null
  for (const { timeMs, value } of samples) {
    if (value === null || !Number.isFinite(value) || !Number.isFinite(timeMs)) continue
    if (last !== null && timeMs <= last.timeMs) {
      if (timeMs < last.timeMs) deltas.push({ fromMs: timeMs, toMs: last.timeMs, growth: null, kind: 'clock-jump' })
      continue
    }
    if (last !== null) deltas.push(deltaOf(last, { timeMs, value }, rules))
    last = { timeMs, value }
  }
  return deltas
}

function deltaOf(
  from: { timeMs: number; value: number },
  to: { timeMs: number; value: number },
  rules: RegisterRules,
): RegisterDelta {
  const spanMs = to.timeMs - from.timeMs
  // One period more than has passed: both readings may be late by up to half of one.
  const limit = (rules.maxPerHour * (spanMs + rules.periodMs)) / HOUR_MS
  const made = (growth: number | null, kind: DeltaKind): RegisterDelta => ({
    fromMs: from.timeMs,
    toMs: to.timeMs,
    growth,
    kind,
  })
  const record = rules.replacements.find(({ atMs }) => atMs > from.timeMs && atMs <= to.timeMs)
  if (record) {
    const growth = record.oldFinal - from.value + (to.value - record.newInitial)
    return made(growth >= 0 && growth <= limit ? growth : null, 'replacement')
  }
  const growth = to.value - from.value
  if (growth > limit) return made(null, 'jump')
  if (growth >= 0) return made(growth, spanMs > GAP_AFTER_PERIODS * rules.periodMs ? 'gap' : 'normal')
  const rolled = rules.rollOverAt === null ? Number.NaN : growth + rules.rollOverAt
  if (rolled >= 0 && rolled <= limit) return made(rolled, 'roll-over')
  return made(null, to.value >= 0 && to.value <= limit ? 'replacement' : 'backwards')
}

export interface RegisterGrowth {
  growth: number
  /** Time whose growth is known, and the whole time, in periods of the source. */
  coverage: Coverage
  /** What else happened, each kind once. */
  events: readonly Exclude<DeltaKind, 'normal'>[]
}

/** Growth over a period. Errors: `no-data`, `low-coverage` when under 80 % of the time is known. */
export function growthOver(
  deltas: readonly RegisterDelta[],
  fromMs: number,
  toMs: number,
  periodMs: number,
): Outcome<RegisterGrowth> {
  let growth = 0
  let knownMs = 0
  const events = new Set<Exclude<DeltaKind, 'normal'>>()
  for (const delta of deltas) {
    const insideMs = Math.min(delta.toMs, toMs) - Math.max(delta.fromMs, fromMs)
    if (insideMs <= 0) continue
    if (delta.kind !== 'normal') events.add(delta.kind)
    if (delta.growth === null) continue
    growth += (delta.growth * insideMs) / (delta.toMs - delta.fromMs)
    knownMs += insideMs
  }
  const coverage = { contributing: knownMs / periodMs, expected: (toMs - fromMs) / periodMs }
  const gap = coverageGap(coverage.contributing, coverage.expected)
  return gap ?? enough({ growth, coverage, events: [...events] })
}

/**
 * Growth by interval. A step between two readings is shared out by time, except over a gap: that tells the growth
 * of an interval only when it lies wholly inside. Intervals that are not wholly known are gaps.
 */
export function growthByInterval(
  deltas: readonly RegisterDelta[],
  fromMs: number,
  stepMs: number,
  count: number,
): IntervalSeries {
  const sums = new Float64Array(count)
  const knownMs = new Float64Array(count)
  for (const delta of deltas) {
    if (delta.growth === null) continue
    const first = Math.floor((delta.fromMs - fromMs) / stepMs)
    const last = Math.floor((delta.toMs - 1 - fromMs) / stepMs)
    if (delta.kind === 'gap' && first !== last) continue
    for (let k = Math.max(0, first); k <= Math.min(last, count - 1); k++) {
      const startMs = fromMs + k * stepMs
      const insideMs = Math.min(delta.toMs, startMs + stepMs) - Math.max(delta.fromMs, startMs)
      sums[k] = (sums[k] ?? 0) + (delta.growth * insideMs) / (delta.toMs - delta.fromMs)
      knownMs[k] = (knownMs[k] ?? 0) + insideMs
    }
  }
  return { fromMs, stepMs, values: Array.from(sums, (sum, k) => ((knownMs[k] ?? 0) >= stepMs - 1 ? sum : null)) }
}
