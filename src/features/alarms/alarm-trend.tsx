import { useMemo, useRef } from 'react'
import { alarmTrendLayout } from '../../charts/alarm-trend-layout.ts'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import { useSize } from '../../charts/use-size.ts'
import type { AlarmDefinition } from '../../contract/alarm-definitions.ts'
import type { Alarm } from '../../contract/alarms.ts'
import type { Point } from '../../contract/resources.ts'
import { markOf, rankOf } from '../../domain/alarms/alarm-list.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { useStateWord } from '../../i18n/state-word.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReading, useServerNow } from '../../live/hooks.ts'
import type { LiveReading } from '../../live/live-store.ts'
import { useAlarmDefinitions } from '../../live/use-alarms.ts'
import { useHistory } from '../../live/use-history.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useParkId } from '../../session/view.ts'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import { FigureNote } from '../../ui/figure.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import detail from './alarm-detail.module.css'
import styles from './alarm-trend.module.css'

const STEP_MS = 30_000
const HOUR_MS = 3_600_000

/** Value that the signal has to get back to, in the point's unit; null where the alarm has no deadband. */
function resetValue(alarm: Alarm, definition: AlarmDefinition | undefined, point: Point): number | null {
  const { limit } = alarm
  const deadband = definition?.deadband
  if (limit === null || !definition || !deadband) return null
  const span = point.range[1] - point.range[0]
  const width =
    deadband.of === 'unit' ? deadband.value : ((deadband.of === 'span' ? span : Math.abs(limit)) * deadband.value) / 100
  return definition.type.startsWith('low') ? limit + width : limit - width
}

