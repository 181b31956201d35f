import type { RegisterId } from '../../contract/registers.ts'
import { MIN_COVERAGE } from '../quality/total.ts'
import type { Aggregate, Evidence, FormulaInput, Measure } from './scorecard-types.ts'

const NOTHING: Measure = {
  value: null,
  coverage: 0,
  needs: MIN_COVERAGE,
  evidence: [],
  inputs: [],
  share: null,
  benchmark: null,
  failsAnyway: false,
  also: true,
  asOf: null,
}

/** A measure with what is known of it; the rest says nothing. */
export function measure(known: Partial<Measure>): Measure {
  return { ...NOTHING, ...known }
}

/** A row as evidence. */
export function rowEvidence(
  registerId: RegisterId,
  id: string,
  counts: boolean,
  value: number | null = null,
  unit: string | null = null,
): Evidence {
  return { kind: registerId === 'documents' ? 'document' : 'row', id, registerId, counts, value, unit }
}

export function meterEvidence(aggregate: Aggregate, unit: string): Evidence[] {
  return aggregate.pointIds.map((id) => ({ kind: 'meter', id, registerId: null, counts: true, value: null, unit }))
}

export function factEvidence(key: string, value: number, unit: string | null): Evidence {
  return { kind: 'fact', id: key, registerId: null, counts: true, value, unit }
}

export function named(name: string, value: number | null, unit: string): FormulaInput {
  return { name, value, unit }
}

/**
 * numerator / denominator × 100 with its parts kept for the gap. A denominator of zero is no share, and nothing is
 * known when a part is missing.
 *
 * @param unit of both parts: `firms`, `kW.h`, `m3`, `t`
 */
export function shareOf(
  numerator: number | null,
  denominator: number | null,
  unit: string,
  names: readonly [string, string],
  known: Partial<Measure>,
): Measure {
  const inputs = [named(names[0], numerator, unit), named(names[1], denominator, unit)]
  if (numerator === null || denominator === null || !(denominator > 0)) return measure({ ...known, inputs })
  const value = (numerator / denominator) * 100
  return measure({ coverage: 1, ...known, value, inputs, share: { numerator, denominator, unit } })
}

/** The latest of some days; null of none. */
export function latest(days: readonly (string | null)[]): string | null {
  let last: string | null = null
  for (const day of days) if (day !== null && (last === null || day > last)) last = day
  return last
}

const DAY_MS = 86_400_000

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / DAY_MS,
  )
}

/** The same day some months earlier; a day that the month lacks becomes its last. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, lastDay))
  return first.toISOString().slice(0, 10)
}
