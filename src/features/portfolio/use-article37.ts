import { useQueries } from '@tanstack/react-query'
import { article37Query } from '../../api/article37-query.ts'
import type { SetResult } from '../../domain/scorecard/evaluate.ts'

export interface ParkScore {
  /** Null while it loads, where it failed and where the server has no criteria. */
  result: SetResult | null
  isLoading: boolean
}

/** Article 37 of every park, from its registers. */
export function useArticle37(parkIds: readonly string[]): readonly ParkScore[] {
  return useQueries({ queries: parkIds.map(article37Query) }).map(({ data, isPending }) => ({
    result: data ?? null,
    isLoading: isPending,
  }))
}
