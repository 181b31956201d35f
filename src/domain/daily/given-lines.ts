import type { JournalEntry } from '../../contract/alarms.ts'
import type { HistorySeries } from '../../contract/readings.ts'
import type { RegisterSet } from '../../contract/registers.ts'
import type { Asset, Point } from '../../contract/resources.ts'
import { powerFactorOf } from '../energy/power-factor.ts'
import { quantileOf } from '../statistics/summary.ts'

type ById = ReadonlyMap<string, HistorySeries>

/** Where the park takes power from: the meters of its peak and its power factor. */
const INCOMERS: ReadonlySet<string> = new Set(['power-transformer', 'hv-connection'])

/** Points of the incomers that measure a kind. */
export function incomerPoints(
  assets: readonly Asset[],
  points: readonly Point[],
  kind: 'energy-import' | 'reactive-energy',
): string[] {
  const wanted = new Set(assets.filter((asset) => INCOMERS.has(asset.kind)).map(({ id }) => id))
  return points.filter((point) => point.kind === kind && wanted.has(point.assetId)).map(({ id }) => id)
}

/** Growth of all registers together over bucket k; null when one lacks an end or ran backwards. */
function growthAt(ids: readonly string[], byId: ById, k: number): number | null {
  let sum = 0
  for (const id of ids) {
    const last = byId.get(id)?.last
    const [before, after] = [last?.[k - 1] ?? null, last?.[k] ?? null]
    if (before === null || after === null || after < before) return null
    sum += after - before
  }
  return ids.length === 0 ? null : sum
}

export interface DayPeak {
  /** MW; null when no half hour of the day is known. */
  peakMw: number | null
  /** Start of its half hour, epoch milliseconds. */
  atMs: number | null
  /** Share of the day's half hours that are known, 0 to 1. */
  coverage: number
}

/**
 * Highest half-hour demand of each day, MW: growth of the incomers' registers over the half hour / 0.5 h. The first
 * bucket is the last half hour of the day before the first one, whose registers the first day begins with.
 * Source: demand is billed by half hours, letter 7646/BCT-ĐL (medium).
 */
export function dayPeaks(ids: readonly string[], byId: ById, firstDayMs: number, days: number): DayPeak[] {
  const perDay = 48
  const hours = 0.5
  return Array.from({ length: days }, (_, day) => {
    let known = 0
    let best: { kwh: number; k: number } | null = null
    for (let slot = 0; slot < perDay; slot++) {
      const k = 1 + day * perDay + slot
      const kwh = growthAt(ids, byId, k)
      if (kwh === null) continue
      known += 1
      if (best === null || kwh > best.kwh) best = { kwh, k }
    }
    return {
      peakMw: best === null ? null : best.kwh / hours / 1000,
      atMs: best === null ? null : firstDayMs + (best.k - 1) * hours * 3_600_000,
      coverage: known / perDay,
    }
  })
}

/**
 * cos φ from the first day of a month to each day, from daily buckets of which the first is the day before. Null where
 * a day of the month so far lacks a register, or before the month's first day is in the range.
 *
 * @param dates days of the buckets after the first one, `YYYY-MM-DD`
 */
export function monthPowerFactors(
  active: readonly string[],
  reactive: readonly string[],
  byId: ById,
  dates: readonly string[],
): (number | null)[] {
  let kwh: number | null = null
  let kvarh: number | null = null
  return dates.map((date, at) => {
    if (date.endsWith('-01')) {
      kwh = 0
      kvarh = 0
    }
    const [a, q] = [growthAt(active, byId, at + 1), growthAt(reactive, byId, at + 1)]
    kwh = kwh === null || a === null ? null : kwh + a
    kvarh = kvarh === null || q === null ? null : kvarh + q
    const found = powerFactorOf(kwh, kvarh)
    return found.ok ? found.value : null
  })
}

/** A laboratory result may stand for this long: samples are monthly. */
const LAB_DAYS = 45
const DAY_MS = 86_400_000

/**
 * Newest result of a parameter that had come by the end of each day; null where the newest sample is older than
 * 45 days. A later result changes the days after its sample: that is what a revision is for.
 */
