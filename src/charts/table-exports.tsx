import { useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/button.tsx'
import styles from './chart-frame.module.css'
import type { ExportMeta } from './export-meta.ts'
import { downloadBlob } from './export.ts'
import { tableCsv, tableSheet, type TableData } from './table-data.ts'
import { useExportVeil } from './use-export-veil.ts'

export interface TableExportsProps {
  meta: ExportMeta
  /** Null or without rows: nothing to export yet. */
  table: TableData | null
  /** Without ending. */
  fileName: string
}

/** CSV and XLSX of a table, with unit, period, zone and data mode in its head. */
export function TableExports({ meta, table, fileName }: TableExportsProps) {
  const t = useText('chart')
  const format = useFormat()
  const veil = useExportVeil()
  const [failed, setFailed] = useState(false)
  const isEmpty = table === null || table.rows.length === 0
  const csv = (): void => {
    if (!table) return
    const text = tableCsv(veil.meta(meta), veil.table(table), format.isoLocal)
    downloadBlob(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`)
  }
  const xlsx = async (): Promise<void> => {
    if (!table) return
    const { sheetBlob } = await import('./xlsx.ts')
    downloadBlob(await sheetBlob(tableSheet(veil.meta(meta), veil.table(table), format.isoLocal)), `${fileName}.xlsx`)
  }
  return (
    <>
      {failed ? <output className={styles.failed}>{t('failed')}</output> : null}
      <Button look="quiet" data-screen-only="" disabled={isEmpty} onClick={csv}>
        {t('csv')}
      </Button>
      <Button
        look="quiet"
        data-screen-only=""
        disabled={isEmpty}
        onClick={() => {
          setFailed(false)
          xlsx().catch(() => setFailed(true))
        }}
      >
        {t('xlsx')}
      </Button>
    </>
  )
}
