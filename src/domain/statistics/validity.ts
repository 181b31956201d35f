import type { Validity } from '../../contract/reference.ts'

/** Whether a record of the law holds on a day (`YYYY-MM-DD` in the park's zone): [validFrom, validTo), null is open. */
export function isValidOn(record: Validity, isoDate: string): boolean {
  return (
    (record.validFrom === null || record.validFrom <= isoDate) && (record.validTo === null || isoDate < record.validTo)
  )
}

/** The record that holds on a day; of several the one that began last. */
export function recordOn<T extends Validity>(records: readonly T[], isoDate: string): T | null {
  let best: T | null = null
  for (const record of records) {
    if (!isValidOn(record, isoDate)) continue
    if (best === null || (best.validFrom ?? '') <= (record.validFrom ?? '')) best = record
  }
  return best
}
