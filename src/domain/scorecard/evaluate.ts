import type { CriteriaSet, Criterion, Pillar } from '../../contract/reference-criteria.ts'
import { isValidOn } from '../statistics/validity.ts'
import { indicatorOf } from './indicators.ts'
import type { Gap, IndicatorResult, Measure, ScorecardInput } from './scorecard-types.ts'

/** Sums and shares come out of binary fractions: 4 of 20 is 20 %, not a hair under it. */
const HAIR = 1e-9

/**
 * Whether a value meets a benchmark. Null: the benchmark is not known, or value and benchmark are of different
 * kinds. `target` means the park's own target, which an intensity must not exceed.
 */
export function compareWith(
  value: number | boolean | null,
  comparison: Criterion['comparison'],
  benchmark: Criterion['benchmark'],
): boolean | null {
  if (value === null || benchmark === null) return null
  if (typeof value === 'boolean') return typeof benchmark === 'boolean' ? value === benchmark : null
  if (typeof benchmark === 'boolean' || !Number.isFinite(value)) return null
  if (typeof benchmark !== 'number') {
    return comparison === 'range' ? value >= benchmark[0] - HAIR && value <= benchmark[1] + HAIR : null
  }
  switch (comparison) {
    case '>=':
      return value >= benchmark - HAIR
    case '<=':
    case 'target':
      return value <= benchmark + HAIR
    case '>':
      return value > benchmark + HAIR
    case '<':
      return value < benchmark - HAIR
    case '=':
      return Math.abs(value - benchmark) <= HAIR
    case 'bool':
    case 'range':
      return null
    default:
      return comparison satisfies never
  }
}

/**
 * One criterion over a park's data: value, meets or does not or not enough data, and everything behind it.
 * Not enough data: the function is unknown, an input is missing, the coverage is under what the indicator needs
 * (80 % where it says nothing), or there is no benchmark. A pass always has all that it needs.
 */
export function evaluateCriterion(criterion: Criterion, input: ScorecardInput): IndicatorResult {
  const { run, args } = indicatorOf(criterion.indicator)
  const found = run(input, args, criterion)
  const benchmark = criterion.benchmark ?? found.benchmark
  const meets = judge(criterion, found, benchmark)
  return {
    criterion,
    value: found.value,
    meets,
    benchmark,
    coverage: found.coverage,
    evidence: found.evidence,
    inputs: found.inputs,
    asOf: found.asOf ?? input.today,
    gap: meets === false ? gapOf(criterion, found, benchmark) : null,
    count: criterion.unit === '%' ? null : found.share,
  }
}

function judge(criterion: Criterion, found: Measure, benchmark: Criterion['benchmark']): boolean | null {
  const compared = compareWith(found.value, criterion.comparison, benchmark)
  if (compared === null) return null
  if (found.failsAnyway && !compared) return false
  if (found.coverage < found.needs - HAIR) return null
  if (!compared) return false
  return found.also
}

/** What is missing to the benchmark; null where the value is no number or there is nothing to add to. */
export function gapOf(
  criterion: Criterion,
  found: Pick<Measure, 'value' | 'share'>,
  benchmark: Criterion['benchmark'],
): Gap | null {
  const { value, share } = found
  if (typeof value !== 'number' || typeof benchmark !== 'number') return null
  const points = Math.abs(benchmark - value)
  const rises = criterion.comparison === '>=' || criterion.comparison === '>' || criterion.comparison === '='
  if (share === null || criterion.unit !== '%') return { missing: points, unit: criterion.unit, points }
  const wanted = (benchmark / 100) * share.denominator
  const exact = rises ? wanted - share.numerator : share.numerator - wanted
  const whole = !share.unit.includes('.') && !['m3', 't', 'har', 'VND'].includes(share.unit)
  return { missing: whole ? Math.ceil(exact - HAIR) : exact, unit: share.unit, points }
}

export interface Tally {
  meet: number
  doNot: number
  notEnough: number
}

export interface SetResult {
  set: CriteriaSet
  results: readonly IndicatorResult[]
  prerequisites: Tally
  performance: Tally
  byPillar: ReadonlyMap<Pillar, Tally>
  /** Criteria that do not pass, not enough data included: "3 criteria short". */
  short: number
}

function tallyOf(results: readonly IndicatorResult[]): Tally {
  return {
    meet: results.filter(({ meets }) => meets === true).length,
    doNot: results.filter(({ meets }) => meets === false).length,
    notEnough: results.filter(({ meets }) => meets === null).length,
  }
}

/** A whole set of criteria over a park's data. Criteria that are not in force on the day are left out. */
export function evaluateSet(set: CriteriaSet, input: ScorecardInput): SetResult {
  const inForce = set.active ? set.criteria.filter((one) => isValidOn(one, input.today)) : set.criteria
  const results = inForce.map((criterion) => evaluateCriterion(criterion, input))
  const performance = results.filter(({ criterion }) => criterion.kind === 'performance')
  const pillars = [...new Set(performance.map(({ criterion }) => criterion.pillar))]
  return {
    set,
    results,
    prerequisites: tallyOf(results.filter(({ criterion }) => criterion.kind === 'prerequisite')),
    performance: tallyOf(performance),
    byPillar: new Map(
      pillars.map((pillar) => [pillar, tallyOf(performance.filter(({ criterion }) => criterion.pillar === pillar))]),
    ),
    short: results.filter(({ meets }) => meets !== true).length,
  }
}
