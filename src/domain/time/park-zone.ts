/** What clocks show until the park's own zone is known. */
export const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh'

/**
 * Calendar of a park's own time zone over `Intl`, for instants in epoch milliseconds and IANA zones.
 * The viewer's zone never enters. A day that a clock change makes longer or shorter is as long as it is.
 */
export interface ZonedParts {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** 1 Monday to 7 Sunday (ISO 8601). */
  weekday: number
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** @throws RangeError for a zone that the platform does not know. */
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    era: 'short',
  })
  formatters.set(zone, made)
  return made
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Zones change their offset on quarters of an hour, so one answer serves the quarter. */
const QUARTER_MS = 15 * 60_000
const MAX_CACHED = 5000
const offsets = new Map<string, Map<number, number>>()

/**
 * What the zone's clock shows minus UTC, milliseconds, at an instant.
 *
 * @throws RangeError for an unknown zone or an instant that is not a date.
 */
export function zoneOffsetMs(ms: number, zone: string): number {
  const quarter = Math.floor(ms / QUARTER_MS)
  const cache = offsets.get(zone) ?? new Map<number, number>()
  const known = cache.get(quarter)
  if (known !== undefined) return known
  const offset = readOffset(quarter * QUARTER_MS, zone)
  if (cache.size >= MAX_CACHED) cache.clear()
  cache.set(quarter, offset)
  offsets.set(zone, cache)
  return offset
}

function readOffset(ms: number, zone: string): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of formatterOf(zone).formatToParts(ms)) parts[type] = value
  const year = Number(parts.year) * (parts.era === 'BC' ? -1 : 1) + (parts.era === 'BC' ? 1 : 0)
  const shown = utcMs(year, Number(parts.month), Number(parts.day)) + clockMs(parts)
  return shown - Math.floor(ms / 1000) * 1000
}

function clockMs(parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>>): number {
  return ((Number(parts.hour) * 60 + Number(parts.minute)) * 60 + Number(parts.second)) * 1000
}

/** Epoch milliseconds of a UTC date; months and days may overflow. */
function utcMs(year: number, month: number, day: number): number {
  // Date.UTC takes the years 0 to 99 for 19xx; no park is that old.
  return Date.UTC(year, month - 1, day)
}

/** What calendar and clock of the zone show at an instant. */
export function zonedParts(ms: number, zone: string): ZonedParts {
  const shown = new Date(ms + zoneOffsetMs(ms, zone))
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    weekday: ((shown.getUTCDay() + 6) % 7) + 1,
  }
}

/** First instant of a calendar date in the zone. Days and months may overflow: day 0 is the last of the month before. */
export function dateStartMs(year: number, month: number, day: number, zone: string): number {
  const shown = utcMs(year, month, day)
  // Midnight lies one offset away, but the offset there may differ from the one here: try both sides.
  const before = shown - zoneOffsetMs(shown - DAY_MS, zone)
  const after = shown - zoneOffsetMs(shown + DAY_MS, zone)
  const [early, late] = before <= after ? [before, after] : [after, before]
  if (early + zoneOffsetMs(early, zone) >= shown && early - 1 + zoneOffsetMs(early - 1, zone) < shown) return early
  if (late + zoneOffsetMs(late, zone) === shown && late - 1 + zoneOffsetMs(late - 1, zone) < shown) return late
  // Midnight was skipped: the day begins at the change of the clock.
  return firstShownAtOrAfter(shown, early, late, zone)
}

function firstShownAtOrAfter(shown: number, from: number, to: number, zone: string): number {
  let low = from - HOUR_MS
  let high = to + HOUR_MS
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (middle + zoneOffsetMs(middle, zone) >= shown) high = middle
    else low = middle
  }
  return high
}

/** Start of the day that holds the instant. */
export function dayStartMs(ms: number, zone: string): number {
  const { year, month, day } = zonedParts(ms, zone)
  return dateStartMs(year, month, day, zone)
}

/** Start of the day `days` after (or before) the day that holds the instant. */
export function addDaysMs(ms: number, days: number, zone: string): number {
  const { year, month, day } = zonedParts(ms, zone)
  return dateStartMs(year, month, day + days, zone)
}

/** Start of the ISO week (Monday) that holds the instant. */
export function weekStartMs(ms: number, zone: string): number {
  const { year, month, day, weekday } = zonedParts(ms, zone)
  return dateStartMs(year, month, day - (weekday - 1), zone)
}

/** Start of the month that holds the instant. */
export function monthStartMs(ms: number, zone: string): number {
  const { year, month } = zonedParts(ms, zone)
  return dateStartMs(year, month, 1, zone)
}

/** Start of the year that holds the instant. */
export function yearStartMs(ms: number, zone: string): number {
  return dateStartMs(zonedParts(ms, zone).year, 1, 1, zone)
}

/** Milliseconds since the day began, for daily profiles and "today so far". */
export function sinceDayStartMs(ms: number, zone: string): number {
  return ms - dayStartMs(ms, zone)
}

/** Calendar date as `YYYY-MM-DD`. */
export function isoDateOf(ms: number, zone: string): string {
  const { year, month, day } = zonedParts(ms, zone)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Start of a day `YYYY-MM-DD` of the zone, epoch milliseconds; null for what is no date. */
export function isoDateStartMs(date: string, zone: string): number | null {
  const [, year, month, day] = ISO_DATE.exec(date) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  return dateStartMs(Number(year), Number(month), Number(day), zone)
}

/** ISO 8601 week number and the year it belongs to. */
export function isoWeekOf(ms: number, zone: string): { year: number; week: number } {
  const { year, month, day, weekday } = zonedParts(ms, zone)
  // The Thursday of a week decides to which year the week belongs.
  const thursday = new Date(utcMs(year, month, day + 4 - weekday))
  const weekYear = thursday.getUTCFullYear()
  const week = 1 + Math.floor((thursday.getTime() - utcMs(weekYear, 1, 1)) / (7 * DAY_MS))
  return { year: weekYear, week }
}

function pad(part: number): string {
  return String(part).padStart(2, '0')
}
