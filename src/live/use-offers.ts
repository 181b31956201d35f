import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { geometryQueries } from '../api/geometry-queries.ts'
import type { HistorySeries } from '../contract/readings.ts'
import type { ParkIndex } from '../domain/network/park-index.ts'
import { plotOffers, type MeasuredPeaks, type PlotOffer } from '../domain/plots/offers.ts'
import { measuredPeaks, peakPoints } from '../domain/plots/peaks.ts'
import { addDaysMs, dayStartMs } from '../domain/time/park-zone.ts'
import { useServerNow } from './hooks.ts'
import { useHistory } from './use-history.ts'

const HOUR_MS = 3_600_000
/** Whole days whose peaks count as measured. */
export const PEAK_DAYS = 7

const NO_OFFERS: readonly PlotOffer[] = []
const NO_PEAKS: MeasuredPeaks = new Map()

export interface OffersView {
  offers: readonly PlotOffer[]
  isLoading: boolean
  error: unknown
  retry: () => void
  /** Period of the measured peaks. */
  fromMs: number
  toMs: number
}

/** Free plots with their headroom. Peaks come from one question by the hour about the equipment that supplies plots. */
export function useOffers(index: ParkIndex): OffersView {
  const { park } = index
  const plots = useQuery(geometryQueries.collection(park.id, 'plots'))
  const edges = useQuery(geometryQueries.collection(park.id, 'network-edges'))
  const points = useMemo(() => peakPoints(index), [index])
  const toMs = dayStartMs(useServerNow(HOUR_MS), park.timeZone)
  const fromMs = addDaysMs(toMs, -PEAK_DAYS, park.timeZone)
  const history = useHistory(park.id, { points: points.map(({ id }) => id), fromMs, toMs, stepMs: HOUR_MS })
  const peaks = useMemo<MeasuredPeaks>(
    () =>
      history.history
        ? measuredPeaks(points, fromMs, HOUR_MS, park.timeZone, (id): HistorySeries | undefined => history.byId.get(id))
        : NO_PEAKS,
    [points, history.history, history.byId, fromMs, park.timeZone],
  )
  const offers = useMemo(
    () => (plots.data && edges.data && history.history ? plotOffers(index, plots.data, edges.data, peaks) : NO_OFFERS),
    [index, plots.data, edges.data, history.history, peaks],
  )
  return {
    offers,
    isLoading: plots.isPending || edges.isPending || history.isLoading,
    error: plots.error ?? edges.error ?? history.error,
    retry: () => {
      void plots.refetch()
      void edges.refetch()
      history.retry()
    },
    fromMs,
    toMs,
  }
}
