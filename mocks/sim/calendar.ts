import calendar from '../../fixtures/reference/holidays.json' with { type: 'json' }
import { LUNAR_NEW_YEAR } from './calendar.data.ts'
import { dayNumberOf, weekdayOf } from './civil.ts'

/** Row of a weekly shape that a day takes. */
export type DayType = 0 | 1 | 2 | 3 | 4 | 5 | 6
const SUNDAY: DayType = 6

const dayOf = (text: string): number =>
  dayNumberOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
const holidays = new Set(calendar.days.map(({ date }) => dayOf(date)))
const newYears = LUNAR_NEW_YEAR.map(dayOf)

/** Days from the nearest first day of the lunar year; negative before it. */
function daysFromTet(day: number): number {
  let nearest = 1000
  for (const newYear of newYears) if (Math.abs(day - newYear) < Math.abs(nearest)) nearest = day - newYear
  return nearest
}

/**
 * Share of ordinary work that goes on around Tết: plants ramp down for six days, rest for seven and take
 * nine days to call everybody back.
 */
export function tetActivity(day: number): number {
  const from = daysFromTet(day)
  if (from < -7 || from > 14) return 1
  if (from < -2) return 1 - ((from + 8) / 6) * 0.55
  if (from <= 4) return 0
  return Math.min(1, (from - 4) / 10)
}

/** `true` on public holidays and the core days of Tết. */
export function isHoliday(day: number): boolean {
  const from = daysFromTet(day)
  return holidays.has(day) || (from >= -2 && from <= 4)
}

/** Row of the week (0 Monday … 6 Sunday) whose shape the day follows: holidays follow Sundays. */
export function dayTypeOf(day: number): DayType {
  if (isHoliday(day)) return SUNDAY
  const row = weekdayOf(day) - 1
  if (row === 0 || row === 1 || row === 2 || row === 3 || row === 4 || row === 5) return row
  return SUNDAY
}
