import solar from '../../fixtures/profiles/solar-hours.json' with { type: 'json' }
import type { Point } from '../../src/contract/resources.ts'
import { HOUR_MS, civilOf } from './civil.ts'
import { type Quantity, cheap } from './quantity.ts'
import type { WorldState } from './world-state.ts'

/**
 * A real mislabelled meter: its "solar" peaks at night. The shape is that of the meter in fixtures/profiles, scaled to
 * the plant.
 */
function nightPeak(world: WorldState, kwp: number): Quantity {
  const { rows } = solar.mislabelled
  return cheap((tMs) => {
    const row = rows[civilOf(world.time.dayOf(tMs)).month - 1] ?? []
    const hour = world.time.sinceMidnight(tMs) / HOUR_MS
    const i = Math.floor(hour)
    const a = row[i] ?? 1000
    const b = row[(i + 1) % 24] ?? 1000
    return (0.16 * kwp * (a + (b - a) * (hour - i))) / 1000
  })
}

/**
 * What each point measures, with the faults `mislabelled`: two points change places; a solar plant swapped with itself
 * gets the real shape.
 */
export function swapLabels(
  world: WorldState,
  points: readonly Point[],
  quantityOf: (point: Point) => Quantity,
): (index: number, point: Point) => Quantity {
  const swapped = new Map<number, () => Quantity>()
  for (const fault of world.model.simulation.faults) {
    if (fault.kind !== 'mislabelled') continue
    const a = points.findIndex((point) => point.id === fault.pointId)
    const b = points.findIndex((point) => point.id === fault.swappedWith)
    const [first, second] = [points[a], points[b]]
    if (first === undefined || second === undefined) continue
    if (a === b) {
      const consumer = world.topology.consumerOf.get(first.assetId) ?? -1
      swapped.set(a, () => nightPeak(world, world.topology.consumers[consumer]?.solarKwp ?? 100))
    } else {
      swapped.set(a, () => quantityOf(second))
      swapped.set(b, () => quantityOf(first))
    }
  }
  return (index, point) => swapped.get(index)?.() ?? quantityOf(point)
}
