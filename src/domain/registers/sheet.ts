import type { RegisterId } from '../../contract/registers.ts'
import { type CsvRow, csvText } from '../../lib/csv.ts'
import { fault } from './faults.ts'
import type { ImportRow, RefusedField } from './import-rows.ts'
import { fieldsOf, type RegisterField } from './validate-row.ts'

/** A cell as a spreadsheet gives it. */
export type SheetCell = string | number | boolean | Date | null | undefined

const TRUE = new Set(['true', 'yes', '1', 'x'])
const FALSE = new Set(['false', 'no', '0'])

/** Columns of a register's sheet: id, then its fields, by their keys. */
export function sheetHead(registerId: RegisterId): string[] {
  return ['id', ...fieldsOf(registerId).map(({ key }) => key)]
}

/** A row as texts in the order of `sheetHead`: decimal points, ISO dates, lists with a bar between. */
export function sheetRow(registerId: RegisterId, row: Readonly<Record<string, unknown>>): string[] {
  return sheetHead(registerId).map((key) => cellText(row[key]))
}

/** A register as CSV, safe for spreadsheets. */
export function registerCsv(registerId: RegisterId, rows: readonly Readonly<Record<string, unknown>>[]): string {
  return csvText([sheetHead(registerId), ...rows.map((row) => sheetRow(registerId, row))])
}

function cellText(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('|')
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

export interface SheetRows {
  rows: ImportRow[]
  refused: RefusedField[]
}

/**
 * Rows of a sheet ready to be judged: the first row names the columns. A column that the register does not have, one
 * that comes twice and a row with more cells than columns (shifted) are refused by line; numbers, dates and answers
 * are read from their texts, and what cannot be read stays as it is, to be refused by its field.
 */
export function rowsOfSheet(
  registerId: RegisterId,
  sheet: readonly { line: number; cells: readonly SheetCell[] }[],
  replace: boolean,
): SheetRows {
  const fields = new Map(fieldsOf(registerId).map((field) => [field.key, field]))
  const [head, ...body] = sheet
  const rows: ImportRow[] = []
  const refused: RefusedField[] = []
  const heads = head?.cells ?? []
  // A spreadsheet gives every row as many cells as its longest has: what follows the last name is no column.
  const keys = heads
    .slice(0, heads.findLastIndex((cell) => !isEmpty(cell)) + 1)
    .map((cell) => String(cell ?? '').trim())
  for (const [k, key] of keys.entries()) {
    if (key === '' || (key !== 'id' && !fields.has(key))) {
      refused.push({ line: head?.line ?? 1, ...fault(key === '' ? null : key, 'unknown-field', `column ${k + 1}`) })
    } else if (keys.indexOf(key) !== k) {
      refused.push({ line: head?.line ?? 1, ...fault(key, 'columns-shifted', 'the column comes twice') })
    }
  }
  if (refused.length > 0) return { rows, refused }
  for (const { line, cells } of body) {
    const extra = cells.slice(keys.length).some((cell) => !isEmpty(cell))
    if (extra) {
      refused.push({ line, ...fault(null, 'columns-shifted', `${cells.length} cells, ${keys.length} columns`) })
      continue
    }
    if (cells.every(isEmpty)) continue
    const row: Record<string, unknown> = {}
    keys.forEach((key, k) => {
      if (!isEmpty(cells[k])) row[key] = readCell(fields.get(key), cells[k])
    })
    rows.push({ line, replace, row })
  }
  return { rows, refused }
}

/** Rows of a parsed CSV file. */
export function rowsOfCsv(registerId: RegisterId, rows: readonly CsvRow[], replace: boolean): SheetRows {
  return rowsOfSheet(registerId, rows, replace)
}

function isEmpty(cell: SheetCell): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

function readCell(field: RegisterField | undefined, cell: SheetCell): unknown {
  if (cell instanceof Date) {
    const iso = Number.isNaN(cell.getTime()) ? '' : cell.toISOString()
    return field?.type === 'date' ? iso.slice(0, 10) : iso
  }
  if (field === undefined) return typeof cell === 'string' ? cell.trim() : String(cell)
  if (typeof cell !== 'string') return readValue(field, cell)
  const text = cell.trim()
  switch (field.type) {
    case 'number':
    case 'whole':
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text
    case 'yes-no':
      if (TRUE.has(text.toLowerCase())) return true
      return FALSE.has(text.toLowerCase()) ? false : text
    case 'list':
      return text.split('|').map((part) => part.trim())
    case 'text':
    case 'date':
    case 'instant':
    case 'choice':
    case 'tenant':
    case 'row-id':
      return text
    default:
      return field.type satisfies never
  }
}

/** Spreadsheets keep figures as numbers even where the column holds texts. */
function readValue({ type }: RegisterField, cell: number | boolean | null | undefined): unknown {
  const isNumber = type === 'number' || type === 'whole'
  if (typeof cell === 'number' && !isNumber) return type === 'yes-no' ? cell === 1 : String(cell)
  return cell
}
