import type { QualityName } from '../../contract/quality.ts'
import type { Freshness } from '../quality/freshness.ts'
import { isContributing, totalOf, worseFreshness, worseQuality, type Total } from '../quality/total.ts'
import { coverageGap, enough, notEnough, ratioOf, type Coverage, type Outcome } from '../statistics/outcome.ts'
import type { BalanceTerm } from './balance-term.ts'
import { suspectsOf, type Suspect } from './suspects.ts'

export interface BalanceSide {
  total: Total
  terms: readonly BalanceTerm[]
  /** Meters whose value is not in the total. */
  missingIds: readonly string[]
}

/** Where a residual stands against the uncertainty of the meters. */
export type ResidualVerdict = 'loss' | 'within-uncertainty' | 'negative'

export interface Residual {
  /** supplied − used, unit of the terms. Negative values stay negative. */
  value: number
  /** Of what was supplied. */
  percent: Outcome<number>
  /** Expanded uncertainty of the residual (k = 2), unit of the terms. */
  uncertainty: Outcome<number>
  verdict: ResidualVerdict
  /** Meters to check first, for a negative residual. */
  suspects: readonly Suspect[]
}

export interface Balance {
  supplied: BalanceSide
  used: BalanceSide
  /** Worst of every meter of both sides, and how many counted: "11 of 12 meters". */
  quality: QualityName
  freshness: Freshness
  coverage: Coverage
  residual: Outcome<Residual>
}

/**
 * Balance of what was supplied and what was used in one period: residual = Σ supplied − Σ used. What missing
 * meters used is in the residual; they are named.
 * Errors: `low-coverage` or `no-data` when either side has under 80 % of its meters.
 */
export function closeBalance(supplied: readonly BalanceTerm[], used: readonly BalanceTerm[]): Balance {
  const given = sideOf(supplied)
  const taken = sideOf(used)
  return {
    supplied: given,
    used: taken,
    quality: worseQuality(given.total.quality, taken.total.quality),
    freshness: worseFreshness(given.total.freshness, taken.total.freshness),
    coverage: {
      contributing: given.total.contributing + taken.total.contributing,
      expected: given.total.expected + taken.total.expected,
    },
    residual: residualOf(given, taken),
  }
}

function sideOf(terms: readonly BalanceTerm[]): BalanceSide {
  return {
    terms,
    total: totalOf(terms.map(({ reading }) => reading)),
    missingIds: terms.filter(({ reading }) => !isContributing(reading)).map(({ id }) => id),
  }
}

function residualOf(supplied: BalanceSide, used: BalanceSide): Outcome<Residual> {
  for (const { total } of [supplied, used]) {
    const gap = coverageGap(total.contributing, total.expected)
    if (gap) return gap
  }
  if (supplied.total.value === null || used.total.value === null) return notEnough('not-finite')
  const value = supplied.total.value - used.total.value
  if (!Number.isFinite(value)) return notEnough('not-finite')
  const uncertainty = expandedUncertainty([...supplied.terms, ...used.terms])
  const verdict = verdictOf(value, uncertainty)
  return enough({
    value,
    percent: ratioOf(value, supplied.total.value, 100),
    uncertainty,
    verdict,
    suspects: verdict === 'negative' ? suspectsOf(supplied.terms, used.terms, value) : [],
  })
}

function verdictOf(value: number, uncertainty: Outcome<number>): ResidualVerdict {
  if (uncertainty.ok && Math.abs(value) <= uncertainty.value) return 'within-uncertainty'
  return value < 0 ? 'negative' : 'loss'
}

/**
 * Expanded uncertainty of a sum or difference of independent meters: U = 2 · √Σ (v · a / 100 / √3)², with the
 * class a taken as the half width of a rectangular distribution.
 * Source: JCGM 100:2008 (GUM) 4.3.7 and 6.2, confidence high.
 * Errors: `no-reference-value` when the class of a meter that counts is not known.
 */
export function expandedUncertainty(terms: readonly BalanceTerm[]): Outcome<number> {
  let variance = 0
  let known = 0
  const counting = terms.filter(({ reading }) => isContributing(reading))
  for (const { reading, accuracyPercent } of counting) {
    if (accuracyPercent === null || reading === null) continue
    variance += ((reading.value * accuracyPercent) / 100) ** 2 / 3
    known += 1
  }
  if (known < counting.length) {
    return notEnough('no-reference-value', { contributing: known, expected: counting.length })
  }
  const expanded = 2 * Math.sqrt(variance)
  return Number.isFinite(expanded) ? enough(expanded) : notEnough('not-finite')
}
