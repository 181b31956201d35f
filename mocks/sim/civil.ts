/** Park-local calendar arithmetic without a clock. Viet Nam keeps UTC+7 all year, so an offset is enough. */

export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
export const CELL_MS = 900_000
export const CELLS_PER_DAY = 96

/** Offsets of the time zones that parks of the simulator lie in; all without daylight saving. */
const ZONE_OFFSET_MS: Readonly<Record<string, number>> = {
  'Asia/Ho_Chi_Minh': 7 * HOUR_MS,
  'Asia/Bangkok': 7 * HOUR_MS,
  'Asia/Tokyo': 9 * HOUR_MS,
  UTC: 0,
}

/** Offset of a park's zone, milliseconds. Throws for a zone that the simulator does not know. */
export function zoneOffsetMs(timeZone: string): number {
  const offset = ZONE_OFFSET_MS[timeZone]
  if (offset === undefined) throw new Error(`simulator: time zone ${timeZone} is not in the table of offsets`)
  return offset
}

export interface CivilDate {
  year: number
  /** 1 to 12. */
  month: number
  day: number
}

/** Civil date of a day number (days since 1 January 1970). */
export function civilOf(dayNumber: number): CivilDate {
  const z = dayNumber + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const marchDay = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * marchDay + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: marchDay - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** Day number of a civil date. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const marchDay = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + marchDay
  return era * 146_097 + dayOfEra - 719_468
}

/** Day of the week of a day number: 1 Monday … 7 Sunday. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

/** Day of the year of a day number, 1 to 366. */
export function dayOfYear(dayNumber: number): number {
  return dayNumber - dayNumberOf(civilOf(dayNumber).year, 1, 1) + 1
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/** RFC 3339 text of an instant in UTC, whole seconds. */
export function instantText(epochMs: number): string {
  const dayNumber = Math.floor(epochMs / DAY_MS)
  const seconds = Math.floor((epochMs - dayNumber * DAY_MS) / 1000)
  const { year, month, day } = civilOf(dayNumber)
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${clock}Z`
}
