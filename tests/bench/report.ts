/** One figure of the table. `target` is a limit from above; figures without one are for reading only. */
export interface Row {
  group: string
  name: string
  value: number
  unit: string
  target?: number
  /** What the floor page needs for the same thing, in the same unit and the same run. */
  floor?: number
  /** Limit on value ÷ floor. */
  targetRatio?: number
  note?: string
}

export type Verdict = 'ok' | 'OVER' | 'missing' | ''

/** Value divided by the floor's; NaN when there is no floor for it. */
export function ratioOf(row: Row): number {
  return row.floor ? row.value / row.floor : Number.NaN
}

/** Judges a row by its limits. A figure with a limit that could not be taken is `missing`. */
export function verdictOf(row: Row): Verdict {
  if (row.target === undefined && row.targetRatio === undefined) return ''
  if (!Number.isFinite(row.value)) return 'missing'
  if (row.target !== undefined && row.value > row.target) return 'OVER'
  if (row.targetRatio === undefined) return 'ok'
  const ratio = ratioOf(row)
  if (!Number.isFinite(ratio)) return 'missing'
  return ratio > row.targetRatio ? 'OVER' : 'ok'
}

/** Three figures at most; a dash for what could not be taken. */
export function textOf(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)
}

/** Limits in words. */
export function targetText(row: Row): string {
  const parts = []
  if (row.target !== undefined) parts.push(`≤ ${row.target}`)
  if (row.targetRatio !== undefined) parts.push(`≤ ${row.targetRatio}×`)
  return parts.join(', ')
}

const HEAD = ['figure', 'value', 'unit', 'floor', 'ratio', 'target', 'verdict', 'note']
const LEFT = new Set([0, 2, 6, 7])

function cellsOf(row: Row): string[] {
  const ratio = ratioOf(row)
  return [
    row.name,
    textOf(row.value),
    row.unit,
    row.floor === undefined ? '' : textOf(row.floor),
    Number.isFinite(ratio) ? `${ratio.toFixed(2)}×` : '',
    targetText(row),
    verdictOf(row),
    row.note ?? '',
  ]
}

/** The table for people: one block per group, columns aligned. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(cellsOf)
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...lines.map((cells) => (cells[column] ?? '').length)),
  )
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (LEFT.has(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  const text = [lineOf(HEAD)]
  rows.forEach((row, index) => {
    if (row.group !== rows[index - 1]?.group) text.push('', `── ${row.group}`)
    text.push(lineOf(lines[index] ?? []))
  })
  const off = rows.filter((row) => verdictOf(row) === 'OVER' || verdictOf(row) === 'missing')
  const judged = rows.filter((row) => verdictOf(row) !== '')
  text.push('', `${judged.length - off.length} of ${judged.length} targets met`)
  for (const row of off) text.push(`  ${verdictOf(row)}: ${row.group}: ${row.name}`)
  return text.join('\n')
}

/** The same rows for machines, with ratio and verdict worked out. */
export function jsonOf(rows: readonly Row[], about: Record<string, unknown>): string {
  // JSON has no NaN: a figure that could not be taken is null.
  return JSON.stringify(
    { about, rows: rows.map((row) => ({ ...row, ratio: ratioOf(row), verdict: verdictOf(row) })) },
    (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value),
    2,
  )
}
