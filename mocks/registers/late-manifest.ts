import { dateFrom, type StoredRow } from './register-file.ts'

/** One day more than the half year after which a missing last copy has to be reported (Decree 08/2022 Article 71.4). */
const AGE_DAYS = 184

/** The oldest manifest without its last copy, handed over so long ago that the clock has run out. */
export function withLateManifest(rows: readonly StoredRow[], today: string): StoredRow[] {
  let oldest: StoredRow | null = null
  let first = '9'
  for (const row of rows) {
    const { returnedOn, handedOverOn } = row
    if (returnedOn !== null || typeof handedOverOn !== 'string' || handedOverOn >= first) continue
    oldest = row
    first = handedOverOn
  }
  return rows.map((row) => (row === oldest ? { ...row, handedOverOn: dateFrom(today, -AGE_DAYS) } : row))
}
