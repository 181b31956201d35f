import type { Palette } from '../tokens.ts'
import type { Expression } from './style-types.ts'

/** Shares of the peak at which panels grow brighter; below the first they rest. */
const STEPS = [0.05, 0.25, 0.5, 0.75] as const

/** Step 0 to 4 of an output as a share of the peak; null when the share is not a number. */
export function solarStepOf(share: number): number | null {
  return Number.isFinite(share) ? STEPS.filter((bound) => share >= bound).length : null
}

/** Panels between resting and full; without a trusted output they look like the roof. */
export function solarColour(palette: Palette): Expression {
  const step: Expression = ['coalesce', ['feature-state', 'output'], -1]
  return [
    'case',
    ['<', step, 0],
    palette.roofBlock,
    ['interpolate', ['linear'], step, 0, palette.solar, STEPS.length, palette.solarFull],
  ]
}