export function labCourse(
  results: RegisterSet['lab-results'],
  parameter: string,
  dayEndsMs: readonly number[],
): ({ value: number; sampledAt: string } | null)[] {
  const rows = results
    .filter((row) => row.parameter === parameter)
    .toSorted((a, b) => (a.sampledAt < b.sampledAt ? -1 : 1))
  return dayEndsMs.map((endMs) => {
    const found = rows.findLast(({ resultAt }) => Date.parse(resultAt) <= endMs)
    if (found === undefined || endMs - Date.parse(found.sampledAt) > LAB_DAYS * DAY_MS) return null
    return { value: found.value, sampledAt: found.sampledAt }
  })
}

export interface DayAlarms {
  annunciated: number
  /** Median time from the call to its acknowledgement, seconds; null where nothing was acknowledged. */
  medianAckS: number | null
  /** Share of the day that the journal covers, 0 to 1. */
  coverage: number
}

/**
 * Alarms that called in each day and how fast they were answered. A day before the journal begins is not known: its
 * coverage says so. P4 is diagnostic and left out, as in the alarm figures (EEMUA 191 as the reference gives it).
 *
 * @param journal entries in rising order
 * @param firstMs receive time of the journal's very first entry; null for an empty journal
 */
export function dayAlarms(
  journal: readonly JournalEntry[],
  firstMs: number | null,
  days: readonly { fromMs: number; toMs: number }[],
): DayAlarms[] {
  const calledMs = new Map<string, number>()
  const calls: number[] = []
  const answers: { atMs: number; s: number }[] = []
  for (const { alarmId, event, priority, annunciated, receiveTime } of journal) {
    const atMs = Date.parse(receiveTime)
    if (annunciated && priority !== 'P4') {
      calls.push(atMs)
      if (!calledMs.has(alarmId)) calledMs.set(alarmId, atMs)
    }
    const since = calledMs.get(alarmId)
    if (event === 'ACKNOWLEDGED' && since !== undefined) {
      answers.push({ atMs, s: (atMs - since) / 1000 })
      calledMs.delete(alarmId)
    }
  }
  return days.map(({ fromMs, toMs }) => {
    const within = ({ atMs }: { atMs: number }): boolean => atMs >= fromMs && atMs < toMs
    const times = answers.filter(within).map(({ s }) => s)
    const known = firstMs === null ? 0 : (toMs - Math.min(toMs, Math.max(fromMs, firstMs))) / (toMs - fromMs)
    return {
      annunciated: calls.filter((atMs) => atMs >= fromMs && atMs < toMs).length,
      medianAckS: times.length === 0 ? null : quantileOf(times, 0.5),
      coverage: known,
    }
  })
}

/** Highest temperature and rain of a day, from daily buckets of the weather stations. */
export function dayWeather(
  assets: readonly Asset[],
  points: readonly Point[],
  byId: ById,
  day: number,
): { maxTemperature: number | null; rainMm: number | null } {
  const stations = new Set(assets.filter(({ kind }) => kind === 'weather-station').map(({ id }) => id))
  const of = (kind: string): HistorySeries[] =>
    points.flatMap((point) => (point.kind === kind && stations.has(point.assetId) ? (byId.get(point.id) ?? []) : []))
  const highs = of('air-temperature').flatMap(({ max }) => max[day] ?? [])
  // Mean rate in mm/h over the day × 24 h, mean of the stations.
  const rain = of('rain-rate').flatMap(({ mean }) => mean[day] ?? [])
  return {
    maxTemperature: highs.length === 0 ? null : Math.max(...highs),
    rainMm: rain.length === 0 ? null : (rain.reduce((sum, rate) => sum + rate, 0) / rain.length) * 24,
  }
}

/** Points of the weather stations that the head of the report needs. */
export function weatherPoints(assets: readonly Asset[], points: readonly Point[]): string[] {
  const stations = new Set(assets.filter(({ kind }) => kind === 'weather-station').map(({ id }) => id))
  return points
    .filter(({ kind, assetId }) => stations.has(assetId) && (kind === 'air-temperature' || kind === 'rain-rate'))
    .map(({ id }) => id)
}
