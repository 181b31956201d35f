import { useMemo } from 'react'
import { addDaysMs, dayStartMs } from '../domain/time/park-zone.ts'
import { useServerNow } from './hooks.ts'

const FIVE_MIN_MS = 300_000

export interface Clock {
  /** Server time to five minutes, and the day that holds it in the park's zone. */
  nowMs: number
  dayMs: number
  nextDayMs: number
}

/** A slow clock with the day around it, for what is asked of the history. */
export function useClock(zone: string): Clock {
  const nowMs = useServerNow(FIVE_MIN_MS)
  return useMemo(() => {
    const dayMs = dayStartMs(nowMs, zone)
    return { nowMs, dayMs, nextDayMs: addDaysMs(dayMs, 1, zone) }
  }, [nowMs, zone])
}
