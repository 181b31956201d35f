import { coverageGap, enough, notEnough, ratioOf, type Coverage, type Outcome } from '../statistics/outcome.ts'

/** A by-product exchange between two tenants: heat, water, secondary material. */
export interface ExchangeContract {
  id: string
  unit: string
  /** Contracted amount of a full year; null when the agreement names none. */
  amountPerYear: number | null
  /** First and last instant of the agreement, [fromMs, toMs); null is open. */
  fromMs: number
  toMs: number | null
}

export interface ExchangeReview {
  contracted: number
  actual: number
  /** actual − contracted. */
  difference: number
  /** actual / contracted × 100. */
  fulfilmentPercent: number
  coverage: Coverage
}

const YEAR_MS = 365.25 * 86_400_000

/**
 * Contracted against actual amount of a period: the contract's year, by the share of time in which it held.
 * Errors: `no-target` when nothing is contracted or the agreement did not hold; `low-coverage` under 80 % of the
 * deliveries measured; `no-data`.
 *
 * @param deliveries amounts by interval of the period, null where nothing was measured
 */
export function reviewExchange(
  contract: ExchangeContract,
  deliveries: readonly (number | null)[],
  fromMs: number,
  toMs: number,
): Outcome<ExchangeReview> {
  const heldMs = Math.min(contract.toMs ?? toMs, toMs) - Math.max(contract.fromMs, fromMs)
  if (contract.amountPerYear === null || !(heldMs > 0)) return notEnough('no-target')
  let actual = 0
  let contributing = 0
  for (const amount of deliveries) {
    if (amount === null || !Number.isFinite(amount)) continue
    actual += amount
    contributing += 1
  }
  const coverage = { contributing, expected: deliveries.length }
  const gap = coverageGap(contributing, deliveries.length)
  if (gap) return gap
  const contracted = (contract.amountPerYear * heldMs) / YEAR_MS
  const fulfilment = ratioOf(actual, contracted, 100)
  if (!fulfilment.ok) return fulfilment
  return enough({ contracted, actual, difference: actual - contracted, fulfilmentPercent: fulfilment.value, coverage })
}
