import type { CurveBand, CurveLine, CurveSpan } from '../../charts/load-curve.ts'
import type { TableColumn, TableData } from '../../charts/table-data.ts'
import { demandOfGrowth } from '../../domain/energy/demand.ts'
import { fromInstant } from '../../domain/energy/forecast-peak.ts'
import { bandSpans, scheduleAt } from '../../domain/energy/time-of-use.ts'
import type { Tariffs } from '../../contract/reference.ts'
import type { LoadForecast } from '../../domain/forecast/load-forecast.ts'
import { intervalStartMs, sliceSeries, valueAt, type IntervalSeries } from '../../domain/statistics/interval-series.ts'
import { addDaysMs } from '../../domain/time/park-zone.ts'
import type { Text } from '../../i18n/use-text.ts'
import type { Clock } from '../../live/use-clock.ts'

const SHADES = { peak: 2, normal: 0, 'off-peak': 1 } as const

/** kW in MW; gaps stay gaps. */
export function megawatts(series: IntervalSeries): IntervalSeries {
  return {
    ...series,
    values: series.values.map((_, k) => {
      const value = valueAt(series, k)
      return value === null ? null : value / 1000
    }),
  }
}

/** Tariff bands of the day, by the schedule that bills on it; none without a schedule. */
export function tariffSpans(
  tariffs: Tariffs | undefined,
  { dayMs, nextDayMs }: Clock,
  zone: string,
  isHoliday: (date: string) => boolean,
  t: Text<'energy'>,
): { spans: CurveSpan[]; scheduleId: string | null } {
  const schedule = tariffs ? scheduleAt(tariffs, dayMs, zone) : null
  if (!schedule) return { spans: [], scheduleId: null }
  const spans = bandSpans(schedule, dayMs, nextDayMs, zone, isHoliday).map(({ band, fromMs, toMs }) => ({
    fromMs,
    toMs,
    label: t(`band.${band}`),
    shade: SHADES[band],
  }))
  return { spans, scheduleId: schedule.id }
}

export interface DayLines {
  yesterdayKw: IntervalSeries | null
  weekAgoKw: IntervalSeries | null
  /** The day a week before yesterday. */
  weekBeforeKw: IntervalSeries | null
}

/** Demand of yesterday, of the same weekday a week ago, and of the day a week before yesterday. */
export function otherDays(recentKwh: IntervalSeries | null, dayMs: number, zone: string): DayLines {
  if (!recentKwh) return { yesterdayKw: null, weekAgoKw: null, weekBeforeKw: null }
  const demand = demandOfGrowth(recentKwh)
  const dayOf = (back: number): IntervalSeries =>
    sliceSeries(demand, addDaysMs(dayMs, -back, zone), addDaysMs(dayMs, 1 - back, zone))
  return { yesterdayKw: dayOf(1), weekAgoKw: dayOf(7), weekBeforeKw: dayOf(8) }
}

/** Lines and band of the curve in MW. */
export function curveParts(
  todayKw: IntervalSeries,
  days: DayLines,
  forecast: LoadForecast | null,
  clock: Clock,
  t: Text<'energy'>,
): { lines: CurveLine[]; band: CurveBand | null } {
  const lines: CurveLine[] = [{ id: 'today', label: t('curve.today'), look: 'main', series: megawatts(todayKw) }]
  const shifted = (id: string, label: string, look: CurveLine['look'], series: IntervalSeries | null): void => {
    if (series) lines.push({ id, label, look, series: megawatts(series), shiftMs: clock.dayMs - series.fromMs })
  }
  if (forecast) {
    const ahead = fromInstant(megawatts(forecast.expected), clock.nowMs)
    lines.push({ id: 'forecast', label: t('curve.forecast'), look: 'forecast', series: ahead })
  }
  shifted('week', t('curve.weekday'), 'text', days.weekAgoKw)
  shifted('yesterday', t('curve.yesterday'), 'ui', days.yesterdayKw)
  const band = forecast && {
    low: fromInstant(megawatts(forecast.low), clock.nowMs),
    high: fromInstant(megawatts(forecast.high), clock.nowMs),
    label: t('curve.band'),
  }
  return { lines, band }
}

function column(label: string): TableColumn {
  return { label, unit: 'MW', kind: 'number', decimals: 1 }
}

function mw(series: IntervalSeries | null | undefined, k: number): number | null {
  const value = series ? valueAt(series, k) : null
  return value === null ? null : value / 1000
}

/** The curve in half hours as a table: every line that is drawn, and the forecast with its band. */
export function curveTable(
  todayKw: IntervalSeries,
  days: DayLines,
  forecast: LoadForecast | null,
  clock: Clock,
  t: Text<'energy'>,
): TableData {
  const slots = Math.round((clock.nextDayMs - clock.dayMs) / 1_800_000)
  return {
    columns: [
      { label: t('table.time'), kind: 'time' },
      column(t('table.today')),
      column(t('curve.yesterday')),
      column(t('curve.weekday')),
      column(t('curve.forecast')),
      column('P10'),
      column('P90'),
    ],
    rows: Array.from({ length: slots }, (_, k) => {
      const fromMs = clock.dayMs + k * 1_800_000
      return [
        fromMs,
        meanOver(todayKw, fromMs, fromMs + 1_800_000),
        mw(days.yesterdayKw, k),
        mw(days.weekAgoKw, k),
        mw(forecast?.expected, k),
        mw(forecast?.low, k),
        mw(forecast?.high, k),
      ]
    }),
  }
}

/** Mean of the intervals of a span in MW; null unless all of them are known. */
function meanOver(series: IntervalSeries, fromMs: number, toMs: number): number | null {
  const part = sliceSeries(series, fromMs, toMs)
  const whole = Math.round((toMs - fromMs) / series.stepMs)
  if (part.values.length < whole || intervalStartMs(part, 0) !== fromMs) return null
  let sum = 0
  for (let k = 0; k < whole; k++) {
    const value = valueAt(part, k)
    if (value === null) return null
    sum += value
  }
  return sum / whole / 1000
}
