import { csvNumber, csvText } from '../lib/csv.ts'
import { metaLines, type ExportMeta } from './export-meta.ts'

/** One column of the table that stands behind a chart. Times are epoch milliseconds. */
export interface TableColumn {
  label: string
  /** Unit symbol, printed in the head. */
  unit?: string | undefined
  kind: 'text' | 'number' | 'time'
  decimals?: number | undefined
}

export type TableCell = string | number | null

/** What a chart shows, as rows: its alternative for readers of tables, and the source of its exports. */
export interface TableData {
  columns: readonly TableColumn[]
  rows: readonly (readonly TableCell[])[]
}

export function headOf(column: TableColumn): string {
  return column.unit ? `${column.label} (${column.unit})` : column.label
}

function plainCell(column: TableColumn | undefined, cell: TableCell, isoLocal: (ms: number) => string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  return column?.kind === 'time' ? isoLocal(cell) : csvNumber(cell)
}

/** CSV with a decimal point and ISO times in the park's zone, whatever the language; its first line says what it is. */
export function tableCsv(meta: ExportMeta, table: TableData, isoLocal: (ms: number) => string): string {
  const rows = table.rows.map((row) => row.map((cell, at) => plainCell(table.columns[at], cell, isoLocal)))
  return csvText([metaLines(meta), table.columns.map(headOf), ...rows])
}

/** A cell of a sheet: texts stay texts, so that nothing is run as a formula. */
export interface SheetCell {
  value: string | number
  type: StringConstructor | NumberConstructor
  fontWeight?: 'bold'
  format?: string
}

/** A cell that can be posted to a worker: value, bold, format of a number (empty for none); null is an empty cell. */
export type PlainCell = readonly [value: string | number, bold: boolean, format: string] | null

/** Rows of a sheet: what it is, one line each, then heads and cells. Times are ISO texts with the park's offset. */
export function tableSheet(
  meta: ExportMeta,
  table: TableData,
  isoLocal: (ms: number) => string,
): (SheetCell | null)[][] {
  const about = metaLines(meta).map((line): (SheetCell | null)[] => [{ value: line, type: String }])
  const heads = table.columns.map((column): SheetCell => ({ value: headOf(column), type: String, fontWeight: 'bold' }))
  const rows = table.rows.map((row) =>
    row.map((cell, at): SheetCell | null => {
      const column = table.columns[at]
      if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return null
      if (typeof cell === 'string') return { value: cell, type: String }
      if (column?.kind === 'time') return { value: isoLocal(cell), type: String }
      const decimals = column?.decimals ?? 0
      return { value: cell, type: Number, format: decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0' }
    }),
  )
  return [...about, [], heads, ...rows]
}
