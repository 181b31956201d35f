import { useMemo } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { isContributing } from '../../domain/quality/total.ts'
import { addDaysMs, dayStartMs, monthStartMs, zonedParts } from '../../domain/time/park-zone.ts'
import { growthByDay, sumByDay } from '../../domain/waste/day-masses.ts'
import { useLiveReadings, useServerNow } from '../../live/hooks.ts'
import { useHistory } from '../../live/use-history.ts'
import type { WasteAssets } from './waste-assets.ts'

const DAY_MS = 86_400_000

/** Masses by day of the park's calendar, from the first of last month to today so far. */
export interface DayMasses {
  /** Start of each day, epoch milliseconds. */
  days: readonly number[]
  collectedT: readonly (number | null)[]
  divertedT: readonly (number | null)[]
  /** Index of the first day of this month; the days before are last month's. */
  monthAt: number
  isLoading: boolean
  error: unknown
  retry: () => void
}

/** What the transfer station's registers added by day. Today runs up to the live reading. */
export function useDayMasses(index: ParkIndex, { collected, diverted }: WasteAssets): DayMasses {
  const zone = index.park.timeZone
  const today = dayStartMs(useServerNow(60_000), zone)
  const month = monthStartMs(today, zone)
  const first = monthStartMs(addDaysMs(month, -1, zone), zone)
  const points = useMemo(() => [...collected, ...diverted], [collected, diverted])
  const range = { points, fromMs: first - DAY_MS, toMs: today, stepMs: DAY_MS, anchored: true }
  const { history, byId, isLoading, error, retry } = useHistory(index.park.id, range)
  const live = useLiveReadings(points)
  return useMemo(() => {
    const now = new Map(points.map((id, i) => [id, live[i] ?? null]))
    const byDay = (ids: readonly string[]): readonly (number | null)[] =>
      sumByDay(
        ids.map((id) => {
          const reading = now.get(id) ?? null
          const ends = history ? (byId.get(id)?.last ?? []) : []
          return growthByDay([...ends, isContributing(reading) ? reading.value : null])
        }),
      )
    const days: number[] = []
    for (let day = first; day <= today; day = addDaysMs(day, 1, zone)) days.push(day)
    const monthAt = days.length - zonedParts(today, zone).day
    return { days, collectedT: byDay(collected), divertedT: byDay(diverted), monthAt, isLoading, error, retry }
  }, [points, live, history, byId, collected, diverted, first, today, zone, isLoading, error, retry])
}
