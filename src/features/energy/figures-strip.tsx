import { useMemo } from 'react'
import { runningDemand } from '../../domain/energy/running-demand.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { LoadForecast } from '../../domain/forecast/load-forecast.ts'
import { seriesEndMs, sliceSeries } from '../../domain/statistics/interval-series.ts'
import { notEnough, type Outcome } from '../../domain/statistics/outcome.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReadings, useServerNow } from '../../live/hooks.ts'
import { contractKw, knownIds, type EnergyPoints } from '../../domain/energy/energy-points.ts'
import { FigureCell } from './figure-cell.tsx'
import { bandsOf, billions, emissionsToday, energyOfDay, peakToday, renewableToday } from './figures.ts'
import styles from './figures-strip.module.css'
import { liveTotal } from '../../ui/live-total.ts'
import type { GridEnergy } from './use-grid-energy.ts'
import { costOf, useMonth } from './use-month.ts'
import type { DayEnergy } from '../../live/use-day-energy.ts'
import type { Reference } from './use-reference.ts'

export interface StripProps {
  index: ParkIndex
  points: EnergyPoints
  grid: GridEnergy
  day: DayEnergy
  forecast: Outcome<LoadForecast> | null
  reference: Reference
}

const HALF_HOUR_MIN = 30

/** Import, demand and headroom: what changes while one looks at it. */
function LiveCells({ index, points, grid }: StripProps) {
  const t = useText('energy')
  const format = useFormat()
  const now = useServerNow()
  const ids = useMemo(() => knownIds(points.incomers.map(({ powerId }) => powerId)), [points])
  const { total, state } = liveTotal(useLiveReadings(ids))
  const contract = contractKw(index)
  const demand = runningDemand(grid.todayKw, total.value, now, index.park.timeZone)
  const elapsedMin = demand.ok ? Math.floor(demand.value.elapsedMs / 60_000) : 0
  const known = Number.isFinite(state.sourceTimeMs)
  return (
    <>
      <FigureCell
        label={t('figure.import')}
        value={total.value === null ? null : total.value / 1000}
        unit="MW"
        decimals={1}
        state={state}
        note={known ? t('figure.asOf', { time: format.time(state.sourceTimeMs), age: format.age(state.ageMs) }) : ''}
      />
      <FigureCell
        label={t('figure.demand')}
        value={demand.ok ? demand.value.meanKw / 1000 : null}
        unit="MW"
        decimals={1}
        gap={demand.ok || state.freshness === 'waiting' ? null : demand}
        isWaiting={state.freshness === 'waiting'}
        title={
          demand.ok
            ? t('figure.demandTitle', { value: format.quantity(demand.value.projectedKw / 1000, 'MW', 1) })
            : undefined
        }
        note={
          demand.ok
            ? t('figure.demandNote', {
                from: format.timeShort(demand.value.fromMs),
                to: format.timeShort(demand.value.toMs),
                minutes: elapsedMin,
                all: HALF_HOUR_MIN,
              })
            : ''
        }
      />
      <FigureCell
        label={t('figure.headroom')}
        value={demand.ok && contract !== null ? (contract - demand.value.meanKw) / 1000 : null}
        unit="MW"
        decimals={1}
        isWaiting={state.freshness === 'waiting'}
        gap={contract === null ? notEnough('no-rating') : demand.ok || state.freshness === 'waiting' ? null : demand}
        note={
          contract === null ? undefined : t('figure.contract', { value: format.quantity(contract / 1000, 'MW', 1) })
        }
      />
    </>
  )
}

