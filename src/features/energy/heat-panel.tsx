import { useMemo } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { HeatMap, type HeatRow } from '../../charts/heat-map.tsx'
import type { TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { classOfValue, lastWeekHours, type WeekdayRow } from '../../domain/energy/week-hours.ts'
import { addDaysMs } from '../../domain/time/park-zone.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText, type Text } from '../../i18n/use-text.ts'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import type { GridEnergy } from './use-grid-energy.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const CLASSES = 6

const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const

/** Round edges of six classes in MWh, from the week's own range; fewer where the range is small. */
export function heatEdges(rows: readonly WeekdayRow[]): number[] {
  const known = rows.flatMap(({ hours }) => hours.flatMap(({ kwh }) => (kwh === null ? [] : [kwh / 1000])))
  if (known.length === 0) return []
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const least = (high - low) / CLASSES
  if (!(least > 0)) return []
  const power = 10 ** Math.floor(Math.log10(least))
  const step = power * (ROUND.find((factor) => factor * power >= least) ?? 10)
  const first = Math.floor(low / step) + 1
  return Array.from({ length: CLASSES - 1 }, (_, k) => Number(((first + k) * step).toPrecision(6))).filter(
    (edge) => edge < high,
  )
}

/** Words of the classes: "< 90", "90" … "140+". */
export function heatClasses(edges: readonly number[], print: (value: number) => string): string[] {
  const [first] = edges
  if (first === undefined) return []
  return [`< ${print(first)}`, ...edges.map((edge, k) => `${print(edge)}${k === edges.length - 1 ? '+' : ''}`)]
}

/** The hours as rows: date, hour, energy, and whether it is known. */
export function heatTable(rows: readonly WeekdayRow[], t: Text<'energy'>): TableData {
  return {
    columns: [
      { label: t('table.hour'), kind: 'time' },
      { label: t('table.energy'), unit: 'MWh', kind: 'number', decimals: 2 },
      { label: t('table.state'), kind: 'text' },
    ],
    rows: rows
      .toSorted((a, b) => a.date.localeCompare(b.date))
      .flatMap(({ hours }) =>
        hours
          .filter(({ state }) => state !== 'future')
          .map(({ fromMs, kwh, state }) => [
            fromMs,
            kwh === null ? null : kwh / 1000,
            state === 'missing' ? t('curve.noData') : '',
          ]),
      ),
  }
}

/** Energy of the grid by hour and weekday over the last seven days. */
export function HeatPanel({ index, grid }: { index: ParkIndex; grid: GridEnergy }) {
  const t = useText('energy')
  const format = useFormat()
  const errorText = useErrorText()
  const zone = index.park.timeZone
  const { clock, recentKwh, recent } = grid
  const week = useMemo(
    () => (recentKwh ? lastWeekHours(recentKwh, clock.nowMs, zone) : []),
    [recentKwh, clock.nowMs, zone],
  )
  const edges = useMemo(() => heatEdges(week), [week])
  const lastHourMs = Math.floor(clock.nowMs / 3_600_000) * 3_600_000
  const meta = useExportMeta({
    title: t('heat.title'),
    unit: 'MWh',
    fromMs: addDaysMs(clock.dayMs, -6, zone),
    toMs: lastHourMs,
    source: t('load.source'),
    simulated: index.park.dataMode === 'simulated',
  })
  const missing = week.reduce((sum, row) => sum + row.passed - row.known, 0)
  const rows: HeatRow[] = week.map((row) => {
    const name = t(`weekday.${WEEKDAYS[row.weekday - 1] ?? 'mon'}`)
    return {
      id: row.date,
      label: name,
      isStrong: row.isToday,
      total: row.known === 0 ? '–' : `${format.number(row.totalKwh / 1000)}${row.known < row.passed ? '*' : ''}`,
      cells: row.hours.map(({ fromMs, kwh, state }) => ({
        id: String(fromMs),
        state,
        level: kwh === null ? null : classOfValue(kwh / 1000, edges),
        title: `${name} ${format.timeShort(fromMs)} · ${
          kwh === null ? t(state === 'future' ? 'heat.future' : 'curve.noData') : format.quantity(kwh / 1000, 'MW.h', 1)
        }`,
      })),
    }
  })
  return (
    <ChartFrame
      title={t('heat.title')}
      meta={t('heat.meta', { time: format.timeShort(lastHourMs) })}
      table={recentKwh ? heatTable(week, t) : null}
      exportMeta={meta}
      fileName={`${index.park.id}_hours_of_week`}
    >
      {recent.error !== null ? (
        <PanelState kind="error" detail={errorText(recent.error)} onRetry={recent.retry} />
      ) : recentKwh === null ? (
        <PanelState kind="loading" lines={6} />
      ) : (
        <HeatMap
          label={t('heat.title')}
          rows={rows}
          columns={Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))}
          totalLabel={t('heat.total')}
          classes={heatClasses(edges, (value) => format.number(value, Number.isInteger(value) ? 0 : 1))}
          unit={t('heat.unit')}
          missing={missing === 0 ? null : t('heat.missing', { count: missing })}
        />
      )}
    </ChartFrame>
  )
}
