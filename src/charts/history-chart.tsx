import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { QualityName } from '../contract/quality.ts'
import type { PointLimit } from '../contract/resources.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { unitSymbol } from '../domain/units/units.ts'
import { Button } from '../ui/button.tsx'
import { useThemeName } from '../ui/theme-context.ts'
import { hatchTile, readChartInk, type ChartTone } from './chart-ink.ts'
import type { ExportMeta } from './export-meta.ts'
import { composePng, downloadBlob, historyCsv } from './export.ts'
import styles from './history-chart.module.css'
import { historyTicks, type HistoryTicks } from './history-axis.ts'
import { mergeColumns } from './history-merge.ts'
import { historyOptions, type HistoryColumns, type HistoryTexts } from './history-options.ts'
import { HistoryTable } from './history-table.tsx'
import { NoteButton } from './note-button.tsx'
import { useChart } from './use-chart.ts'
import { useExportVeil } from './use-export-veil.ts'

export interface HistoryChartProps {
  columns: HistoryColumns
  limits: readonly PointLimit[]
  unit: string
  decimals: number
  tone: ChartTone
  title: string
  pointId: string
  source: string
  dataMode: string | null
  fileName: string
  qualityWord: (name: QualityName) => string
}

function useTexts({ unit: measured, decimals, qualityWord }: HistoryChartProps, { unit }: HistoryTicks): HistoryTexts {
  const format = useFormat()
  const t = useText('detail')
  const words = useText('words')
  return useMemo(
    () => ({
      tick: unit === 'hour' ? format.timeShort : format.dateShort,
      time: unit === 'hour' ? format.timeShort : (ms) => `${format.dateShort(ms)} ${format.timeShort(ms)}`,
      value: (value) => format.number(value, Math.abs(value) >= 100 ? 0 : Math.min(decimals, 2)),
      quantity: (value) => format.quantity(value, measured, decimals),
      limit: (limit) => `${words(`basis.${limit.basis}`)} ${format.quantity(limit.value, measured, decimals)}`,
      quality: qualityWord,
      noData: t('history.gap'),
    }),
    [format, t, words, unit, measured, decimals, qualityWord],
  )
}

interface DrawingProps {
  props: HistoryChartProps
  /** What is drawn: few enough buckets for the pixels. */
  shown: HistoryColumns
  ticks: HistoryTicks
  texts: HistoryTexts
  /** Buttons that the table shows as well. */
  tools: ReactNode
}

function Drawing({ props, shown, ticks, texts, tools }: DrawingProps) {
  const t = useText('detail')
  const { limits, tone, title } = props
  const build = useCallback(
    (host: HTMLElement) => {
      const ink = readChartInk(host, tone)
      const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
      return historyOptions(shown, limits, ticks.at, texts, ink, hatchTile(ink), scale)
    },
    [shown, limits, ticks, tone, texts],
  )
  const { hostRef, chart } = useChart(build)
  const meta = useExportMeta(props)
  const exportPng = async (): Promise<void> => {
    const host = hostRef.current
    if (!chart || !host) return
    const ink = readChartInk(host, tone)
    const blob = await composePng(chart.getDataURL({ pixelRatio: 2, backgroundColor: ink.panel }), meta, ink)
    if (blob) downloadBlob(blob, `${props.fileName}.png`)
  }
  return (
    <>
      <div ref={hostRef} className={styles.chart} data-chart-from={shown.fromMs} />
      <span className="visually-hidden">{title}</span>
      <span className={styles.tools}>
        {tools}
        <Button look="quiet" onClick={() => void exportPng()}>
          {t('history.png')}
        </Button>
      </span>
    </>
  )
}

function useExportMeta({ columns, title, unit, source, dataMode }: HistoryChartProps): ExportMeta {
  const t = useText('detail')
  const format = useFormat()
  const veil = useExportVeil()
  const toMs = columns.fromMs + columns.mean.length * columns.stepMs
  return veil.meta({
    title,
    unit: unitSymbol(unit),
    period: `${format.isoLocal(columns.fromMs)} – ${format.isoLocal(toMs)}`,
    zone: `${format.zone} (${format.zoneLabel(toMs)})`,
    source,
    dataMode,
    asOf: t('history.asOf', { time: format.isoLocal(toMs) }),
  })
}

/** Buckets that a panel of 400 pixels can show, one a pixel. */
const MOST_BUCKETS = 366

/** History of one point with its table and its exports. Loaded when the first detail panel opens. */
export function HistoryChart(props: HistoryChartProps) {
  const t = useText('detail')
  const format = useFormat()
  const theme = useThemeName()
  const { columns } = props
  const shown = useMemo(() => mergeColumns(columns, MOST_BUCKETS), [columns])
  const ticks = useMemo(
    () => historyTicks(columns.fromMs, columns.fromMs + columns.mean.length * columns.stepMs, format.zone),
    [columns, format.zone],
  )
  const texts = useTexts(props, ticks)
  const [asTable, setAsTable] = useState(false)
  const meta = useExportMeta(props)
  const exportCsv = (): void => {
    const heads = {
      time: t('history.time'),
      mean: t('history.mean'),
      min: t('history.min'),
      max: t('history.max'),
      count: t('history.count'),
      quality: t('history.quality'),
    }
    const csv = historyCsv(meta, heads, props.columns, format.isoLocal)
    downloadBlob(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${props.fileName}.csv`)
  }
  const tools = (
    <>
      <Button look="quiet" onClick={() => setAsTable(!asTable)}>
        {asTable ? t('history.chart') : t('history.table')}
      </Button>
      <Button look="quiet" onClick={exportCsv}>
        {t('history.csv')}
      </Button>
      <NoteButton
        note={{
          title: props.title,
          fromMs: columns.fromMs,
          toMs: columns.fromMs + columns.mean.length * columns.stepMs,
          pointId: props.pointId,
        }}
      />
    </>
  )
  if (!asTable)
    return (
      <Drawing
        key={`${theme} ${format.locale}`}
        props={props}
        shown={shown}
        ticks={ticks}
        texts={texts}
        tools={tools}
      />
    )
  return (
    <>
      <HistoryTable columns={shown} decimals={props.decimals} time={texts.time} qualityWord={props.qualityWord} />
      <span className={styles.tools}>{tools}</span>
    </>
  )
}
