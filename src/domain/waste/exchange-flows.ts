import type { Outcome } from '../statistics/outcome.ts'
import { reviewExchange, type ExchangeReview } from './exchanges.ts'

/** A by-product exchange as the register has it: amounts in tonnes a month. */
export interface ExchangeRow {
  id: string
  contractedTPerMonth: number | null
  actualTPerMonth: number | null
  agreedOn: string | null
  endsOn: string | null
}

const MONTH_MS = (365.25 / 12) * 86_400_000

/**
 * Contracted against actual amount of the month that ends now, by the days on which the agreement held
 * (`reviewExchange`). Errors: `no-target` without a contracted amount, before it was agreed and after it ended;
 * `no-data` where nothing was measured.
 */
export function reviewMonth(row: ExchangeRow, nowMs: number): Outcome<ExchangeReview> {
  const { id, contractedTPerMonth, actualTPerMonth, agreedOn, endsOn } = row
  const contract = {
    id,
    unit: 't',
    amountPerYear: contractedTPerMonth === null ? null : contractedTPerMonth * 12,
    fromMs: agreedOn === null ? Number.NEGATIVE_INFINITY : Date.parse(agreedOn),
    toMs: endsOn === null ? null : Date.parse(endsOn),
  }
  return reviewExchange(contract, [actualTPerMonth], nowMs - MONTH_MS, nowMs)
}
