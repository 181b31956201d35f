import type { ParkStatement } from '../../contract/registers.ts'
import type { StatementKey } from '../../contract/statement-keys.ts'
import type { ScorecardInput } from './scorecard-types.ts'

/** The newest statement of a key; null where none was made. */
export function statementOf({ registers }: Pick<ScorecardInput, 'registers'>, key: StatementKey): ParkStatement | null {
  let best: ParkStatement | null = null
  for (const row of registers['park-statements']) {
    if (
      row.key === key &&
      (best === null || row.year > best.year || (row.year === best.year && row.asOf > best.asOf))
    ) {
      best = row
    }
  }
  return best
}

/** Value of the newest statement of a key; null where none was made. */
export function valueOf(input: Pick<ScorecardInput, 'registers'>, key: StatementKey): number | null {
  return statementOf(input, key)?.value ?? null
}
