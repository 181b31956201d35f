import type { SimConsumer } from '../park/simulation-file.ts'

/** How the peaks of a shape are flattened, in the shape's own numbers. */
export interface Damping {
  /** Where peaks are cut. */
  top: number
  /** Mean of the week with its peaks cut. */
  mean: number
}

/** Outcome of `dampingOf` for every shape, so that a day needs one row of it and not its week. A test compares them. */
export const DAMPING: Readonly<Record<SimConsumer['powerProfile'], Damping>> = {
  steel: { top: 1783, mean: 1005.2702380952377 },
  continuous: { top: 1043.2, mean: 999.8294047619054 },
  'three-shift': { top: 1118.8000000000002, mean: 995.6233262648803 },
  'two-shift': { top: 1388.4, mean: 1006.5355010416677 },
  'day-shift': { top: 1825.3750000000002, mean: 1012.9809709821426 },
  logistics: { top: 1519.4, mean: 1005.6746428571447 },
  'bdew-g1': { top: 2638, mean: 966.5699404761906 },
  'bdew-g3': { top: 1219.5, mean: 999.0022321428571 },
  'bdew-g4': { top: 1726, mean: 1001.4157738095242 },
  housing: { top: 1438.8999999999999, mean: 981.121875000002 },
  utility: { top: 1054.875, mean: 999.7505580357143 },
}
