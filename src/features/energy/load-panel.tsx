import { useMemo } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { LoadCurve, type CurveMark } from '../../charts/load-curve-view.tsx'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { LoadForecast } from '../../domain/forecast/load-forecast.ts'
import type { Outcome } from '../../domain/statistics/outcome.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReadings, useServerNow } from '../../live/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { contractKw, knownIds, type EnergyPoints } from '../../domain/energy/energy-points.ts'
import { peakToday } from './figures.ts'
import { liveTotal } from '../../ui/live-total.ts'
import { curveParts, curveTable, otherDays, tariffSpans } from './load-model.ts'
import { PeakWhy } from './peak-why.tsx'
import type { GridEnergy } from './use-grid-energy.ts'
import type { Reference } from './use-reference.ts'

export interface LoadPanelProps {
  index: ParkIndex
  points: EnergyPoints
  grid: GridEnergy
  forecast: Outcome<LoadForecast> | null
  reference: Reference
}

const TEN_SECONDS_MS = 10_000

/** The day's load against contract, other days and the forecast. */
export function LoadPanel({ index, points, grid, forecast, reference }: LoadPanelProps) {
  const t = useText('energy')
  const format = useFormat()
  const state = useText('state')
  const errorText = useErrorText()
  const zone = index.park.timeZone
  const { clock, todayKw, recentKwh, today } = grid
  const now = useServerNow(TEN_SECONDS_MS)
  const ids = useMemo(() => knownIds(points.incomers.map(({ powerId }) => powerId)), [points])
  const live = liveTotal(useLiveReadings(ids)).total.value
  const liveMw = live === null ? null : Math.round(live / 100) / 10
  const made = forecast?.ok ? forecast.value : null
  const { spans, scheduleId } = useMemo(
    () => tariffSpans(reference.tariffs, clock, zone, reference.isHoliday, t),
    [reference, clock, zone, t],
  )
  const days = useMemo(() => otherDays(recentKwh, clock.dayMs, zone), [recentKwh, clock.dayMs, zone])
  const { lines, band } = useMemo(() => curveParts(todayKw, days, made, clock, t), [todayKw, days, made, clock, t])
  const table = useMemo(() => curveTable(todayKw, days, made, clock, t), [todayKw, days, made, clock, t])
  const peak = useMemo(() => peakToday(recentKwh, forecast, clock), [recentKwh, forecast, clock])
  const marks: CurveMark[] = peak?.ok
    ? [
        {
          atMs: peak.value.atMs,
          value: peak.value.kw / 1000,
          isExpected: !peak.value.isPast,
          label: t(peak.value.isPast ? 'curve.peakPast' : 'curve.peak', { time: format.timeShort(peak.value.atMs) }),
        },
      ]
    : []
  const contract = contractKw(index)
  const meta = useExportMeta({
    title: t('load.title'),
    unit: 'MW',
    fromMs: clock.dayMs,
    toMs: clock.nextDayMs,
    source: t('load.source'),
    simulated: index.park.dataMode === 'simulated',
  })
  const error = made?.error.wapePercent
  return (
    <ChartFrame
      title={t('load.title')}
      meta={[
        t('load.meta'),
        scheduleId === null ? t('load.noSchedule') : t('load.schedule', { id: scheduleId }),
        forecast === null
          ? t(grid.old.error === null ? 'load.forecasting' : 'load.forecastFailed')
          : made
            ? t('load.method', {
                error: error?.ok ? format.number(error.value, 1) : '–',
                days: made.error.days,
              })
            : t('load.noForecast'),
      ].join(' · ')}
      table={today.history ? table : null}
      exportMeta={meta}
      aside={
        grid.old.error === null ? undefined : (
          <Button look="quiet" title={errorText(grid.old.error)} onClick={grid.old.retry}>
            {state('retry')}
          </Button>
        )
      }
      fileName={`${index.park.id}_load_${new Date(clock.dayMs).toISOString().slice(0, 10)}`}
    >
      {today.error !== null ? (
        <PanelState kind="error" detail={errorText(today.error)} onRetry={today.retry} />
      ) : today.isLoading || !today.history ? (
        <PanelState kind="loading" lines={6} />
      ) : (
        <>
          <LoadCurve
            label={t('load.label')}
            unit="MW"
            decimals={1}
            fromMs={clock.dayMs}
            toMs={clock.nextDayMs}
            lines={lines}
            band={band}
            spans={spans}
            limit={
              contract === null
                ? null
                : {
                    value: contract / 1000,
                    label: t('curve.contract', { value: format.quantity(contract / 1000, 'MW', 1) }),
                  }
            }
            nowMs={Math.min(now, clock.nextDayMs)}
            now={{ value: liveMw, label: t('curve.now', { time: format.timeShort(now) }) }}
            marks={marks}
            noData={t('curve.noData')}
          />
          <PeakWhy index={index} points={points} days={days} reference={reference} />
        </>
      )}
    </ChartFrame>
  )
}
