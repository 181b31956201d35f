import { useMemo } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { ControlChart } from '../../charts/control-chart.tsx'
import type { ControlChartData, ControlChartLayout } from '../../charts/control-chart-layout.ts'
import type { TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { controlLimits, nelsonSignals, signalRuns, type SignalRun } from '../../domain/statistics/control-chart.ts'
import { valueOrNull } from '../../domain/statistics/outcome.ts'
import { addDaysMs, dayStartMs } from '../../domain/time/park-zone.ts'
import { unitSymbol } from '../../domain/units/units.ts'
import { effectiveLimit } from '../../domain/water/limits.ts'
import { pointOf } from '../../domain/water/plant-units.ts'
import { dayAverages, dayBucketMs, RECORD_MS } from '../../domain/water/records.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useHistory } from '../../live/use-history.ts'
import { cx } from '../../ui/cx.ts'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { useActivationMarks } from './use-activations.ts'
import type { Parameter } from './parameters.ts'
import type { PermitView } from './use-permit.ts'
import styles from './water.module.css'

const DAYS = 30
const HOUR_MS = 3_600_000
const NONE = { series: null, fromMs: 0 }

/** Day averages of the last 30 days, from one question of hourly buckets. */
function useDays(index: ParkIndex, outfallId: string | null, parameter: Parameter) {
  const zone = index.park.timeZone
  const nowMs = useServerNow(HOUR_MS)
  const stepMs = dayBucketMs(nowMs, zone)
  const today = dayStartMs(nowMs, zone)
  const point = pointOf(index, outfallId ?? undefined, parameter.kind)
  const points = useMemo(() => (point ? [point.id] : []), [point])
  const range = { points, fromMs: addDaysMs(today, 1 - DAYS, zone), toMs: Math.max(nowMs, today + stepMs), stepMs }
  const view = useHistory(index.park.id, range)
  const { series, fromMs } = useMemo(() => {
    const found = point ? view.byId.get(point.id) : undefined
    return found && view.history ? { series: found, fromMs: Date.parse(view.history.from) } : NONE
  }, [point, view.byId, view.history])
  const days = useMemo(
    () => (series ? dayAverages(series, fromMs, stepMs, DAYS, nowMs, zone) : []),
    [series, fromMs, stepMs, nowMs, zone],
  )
  return { point, days, ...view }
}

function rulesByDay(runs: readonly SignalRun[]): { index: number; rules: number[] }[] {
  const byDay = new Map<number, number[]>()
  for (const { rule, firstIndex } of runs) byDay.set(firstIndex, [...(byDay.get(firstIndex) ?? []), rule])
  return [...byDay].map(([index, rules]) => ({ index, rules }))
}

/** Control chart of day averages: limits of the process from the whole days, the permit apart and heaviest. */
export function ControlPanel({
  index,
  outfallId,
  permits,
  parameter,
}: {
  index: ParkIndex
  outfallId: string | null
  permits: PermitView
  parameter: Parameter
}) {
  const t = useText('water')
  const words = useText('words')
  const format = useFormat()
  const errorText = useErrorText()
  const { point, days, isLoading, error, retry } = useDays(index, outfallId, parameter)
  const { permit, limitSets } = permits
  const name = words(`point.${parameter.kind}`)
  const unit = point?.unit ?? '1'
  const isPlain = unitSymbol(unit) === ''
  const decimals = point?.decimals ?? 1
  const title = t('control', { name })
  const values = useMemo(() => days.map(({ average }) => (average.ok ? average.value.average : null)), [days])
  // Today is not complete: it is drawn, but proves nothing.
  const limits = useMemo(() => controlLimits(values.slice(0, -1)), [values])
  const runs = useMemo(
    () => (limits.ok ? signalRuns(nelsonSignals(values.slice(0, -1), limits.value)) : []),
    [limits, values],
  )
  const nowMs = useServerNow(RECORD_MS)
  const [alarm] = useActivationMarks(
    index.park.id,
    point?.id ?? null,
    dayStartMs(nowMs, index.park.timeZone),
    nowMs,
  ).toSorted((a, b) => a.priority - b.priority)
  const data = useMemo((): ControlChartData => {
    const legal = permit ? effectiveLimit(limitSets, permit, parameter.id) : null
    return {
      days: days.map(({ fromMs }, k) => ({ fromMs, value: values[k] ?? null })),
      limits: valueOrNull(limits),
      permit: legal?.ok ? { min: legal.value.min, max: legal.value.max } : null,
      marks: rulesByDay(runs),
      alarm: alarm ?? null,
    }
  }, [days, values, limits, runs, permit, limitSets, parameter, alarm])
  const table = useMemo((): TableData | null => {
    if (days.length === 0) return null
    return {
      columns: [
        { label: t('column.day'), kind: 'time' },
        { label: name, kind: 'number', unit: unitSymbol(unit), decimals },
        { label: t('column.valid'), kind: 'number' },
        { label: t('column.due'), kind: 'number' },
        { label: t('column.signal'), kind: 'text' },
      ],
      rows: days.map(({ fromMs, average }, k) => {
        const coverage = average.ok ? average.value.coverage : average.coverage
        const broken = runs.filter(({ firstIndex, lastIndex }) => k >= firstIndex && k <= lastIndex)
        return [
          fromMs,
          values[k] ?? null,
          coverage?.contributing ?? 0,
          coverage?.expected ?? 0,
          broken.map(({ rule }) => t(`rule.${rule}`)).join(', '),
        ]
      }),
    }
  }, [days, values, runs, t, name, unit, decimals])
  const exportMeta = useExportMeta({
    title,
    unit: unitSymbol(unit),
    fromMs: days[0]?.fromMs ?? 0,
    toMs: days.at(-1)?.fromMs ?? 0,
    source: index.park.name[format.locale],
    simulated: index.park.dataMode === 'simulated',
  })
  const lineText = (id: ControlChartLayout['lines'][number]['id'], value: number): string =>
    t(`line.${id}`, { value: format.number(value, Math.min(2, Math.max(1, decimals))) })
  return (
    <div className={cx(styles.card, styles.legal)}>
      <ChartFrame
        title={title}
        meta={isPlain ? t('control.metaPlain') : t('control.meta', { unit: unitSymbol(unit) })}
        table={table}
        exportMeta={exportMeta}
        fileName={`${index.park.id}-${parameter.id}-30d`}
      >
        {error ? (
          <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
        ) : isLoading ? (
          <PanelState kind="loading" lines={4} />
        ) : values.every((value) => value === null) ? (
          <PanelState kind="empty" text={t('reason.no-data')} />
        ) : (
          <ControlChart
            data={data}
            tone="wastewater"
            label={title}
            lineText={lineText}
            missingText={(fromMs) => t('noAverage', { date: format.dateShort(fromMs) })}
          />
        )}
      </ChartFrame>
      <p className={styles.foot}>
        {days.length === 0
          ? null
          : limits.ok
            ? runs.length === 0
              ? t('rule.none')
              : runs
                  .slice(-3)
                  .map(({ rule, firstIndex }) =>
                    t('rule.at', {
                      rule,
                      date: format.dateShort(days[firstIndex]?.fromMs ?? 0),
                      words: t(`rule.${rule}`),
                    }),
                  )
                  .join(' · ')
            : t(`reason.${limits.reason === 'low-coverage' ? 'no-data' : limits.reason}`)}
      </p>
    </div>
  )
}
