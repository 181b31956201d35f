import { useQuery } from '@tanstack/react-query'
import { permitQueries } from '../../api/permit-queries.ts'
import { referenceQueries } from '../../api/reference-queries.ts'
import type { LimitSet, OutfallPermit } from '../../contract/reference.ts'

export interface PermitView {
  /** Null while it loads, and where the park has no permit for the outfall. */
  permit: OutfallPermit | null
  limitSets: readonly LimitSet[]
  isLoading: boolean
  error: unknown
  retry: () => void
}

/** The permit of an outfall and the limit sets that it may name. */
export function usePermit(parkId: string, outfallId: string | null): PermitView {
  const permits = useQuery(permitQueries.list(parkId))
  const sets = useQuery(referenceQueries.limitSets())
  return {
    permit: permits.data?.find((permit) => permit.outfallId === outfallId) ?? null,
    limitSets: sets.data ?? [],
    isLoading: permits.isPending || sets.isPending,
    error: permits.error ?? sets.error,
    retry: () => {
      void permits.refetch()
      void sets.refetch()
    },
  }
}
