import { useCallback } from 'react'
import type { Alarm } from '../../contract/alarms.ts'
import { zoneOffsetMs } from '../../domain/time/park-zone.ts'
import { longestShelvingMs, nextHandoverMs } from '../../domain/alarms/shelving.ts'
import { useFormat } from '../../i18n/format.ts'
import { useServerNow } from '../../live/hooks.ts'

/** Longest shelving that may begin now, and whether it is the handover that makes it so short. */
export function useShelvingLimit(): (alarm: Alarm) => { ms: number; byHandover: boolean; handoverMs: number } {
  const { zone } = useFormat()
  const now = useServerNow(60_000)
  return useCallback(
    (alarm) => {
      const handoverMs = nextHandoverMs(now, zoneOffsetMs(now, zone))
      const ms = Math.min(longestShelvingMs(now, handoverMs), alarm.maxTimeShelvedS * 1000)
      return { ms, byHandover: ms < alarm.maxTimeShelvedS * 1000, handoverMs }
    },
    [zone, now],
  )
}
