import { useMemo } from 'react'
import type { UnitSuspicion } from '../domain/balance/unit-check.ts'
import type { ParkIndex } from '../domain/network/park-index.ts'
import { useHistory } from './use-history.ts'
import { knownIds, type EnergyPoints } from '../domain/energy/energy-points.ts'
import { unitSuspects } from '../domain/energy/unit-suspects.ts'
import type { Clock } from './use-clock.ts'

const HOUR_MS = 3_600_000
/** Whole hours that are compared: two more than the check needs. */
const HOURS = 8
const NOTHING: readonly string[] = []
const NONE: ReadonlyMap<string, UnitSuspicion> = new Map()

/** Meters whose register does not grow by what their power says. Asked for last, since it rarely finds any. */
export function useUnitSuspects(
  index: ParkIndex,
  points: EnergyPoints,
  clock: Clock,
  isReady: boolean,
): ReadonlyMap<string, UnitSuspicion> {
  const ids = useMemo(
    () => knownIds([...points.incomers, ...points.consumers].flatMap(({ energyId, powerId }) => [energyId, powerId])),
    [points],
  )
  const toMs = Math.floor(clock.nowMs / HOUR_MS) * HOUR_MS
  const { history, byId } = useHistory(index.park.id, {
    points: isReady ? ids : NOTHING,
    fromMs: toMs - HOURS * HOUR_MS,
    toMs,
    stepMs: HOUR_MS,
  })
  return useMemo(
    () => (history ? unitSuspects(points, byId, { fromMs: Date.parse(history.from), stepMs: history.stepMs }) : NONE),
    [history, byId, points],
  )
}
