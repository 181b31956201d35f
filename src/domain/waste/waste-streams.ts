import type { WasteStream } from '../../contract/asset-kinds.ts'
import { coverageGap, enough, finiteOutcome, ratioOf, type Outcome } from '../statistics/outcome.ts'

/** Where a load of waste went. Reuse and recycling divert it; the words follow GRI 306-4 and 306-5. */
export type WasteRoute = 'reused' | 'recycled' | 'energy-recovery' | 'treated' | 'landfilled' | 'in-store'

/** Routes that count as diverted from disposal. Recovery of energy is disposal (GRI 306-5). Confidence high. */
const DIVERTED: ReadonlySet<WasteRoute> = new Set<WasteRoute>(['reused', 'recycled'])

export interface WasteRecord {
  stream: WasteStream
  route: WasteRoute
  /** Tonnes; null when the load was not weighed. */
  massT: number | null
  atMs: number
}

export interface StreamTotal {
  massT: number
  divertedT: number
  records: number
  /** Loads without a valid mass: not in the sums. */
  unweighed: number
}

/** Tonnes by stream of the records in [fromMs, toMs). Streams without a record are absent, not zero. */
export function wasteByStream(
  records: readonly WasteRecord[],
  fromMs: number,
  toMs: number,
): ReadonlyMap<WasteStream, StreamTotal> {
  const totals = new Map<WasteStream, StreamTotal>()
  for (const { stream, route, massT, atMs } of records) {
    if (atMs < fromMs || atMs >= toMs) continue
    const total = totals.get(stream) ?? { massT: 0, divertedT: 0, records: 0, unweighed: 0 }
    totals.set(stream, total)
    total.records += 1
    // A negative mass is a faulty weighing, not a return of waste.
    if (massT === null || !Number.isFinite(massT) || massT < 0) {
      total.unweighed += 1
      continue
    }
    total.massT += massT
    if (DIVERTED.has(route)) total.divertedT += massT
  }
  return totals
}

/**
 * Diversion in per cent: mass reused or recycled / mass generated × 100.
 * Errors: `no-data`; `zero-denominator` when nothing was generated: no waste is not a diversion of 100 %.
 */
export function diversionPercent(divertedT: number | null, generatedT: number | null): Outcome<number> {
  return ratioOf(divertedT, generatedT, 100)
}

/** Diversion over all streams. Errors: `low-coverage` when under 80 % of the loads were weighed, and as above. */
export function diversionOf(totals: ReadonlyMap<WasteStream, StreamTotal>): Outcome<number> {
  let mass = 0
  let diverted = 0
  let records = 0
  let unweighed = 0
  for (const total of totals.values()) {
    mass += total.massT
    diverted += total.divertedT
    records += total.records
    unweighed += total.unweighed
  }
  return coverageGap(records - unweighed, records) ?? diversionPercent(diverted, mass)
}

export interface HazardousTrigger {
  /** Generated in the calendar month and in the last twelve months, kg. */
  monthKg: number
  yearKg: number
  /** The amount from which an environmental permit is needed is reached in the month or the year. */
  isReached: boolean
}

/**
 * Hazardous waste against the amounts from which a permit is needed: 100 kg a month or 1,200 kg a year.
 * Source: Decree 08/2022 Article 71.2 as amended by Decree 05/2025, confidence high.
 * Errors: `no-data`, `not-finite`.
 */
export function hazardousTrigger(
  monthKg: number | null,
  yearKg: number | null,
  limits: { kgPerMonth: number; kgPerYear: number },
): Outcome<HazardousTrigger> {
  const month = finiteOutcome(monthKg)
  const year = finiteOutcome(yearKg)
  if (!month.ok) return month
  if (!year.ok) return year
  const isReached = month.value >= limits.kgPerMonth || year.value >= limits.kgPerYear
  return enough({ monthKg: month.value, yearKg: year.value, isReached })
}
