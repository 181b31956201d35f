import { addDaysMs, dateStartMs, dayStartMs, zonedParts, zoneOffsetMs } from '../domain/time/park-zone.ts'
import { axisHours } from './history-options.ts'

const DAY_MS = 86_400_000

export interface HistoryTicks {
  at: readonly number[]
  /** Hours of one day, or dates. */
  unit: 'hour' | 'date'
}

/** Where the axis of a range has its marks: hours of a day, days of weeks, months of a year, all of the park's calendar. */
export function historyTicks(fromMs: number, toMs: number, zone: string): HistoryTicks {
  const days = (toMs - fromMs) / DAY_MS
  if (days <= 2) return { at: axisHours(fromMs, toMs, zoneOffsetMs(fromMs, zone), 4), unit: 'hour' }
  return {
    at: days <= 60 ? dayTicks(fromMs, toMs, zone, Math.ceil(days / 6)) : monthTicks(fromMs, toMs, zone),
    unit: 'date',
  }
}

function dayTicks(fromMs: number, toMs: number, zone: string, every: number): number[] {
  const at: number[] = []
  for (let ms = dayStartMs(toMs, zone); ms >= fromMs; ms = addDaysMs(ms, -every, zone)) at.unshift(ms)
  return at
}

function monthTicks(fromMs: number, toMs: number, zone: string): number[] {
  const { year, month } = zonedParts(fromMs, zone)
  const every = Math.max(1, Math.ceil((toMs - fromMs) / (6 * 31 * DAY_MS)))
  const at: number[] = []
  for (let k = every; ; k += every) {
    const ms = dateStartMs(year, month + k, 1, zone)
    if (ms > toMs) return at
    at.push(ms)
  }
}
