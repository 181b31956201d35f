import type { RegisterSet } from '../../contract/registers.ts'

export type DutyState = 'sent' | 'open' | 'late' | 'no-date'

/** A report that the park owes once a year. */
export interface ReportDuty {
  kind: 'form-a4' | 'form-b4' | 'environment-annual'
  /** Year that the report is about. */
  year: number
  /** `YYYY-MM-DD`; null: the law names none that was verified. */
  due: string | null
  issuedOn: string | null
  state: DutyState
}

/**
 * Yearly reports that come next, about the year before the one they are due in. The environment report is due on
 * 15 January (Circular 02/2022 Article 66 as amended, medium); forms A.4 and B.4 are yearly, their day was not verified.
 *
 * @param today in the park's zone, `YYYY-MM-DD`
 */
export function reportDuties(registers: Pick<RegisterSet, 'reports-issued'>, today: string): ReportDuty[] {
  const thisYear = Number(today.slice(0, 4))
  const issued = registers['reports-issued']
  const sentOf = (kind: ReportDuty['kind'], year: number): string | null =>
    issued
      .filter((row) => row.kind === kind && row.year === year)
      .map(({ issuedOn }) => issuedOn)
      .toSorted()
      .at(-1) ?? null
  const yearly = (kind: 'form-a4' | 'form-b4'): ReportDuty => {
    const year = thisYear - 1
    const issuedOn = sentOf(kind, year)
    return { kind, year, due: null, issuedOn, state: issuedOn === null ? 'no-date' : 'sent' }
  }
  const environment = (): ReportDuty => {
    // The one of last year stays in sight until it went out; then this year's is next.
    const isPast = sentOf('environment-annual', thisYear - 1) !== null
    const year = isPast ? thisYear : thisYear - 1
    const due = `${year + 1}-01-15`
    const issuedOn = sentOf('environment-annual', year)
    return {
      kind: 'environment-annual',
      year,
      due,
      issuedOn,
      state: issuedOn !== null ? 'sent' : today > due ? 'late' : 'open',
    }
  }
  return [yearly('form-a4'), yearly('form-b4'), environment()]
}
