import type { TariffBand, Tariffs, TouSchedule } from '../../contract/reference.ts'
import { addDaysMs, dateStartMs, isoDateOf, zonedParts, zoneOffsetMs } from '../time/park-zone.ts'
import { intervalStartMs, seriesEndMs, valueAt, type IntervalSeries } from '../statistics/interval-series.ts'
import type { Coverage } from '../statistics/outcome.ts'
import { recordOn } from '../statistics/validity.ts'

/**
 * Hours of use as dated data (fixtures/reference/tariffs.json). Windows are half-open [from, to) on the park's own
 * clock; what lies in no window is normal.
 */
export const TARIFF_BANDS = ['peak', 'normal', 'off-peak'] as const satisfies readonly TariffBand[]

const DAY_MINUTES = 1440
const SUNDAY = 7

export type IsHoliday = (isoDate: string) => boolean
const neverHoliday: IsHoliday = () => false

/** Schedule that bills on the day of an instant, or null when none is set. */
export function scheduleAt(tariffs: Tariffs, ms: number, zone: string): TouSchedule | null {
  const settings = tariffs.activeSchedules.map((setting) => ({ ...setting, validTo: null }))
  const active = recordOn(settings, isoDateOf(ms, zone))
  return tariffs.schedules.find(({ id }) => id === active?.scheduleId) ?? null
}

/** Band at an instant. */
export function bandAt(
  schedule: TouSchedule,
  ms: number,
  zone: string,
  isHoliday: IsHoliday = neverHoliday,
): TariffBand {
  const { hour, minute, weekday } = zonedParts(ms, zone)
  const day = schedule.holidays === 'as-sunday' && isHoliday(isoDateOf(ms, zone)) ? SUNDAY : weekday
  return bandOfMinute(schedule, day, hour * 60 + minute)
}

/** Band of a minute of the day (0 to 1439) on an ISO weekday. */
export function bandOfMinute(schedule: TouSchedule, weekday: number, minute: number): TariffBand {
  for (const window of schedule.windows) {
    if (window.weekdays.includes(weekday) && minute >= window.fromMinute && minute < window.toMinute) {
      return window.band
    }
  }
  return 'normal'
}

export interface BandSpan {
  band: TariffBand
  fromMs: number
  toMs: number
}

/** Bands of [fromMs, toMs) in order, joined where the band does not change (over midnight too). */
export function bandSpans(
  schedule: TouSchedule,
  fromMs: number,
  toMs: number,
  zone: string,
  isHoliday: IsHoliday = neverHoliday,
): BandSpan[] {
  const spans: BandSpan[] = []
  const edges = edgeMinutes(schedule)
  let atMs = fromMs
  while (atMs < toMs) {
    const endMs = Math.min(toMs, nextEdgeMs(edges, atMs, zone))
    const band = bandAt(schedule, atMs, zone, isHoliday)
    const last = spans.at(-1)
    if (last?.band === band) last.toMs = endMs
    else spans.push({ band, fromMs: atMs, toMs: endMs })
    atMs = endMs
  }
  return spans
}

function edgeMinutes(schedule: TouSchedule): number[] {
  const edges = new Set([DAY_MINUTES])
  for (const { fromMinute, toMinute } of schedule.windows) edges.add(fromMinute).add(toMinute)
  return [...edges].toSorted((a, b) => a - b)
}

/** First edge of the day after an instant, on the clock that shows there. */
function nextEdgeMs(edges: readonly number[], ms: number, zone: string): number {
  const { year, month, day, hour, minute } = zonedParts(ms, zone)
  const now = hour * 60 + minute
  const edge = edges.find((candidate) => candidate > now) ?? DAY_MINUTES
  if (edge === DAY_MINUTES) return dateStartMs(year, month, day + 1, zone)
  const edgeMs = Math.floor(ms / 60_000) * 60_000 + (edge - now) * 60_000
  // The clock may change in between: then the edge comes sooner or later by as much.
  const corrected = edgeMs - (zoneOffsetMs(edgeMs, zone) - zoneOffsetMs(ms, zone))
  return corrected > ms ? corrected : edgeMs
}

export interface BandSplit {
  /** In the unit of the series (kWh for energy). */
  sums: Record<TariffBand, number>
  coverage: Coverage
}

/**
 * Sums an interval series (kWh per interval) by band. An interval that crosses an edge is shared out by time.
 * Missing intervals, and those of days without a schedule, are counted, not guessed.
 *
 * @param scheduleOf schedule that bills on the day of an instant (see `scheduleAt`)
 */
export function splitByBand(
  energyKwh: IntervalSeries,
  scheduleOf: (ms: number) => TouSchedule | null,
  zone: string,
  isHoliday: IsHoliday = neverHoliday,
): BandSplit {
  const spans = spansByDay(energyKwh.fromMs, seriesEndMs(energyKwh), scheduleOf, zone, isHoliday)
  const sums: Record<TariffBand, number> = { peak: 0, normal: 0, 'off-peak': 0 }
  let contributing = 0
  let first = 0
  for (let k = 0; k < energyKwh.values.length; k++) {
    const fromMs = intervalStartMs(energyKwh, k)
    const toMs = fromMs + energyKwh.stepMs
    while ((spans[first]?.toMs ?? Infinity) <= fromMs) first += 1
    const value = valueAt(energyKwh, k)
    const parts = overlapping(spans, first, toMs)
    if (value === null || parts.some(({ band }) => band === null)) continue
    contributing += 1
    for (const part of parts) {
      const shareMs = Math.min(part.toMs, toMs) - Math.max(part.fromMs, fromMs)
      if (part.band !== null) sums[part.band] += (value * shareMs) / energyKwh.stepMs
    }
  }
  return { sums, coverage: { contributing, expected: energyKwh.values.length } }
}

type DaySpan = Omit<BandSpan, 'band'> & { band: TariffBand | null }

function spansByDay(
  fromMs: number,
  toMs: number,
  scheduleOf: (ms: number) => TouSchedule | null,
  zone: string,
  isHoliday: IsHoliday,
): DaySpan[] {
  const spans: DaySpan[] = []
  for (let atMs = fromMs; atMs < toMs;) {
    const endMs = Math.min(toMs, addDaysMs(atMs, 1, zone))
    const schedule = scheduleOf(atMs)
    if (schedule === null) spans.push({ band: null, fromMs: atMs, toMs: endMs })
    else spans.push(...bandSpans(schedule, atMs, endMs, zone, isHoliday))
    atMs = endMs
  }
  return spans
}

function overlapping(spans: readonly DaySpan[], first: number, toMs: number): readonly DaySpan[] {
  let last = first
  while ((spans[last]?.fromMs ?? Infinity) < toMs) last += 1
  return spans.slice(first, last)
}
