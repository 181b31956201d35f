import { medianOf, quantileOfSorted } from './summary.ts'
import { enough, notEnough, type Outcome } from './outcome.ts'

/**
 * Straight line through scattered values that a few wild ones cannot bend: the slope is the median of the slopes
 * of all pairs, the intercept the median of y − slope·x (Theil 1950, Sen 1968). `slopeLow` and `slopeHigh` are the
 * 10 % and 90 % quantiles of the pairs' slopes: a spread, not a formal confidence interval.
 * Source: P. K. Sen, J. Am. Stat. Assoc. 63 (1968) 1379. Confidence: high.
 */
export interface RobustLine {
  /** Unit of y per unit of x. */
  slope: number
  slopeLow: number
  slopeHigh: number
  /** y at x = 0. */
  intercept: number
  /** Median distance of the values from the line, unit of y. */
  medianResidual: number
  samples: number
}

export interface XY {
  x: number
  y: number
}

/** Pairs grow with the square: longer input is thinned evenly to this many values, newest kept. */
const MAX_VALUES = 100

/**
 * Errors: `too-few-samples` under `minSamples` finite values; `no-variation` when all x are equal.
 *
 * @param minSamples at least 2
 */
export function fitRobustLine(points: readonly XY[], minSamples: number = 3): Outcome<RobustLine> {
  const finite = points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
  const needed = Math.max(2, minSamples)
  if (finite.length < needed) {
    return notEnough('too-few-samples', { contributing: finite.length, expected: needed })
  }
  const used = thin(finite)
  const slopes: number[] = []
  used.forEach((a, i) => {
    for (const b of used.slice(i + 1)) if (b.x !== a.x) slopes.push((b.y - a.y) / (b.x - a.x))
  })
  if (slopes.length === 0) return notEnough('no-variation')
  const sorted = slopes.toSorted((a, b) => a - b)
  const slopeAt = (share: number): number => quantileOfSorted(sorted, share)
  const slope = slopeAt(0.5)
  const intercept = medianOf(used.map(({ x, y }) => y - slope * x))
  const medianResidual = medianOf(used.map(({ x, y }) => Math.abs(y - intercept - slope * x)))
  const [slopeLow, slopeHigh] = [slopeAt(0.1), slopeAt(0.9)]
  if (![slope, slopeLow, slopeHigh, intercept, medianResidual].every(Number.isFinite)) return notEnough('not-finite')
  return enough({ slope, slopeLow, slopeHigh, intercept, medianResidual, samples: finite.length })
}

function thin(points: readonly XY[]): readonly XY[] {
  if (points.length <= MAX_VALUES) return points
  const stride = Math.ceil(points.length / MAX_VALUES)
  return points.filter((_, i) => (points.length - 1 - i) % stride === 0)
}
