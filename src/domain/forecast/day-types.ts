import type { Holidays } from '../../contract/reference.ts'
import { isoDateOf, zonedParts } from '../time/park-zone.ts'

/** ISO weekday as text. Days of one type are compared and forecast from each other. */
export type DayType = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
const WEEKDAYS: readonly DayType[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Type of the day that holds an instant: its weekday, Sunday on public holidays. */
export type DayTypeOf = (ms: number) => DayType

/** Day types of a park from a list of holidays (fixtures/reference/holidays.json). */
export function makeDayTypes(holidays: Holidays, zone: string): DayTypeOf {
  const dates = new Set(holidays.days.map(({ date }) => date))
  return (ms) => (dates.has(isoDateOf(ms, zone)) ? 'sun' : (WEEKDAYS[zonedParts(ms, zone).weekday - 1] ?? 'sun'))
}

/** The same, with what was asked before kept: reading the calendar is slow. */
export function rememberDayTypes(dayTypeOf: DayTypeOf): DayTypeOf {
  const known = new Map<number, DayType>()
  return (ms) => {
    const type = known.get(ms) ?? dayTypeOf(ms)
    known.set(ms, type)
    return type
  }
}
