import { useMemo } from 'react'
import { LimitChart } from '../../charts/limit-chart.tsx'
import type { LimitChartData } from '../../charts/limit-chart-layout.ts'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import type { TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { unitSymbol } from '../../domain/units/units.ts'
import { recordStateOf } from '../../domain/water/day-average.ts'
import { excursions, INTERNAL_ALARM_AFTER_MS } from '../../domain/water/excursions.ts'
import { invalidSpans, RECORD_MS } from '../../domain/water/records.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { cx } from '../../ui/cx.ts'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import type { Parameter } from './parameters.ts'
import { useActivationMarks } from './use-activations.ts'
import type { OutfallDay } from './use-outfall-day.ts'
import type { PermitView } from './use-permit.ts'
import styles from './water.module.css'

const NO_LIMIT = { min: null, max: null }

export interface OperationalPanelProps {
  index: ParkIndex
  outfall: OutfallDay
  permits: PermitView
  parameter: Parameter
}

/** Operation: 5-minute values of today against the park's own limit. Head rule dashed: this is not the law. */
export function OperationalPanel({ index, outfall, permits, parameter }: OperationalPanelProps) {
  const t = useText('water')
  const words = useText('words')
  const format = useFormat()
  const errorText = useErrorText()
  const day = outfall.days.find((known) => known.parameter.id === parameter.id)
  const own = permits.permit?.internalLimits[parameter.id]
  const limit = own ?? NO_LIMIT
  const { dayFromMs, endMs } = outfall
  const records = day?.records
  const found = useMemo(() => excursions(records ?? [], limit, RECORD_MS), [records, limit])
  const marks = useActivationMarks(index.park.id, day?.point.id ?? null, dayFromMs, endMs)
  const data = useMemo((): LimitChartData => {
    const toMs = Math.max(endMs, dayFromMs + 3_600_000)
    const values = Array.from<number | null>({ length: Math.round((toMs - dayFromMs) / RECORD_MS) }).fill(null)
    for (const { timeMs, value, quality } of records ?? []) {
      const k = Math.round((timeMs - dayFromMs) / RECORD_MS)
      if (k >= 0 && k < values.length && recordStateOf(quality, value) === 'ok') values[k] = value
    }
    const spans = invalidSpans(records ?? [], RECORD_MS)
    return {
      fromMs: dayFromMs,
      toMs,
      stepMs: RECORD_MS,
      values,
      limit,
      spans: spans.map(({ state, fromMs, toMs: until }) => ({
        fromMs,
        toMs: until,
        label: t('span', {
          word: t(`record.${state}`),
          from: format.timeShort(fromMs),
          to: format.timeShort(until),
        }),
      })),
      excursions: found,
      marks,
    }
  }, [records, limit, found, marks, dayFromMs, endMs, t, format])
  const name = words(`point.${parameter.kind}`)
  const unit = day?.point.unit ?? '1'
  const isPlain = parameter.kind === 'ph'
  const decimals = day?.point.decimals ?? 1
  const title = t('operational', { name })
  const table = useMemo((): TableData | null => {
    if (!records || records.length === 0) return null
    return {
      columns: [
        { label: t('column.time'), kind: 'time' },
        { label: name, kind: 'number', unit: unitSymbol(unit), decimals },
        { label: t('column.state'), kind: 'text' },
      ],
      rows: records.map(({ timeMs, value, quality }) => [timeMs, value, t(`record.${recordStateOf(quality, value)}`)]),
    }
  }, [records, t, name, unit, decimals])
  const exportMeta = useExportMeta({
    title,
    unit: unitSymbol(unit),
    fromMs: dayFromMs,
    toMs: endMs,
    source: index.park.name[format.locale],
    simulated: index.park.dataMode === 'simulated',
  })
  const open = found.findLast((one) => one.isOpen && one.alarmMs !== null)
  const minutes = INTERNAL_ALARM_AFTER_MS / 60_000
  return (
    <div className={cx(styles.card, styles.operational)}>
      <ChartFrame
        title={title}
        meta={isPlain ? t('operational.metaPlain') : t('operational.meta', { unit: unitSymbol(unit) })}
        aside={open ? <b>{t('operational.over', { time: format.timeShort(open.fromMs) })}</b> : null}
        table={table}
        exportMeta={exportMeta}
        fileName={`${index.park.id}-${parameter.id}-5min`}
      >
        {outfall.error ? (
          <PanelState kind="error" detail={errorText(outfall.error)} onRetry={outfall.retry} />
        ) : outfall.isLoading ? (
          <PanelState kind="loading" lines={4} />
        ) : !records || records.length === 0 ? (
          <PanelState kind="empty" text={t('reason.no-data')} />
        ) : (
          <LimitChart
            data={data}
            unit={unit}
            decimals={decimals}
            tone="wastewater"
            label={title}
            limitText={(value) => t('limit.internal', { value: format.number(value, decimals), minutes })}
          />
        )}
      </ChartFrame>
      {own || permits.isLoading ? null : <p className={styles.foot}>{t('limit.none')}</p>}
    </div>
  )
}
