import { useRef, useState, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { PanelHeader } from '../ui/panel.tsx'
import { readChartInk } from './chart-ink.ts'
import styles from './chart-frame.module.css'
import { DataTable } from './data-table.tsx'
import type { ExportMeta } from './export-meta.ts'
import { composePng, downloadBlob } from './export.ts'
import { NoteButton } from './note-button.tsx'
import { svgPicture } from './svg-picture.ts'
import { TableExports } from './table-exports.tsx'
import type { TableData } from './table-data.ts'
import { useExportVeil } from './use-export-veil.ts'

export interface ChartFrameProps {
  title: string
  /** Unit, period, source: stands beside the title. */
  meta: string
  /** Coverage or count, at the right of the head. */
  aside?: ReactNode
  /** The rows behind the chart; null while there are none, and then nothing is exported. */
  table: TableData | null
  exportMeta: ExportMeta
  /** Without ending. */
  fileName: string
  /** The drawing: one svg, one canvas, or parts of the page. Only the first two export as a picture. */
  children: ReactNode
  /** False where the page's own parts stand in the frame: they are a table already and no picture. */
  hasPicture?: boolean
  /** Point that the chart draws, where it is one. */
  pointId?: string | null
}

/** Picture of what is drawn inside an element, or null where it is neither a drawing nor a canvas. */
function pictureOf(host: HTMLElement, word: (text: string) => string): string | null {
  const canvas = host.querySelector('canvas')
  if (canvas) return canvas.toDataURL('image/png')
  const svg = host.querySelector('svg')
  return svg ? svgPicture(svg, word) : null
}

/** A chart with its head, its table alternative and its exports: the same everywhere. */
export function ChartFrame({
  title,
  meta,
  aside,
  table,
  exportMeta,
  fileName,
  children,
  hasPicture = true,
  pointId = null,
}: ChartFrameProps) {
  const t = useText('chart')
  const veil = useExportVeil()
  const [asTable, setAsTable] = useState(false)
  const [failed, setFailed] = useState(false)
  const bodyRef = useRef<HTMLDivElement>(null)

  const run = (work: () => Promise<void>): void => {
    setFailed(false)
    work().catch(() => setFailed(true))
  }
  const exportPng = async (): Promise<void> => {
    const host = bodyRef.current
    const picture = host ? pictureOf(host, veil.text) : null
    if (!host || picture === null) return
    const blob = await composePng(picture, veil.meta(exportMeta), readChartInk(host, 'text'))
    if (blob) downloadBlob(blob, `${fileName}.png`)
  }

  return (
    <section className={styles.frame} aria-label={title}>
      <div className={styles.head}>
        <PanelHeader title={title} meta={meta} aside={aside} />
        <span className={cx(styles.tools, aside != null && styles.below)} data-screen-only="">
          {failed ? <output className={styles.failed}>{t('failed')}</output> : null}
          {hasPicture ? (
            <Button look="quiet" aria-pressed={asTable} disabled={!table} onClick={() => setAsTable(!asTable)}>
              {t(asTable ? 'chart' : 'table')}
            </Button>
          ) : null}
          {hasPicture ? (
            <Button look="quiet" disabled={!table || asTable} onClick={() => run(exportPng)}>
              {t('png')}
            </Button>
          ) : null}
          {exportMeta.span ? <NoteButton note={{ title, pointId, ...exportMeta.span }} /> : null}
          <TableExports meta={exportMeta} table={table} fileName={fileName} />
        </span>
      </div>
      <div className={styles.body} ref={bodyRef}>
        {asTable && table ? <DataTable table={table} caption={title} /> : children}
      </div>
    </section>
  )
}
