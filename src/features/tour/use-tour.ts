import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { geometryQueries } from '../../api/geometry-queries.ts'
import { tourQueries } from '../../api/tour-queries.ts'
import type { Tour } from '../../contract/tours.ts'
import { stepFault, type StepFault, type TourPlaces } from '../../domain/tours/step-fit.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { DRAFT_ID, useTourDraft } from '../../session/tour-draft.ts'

export interface TourAsked {
  /** Null while it loads and where there is no such tour. */
  tour: Tour | null
  isLoading: boolean
  error: unknown
  retry: () => void
}

/** A tour of a park by its id, or the one that is being written. */
export function useTour(parkId: string, tourId: string): TourAsked {
  const isDraft = tourId === DRAFT_ID
  const draft = useTourDraft()
  const tours = useQuery({ ...tourQueries.list(parkId), enabled: !isDraft })
  const own = isDraft && draft.parkId === parkId ? draft.tour : null
  return {
    tour: own ?? tours.data?.find(({ id }) => id === tourId) ?? null,
    isLoading: !isDraft && tours.isLoading,
    error: isDraft ? null : tours.error,
    retry: () => void tours.refetch(),
  }
}

/** What keeps each step from being shown; null until the park's lists have come. */
export function useStepFaults(parkId: string, tour: Tour | null): readonly StepFault[] | null {
  const index = useParkIndex()
  const plots = useQuery(geometryQueries.collection(parkId, 'plots'))
  const sites = useQuery(geometryQueries.collection(parkId, 'sites'))
  return useMemo(() => {
    if (!index || !plots.data || !sites.data || !tour) return null
    const places: TourPlaces = {
      parkId: index.park.id,
      plotIds: new Set(plots.data.map(({ id }) => id)),
      siteIds: new Set(sites.data.map(({ id }) => id)),
      assetIds: new Set(index.assetById.keys()),
      tenantIds: new Set(index.tenantById.keys()),
      edgeIds: null,
    }
    return tour.steps.map((step) => stepFault(step, places))
  }, [index, plots.data, sites.data, tour])
}
