import { useCallback } from 'react'
import { isoDateOf } from '../../domain/time/park-zone.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'

/** An instant as short as it can be told: "now", the hour today, the day and hour later. */
export function useInstantText(nowMs: number): (ms: number) => string {
  const t = useText('waste')
  const format = useFormat()
  const today = isoDateOf(nowMs, format.zone)
  return useCallback(
    (ms) => {
      if (ms === nowMs) return t('now')
      const hour = format.timeShort(ms)
      return isoDateOf(ms, format.zone) === today ? hour : `${format.dateShort(ms)} ${hour}`
    },
    [t, format, nowMs, today],
  )
}
