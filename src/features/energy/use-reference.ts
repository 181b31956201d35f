import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { referenceQueries } from '../../api/reference-queries.ts'
import type { GridFactors, Tariffs } from '../../contract/reference.ts'
import { makeDayTypes, type DayTypeOf } from '../../domain/forecast/day-types.ts'

export interface Reference {
  tariffs: Tariffs | undefined
  factors: GridFactors | undefined
  /** Null until the calendar has come. */
  dayTypeOf: DayTypeOf | null
  isHoliday: (date: string) => boolean
}

/** Tariffs, grid factors and the calendar of holidays. */
export function useReference(zone: string): Reference {
  const tariffs = useQuery(referenceQueries.tariffs()).data
  const factors = useQuery(referenceQueries.gridFactors()).data
  const holidays = useQuery(referenceQueries.holidays()).data
  return useMemo(() => {
    const dates = new Set(holidays?.days.map(({ date }) => date))
    return {
      tariffs,
      factors,
      dayTypeOf: holidays ? makeDayTypes(holidays, zone) : null,
      isHoliday: (date) => dates.has(date),
    }
  }, [tariffs, factors, holidays, zone])
}
