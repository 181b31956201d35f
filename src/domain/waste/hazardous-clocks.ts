import type { LegalClock } from '../../contract/reference.ts'
import { notEnough, type Outcome } from '../statistics/outcome.ts'
import { readLegalClock, type ClockReading } from './legal-clocks.ts'
import type { WasteLot } from './waste-periods.ts'

export interface ClockedItem {
  id: string
  massT: number | null
  /** Day from which its clock runs. */
  from: string
  reading: Outcome<ClockReading>
}

/** The manifest of a hand-over, as the register has it. */
export interface WasteManifest {
  id: string
  massT: number
  handedOverOn: string
  returnedOn: string | null
}

/** Hazardous lots that are still in store, oldest first; what has left is on its manifest's clock. */
export function lotClocks(lots: readonly WasteLot[], clock: LegalClock, today: string): readonly ClockedItem[] {
  return lots
    .filter(({ stream, route }) => stream === 'hazardous' && route === 'in-store')
    .map(({ id, massT, generatedOn }) => ({
      id,
      massT,
      from: generatedOn,
      reading: readLegalClock(clock, generatedOn, today),
    }))
    .toSorted(oldestFirst)
}

/**
 * Manifests whose last copy has not come back, oldest first. One that came back before it was handed over contradicts
 * itself: it stays on the list without a reading (`not-finite`), because nobody knows which of its days is wrong.
 */
export function manifestClocks(
  manifests: readonly WasteManifest[],
  clock: LegalClock,
  today: string,
): readonly ClockedItem[] {
  return manifests
    .filter(({ handedOverOn, returnedOn }) => returnedOn === null || returnedOn < handedOverOn)
    .map(({ id, massT, handedOverOn, returnedOn }) => ({
      id,
      massT,
      from: handedOverOn,
      reading: returnedOn === null ? readLegalClock(clock, handedOverOn, today) : notEnough('not-finite'),
    }))
    .toSorted(oldestFirst)
}

function oldestFirst(a: ClockedItem, b: ClockedItem): number {
  const ageOf = ({ reading }: ClockedItem): number => (reading.ok ? reading.value.ageDays : Number.POSITIVE_INFINITY)
  return ageOf(b) === ageOf(a) ? 0 : ageOf(b) - ageOf(a)
}

/**
 * Hazardous waste generated in the calendar month of `today` and in the twelve months that end with it, kg: the
 * numbers that Decree 08/2022 Article 71.2 compares with 100 kg a month and 1,200 kg a year. Null where no lot of the
 * period was weighed.
 */
export function hazardousKg(
  lots: readonly WasteLot[],
  today: string,
): { monthKg: number | null; yearKg: number | null } {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const sum = (isIn: (day: string) => boolean): number | null => {
    const weighed = lots.filter(
      ({ stream, massT, generatedOn }) =>
        stream === 'hazardous' && massT !== null && Number.isFinite(massT) && massT >= 0 && isIn(generatedOn),
    )
    return weighed.length === 0 ? null : weighed.reduce((kg, { massT }) => kg + (massT ?? 0) * 1000, 0)
  }
  return {
    monthKg: sum((day) => day.slice(0, 7) === today.slice(0, 7) && day <= today),
    yearKg: sum((day) => day > yearAgo && day <= today),
  }
}