/** The last hour of the alarm's point, with its limit, the way back and the delay it waited for. */
export function AlarmTrend({ alarm, pointId }: { alarm: Alarm; pointId: string }) {
  const t = useText('alarms')
  const words = useText('words')
  const format = useFormat()
  const errorText = useErrorText()
  const nameOf = useAssetName()
  const index = useParkIndex()
  const parkId = useParkId()
  const definition = useAlarmDefinitions().get(alarm.definitionId)
  const point = index?.pointById.get(pointId)
  const asset = point ? index?.assetById.get(point.assetId) : undefined
  const toMs = useServerNow(STEP_MS)
  const fromMs = toMs - HOUR_MS
  const { byId, isLoading, error, retry } = useHistory(parkId, {
    points: [pointId],
    fromMs,
    toMs,
    stepMs: STEP_MS,
  })
  const reading = useLiveReading(pointId)
  const live = reading === null || isSilent(reading) ? null : reading.value
  const wordOf = useStateWord(point?.kind)
  const isState = wordOf(0) !== undefined
  const series = byId.get(pointId)
  const host = useRef<HTMLDivElement>(null)
  const size = useSize(host)
  const title = `${asset ? nameOf(asset) : alarm.sourceName}, ${point ? words(`point.${point.kind}`) : pointId}`
  const exportMeta = useExportMeta({
    title,
    unit: alarm.unit,
    fromMs,
    toMs,
    source: alarm.tag,
    simulated: index?.park.dataMode === 'simulated',
  })
  const layout = useMemo(() => {
    if (!series || !point || !size) return null
    return alarmTrendLayout({
      values: series.mean.map((mean) => mean ?? Number.NaN),
      newest: live,
      bad: series.mean.map((mean, at) => mean === null && (series.expected[at] ?? 0) > 0),
      fromMs,
      stepMs: STEP_MS,
      limit: alarm.limit,
      resetAt: resetValue(alarm, definition, point),
      activeMs: alarm.activeTime === null ? null : Date.parse(alarm.activeTime),
      returnMs: alarm.activeState || alarm.returnTime === null ? null : Date.parse(alarm.returnTime),
      onDelayMs: (definition?.onDelayS ?? 0) * 1000,
      offDelayMs: (definition?.offDelayS ?? 0) * 1000,
      width: size.width,
      height: size.height,
      unit: size.scale,
    })
  }, [series, point, size, fromMs, alarm, definition, live])
  if (!point) return null
  const text = 12 * (size?.scale ?? 1)
  const meta = [
    `${format.quantity(STEP_MS / 1000, 's')}, ${t('trend.period')}`,
    ...(definition?.deadband
      ? [
          t(`trend.deadband.${definition.deadband.of}`, {
            value: format.number(definition.deadband.value, definition.deadband.value % 1 === 0 ? 0 : 2),
          }),
        ]
      : []),
    ...(definition
      ? [
          t('trend.delays', {
            on: format.elapsed(definition.onDelayS * 1000),
            off: format.elapsed(definition.offDelayS * 1000),
          }),
        ]
      : []),
  ].join(' · ')
  const colour = `var(--p${rankOf(alarm.priority)})`
  return (
    <section className={detail.trend}>
      <ChartFrame
        title={title}
        meta={meta}
        table={
          series
            ? {
                columns: [
                  { label: t('rate.time'), kind: 'time' },
                  { label: words(`point.${point.kind}`), unit: point.unit, kind: 'number', decimals: point.decimals },
                ],
                rows: series.mean.map((mean, at) => [fromMs + at * STEP_MS, mean]),
              }
            : null
        }
        exportMeta={exportMeta}
        fileName={`alarm-${alarm.id}`}
        pointId={pointId}
      >
        <div ref={host} className={styles.host}>
          {error ? <PanelState kind="error" detail={errorText(error)} onRetry={retry} /> : null}
          {isLoading ? <PanelState kind="loading" /> : null}
          {layout && size ? (
            <svg width={size.width} height={size.height} role="img" aria-label={title}>
              <defs>
                <pattern
                  id="alarm-hatch"
                  width="7"
                  height="7"
                  patternUnits="userSpaceOnUse"
                  patternTransform="rotate(45)"
                >
                  <path d="M0 0V7" className={styles.hatchLine} />
                </pattern>
              </defs>
              {layout.band ? (
                <rect
                  className={styles.band}
                  x={layout.left}
                  y={layout.band.y}
                  width={layout.right - layout.left}
                  height={layout.band.height}
                />
              ) : null}
              {layout.hatches.map(({ x, width }) => (
                <rect
                  key={x}
                  x={x}
                  y={layout.top}
                  width={width}
                  height={layout.bottom - layout.top}
                  fill="url(#alarm-hatch)"
                />
              ))}
              {layout.ticks
                .filter(({ value }) => point.decimals > 0 || Number.isInteger(value))
                .map(({ value, y }) => (
                  <g key={value}>
                    <path className={styles.grid} d={`M${layout.left} ${y}H${layout.right}`} />
                    <text
                      className={styles.text}
                      x={isState ? layout.left : layout.left - 8}
                      y={isState ? y - 6 : y + 4}
                      fontSize={text}
                      textAnchor={isState ? 'start' : 'end'}
                    >
                      {wordOf(value) ?? format.number(value, Math.min(point.decimals, Math.abs(value) < 10 ? 1 : 0))}
                    </text>
                  </g>
                ))}
              {layout.limitY === null || alarm.limit === null ? null : (
                <>
                  <path className={styles.limit} d={`M${layout.left} ${layout.limitY}H${layout.right}`} />
                  <text className={styles.text} x={layout.right + 8} y={layout.limitY + 4} fontSize={text}>
                    {t('trend.limit', { value: format.quantity(alarm.limit, alarm.unit, alarm.decimals) })}
                  </text>
                </>
              )}
              <path className={styles.line} d={layout.calm} style={{ stroke: `var(--${streamToken(alarm)})` }} />
              <path className={styles.alarm} d={layout.alarm} style={{ stroke: colour }} />
              {layout.whiskers.map(({ from, to, y }) => (
                <path key={to} className={styles.whisker} d={`M${from} ${y - 6}V${y + 6}M${from} ${y}H${to}`} />
              ))}
              {layout.activeX === null ? null : (
                <>
                  <path className={styles.stem} d={`M${layout.activeX} ${layout.top}V${layout.bottom}`} />
                  <g transform={`translate(${layout.activeX - 10 * size.scale} 4)`}>
                    <AlarmMark priority={rankOf(alarm.priority)} state={markOf(alarm)} label={t('trend.active')} />
                  </g>
                </>
              )}
              {layout.times.map(({ ms, x }) => (
                <text key={ms} className={styles.text} x={x} y={size.height - 6} fontSize={text} textAnchor="middle">
                  {format.timeShort(ms)}
                </text>
              ))}
              {layout.last ? (
                <text
                  className={styles.value}
                  x={layout.right + 8}
                  y={placeOfValue(layout.last.y, layout.limitY)}
                  fontSize={14 * size.scale}
                >
                  {wordOf(layout.last.value) ?? format.quantity(layout.last.value, point.unit, point.decimals)}
                </text>
              ) : null}
            </svg>
          ) : null}
          {reading ? (
            <span className={styles.age}>
              <FigureNote state={reading} />
            </span>
          ) : null}
        </div>
      </ChartFrame>
    </section>
  )
}

function isSilent({ freshness }: LiveReading): boolean {
  return freshness !== 'live' && freshness !== 'late'
}

/** The number stands beside its end of the line, and never on the word of the limit. */
function placeOfValue(y: number, limitY: number | null): number {
  if (limitY === null || Math.abs(y - limitY) > 18) return y + 5
  return limitY + (y <= limitY ? -14 : 24)
}

function streamToken(alarm: Alarm): string {
  return alarm.stream === 'environment' || alarm.stream === 'data' ? 'text2' : alarm.stream
}
