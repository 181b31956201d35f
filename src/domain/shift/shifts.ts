import type { Shift } from '../../contract/shift.ts'
import { dateStartMs, zonedParts } from '../time/park-zone.ts'

/** Hours of the park's clock at which shifts begin: morning, afternoon, night. */
export const SHIFT_HOURS = [6, 14, 22] as const

const HOUR_MS = 3_600_000
const iso = (ms: number): string => new Date(ms).toISOString()

interface Start {
  number: 1 | 2 | 3
  ms: number
  date: string
}

function startsOf(year: number, month: number, day: number, zone: string): Start[] {
  const midnight = dateStartMs(year, month, day, zone)
  // Month and day may overflow; noon names the date that was meant.
  const noon = zonedParts(midnight + 12 * HOUR_MS, zone)
  const date = `${noon.year}-${String(noon.month).padStart(2, '0')}-${String(noon.day).padStart(2, '0')}`
  return SHIFT_HOURS.map((hour, at) => ({
    number: at === 0 ? 1 : at === 1 ? 2 : 3,
    ms: midnight + hour * HOUR_MS,
    date,
  }))
}

/** The shift that works at an instant (epoch milliseconds), in the park's zone. Half open: a shift begins on the hour. */
export function shiftAt(ms: number, zone: string): Shift {
  const { year, month, day } = zonedParts(ms, zone)
  const starts = [-1, 0, 1].flatMap((shift) => startsOf(year, month, day + shift, zone))
  const at = starts.findLastIndex((start) => start.ms <= ms)
  const begin = starts[at]
  const end = starts[at + 1]
  if (!begin || !end) throw new RangeError(`no shift at ${ms}`)
  return { id: `${begin.date}-${begin.number}`, number: begin.number, from: iso(begin.ms), to: iso(end.ms) }
}

/** The shift after one. */
export function nextShift(shift: Shift, zone: string): Shift {
  return shiftAt(Date.parse(shift.to), zone)
}

/** The shift before one. */
export function previousShift(shift: Shift, zone: string): Shift {
  return shiftAt(Date.parse(shift.from) - 1, zone)
}
