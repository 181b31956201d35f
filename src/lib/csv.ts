/** A leading = + - @, tab or return would be run as a formula by a spreadsheet; a plain number is none. */
export function isFormulaText(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text))
}

/** One cell of a CSV file (RFC 4180), made harmless for spreadsheets. */
export function csvCell(text: string): string {
  const safe = isFormulaText(text) ? `'${text}` : text
  return /[",;\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Decimal point and no grouping whatever the language; empty where there is no value. */
export function csvNumber(value: number | null | undefined): string {
  return value === undefined || value === null || !Number.isFinite(value) ? '' : String(Number(value.toFixed(6)))
}

/** Rows as a CSV file: byte order mark, so that spreadsheets read UTF-8, and CRLF at every end of a line. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  line: number
  cells: string[]
}

export interface CsvFault {
  line: number
  reason: 'unclosed-quote' | 'text-after-quote'
}

/**
 * Reads CSV (RFC 4180) cell by cell: quotes, doubled quotes, breaks inside quotes, LF or CRLF, byte order mark.
 * The separator is the one of `, ; tab` that the first line has most of, since spreadsheets write by their language.
 * Empty lines are left out. A row with a broken quote is reported, the others are kept.
 */
export function parseCsv(text: string): { rows: CsvRow[]; faults: CsvFault[] } {
  const input = text.startsWith('\ufeff') ? text.slice(1) : text
  const separator = separatorOf(input)
  const rows: CsvRow[] = []
  const faults: CsvFault[] = []
  let at = 0
  let line = 1
  while (at < input.length) {
    const row: CsvRow = { line, cells: [] }
    let broken: CsvFault['reason'] | null = null
    for (;;) {
      const cell = readCell(input, at, separator)
      row.cells.push(cell.text)
      line += cell.breaks
      at = cell.end
      broken ??= cell.fault
      if (input[at] !== separator) break
      at += 1
    }
    if (input[at] === '\r') at += 1
    if (input[at] === '\n') at += 1
    line += 1
    if (broken !== null) faults.push({ line: row.line, reason: broken })
    else if (row.cells.some((cell) => cell !== '')) rows.push(row)
  }
  return { rows, faults }
}

/** Judged by the first line, what stands in quotes left aside. */
function separatorOf(input: string): string {
  const bare = input.slice(0, 20_000).replaceAll(/"(?:[^"]|"")*"?/g, '')
  const first = bare.slice(0, bare.search(/[\r\n]|$/))
  const count = (mark: string): number => first.split(mark).length - 1
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

interface Cell {
  text: string
  end: number
  /** Line breaks inside the cell. */
  breaks: number
  fault: CsvFault['reason'] | null
}

function readCell(input: string, start: number, separator: string): Cell {
  return input[start] === '"' ? readQuoted(input, start + 1, separator) : readPlain(input, start, separator)
}

function readPlain(input: string, start: number, separator: string): Cell {
  let end = start
  while (end < input.length && input[end] !== separator && input[end] !== '\n' && input[end] !== '\r') end += 1
  return { text: input.slice(start, end), end, breaks: 0, fault: null }
}

function readQuoted(input: string, start: number, separator: string): Cell {
  let text = ''
  let breaks = 0
  let at = start
  for (;;) {
    const quote = input.indexOf('"', at)
    const part = input.slice(at, quote === -1 ? input.length : quote)
    text += part
    breaks += part.split('\n').length - 1
    if (quote === -1) return { text, end: input.length, breaks, fault: 'unclosed-quote' }
    if (input[quote + 1] !== '"') {
      const rest = readPlain(input, quote + 1, separator)
      return { text, end: rest.end, breaks, fault: rest.text === '' ? null : 'text-after-quote' }
    }
    text += '"'
    at = quote + 2
  }
}
