import type { Curve } from '../sim/events.ts'
import type { Scenario } from './scenario.ts'

const MINUTE_MS = 60_000

/** Afternoon thunderstorm: dark after five minutes, up to 85 mm/h of rain for an hour, gusts, cooler air. */
export const storm: Scenario = ({ startMs }) => {
  const curve = (...steps: readonly (readonly [number, number])[]): Curve =>
    steps.map(([minutes, value]) => [startMs + minutes * MINUTE_MS, value] as const)
  return [
    {
      kind: 'weather',
      rainMmH: curve([12, 0], [25, 55], [45, 85], [60, 62], [85, 18], [120, 4], [150, 0]),
      shade: curve([0, 0], [8, 0.55], [20, 0.88], [90, 0.8], [150, 0.35], [210, 0]),
      coolC: curve([5, 0], [25, 5], [90, 6], [240, 1.5], [360, 0]),
      windMs: curve([5, 0], [14, 11], [30, 8], [60, 4], [120, 0]),
    },
  ]
}
