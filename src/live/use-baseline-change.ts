import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { referenceQueries } from '../api/reference-queries.ts'
import { energyPoints } from '../domain/energy/energy-points.ts'
import { changeByPlot, energyOfTenants } from '../domain/energy/tenant-energy.ts'
import { makeDayTypes } from '../domain/forecast/day-types.ts'
import type { ParkIndex } from '../domain/network/park-index.ts'
import { useBaselines } from './use-baselines.ts'
import { useClock } from './use-clock.ts'
import { useDayEnergy, withoutSuspects } from './use-day-energy.ts'
import { useUnitSuspects } from './use-unit-suspects.ts'

/** The change does not need areas: no intensity is asked for. */
const NO_AREA = (): null => null

/**
 * Energy since midnight of the tenant on each plot against its own baseline, per cent, by plot id; null until the
 * baselines have come. Plots without an answer are left out. The same questions as those of the energy screen, so that
 * one answers for both.
 */
export function useBaselineChange(index: ParkIndex): ReadonlyMap<string, number> | null {
  const { timeZone } = index.park
  const points = useMemo(() => energyPoints(index), [index])
  const holidays = useQuery(referenceQueries.holidays()).data
  const dayTypeOf = useMemo(() => (holidays ? makeDayTypes(holidays, timeZone) : null), [holidays, timeZone])
  const clock = useClock(timeZone)
  const counted = useDayEnergy(index, points, clock, true)
  const { byRegister } = useBaselines(index, points, clock, dayTypeOf, counted.growth !== null, 'no-week')
  const suspects = useUnitSuspects(index, points, clock, byRegister !== null)
  return useMemo(() => {
    const { growth } = withoutSuspects(counted, suspects)
    if (!growth || !byRegister) return null
    return changeByPlot(energyOfTenants(index, points, { growth, byRegister }, NO_AREA))
  }, [index, points, counted, suspects, byRegister])
}
