import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { historyQueries } from '../../api/history-queries.ts'
import { useGapVersion, useServerNow } from '../../live/hooks.ts'

const STEP_MS = 150_000
const HOUR_MS = 3_600_000

/** A line without any value. */
export const NO_TREND = new Float64Array(24).fill(Number.NaN)

/** The last hour of some points, in 24 buckets. */
export function useTrends(parkId: string, pointIds: readonly string[]): ReadonlyMap<string, Float64Array> {
  const key = pointIds.join(' ')
  const points = useMemo(() => [...new Set(key === '' ? [] : key.split(' '))].toSorted(), [key])
  const end = useServerNow(STEP_MS)
  const gap = useGapVersion(parkId)
  const options = historyQueries.readings(parkId, { points, fromMs: end - HOUR_MS, toMs: end, stepMs: STEP_MS })
  const { data } = useQuery({
    ...options,
    queryKey: [...options.queryKey, gap],
    enabled: points.length > 0,
    placeholderData: keepPreviousData,
  })
  return useMemo(
    () =>
      new Map(
        data?.series.map((series) => [series.pointId, Float64Array.from(series.mean, (mean) => mean ?? Number.NaN)]),
      ),
    [data],
  )
}
