import type { RecpSolution, SymbiosisExchange, TenantProfile } from '../../contract/registers.ts'

/** Management systems that a tenant's profile names. */
export const STANDARDS = ['iso9001', 'iso14001', 'iso45001', 'iso50001'] as const
export type Standard = (typeof STANDARDS)[number]

/** `none`: the register has no certificate, which says neither that there is one nor that there is not. */
export type CertificateState = 'valid' | 'ending' | 'ended' | 'none'

export interface Certificate {
  standard: Standard
  /** Last day on which it holds, or null. */
  until: string | null
  state: CertificateState
}

/** A certificate that ends within this many days wants its audit planned. Our own rule, confidence low. */
export const ENDING_DAYS = 90
const DAY_MS = 86_400_000

/**
 * Certificates of a tenant on a day: valid up to and including their last day, `ending` in the last 90 days of it.
 *
 * @param today ISO date in the park's zone
 */
export function certificatesOf(profile: TenantProfile, today: string): Certificate[] {
  const until = {
    iso9001: profile.iso9001Until,
    iso14001: profile.iso14001Until,
    iso45001: profile.iso45001Until,
    iso50001: profile.iso50001Until,
  } satisfies Record<Standard, string | null>
  return STANDARDS.map((standard) => ({ standard, until: until[standard], state: stateOf(until[standard], today) }))
}

function stateOf(until: string | null, today: string): CertificateState {
  if (until === null) return 'none'
  if (until < today) return 'ended'
  return (Date.parse(until) - Date.parse(today)) / DAY_MS <= ENDING_DAYS ? 'ending' : 'valid'
}

/** A saving counts as measured when the register names the period over which it was measured, and the work is done. */
export function isMeasured({ stage, measuredFrom, measuredTo }: RecpSolution): boolean {
  return (stage === 'implemented' || stage === 'verified') && measuredFrom !== null && measuredTo !== null
}

export interface MeasuredSavings {
  /** Solutions that count, of all of the tenant's. */
  measured: number
  all: number
  /** Sums a year over those that have the figure; null when none has. */
  kwh: number | null
  waterM3: number | null
  vnd: number | null
}

/** Measured savings of some solutions together: kWh, m³ and VND a year. Estimates of plans are not among them. */
export function measuredSavings(solutions: readonly RecpSolution[]): MeasuredSavings {
  const counted = solutions.filter(isMeasured)
  const sum = (of: (solution: RecpSolution) => number | null): number | null => {
    const known = counted.map(of).filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0)
  }
  return {
    measured: counted.length,
    all: solutions.length,
    kwh: sum(({ savedKwh }) => savedKwh),
    waterM3: sum(({ savedWaterM3 }) => savedWaterM3),
    vnd: sum(({ savedVnd }) => savedVnd),
  }
}

/** Exchanges in which a tenant gives or takes. */
export function exchangesOf(rows: readonly SymbiosisExchange[], tenantId: string): SymbiosisExchange[] {
  return rows.filter(({ giverTenantId, takerTenantId }) => giverTenantId === tenantId || takerTenantId === tenantId)
}
