import { useMemo } from 'react'
import { usualOnWeekday } from '../../domain/balance/usual.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { volumeOf } from '../../domain/water/flow-terms.ts'
import { useHistory } from '../../live/use-history.ts'

const DAY_MS = 86_400_000
const WEEKS = 4
const NOTHING: readonly string[] = []
const NONE: ReadonlyMap<string, number> = new Map()

/**
 * What each flow meter usually shows over 24 hours that end now, m³ by point id: the same weekday of four weeks. Asked
 * for only while a balance is negative, to name the meters to check.
 */
export function useUsualVolumes(
  index: ParkIndex,
  points: readonly string[],
  endMs: number,
  isWanted: boolean,
): ReadonlyMap<string, number> {
  const { byId, history } = useHistory(index.park.id, {
    points: isWanted ? points : NOTHING,
    fromMs: endMs - (WEEKS * 7 + 1) * DAY_MS,
    toMs: endMs - DAY_MS,
    stepMs: DAY_MS,
    anchored: true,
  })
  return useMemo(() => {
    if (!history) return NONE
    const days = WEEKS * 7
    return new Map(
      [...byId].flatMap(([id, series]): [string, number][] => {
        const amounts = Array.from({ length: days }, (_, k) => volumeOf(series, DAY_MS, k, k + 1))
        const usual = usualOnWeekday(amounts)
        return usual === null ? [] : [[id, usual]]
      }),
    )
  }, [byId, history])
}
