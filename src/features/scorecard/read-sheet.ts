import type { RegisterId } from '../../contract/registers.ts'
import { fault } from '../../domain/registers/faults.ts'
import { type SheetRows, rowsOfCsv, rowsOfSheet } from '../../domain/registers/sheet.ts'
import { parseCsv } from '../../lib/csv.ts'
import { readXlsx } from '../../lib/xlsx-read.ts'

/** A sheet to be read: its bytes, and what it is by its name. */
export interface SheetFile {
  name: string
  bytes: ArrayBuffer
  registerId: RegisterId
  replace: boolean
}

/** Rows of a CSV or XLSX file with what is wrong with its lines. Throws for a file that is neither. */
export async function readSheet({ name, bytes, registerId, replace }: SheetFile): Promise<SheetRows> {
  if (/\.xlsx$/i.test(name)) return rowsOfSheet(registerId, await readXlsx(bytes), replace)
  const { rows, faults } = parseCsv(new TextDecoder().decode(bytes))
  const read = rowsOfCsv(registerId, rows, replace)
  const broken = faults.map(({ line, reason }) => Object.assign(fault(null, 'columns-shifted', reason), { line }))
  return { rows: read.rows, refused: [...broken, ...read.refused] }
}
