import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { alarmQueries } from '../../api/alarm-queries.ts'
import { type AlarmHealth, alarmHealth } from '../../domain/alarms/alarm-health.ts'
import { withoutFew } from '../../domain/alarms/health-minimum.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useParkId } from '../../session/view.ts'

const STEP_MS = 10 * 60_000
const DAY_MS = 86_400_000

export interface DayHealth {
  /** Shares and medians from too few alarms are null. */
  health: AlarmHealth | null
  /** Annunciated alarms of each 10 minutes; the last one is not over yet. */
  counts: readonly number[]
  fromMs: number
  toMs: number
  error: unknown
  retry: () => void
}

/** Figures of the last 24 hours and their rate by 10 minutes, asked again every minute. */
export function useAlarmHealth(): DayHealth {
  const parkId = useParkId()
  const now = useServerNow(60_000)
  const toMs = Math.ceil((now + 1) / STEP_MS) * STEP_MS
  const fromMs = toMs - DAY_MS
  const { data, error, refetch } = useQuery({
    ...alarmQueries.journalSpan(parkId, { fromMs, toMs }),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
  return useMemo(() => {
    const counts = Array.from({ length: DAY_MS / STEP_MS }, () => 0)
    for (const entry of data ?? []) {
      const at = Math.floor((Date.parse(entry.receiveTime) - fromMs) / STEP_MS)
      if (entry.annunciated && at >= 0 && at < counts.length) counts[at] = (counts[at] ?? 0) + 1
    }
    return {
      // The span ends with now: minutes that have not been yet must not thin the rate.
      health: data ? withoutFew(alarmHealth(data, now - DAY_MS, now + 1)) : null,
      counts,
      fromMs,
      toMs,
      error: data === undefined ? error : null,
      retry: () => void refetch(),
    }
  }, [data, error, refetch, fromMs, toMs, now])
}
