import type { Curve } from '../sim/events.ts'
import type { Scenario } from './scenario.ts'

const HOUR_MS = 3_600_000

/** A toxic shock load weakens the biology: COD climbs over the permit in about an hour and stays there for a shift. */
export const effluentBreach: Scenario = ({ startMs }) => {
  const curve = (...steps: readonly (readonly [number, number])[]): Curve =>
    steps.map(([hours, value]) => [startMs + hours * HOUR_MS, value] as const)
  return [
    {
      kind: 'effluent',
      codMgL: curve([0, 0], [0.5, 14], [1.2, 30], [2.5, 44], [8, 40], [14, 12], [20, 0]),
      tssMgL: curve([0, 0], [1.5, 9], [3, 16], [9, 14], [18, 0]),
      ammoniumMgL: curve([0, 0], [2, 1.2], [4, 2.6], [10, 2.2], [20, 0]),
      oxygenLoss: curve([0, 0], [0.4, 0.55], [2, 0.68], [8, 0.5], [14, 0]),
    },
  ]
}
