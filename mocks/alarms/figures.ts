import { zoneOffsetMs } from '../sim/civil.ts'
import type { Reader } from './instance.ts'

/** How often sums over many meters are worked out. */
export const NIGHT_STEP_MS = 6 * 3_600_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A figure that is worked out from the history of points; null when there is not enough of it. */
export type FigureOf = (reader: Reader) => number | null

/** Share of samples that a mean needs, as everywhere else. */
const MIN_SHARE = 0.8

/** Mean of the valid samples of a span, or null when under 80 % of them are there. */
export function meanBetween({ world }: Reader, index: number, fromMs: number, toMs: number): number | null {
  if (toMs <= fromMs) return null
  const buckets = world.bucketsOf(index, fromMs, toMs, toMs - fromMs)
  const mean = buckets.mean[0]
  const enough = (buckets.count[0] ?? 0) >= MIN_SHARE * (buckets.expected[0] ?? 1)
  return enough && mean !== undefined && Number.isFinite(mean) ? mean : null
}

/** Mean of the last whole block of clock time: how a contract measures demand. */
export function blockMean(index: number, blockMs: number): FigureOf {
  let knownMs = Number.NaN
  let known: number | null = null
  return (reader) => {
    const endMs = Math.floor(reader.nowMs / blockMs) * blockMs
    if (endMs !== knownMs) known = meanBetween(reader, index, endMs - blockMs, endMs)
    knownMs = endMs
    return known
  }
}

/** Mean of the span that ends now. */
export function trailingMean(index: number, windowMs: number): FigureOf {
  return (reader) => meanBetween(reader, index, reader.nowMs - windowMs, reader.nowMs)
}

function midnightMs(nowMs: number, timeZone: string): number {
  const offsetMs = zoneOffsetMs(timeZone)
  return Math.floor((nowMs + offsetMs) / DAY_MS) * DAY_MS - offsetMs
}

/** Legal average of yesterday, over its valid records. Worked out once a day. */
export function yesterdayMean(index: number, timeZone: string): FigureOf {
  let knownMs = Number.NaN
  let known: number | null = null
  return (reader) => {
    const endMs = midnightMs(reader.nowMs, timeZone)
    if (endMs !== knownMs) known = meanBetween(reader, index, endMs - DAY_MS, endMs)
    knownMs = endMs
    return known
  }
}

/** Where today's average ends if the mean of the last hour stays; null in the first four hours of the day. */
export function projectedDayMean(index: number, timeZone: string): FigureOf {
  return (reader) => {
    const startMs = midnightMs(reader.nowMs, timeZone)
    const doneMs = reader.nowMs - startMs
    if (doneMs < 4 * HOUR_MS) return null
    const soFar = meanBetween(reader, index, startMs, reader.nowMs)
    const lately = meanBetween(reader, index, reader.nowMs - HOUR_MS, reader.nowMs)
    if (soFar === null || lately === null) return null
    return (soFar * doneMs + lately * (DAY_MS - doneMs)) / DAY_MS
  }
}

/** Leaks run on when nobody draws water: over a day off their share says nothing. The norm is one of a long period. */
const LOSS_DAYS = 28
const LOSS_STEP_MS = 6 * HOUR_MS

/**
 * Share of a district's inflow of the last four weeks that no meter behind it has seen, per cent. A sample in six hours,
 * at the same hours whenever it is asked.
 */
export function lossShare(inflow: number, outflows: readonly number[]): FigureOf {
  return ({ world, nowMs }) => {
    let supplied = 0
    let sold = 0
    const lastMs = Math.floor(nowMs / LOSS_STEP_MS) * LOSS_STEP_MS
    for (let atMs = lastMs; atMs > lastMs - LOSS_DAYS * DAY_MS; atMs -= LOSS_STEP_MS) {
      supplied += world.sampleAt(inflow, atMs).value
      for (const index of outflows) sold += world.sampleAt(index, atMs).value
    }
    return supplied > 0 && Number.isFinite(sold) ? (100 * (supplied - sold)) / supplied : null
  }
}

/** Sum of several meters over the last whole block, by their mean of five minutes each; null when one is missing. */
export function blockSum(indices: readonly number[], blockMs: number): FigureOf {
  const means = indices.map((index) => coarseBlockMean(index, blockMs))
  return (reader) => {
    let sum = 0
    for (const mean of means) {
      const value = mean(reader)
      if (value === null) return null
      sum += value
    }
    return sum
  }
}

/** The block's mean from one sample in five minutes: sums of the substations are smooth, and dear to work out. */
function coarseBlockMean(index: number, blockMs: number): FigureOf {
  const stepMs = 5 * 60_000
  let knownMs = Number.NaN
  let known: number | null = null
  return ({ world, nowMs }) => {
    const endMs = Math.floor(nowMs / blockMs) * blockMs
    if (endMs === knownMs) return known
    let sum = 0
    for (let atMs = endMs - blockMs + stepMs; atMs <= endMs; atMs += stepMs) sum += world.sampleAt(index, atMs).value
    knownMs = endMs
    known = Number.isFinite(sum) ? (sum * stepMs) / blockMs : null
    return known
  }
}

/** Power factor of the month so far from active and reactive registers; null on the month's first day. */
export function monthPowerFactor(
  registers: readonly { active: number; reactive: number }[],
  timeZone: string,
): FigureOf {
  return ({ world, nowMs }) => {
    const today = midnightMs(nowMs, timeZone)
    const day = new Date(today + zoneOffsetMs(timeZone)).getUTCDate()
    if (day === 1) return null
    const startMs = today - (day - 1) * DAY_MS
    let active = 0
    let reactive = 0
    for (const register of registers) {
      active += world.sampleAt(register.active, nowMs).value - world.sampleAt(register.active, startMs).value
      reactive += world.sampleAt(register.reactive, nowMs).value - world.sampleAt(register.reactive, startMs).value
    }
    const apparent = Math.hypot(active, reactive)
    return apparent > 0 ? active / apparent : null
  }
}

/** Daylight hours of the park in which roofs can feed back. */
const SUN_HOURS = { from: 6, to: 18 } as const
const EXPORT_DAYS = 7

/**
 * Share of the rooftop output that consumers fed back past their meters in the last seven days, per cent: the caps of
 * the decrees are of the output. One sample an hour by daylight; null without output or where a sample is missing.
 */
export function solarExportShare(meters: readonly number[], roofs: readonly number[], timeZone: string): FigureOf {
  return ({ world, nowMs }) => {
    const midnight = midnightMs(nowMs, timeZone)
    let generated = 0
    let exported = 0
    for (let day = 1; day <= EXPORT_DAYS; day++) {
      for (let hour = SUN_HOURS.from; hour <= SUN_HOURS.to; hour++) {
        const atMs = midnight - day * DAY_MS + hour * HOUR_MS
        for (const index of roofs) generated += world.sampleAt(index, atMs).value
        for (const index of meters) exported += Math.max(0, -world.sampleAt(index, atMs).value)
      }
    }
    return generated > 0 && Number.isFinite(exported) ? (100 * exported) / generated : null
  }
}
