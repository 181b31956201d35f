import { TableExports } from '../../charts/table-exports.tsx'
import type { TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import styles from './tenants.module.css'

export interface ListExportsProps {
  index: ParkIndex
  title: string
  table: TableData
  /** Without ending. */
  fileName: string
  /** Start of the period that day values are about. */
  fromMs: number
}

/** CSV and XLSX of a list as it is shown, with unit, period, zone and data mode in its head. */
export function ListExports({ index, title, table, fileName, fromMs }: ListExportsProps) {
  const tenants = useText('tenants')
  const locale = useLocale()
  const now = useServerNow(60_000)
  const { park } = index
  const meta = useExportMeta({
    title: `${park.name[locale]} · ${title}`,
    unit: '',
    fromMs,
    toMs: Math.max(now, fromMs),
    source: tenants('export.source'),
    simulated: park.dataMode === 'simulated',
  })
  return (
    <span className={styles.tools} data-screen-only="">
      <TableExports meta={meta} table={table} fileName={fileName} />
    </span>
  )
}
