import readXlsxFile from 'read-excel-file/universal'
import { formulaCells } from './xlsx-formulas.ts'

/** A cell as it is read: text, number, yes or no, date, or nothing. */
export type XlsxCell = string | number | boolean | Date | null

/**
 * Rows of the first sheet with their line, as a person counts; a cell with a formula is the formula's own text. Runs
 * in a page, a worker or Node; from a worker where a sheet may be large. Throws for a file that is no spreadsheet.
 */
export async function readXlsx(file: Blob | ArrayBuffer): Promise<{ line: number; cells: XlsxCell[] }[]> {
  const bytes = file instanceof ArrayBuffer ? file : await file.arrayBuffer()
  const [first] = await readXlsxFile(bytes)
  const rows = (first?.data ?? []).map((cells, k) => ({
    line: k + 1,
    cells: cells.map((cell): XlsxCell => (typeof cell === 'function' ? null : cell)),
  }))
  for (const { row, column, text } of formulaCells(bytes)) {
    const cells = rows[row]?.cells
    if (cells === undefined) continue
    while (cells.length <= column) cells.push(null)
    cells[column] = text
  }
  return rows
}
