import type { SimConsumer } from './simulation-file.ts'

/**
 * Highest apparent load behind a meter over its mean power, kVA per kW, by profile: the peak of the borrowed shape with
 * its ripple, the best day of two years, and the power factor. Equipment is rated by it.
 */
export const PEAK_KVA_PER_KW: Readonly<Record<SimConsumer['powerProfile'], number>> = {
  continuous: 1.42,
  'three-shift': 1.5,
  'two-shift': 1.6,
  'day-shift': 1.7,
  steel: 1.7,
  logistics: 1.65,
  'bdew-g1': 1.85,
  'bdew-g3': 1.65,
  'bdew-g4': 1.65,
  housing: 1.95,
  utility: 1.45,
}

/** Inverter output per peak power on the brightest day, kVA per kWp. */
export const PEAK_KVA_PER_KWP = 0.88

/** Equipment of a consumer is loaded to this share of its rating at its peak. */
export const PEAK_LOADING = 0.85
