import type { LegalClock } from '../../contract/reference.ts'
import { enough, notEnough, type Outcome } from '../statistics/outcome.ts'

/**
 * `within`: before the warning day. `warning`: from our own warning day on. `due`: the last lawful day.
 * `exceeded`: later, which must be reported.
 */
export type ClockState = 'within' | 'warning' | 'due' | 'exceeded'

export interface ClockReading {
  /** Whole days from the event's date to today. */
  ageDays: number
  state: ClockState
  /** Days to the last lawful day; negative when it has passed. */
  daysLeft: number
  /** Last lawful day, `YYYY-MM-DD`. */
  lastDay: string
}

const DAY_MS = 86_400_000
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * Age of a lot or manifest in calendar days of the park and where it stands on its legal clock.
 * Source: Decree 08/2022/NĐ-CP Articles 71.1c (one year, counted as 365 days) and 71.4 (six months, counted as
 * 183 days) as amended by Decree 05/2025, confidence high; warning days are our proposal.
 * Errors: `no-data` for a date that is missing or no date. A date in the future has a negative
 * age and is `within`.
 *
 * @param from date of generation or hand-over, `YYYY-MM-DD` in the park's zone
 * @param today date of today in the park's zone
 */
export function readLegalClock(clock: LegalClock, from: string | null, today: string): Outcome<ClockReading> {
  const start = dayNumberOf(from)
  const now = dayNumberOf(today)
  if (start === null || now === null) return notEnough('no-data')
  const ageDays = now - start
  return enough({
    ageDays,
    state: stateOf(ageDays, clock),
    daysLeft: clock.limitDays - ageDays,
    lastDay: new Date((start + clock.limitDays) * DAY_MS).toISOString().slice(0, 10),
  })
}

function stateOf(ageDays: number, { warnDays, limitDays }: LegalClock): ClockState {
  if (ageDays > limitDays) return 'exceeded'
  if (ageDays === limitDays) return 'due'
  return ageDays >= warnDays ? 'warning' : 'within'
}

/** Days since 1970 of a calendar date; null for text that is no date (30 February as well). */
function dayNumberOf(date: string | null): number | null {
  if (date === null || !ISO_DATE.test(date)) return null
  const ms = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? null : ms / DAY_MS
}
