import { useFormat } from '../i18n/format.ts'
import styles from './chart-frame.module.css'
import { headOf, type TableCell, type TableColumn, type TableData } from './table-data.ts'

/** The rows behind a chart, for readers of tables. */
export function DataTable({ table, caption }: { table: TableData; caption: string }) {
  const format = useFormat()
  const textOf = (column: TableColumn | undefined, cell: TableCell): string => {
    if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '–'
    if (typeof cell === 'string') return cell
    return column?.kind === 'time' ? format.dateTime(cell) : format.number(cell, column?.decimals ?? 0)
  }
  // Rows and cells of a chart have no identity beyond their place.
  const rows = table.rows.map((cells, row) => ({
    id: `r${row}`,
    cells: cells.map((cell, at) => ({ id: `c${at}`, column: table.columns[at], cell })),
  }))
  return (
    <section className={styles.table} aria-label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.label} scope="col" className={column.kind === 'number' ? styles.number : undefined}>
                {headOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map(({ id, column, cell }) => (
                <td key={id} className={column?.kind === 'number' ? styles.number : undefined}>
                  {textOf(column, cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
