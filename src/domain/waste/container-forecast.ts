import { fitRobustLine } from '../statistics/robust-line.ts'
import { enough, notEnough, type Outcome } from '../statistics/outcome.ts'
import { medianOf } from '../statistics/summary.ts'
import {
  FILL_RULES,
  fillCycles,
  knownFills,
  type FillCycle,
  type FillRules,
  type FillSample,
  type KnownFill,
} from './fill-cycles.ts'

export interface FillForecast {
  /** `theil-sen`: line since the last emptying. `earlier-cycles`: pace of the cycles before, just after an emptying. */
  method: 'theil-sen' | 'earlier-cycles'
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

const DAY_MS = 86_400_000

/**
 * When a container will be full: a robust line through its levels since the last emptying (`fitRobustLine`), with
 * the spread of the slopes as a band. Just after an emptying there is no line yet: then the median pace of the cycles
 * before carries the level on, and the slowest and fastest of them are the band. The level from which a container
 * counts as full is ours.
 * Errors: `too-few-samples` since the last emptying and no cycle before it; `no-variation`; `not-filling` when the
 * level stands or falls.
 */
export function forecastFull(
  samples: readonly FillSample[],
  nowMs: number,
  rules: FillRules = FILL_RULES,
): Outcome<FillForecast> {
  const cycles = fillCycles(knownFills(samples, nowMs), rules)
  const running = cycles.at(-1) ?? { emptiedAtMs: null, samples: [] }
  const line = fitRobustLine(around(running.samples, nowMs), rules.minSamples)
  if (!line.ok) {
    const last = running.samples.at(-1)
    const paces = line.reason === 'too-few-samples' ? pacesOf(cycles.slice(0, -1), nowMs, rules.minSamples) : []
    if (!last || paces.length === 0) return line
    return carriedOn(running, last, paces, nowMs, rules)
  }
  const { slope, slopeLow, slopeHigh, intercept } = line.value
  if (!(slope > 0)) return notEnough('not-filling')
  return enough({
    method: 'theil-sen',
    ...bandOf(rules.fullPercent - intercept, [slopeLow, slope, slopeHigh], nowMs),
    percentNow: intercept,
    emptiedAtMs: running.emptiedAtMs,
    samples: line.value.samples,
  })
}

/**
 * A forecast against the level read now. A level far under it says that the container was emptied after the forecast
 * was worked out: it is then as far away as its pace needs from here, and the band moves along.
 */
export function sinceEmptied(
  forecast: Outcome<FillForecast>,
  percent: number | null,
  nowMs: number,
  rules: FillRules = FILL_RULES,
): Outcome<FillForecast> {
  if (!forecast.ok || percent === null) return forecast
  const { fullAtMs, earliestMs, latestMs, percentPerDay, percentNow } = forecast.value
  if (!(percentPerDay > 0) || percent > percentNow - rules.emptiedBy) return forecast
  const movedMs = nowMs + ((rules.fullPercent - percent) / percentPerDay) * DAY_MS - fullAtMs
  return enough({
    ...forecast.value,
    method: 'earlier-cycles',
    fullAtMs: fullAtMs + movedMs,
    earliestMs: earliestMs + movedMs,
    latestMs: latestMs === null ? null : latestMs + movedMs,
    percentNow: percent,
    emptiedAtMs: nowMs,
  })
}

function around(samples: readonly KnownFill[], nowMs: number): { x: number; y: number }[] {
  return samples.map(({ timeMs, percent }) => ({ x: (timeMs - nowMs) / DAY_MS, y: percent }))
}

/** Pace of each cycle that filled and has enough readings, per cent a day. */
function pacesOf(cycles: readonly FillCycle[], nowMs: number, minSamples: number): number[] {
  return cycles.flatMap((cycle) => {
    const line = fitRobustLine(around(cycle.samples, nowMs), minSamples)
    return line.ok && line.value.slope > 0 ? [line.value.slope] : []
  })
}

function carriedOn(
  { emptiedAtMs, samples }: FillCycle,
  last: KnownFill,
  paces: readonly number[],
  nowMs: number,
  rules: FillRules,
): Outcome<FillForecast> {
  const pace = medianOf(paces)
  const percentNow = last.percent + (pace * (nowMs - last.timeMs)) / DAY_MS
  return enough({
    method: 'earlier-cycles',
    ...bandOf(rules.fullPercent - percentNow, [Math.min(...paces), pace, Math.max(...paces)], nowMs),
    percentNow,
    emptiedAtMs,
    samples: samples.length,
  })
}

/** Instants at which `left` per cent are filled with the slow, the middle and the fast pace. */
function bandOf(
  left: number,
  [slow, middle, fast]: readonly [number, number, number],
  nowMs: number,
): Pick<FillForecast, 'fullAtMs' | 'earliestMs' | 'latestMs' | 'percentPerDay'> {
  const instantAt = (percentPerDay: number): number => nowMs + (left / percentPerDay) * DAY_MS
  const fullAtMs = instantAt(middle)
  // Once it is full a faster line lies further back, so the band is put in order.
  const [earliestMs, latestMs] = slow > 0 ? ordered(instantAt(fast), instantAt(slow)) : [instantAt(fast), null]
  return { fullAtMs, earliestMs: Math.min(earliestMs, fullAtMs), latestMs, percentPerDay: middle }
}

function ordered(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a]
}
