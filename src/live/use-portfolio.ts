import { useQueries } from '@tanstack/react-query'
import { useAsOf } from './replay-context.tsx'
import { parkFiguresQuery, type ParkFigures } from './park-figures.ts'

/** In a replay figures are asked for anew once a minute of it. */
const PAST_STEP_MS = 60_000

/** One column of the comparison: a park with its figures, or why it has none. */
export interface ParkColumn {
  parkId: string
  figures: ParkFigures | null
  error: unknown
  isLoading: boolean
  retry: () => void
}

/** Figures of all parks side by side. Each answers, waits and fails by itself. */
export function usePortfolio(parkIds: readonly string[]): readonly ParkColumn[] {
  const atMs = useAsOf(PAST_STEP_MS)
  const queries = useQueries({ queries: parkIds.map((parkId) => parkFiguresQuery(parkId, atMs)) })
  return parkIds.map((parkId, i) => {
    const query = queries[i]
    return {
      parkId,
      figures: query?.data ?? null,
      error: query?.data ? null : (query?.error ?? null),
      isLoading: query?.isFetching ?? true,
      retry: () => void query?.refetch(),
    }
  })
}
