import type { Fact } from '../../contract/primitives.ts'
import type { GridFactors } from '../../contract/reference.ts'
import type { Criterion } from '../../contract/reference-criteria.ts'
import type { RegisterId, RegisterSet } from '../../contract/registers.ts'

/** Sums of the last twelve months that meters give, each with the points behind it. */
export const AGGREGATE_KEYS = [
  'grid-import',
  'tenant-energy',
  'solar',
  'water-supplied',
  'wastewater-in',
  'wastewater-out',
  'wastewater-compliant',
  'reused',
] as const
export type AggregateKey = (typeof AGGREGATE_KEYS)[number]
export interface Aggregate {
  /** kWh or m³ of the period; null when no meter gave it. */
  value: number | null
  /** Share of the expected samples that were valid, 0 to 1. */
  coverage: number
  pointIds: readonly string[]
}
export type Aggregates = { readonly [K in AggregateKey]: Aggregate }

/** What the law leaves open and the park decides; shown beside every figure that it changes. */
export interface ScorecardSettings {
  /** Which firms a share is of: those that run, or all that hold a licence. */
  denominator: 'operating' | 'licensed'
  /** Whether every participant in the park of an exchange needs an ISO system, or one of them. */
  iso: 'every' | 'any'
}

export interface ScorecardInput {
  registers: RegisterSet
  aggregates: Aggregates
  facts: readonly Fact[]
  /** Ids of the park's points by kind. */
  pointsByKind: ReadonlyMap<string, readonly string[]>
  gridFactors: GridFactors
  /** Today in the park's zone, `YYYY-MM-DD`. */
  today: string
  settings: ScorecardSettings
}

/** One thing behind a figure. */
export interface Evidence {
  kind: 'meter' | 'row' | 'document' | 'fact'
  /** Point id, row id, or key of the fact. */
  id: string
  /** Register of a row. */
  registerId: RegisterId | null
  /** Counts for the criterion; false: looked at, does not count. */
  counts: boolean
  value: number | null
  unit: string | null
}

/** A named number of the formula, as the drawer prints it. */
export interface FormulaInput {
  name: string
  value: number | null
  unit: string
}

/** What an indicator's function says, before it is compared with a benchmark. */
export interface Measure {
  value: number | boolean | null
  /** Share of what is needed that is known, 0 to 1. */
  coverage: number
  /** Under this share the figure is not enough data. */
  needs: number
  evidence: Evidence[]
  inputs: FormulaInput[]
  /** Parts of a share in their own unit, for the gap. */
  share: { numerator: number; denominator: number; unit: string } | null
  /** Benchmark that the park's data gives where the criterion has none of its own. */
  benchmark: number | null
  /** Fails whatever is missing: one violation is enough. */
  failsAnyway: boolean
  /** Further condition beside the benchmark; null: not known. */
  also: boolean | null
  /** Day of the newest input, `YYYY-MM-DD`. */
  asOf: string | null
}

export interface Gap {
  /** What is missing in the unit of the numerator: 2 firms, 12,000 m³. */
  missing: number
  unit: string
  /** Distance to the benchmark in the criterion's own unit. */
  points: number
}

export interface IndicatorResult {
  criterion: Criterion
  value: number | boolean | null
  /** Null: not enough data. Never true for what is missing. */
  meets: boolean | null
  /** Benchmark in force: the criterion's own, or the park's target. */
  benchmark: Criterion['benchmark']
  coverage: number
  evidence: readonly Evidence[]
  inputs: readonly FormulaInput[]
  asOf: string
  gap: Gap | null
  /** A count beside the value that does not decide: 6 of 7 streams. Null where there is none. */
  count: Measure['share']
}

/** A function of the engine; `args` are those after the colon of the criterion's `indicator`. */
export type Indicator = (input: ScorecardInput, args: readonly string[], criterion: Criterion) => Measure
