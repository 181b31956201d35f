import { useEffect, useState } from 'react'
import { isUnacked } from '../../domain/alarms/alarm-list.ts'
import { DEFAULT_ZONE, zonedParts } from '../../domain/time/park-zone.ts'
import { nextNight, type NightHours } from '../../domain/wall/night.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useAlarms } from '../../live/use-alarms.ts'
import { useParkIndex } from '../../session/park-context.ts'
import type { WallData } from './wall-context.ts'

const MINUTE_MS = 60_000

/** Theme of a wall by the park's clock, on the document as well; the session's own theme comes back afterwards. */
export function useNightTheme(hours: NightHours | null, theme: WallData['theme']): WallData['theme'] {
  const zone = useParkIndex()?.park.timeZone ?? DEFAULT_ZONE
  const now = useServerNow(MINUTE_MS)
  const { picture } = useAlarms()
  // An unknown picture may hide an alarm.
  const hasUnacked = picture === null || picture.alarms.some(isUnacked)
  const { hour, minute } = zonedParts(now, zone)
  const [isDark, setIsDark] = useState<boolean | null>(null)
  const next = nextNight(hours, hour * 60 + minute, isDark, hasUnacked)
  if (next !== isDark) setIsDark(next)
  const shown = next ? 'room-dark' : theme
  useEffect(() => {
    const { dataset } = document.documentElement
    const before = dataset['theme']
    dataset['theme'] = shown
    return () => {
      if (before !== undefined) dataset['theme'] = before
    }
  }, [shown])
  return shown
}