/** The five figures of the day and the month. */
function DayCells({ index, points, grid, day, forecast, reference }: StripProps) {
  const t = useText('energy')
  const format = useFormat()
  const zone = index.park.timeZone
  const { clock, recentKwh, longKwh } = grid
  const { tariffs, factors, isHoliday } = reference
  // What failed is not on its way: those cells say that there is no data, and the panels below offer to try again.
  const lost = notEnough('no-data')
  const failed = grid.today.error !== null || grid.recent.error !== null
  const known = useMemo(() => peakToday(recentKwh, forecast, clock), [recentKwh, forecast, clock])
  const peak = known ?? (failed || grid.old.error !== null ? lost : null)
  const month = useMonth(index, points, clock.nowMs, tariffs, longKwh, isHoliday)
  const todayKwh = useMemo(
    () => (recentKwh ? sliceSeries(recentKwh, clock.dayMs, clock.nowMs) : null),
    [recentKwh, clock],
  )
  const endMs = todayKwh ? seriesEndMs(todayKwh) : clock.nowMs
  const imported = useMemo(() => (todayKwh ? energyOfDay(todayKwh) : notEnough('no-data')), [todayKwh])
  const cost = useMemo(() => costOf(todayKwh, tariffs, index, isHoliday), [todayKwh, tariffs, index, isHoliday])
  const emissions = emissionsToday(imported, factors, clock.nowMs, zone)
  const renewable = useMemo(() => renewableToday(points, day, imported), [points, day, imported])
  const sun = renewable ?? (failed || day.error !== null ? lost : null)
  const isWaiting = todayKwh === null && !failed
  const { powerFactor, threshold, penaltyVnd } = month
  const vnd = (value: number, decimals: number): string => format.number(value, decimals)
  return (
    <>
      <FigureCell
        label={t('figure.peak')}
        value={peak?.ok ? peak.value.kw / 1000 : null}
        unit="MW"
        decimals={1}
        isWaiting={peak === null}
        gap={peak && !peak.ok ? peak : null}
        note={
          !peak?.ok
            ? ''
            : peak.value.isPast
              ? t('figure.peakPast', { time: format.timeShort(peak.value.atMs) })
              : t('figure.peakNote', {
                  time: format.timeShort(peak.value.atMs),
                  high: format.quantity((peak.value.highKw ?? Number.NaN) / 1000, 'MW', 1),
                })
        }
        title={t('figure.peakTitle')}
      />
      <FigureCell
        label={t('figure.powerFactor')}
        value={powerFactor.ok ? powerFactor.value.cosPhi : null}
        unit="1"
        decimals={3}
        isWaiting={!failed && (!tariffs || (!powerFactor.ok && powerFactor.reason === 'no-data'))}
        gap={powerFactor.ok ? null : powerFactor}
        note={
          threshold === null
            ? ''
            : t('figure.powerFactorNote', {
                value: format.number(threshold, 2),
                penalty: penaltyVnd.ok ? vnd(penaltyVnd.value / 1e6, 0) : '–',
              })
        }
        title={
          powerFactor.ok
            ? t('figure.powerFactorTitle', { value: format.number(powerFactor.value.projectedCosPhi, 3) })
            : undefined
        }
      />
      <FigureCell
        label={t('figure.renewable')}
        value={sun?.ok && sun.value.sharePercent.ok ? sun.value.sharePercent.value : null}
        unit="%"
        decimals={1}
        isWaiting={sun === null}
        gap={sun && !sun.ok ? sun : sun?.ok && !sun.value.sharePercent.ok ? sun.value.sharePercent : null}
        note={
          sun?.ok
            ? t('figure.renewableNote', {
                value: sun.value.selfPercent.ok ? format.number(sun.value.selfPercent.value, 1) : '–',
                good: sun.value.coverage.contributing,
                all: sun.value.coverage.expected,
              })
            : ''
        }
      />
      <FigureCell
        label={t('figure.cost')}
        value={cost.ok ? cost.value.totalVnd / 1e9 : null}
        unit={t('unit.billionVnd')}
        decimals={2}
        isWaiting={isWaiting || !tariffs}
        gap={cost.ok ? null : cost}
        note={
          cost.ok
            ? bandsOf(cost.value)
                .map((band) => `${t(`band.${band}`)} ${vnd(billions(cost.value, band), 2)}`)
                .join(' · ')
            : ''
        }
        title={cost.ok ? t('figure.costTitle', { price: cost.value.priceId }) : undefined}
      />
      <FigureCell
        label={t('figure.emissions')}
        value={emissions.ok ? emissions.value.tCO2 : null}
        unit="t{CO2e}"
        decimals={0}
        isWaiting={isWaiting || !factors}
        gap={emissions.ok ? null : emissions}
        note={
          emissions.ok
            ? t('figure.emissionsNote', {
                time: format.timeShort(endMs),
                factor: format.number(emissions.value.tCO2PerMWh, 4),
                year: emissions.value.factorYear,
              })
            : ''
        }
      />
    </>
  )
}

/** The eight figures of the screen. */
export function FiguresStrip(props: StripProps) {
  const t = useText('energy')
  return (
    <section className={styles.strip} aria-label={t('figure.label')}>
      <LiveCells {...props} />
      <DayCells {...props} />
    </section>
  )
}
