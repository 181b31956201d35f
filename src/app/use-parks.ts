import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { parkQueries } from '../api/park-queries.ts'
import type { ParkSummary } from '../contract/resources.ts'
import { useConfig } from './config-context.ts'

const NONE: readonly ParkSummary[] = []

/** Parks that the configuration names and the server knows, in the configuration's order; asked for when there are several. */
export function useParks(): readonly ParkSummary[] {
  const { config } = useConfig()
  const { data } = useQuery({ ...parkQueries.list(), enabled: config.parks.length > 1 })
  return useMemo(
    () => (data ? config.parks.flatMap((id) => data.filter((park) => park.id === id)) : NONE),
    [config.parks, data],
  )
}
