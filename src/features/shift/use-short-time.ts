import { useCallback } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useServerNow } from '../../live/hooks.ts'

const HOUR_MS = 3_600_000
/** What is older, or lies farther ahead, could be of another year. */
const SAME_YEAR_MS = 300 * 24 * HOUR_MS

/** Day and minute, as people say them at a handover; the year only where it could be another one. */
export function useShortTime(): (ms: number) => string {
  const format = useFormat()
  const now = useServerNow(HOUR_MS)
  return useCallback(
    (ms) =>
      Math.abs(now - ms) < SAME_YEAR_MS ? `${format.dateShort(ms)} ${format.timeShort(ms)}` : format.dateTime(ms),
    [format, now],
  )
}
