import type { Outcome } from '../statistics/outcome.ts'
import type { FillForecast } from './container-forecast.ts'

/**
 * `full`: at or over the level now. `before-visit`: full before its vehicle comes. `in-time`: the vehicle comes first.
 * `no-visit`: filling, and no round of the park is known for it. `unknown`: no forecast.
 */
export type DueState = 'full' | 'before-visit' | 'no-visit' | 'in-time' | 'unknown'

export interface ContainerDue {
  state: DueState
  /** Instant by which it must be emptied: the forecast, or now when it is full. Null without one. */
  byMs: number | null
}

/** Rounds of a vehicle: the one it is on, the next one, and how long its earlier rounds took. */
export interface RoundTimes {
  /** Start of the round it is on; null while it is not on one. */
  runningSinceMs: number | null
  nextStartMs: number
  /** Null until a whole round has been seen. */
  durationMs: number | null
}

/** A visit that is this late by the estimate has been made. */
const LATE_MS = 15 * 60_000

/**
 * When a vehicle will be at a stop: start of the round plus the share of the way times the duration of the rounds
 * before. The round that it is on counts while the stop still lies ahead by that estimate. Without a duration the next
 * start itself, which is never too late.
 */
export function visitMs(times: RoundTimes, alongM: number, lengthM: number, nowMs: number): number {
  const { runningSinceMs, nextStartMs, durationMs } = times
  const share = lengthM > 0 ? Math.min(1, Math.max(0, alongM / lengthM)) : 0
  const into = share * (durationMs ?? 0)
  if (runningSinceMs !== null && durationMs !== null && runningSinceMs + into >= nowMs - LATE_MS) {
    return Math.max(nowMs, runningSinceMs + into)
  }
  return nextStartMs + into
}

/**
 * Whether a container must be emptied before its next visit. A level that is full decides alone; otherwise the
 * forecast's middle line against the visit.
 *
 * @param percent level now, null where it is not known
 */
export function judgeContainer(
  percent: number | null,
  forecast: Outcome<FillForecast>,
  nextVisitMs: number | null,
  nowMs: number,
  fullPercent: number,
): ContainerDue {
  if (percent !== null && percent >= fullPercent) return { state: 'full', byMs: nowMs }
  if (!forecast.ok || percent === null) return { state: 'unknown', byMs: null }
  const byMs = Math.max(nowMs, forecast.value.fullAtMs)
  if (nextVisitMs === null) return { state: 'no-visit', byMs }
  return { state: byMs < nextVisitMs ? 'before-visit' : 'in-time', byMs }
}

/** Soonest first; what has no instant comes last. */
export function compareDue(a: ContainerDue, b: ContainerDue): number {
  return (a.byMs ?? Number.POSITIVE_INFINITY) - (b.byMs ?? Number.POSITIVE_INFINITY) || 0
}
