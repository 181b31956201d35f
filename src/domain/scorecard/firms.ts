import type { TenantProfile } from '../../contract/registers.ts'
import type { ScorecardInput, ScorecardSettings } from './scorecard-types.ts'

/** From this many employees on the framework asks for systems of its own. */
const LARGE_FROM = 250

/** Firms that a share is of under a rule: those in operation, or all that hold a licence and have not left. */
export function firmsOf(
  { registers }: Pick<ScorecardInput, 'registers'>,
  rule: ScorecardSettings['denominator'],
): readonly TenantProfile[] {
  return registers['tenant-profiles'].filter(({ status }) =>
    rule === 'operating' ? status === 'operating' : status !== 'left',
  )
}

/** Firms of the park's own rule. */
export function firms(input: ScorecardInput): readonly TenantProfile[] {
  return firmsOf(input, input.settings.denominator)
}

/**
 * Firms with more than 250 employees among those in operation, and how many of those have a headcount at all: a firm
 * of unknown size may be a large one.
 */
export function largeFirms(input: ScorecardInput): { large: readonly TenantProfile[]; known: number } {
  const operating = firmsOf(input, 'operating')
  const counted = operating.filter(({ headcount }) => headcount !== null)
  return {
    large: counted.filter(({ headcount }) => (headcount ?? 0) > LARGE_FROM),
    known: operating.length === 0 ? 0 : counted.length / operating.length,
  }
}

/** Whether a certificate holds on a day. */
export function holds(validUntil: string | null, today: string): boolean {
  return validUntil !== null && validUntil >= today
}
