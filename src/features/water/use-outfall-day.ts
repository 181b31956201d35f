import { useMemo } from 'react'
import type { Point } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { addDaysMs, dayStartMs } from '../../domain/time/park-zone.ts'
import type { AnalyserRecord } from '../../domain/water/day-average.ts'
import { pointOf } from '../../domain/water/plant-units.ts'
import { RECORD_MS, recordsOf } from '../../domain/water/records.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useHistory } from '../../live/use-history.ts'
import { PARAMETERS, type Parameter } from './parameters.ts'

export interface ParameterDay {
  parameter: Parameter
  point: Point
  records: readonly AnalyserRecord[]
}

export interface OutfallDay {
  dayFromMs: number
  dayToMs: number
  /** End of the last whole record. */
  endMs: number
  /** Parameters that the outfall measures. */
  days: readonly ParameterDay[]
  isLoading: boolean
  error: unknown
  retry: () => void
}

/** Today's 5-minute records of an outfall, by parameter, from one question every five minutes. */
export function useOutfallDay(index: ParkIndex, outfallId: string | null): OutfallDay {
  const zone = index.park.timeZone
  const endMs = useServerNow(RECORD_MS)
  const dayFromMs = dayStartMs(endMs, zone)
  const measured = useMemo(
    () =>
      PARAMETERS.flatMap((parameter) => {
        const point = pointOf(index, outfallId ?? undefined, parameter.kind)
        return point ? [{ parameter, point }] : []
      }),
    [index, outfallId],
  )
  const points = useMemo(() => measured.map(({ point }) => point.id), [measured])
  const { history, byId, isLoading, error, retry } = useHistory(index.park.id, {
    points,
    fromMs: dayFromMs,
    // Right after midnight there is no whole record yet; a range must not be empty.
    toMs: Math.max(endMs, dayFromMs + RECORD_MS),
    stepMs: RECORD_MS,
  })
  // The answer before may still be yesterday's while the next one is on its way.
  const fromMs = history ? Date.parse(history.from) : dayFromMs
  const days = useMemo(
    () =>
      measured.map(({ parameter, point }) => {
        const series = byId.get(point.id)
        return { parameter, point, records: series ? recordsOf(series, fromMs, RECORD_MS) : [] }
      }),
    [measured, byId, fromMs],
  )
  return { dayFromMs, dayToMs: addDaysMs(dayFromMs, 1, zone), endMs, days, isLoading, error, retry }
}
