import { meanOf, sampleDeviation } from './summary.ts'
import { enough, notEnough, type Outcome } from './outcome.ts'

/**
 * Control chart of individual values. Control limits come from the process (mean ± 3σ of a reference period);
 * they are not the permit's limit and are never compared with it.
 * For daily means or laboratory values: 5-minute values follow each other too closely for these rules.
 * Source: L. S. Nelson, "The Shewhart Control Chart: Tests for Special Causes", Journal of Quality Technology
 * 16 (1984), rules 1, 2, 3 and 5; σ is the sample standard deviation. Confidence: high.
 */
export interface ControlLimits {
  mean: number
  sigma: number
  /** mean − 3σ and mean + 3σ, in the unit of the values. */
  lower: number
  upper: number
  /** Values that the limits were worked out from. */
  samples: number
}

/** Fewer reference values than this give no limits. */
export const MIN_CONTROL_SAMPLES = 8

/**
 * Limits of a reference period. Gaps (null) are left out.
 * Errors: `too-few-samples` under eight values; `no-variation` when all are equal (a stuck analyser looks so).
 */
export function controlLimits(reference: readonly (number | null)[]): Outcome<ControlLimits> {
  const known = reference.filter((value): value is number => value !== null && Number.isFinite(value))
  if (known.length < MIN_CONTROL_SAMPLES) {
    return notEnough('too-few-samples', { contributing: known.length, expected: MIN_CONTROL_SAMPLES })
  }
  const centre = meanOf(known)
  const sigma = sampleDeviation(known)
  if (!Number.isFinite(sigma) || !Number.isFinite(centre)) return notEnough('not-finite')
  // Equal values leave a rounding remainder of the order of the last digit.
  if (sigma <= Math.abs(centre) * 1e-12) return notEnough('no-variation')
  return enough({
    mean: centre,
    sigma,
    lower: centre - 3 * sigma,
    upper: centre + 3 * sigma,
    samples: known.length,
  })
}

/** 1: beyond 3σ. 2: nine on one side. 3: six rising or falling. 5: two of three beyond 2σ on one side. */
export type NelsonRule = 1 | 2 | 3 | 5

export interface NelsonSignal {
  rule: NelsonRule
  /** Value that completes the pattern, and the first value of the pattern. */
  index: number
  fromIndex: number
}

/**
 * Signals of rules 1, 2, 3 and 5 in the order of their last value. A pattern that goes on signals at each further
 * value. A gap (null) starts every count again: what was not measured proves nothing.
 */
export function nelsonSignals(values: readonly (number | null)[], limits: ControlLimits): NelsonSignal[] {
  const signals: NelsonSignal[] = []
  const state = { side: 0, sideRun: 0, direction: 0, trendRun: 1, previous: Number.NaN }
  let recent: number[] = []
  values.forEach((raw, index) => {
    if (raw === null || !Number.isFinite(raw)) {
      Object.assign(state, { side: 0, sideRun: 0, direction: 0, trendRun: 1, previous: Number.NaN })
      recent = []
      return
    }
    const z = (raw - limits.mean) / limits.sigma
    recent = [...recent.slice(-2), z]
    countSide(state, Math.sign(z))
    countTrend(state, raw)
    if (Math.abs(z) > 3) signals.push({ rule: 1, index, fromIndex: index })
    if (state.side !== 0 && state.sideRun >= 9) signals.push({ rule: 2, index, fromIndex: index - 8 })
    if (state.trendRun >= 6) signals.push({ rule: 3, index, fromIndex: index - 5 })
    const first = twoOfThree(recent)
    if (first !== null) signals.push({ rule: 5, index, fromIndex: index - first })
  })
  return signals
}

interface RunState {
  side: number
  sideRun: number
  direction: number
  /** Values in the present rise or fall, the first one included. */
  trendRun: number
  previous: number
}

function countSide(state: RunState, side: number): void {
  state.sideRun = side !== 0 && side === state.side ? state.sideRun + 1 : 1
  state.side = side
}

function countTrend(state: RunState, value: number): void {
  const direction = Number.isNaN(state.previous) ? 0 : Math.sign(value - state.previous)
  if (direction === 0) state.trendRun = 1
  else state.trendRun = direction === state.direction ? state.trendRun + 1 : 2
  state.direction = direction
  state.previous = value
}

/** How far back the first of two values beyond 2σ lies when the newest is the second; null when there is no pair. */
function twoOfThree(recent: readonly number[]): number | null {
  const newest = recent.at(-1) ?? 0
  if (Math.abs(newest) <= 2) return null
  for (let back = 1; back < recent.length; back++) {
    const other = recent.at(-1 - back) ?? 0
    if (Math.abs(other) > 2 && Math.sign(other) === Math.sign(newest)) return back
  }
  return null
}

export interface SignalRun {
  rule: NelsonRule
  /** Values that complete the pattern: the first and the last in a row. */
  firstIndex: number
  lastIndex: number
}

/** Signals of one rule at successive values joined to runs, in the order of their first value: each is news once. */
export function signalRuns(signals: readonly NelsonSignal[]): SignalRun[] {
  const runs: SignalRun[] = []
  for (const { rule, index } of signals) {
    const open = runs.find((run) => run.rule === rule && run.lastIndex === index - 1)
    if (open) open.lastIndex = index
    else runs.push({ rule, firstIndex: index, lastIndex: index })
  }
  return runs
}
