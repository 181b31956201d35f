import { useCallback } from 'react'
import { isoDateOf } from '../../domain/time/park-zone.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'

/**
 * An instant as short as it can be told: "now", the hour today, the day and hour later. After another instant that
 * stands before it, its day is told only where it is another one.
 */
export function useInstantText(nowMs: number): (ms: number, afterMs?: number) => string {
  const t = useText('waste')
  const format = useFormat()
  return useCallback(
    (ms, afterMs = nowMs) => {
      if (ms === nowMs) return t('now')
      const hour = format.timeShort(ms)
      return isoDateOf(ms, format.zone) === isoDateOf(afterMs, format.zone) ? hour : `${format.dateShort(ms)} ${hour}`
    },
    [t, format, nowMs],
  )
}
