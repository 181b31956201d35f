import type { TotalInput } from '../quality/total.ts'

/** One meter of a balance. */
export interface BalanceTerm {
  id: string
  /** Amount of the period with its quality; null when the meter says nothing. */
  reading: TotalInput | null
  /** Accuracy class: largest error in per cent of the reading; null when not known. */
  accuracyPercent: number | null
  /** What the meter shows in such a period as a rule; null when not known. */
  usual: number | null
  /** Change of a stock (tank, battery) and other amounts that may be negative by nature. */
  isSigned?: boolean
}
