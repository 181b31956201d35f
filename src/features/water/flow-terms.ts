import type { NamedBalance } from '../../domain/balance/balance-kinds.ts'
import type { BalanceTerm } from '../../domain/balance/balance-term.ts'
import { isContributing } from '../../domain/quality/total.ts'

export interface FlowTerms {
  supplied: number
  /** Growth of what stands in tanks; negative where they gave. */
  stored: number
  metered: readonly BalanceTerm[]
}

function sumOf(terms: readonly BalanceTerm[]): number {
  return terms.reduce((sum, { reading }) => sum + (isContributing(reading) ? reading.value : 0), 0)
}

/** What a drawing of a balance is made of, m³. */
export function flowTerms({ supplied, used }: NamedBalance): FlowTerms {
  return {
    supplied: sumOf(supplied.terms),
    stored: sumOf(used.terms.filter(({ isSigned }) => isSigned === true)),
    metered: used.terms.filter(({ isSigned }) => isSigned !== true),
  }
}

/** The larger side of a balance, m³; what stays unexplained makes the smaller one no larger than the other. */
export function throughput(balance: NamedBalance): number {
  const { supplied, stored, metered } = flowTerms(balance)
  return Math.max(supplied + Math.max(0, -stored), sumOf(metered) + Math.max(0, stored))
}
