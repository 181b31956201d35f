import { QUALITIES, QUALITY_BYTE, type QualityName } from '../../contract/quality.ts'
import { FRESHNESS_BYTE, type Freshness } from './freshness.ts'

/** One input of a total. `null` stands for a point that is not known at all. */
export interface TotalInput {
  value: number
  quality: QualityName
  freshness: Freshness
}

export interface Total {
  /** Sum in the unit of the inputs; `null` when too few inputs have a value. Never NaN. */
  value: number | null
  /** Worst quality and freshness of all inputs, the missing ones included. */
  quality: QualityName
  freshness: Freshness
  /** Inputs whose value is in the sum, and inputs there should be: "11 of 12". */
  contributing: number
  expected: number
  /** contributing / expected, 0 when nothing is expected. */
  coverage: number
}

/** Below this share of inputs a total shows no number. */
export const MIN_COVERAGE = 0.8

/** The worse of two qualities by severity; the first where they are equal. */
export function worseQuality(a: QualityName, b: QualityName): QualityName {
  return severityOf(b) > severityOf(a) ? b : a
}

/** Severity of a quality: 0 is Good, more is worse. */
export function severityOf(name: QualityName): number {
  return QUALITIES[QUALITY_BYTE[name]]?.severity ?? Number.POSITIVE_INFINITY
}

/** The worse of two freshness words. */
export function worseFreshness(a: Freshness, b: Freshness): Freshness {
  return FRESHNESS_BYTE[b] > FRESHNESS_BYTE[a] ? b : a
}

/** Worst quality of a list; an empty list has no data and waits for some. */
export function worstQuality(names: readonly QualityName[]): QualityName {
  return names.length === 0 ? 'BadWaitingForInitialData' : names.reduce(worseQuality)
}

/** Whether a reading's value may enter a sum: a held stale value may, a bad or lost one may not. */
export function isContributing(input: TotalInput | null): input is TotalInput {
  if (input === null || !Number.isFinite(input.value)) return false
  return input.freshness === 'live' || input.freshness === 'late' || input.freshness === 'stale'
}

/**
 * Sum of readings with the worst of their qualities and their coverage. Under 80 % coverage there is no
 * number. Values held from a lost source stay in the sum, and make it stale.
 */
export function totalOf(inputs: readonly (TotalInput | null)[]): Total {
  return aggregate(inputs, (sum) => sum)
}

/** Mean of readings, under the same rules as `totalOf`. */
export function meanOf(inputs: readonly (TotalInput | null)[]): Total {
  return aggregate(inputs, (sum, count) => sum / count)
}

function aggregate(inputs: readonly (TotalInput | null)[], finish: (sum: number, count: number) => number): Total {
  let sum = 0
  let contributing = 0
  let quality: QualityName = 'Good'
  let freshness: Freshness = 'live'
  for (const input of inputs) {
    quality = worseQuality(quality, input?.quality ?? 'BadWaitingForInitialData')
    freshness = worseFreshness(freshness, input?.freshness ?? 'waiting')
    if (!isContributing(input)) continue
    sum += input.value
    contributing += 1
  }
  const expected = inputs.length
  if (expected === 0) {
    return {
      value: null,
      quality: 'BadWaitingForInitialData',
      freshness: 'waiting',
      contributing,
      expected,
      coverage: 0,
    }
  }
  const coverage = contributing / expected
  const number = contributing === 0 ? Number.NaN : finish(sum, contributing)
  const value = coverage >= MIN_COVERAGE && Number.isFinite(number) ? number : null
  return { value, quality, freshness, contributing, expected, coverage }
}
